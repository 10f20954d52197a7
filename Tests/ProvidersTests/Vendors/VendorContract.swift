import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

/// What every vendor that gives a file must do, whatever its port.
struct VendorContract: Sendable {
    let double: VendorDouble
    /// Asks the vendor for something small; gives what it cost.
    let call: @Sendable (VendorParts, CallSlip, Workbench, URL) async throws -> VendorCost

    private static let price = 0.25

    private func run(
        price: Double = Self.price, key: String? = "sk-test-key-1234",
        more: [String: JSONValue] = [:],
        _ body: (Scene) async throws -> Void
    ) async throws {
        try await Workbench.run { bench in
            try await double.run(key: key, price: price) { server, books, settings in
                let parts = try bench.parts(settings.merging(more) { $1 })
                try await body(Scene(contract: self, bench: bench, server: server, books: books, parts: parts))
            }
        }
    }

    struct Scene {
        let contract: VendorContract
        let bench: Workbench
        let server: VendorServer
        let books: VendorBooks
        let parts: VendorParts
        var file: URL { bench.file("result") }

        func call(_ slip: CallSlip? = nil) async throws -> VendorCost {
            try await contract.call(parts, slip ?? bench.slip(), bench, file)
        }

        /// Files beside what the test itself laid there.
        var leavesNothing: Bool {
            let sources = ["first.png", "speech.wav", "voice.wav", "source.mp4"]
            return bench.folder.files.allSatisfy(sources.contains)
        }
    }

    func gives() async throws {
        try await run { scene in
            let cost = try await scene.call()

            #expect(scene.books.charges.count == 1)
            #expect(cost.micros > 0)
            #expect(FileManager.default.fileExists(atPath: scene.file.path))
            #expect(scene.bench.accepted.count == (double.isTask ? 1 : 0))
        }
    }

    func waitsWhenTold() async throws {
        try await run { scene in
            scene.server.fail(
                .status(429, body: #"{"error":{"message":"slow down"}}"#, headers: [("Retry-After", "7")]))
            _ = try await scene.call()

            #expect(scene.books.charges.count == 1)
            #expect(scene.bench.elapsed >= .seconds(7))
        }
    }

    func triesAgainAfterFaults() async throws {
        try await run { scene in
            scene.server.fail(.status(500, body: "oops"), .status(503))
            _ = try await scene.call()
            #expect(scene.books.charges.count == 1)
        }
    }

    func givesUpAtLast() async throws {
        try await run(more: ["tries": 2]) { scene in
            scene.server.fail(.status(500, body: "the sky fell"), .status(500, body: "the sky fell"))
            let error = await failure { _ = try await scene.call() }
            #expect(error?.kind == .outage)
            #expect(error?.message.contains("the sky fell") == true)
            #expect(scene.leavesNothing)
        }
    }

    func refusesStrangers() async throws {
        try await run { scene in
            let key = double.settings["key"]?.string ?? "sk-test-key-1234"
            scene.server.fail(
                .status(401, body: JSONValue.object(["error": ["message": .string("bad key \(key)")]]).text))
            let error = await failure { _ = try await scene.call() }
            #expect(error?.kind == .misuse)
            #expect(error?.message.contains(key) == false)
            #expect(scene.server.requests.count == 1)
        }
    }

    /// The vendor works, and the answer to the very call that is charged is lost.
    func paysOnce() async throws {
        try await run { scene in
            scene.server.fail(.droppedAfterWork)
            let error = await failure { _ = try await scene.call() }
            if scene.books.charges.count == 1, error != nil {
                #expect(error?.kind == .unknownEnd)
                #expect(scene.leavesNothing)
            } else {
                // The first request was not the one that is paid, or the vendor knows it again.
                #expect(error == nil)
                #expect(scene.books.charges.count == 1)
            }
        }
    }

    func repeatsWhatIsFree() async throws {
        guard !double.isTask else { return }
        try await run(price: 0) { scene in
            scene.server.fail(.droppedAfterWork)
            _ = try await scene.call()
            #expect(scene.books.charges.count == 2)
        }
    }

    func acceptsNothingElse() async throws {
        try await run { scene in
            scene.server.fail(.instead(.bytes(Data(repeating: 60, count: 500), type: "text/html")))
            let error = await failure { _ = try await scene.call() }
            #expect(error?.kind == .outage || error?.kind == .unknownEnd)
            #expect(scene.leavesNothing)
        }
    }

    func acceptsNoHalves() async throws {
        try await run(more: ["tries": 1]) { scene in
            scene.server.fail(.truncated)
            let error = await failure { _ = try await scene.call() }
            #expect(error?.kind == .unknownEnd || error?.kind == .outage)
            #expect(scene.leavesNothing)
        }
    }

    func bearsSlowness() async throws {
        try await run { scene in
            scene.server.fail(.slow(.milliseconds(20)))
            _ = try await scene.call()
            #expect(scene.books.charges.count == 1)
        }
    }

    func asksAfterKnownTasks() async throws {
        guard double.isTask else { return }
        try await run { scene in
            let task = scene.books.start("an earlier run's")
            _ = try await scene.call(scene.bench.slip(task: task))
            #expect(scene.books.charges == ["an earlier run's"])
            #expect(scene.bench.accepted.isEmpty)
        }
    }

    func tellsWhyTasksFail() async throws {
        guard double.isTask else { return }
        try await run { scene in
            scene.books.fate = .failed("the model ran out of memory")
            let error = await failure { _ = try await scene.call() }
            #expect(error?.message.contains("the model ran out of memory") == true)
            #expect(scene.leavesNothing)
        }
    }

    func waitsNotForEver() async throws {
        guard double.isTask else { return }
        try await run(more: ["taskMinutes": 1]) { scene in
            scene.books.fate = .never
            let error = await failure { _ = try await scene.call() }
            #expect(error?.code == .timeout)
            #expect(scene.bench.accepted.count == 1)
        }
    }

    func forgottenTasksArePaidOnce() async throws {
        guard double.isTask else { return }
        try await run { scene in
            let task = scene.books.start("an earlier run's")
            scene.books.fate = .forgotten
            let error = await failure { _ = try await scene.call(scene.bench.slip(task: task)) }
            #expect(error != nil)
            #expect(scene.books.charges.count == 1)
        }
    }

    func resultsThatExpiredAreTold() async throws {
        guard double.isTask else { return }
        try await run(more: ["tries": 1]) { scene in
            scene.books.fate = .expired
            let error = await failure { _ = try await scene.call() }
            #expect(error?.kind != nil)
            #expect(scene.leavesNothing)
        }
    }

    /// Everything, in turn.
    func check() async throws {
        try await gives()
        try await waitsWhenTold()
        try await triesAgainAfterFaults()
        try await givesUpAtLast()
        try await refusesStrangers()
        try await paysOnce()
        try await repeatsWhatIsFree()
        try await acceptsNothingElse()
        try await acceptsNoHalves()
        try await bearsSlowness()
        try await asksAfterKnownTasks()
        try await tellsWhyTasksFail()
        try await waitsNotForEver()
        try await forgottenTasksArePaidOnce()
        try await resultsThatExpiredAreTold()
    }
}
