package import BatchVideo
package import Foundation
package import Testing

/// What every database must do. A test target of a database runs each check on an empty store of its own:
///
///     @Test(arguments: StoreConformance.all) func conforms(_ check: StoreCheck) async throws {
///         try await check.run(on: emptyStore())
///     }
package enum StoreConformance {
    package static let all: [StoreCheck] =
        queue + fencing + jobs + batches + shots + catalog + owners + people + events + ledger + footage + captions
}

package struct StoreCheck: Sendable, CustomTestStringConvertible {
    package var name: String
    private let body: @Sendable (StoreScene) async throws -> Void

    package init(_ name: String, _ body: @escaping @Sendable (StoreScene) async throws -> Void) {
        self.name = name
        self.body = body
    }

    package var testDescription: String { name }

    package func run(on stores: Stores) async throws {
        let scene = StoreScene(stores: stores)
        for name in ["alice", "bob"] {
            try await stores.users.create(
                User(id: "id-of-\(name)", name: name, passwordHash: "$none$", createdAt: scene.start))
        }
        try await body(scene)
    }
}

/// A store with two users, and the words that checks are written in. Time passes when they say so.
package struct StoreScene: Sendable {
    package let stores: Stores
    package let start = Date(timeIntervalSince1970: 1_795_500_000)
    package let alice = Owner.user("id-of-alice")
    package let bob = Owner.user("id-of-bob")

    package func after(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    @discardableResult
    package func file(_ title: String = "a film", runOrder: Int = 0, owner: Owner? = nil) async throws -> Job {
        try await stores.jobs.create(
            JobDraft(title: title, content: "Some text.", runOrder: runOrder), seed: 7,
            owner: owner ?? alice, now: start)
    }

    package func claim(_ worker: String = "w1", at seconds: Double = 0) async throws -> Claim? {
        try await stores.queue.claim(worker: worker, lease: .seconds(15), now: after(seconds))
    }

    /// A claim that must succeed.
    package func claimed(_ worker: String = "w1", at seconds: Double = 0) async throws -> Claim {
        try #require(try await claim(worker, at: seconds))
    }

    package func rescue(at seconds: Double, maxRetries: Int = 3, owner: Owner = .everyone) async throws -> Int {
        try await stores.queue.rescue(maxRetries: maxRetries, owner: owner, now: after(seconds))
    }

    package func latest(_ job: Int) async throws -> Execution {
        try await stores.jobs.find(job, owner: .everyone).latest
    }

    /// The work must be refused with that code and a message that has the words.
    package func refused(
        _ code: BatchVideoError.Code, _ words: String = "",
        sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> Void
    ) async {
        do {
            try await work()
            Issue.record("was not refused", sourceLocation: sourceLocation)
        } catch let error as BatchVideoError {
            #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
            if !words.isEmpty {
                #expect(error.message.contains(words), "\(error)", sourceLocation: sourceLocation)
            }
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
    }
}
