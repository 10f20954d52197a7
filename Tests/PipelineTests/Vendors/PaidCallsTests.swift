import BatchVideo
import Foundation
import Synchronization
import TestKit
import Testing

@testable import Pipeline

@Suite("Paid calls")
struct PaidCallsTests {
    private struct Shop: VendorPart {
        var name = "shop"
        var version = "1"
        var terms = CallTerms(unitCost: VendorCost(micros: 250_000, currency: "USD"))
    }

    private struct Crash: Error {}

    /// Lets the program die right before a call is settled.
    private struct DyingBook: CallBook {
        let book: FolderBook

        func begin(_ order: CallOrder) async throws -> BookedCall { try await book.begin(order) }
        func accept(_ call: Int, taskID: String) async throws { try await book.accept(call, taskID: taskID) }
        func settle(_ call: Int, succeeded: Bool, note: JSONValue, cost: VendorCost) async throws { throw Crash() }
    }

    private final class Scene: Sendable {
        let folder: TemporaryFolder
        let workspace: Workspace
        private let count = Mutex(0)

        init() throws {
            folder = try TemporaryFolder()
            workspace = try Workspace(folder.file("work"))
        }

        var calls: Int { count.withLock { $0 } }

        /// Another run of the program: what it knows is what lies in the workspace.
        func run(
            _ shop: Shop = Shop(), dies: Bool = false, caps: SpendCaps = .none,
            _ call: (CallSlip, URL) async throws -> String
        ) async throws -> String {
            let book = try FolderBook(workspace, caps: caps)
            let paid = PaidCalls(workspace: workspace, book: dies ? DyingBook(book: book) : book)
            return try await paid.make(
                .image, by: shop, of: "a tower", estimate: shop.terms.unitCost, file: "picture"
            ) { slip, file in
                count.withLock { $0 += 1 }
                let output = try await call(slip, file)
                try Data(output.utf8).write(to: file)
                return (output, shop.terms.unitCost)
            }.made.output
        }

        func fails(_ shop: Shop = Shop(), _ call: (CallSlip) async throws -> String) async -> BatchVideoError? {
            do {
                _ = try await run(shop) { slip, _ in try await call(slip) }
                return nil
            } catch {
                return error as? BatchVideoError
            }
        }

        var ledger: [JSONValue] {
            let text = (try? String(contentsOf: workspace.url("calls.json"), encoding: .utf8)) ?? ""
            return (try? JSONValue(parsing: text))?.array ?? []
        }
    }

    private static func told(_ kind: VendorFailure.Kind, isUnpaid: Bool = false) -> BatchVideoError {
        VendorFailure(kind, vendor: "shop", words: "so it says", isUnpaid: isUnpaid).error
    }

    @Test("what is there is not asked for again")
    func reused() async throws {
        let scene = try Scene()
        for _ in 0..<2 { #expect(try await scene.run { _, _ in "tower" } == "tower") }
        #expect(scene.calls == 1)
        #expect(scene.ledger.map { $0["state"] } == ["succeeded"])
    }

    @Test("the same call made many times at once is made and paid once")
    func together() async throws {
        let scene = try Scene()
        let book = try FolderBook(scene.workspace, caps: .none)
        let paid = PaidCalls(workspace: scene.workspace, book: book)
        let shop = Shop()
        let books = VendorBooks()

        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await paid.make(.speech, by: shop, of: "a sentence", estimate: shop.terms.unitCost) { _, _ in
                        books.charge("a sentence")
                        let count = books.charges.count
                        for _ in 0..<100 { await Task.yield() }
                        return ("sound \(count)", shop.terms.unitCost)
                    }.made.output
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outputs == Array(repeating: "sound 1", count: 8))
        #expect(scene.ledger.map { $0["state"] } == ["succeeded"])
    }

    @Test("what surely was not paid is asked for again")
    func unpaid() async throws {
        let scene = try Scene()
        let error = await scene.fails { _ in throw Self.told(.outage, isUnpaid: true) }
        #expect(error?.vendorFailure?.kind == .outage)
        #expect(try await scene.run { _, _ in "tower" } == "tower")
        #expect(scene.calls == 2)
        #expect(scene.ledger.map { $0["state"] } == ["failed", "succeeded"])
    }

    @Test("what was charged and is of no use is not paid for a second time, here or elsewhere")
    func useless() async throws {
        let scene = try Scene()
        let first = await scene.fails { _ in throw Self.told(.outage) }
        let second = await scene.fails { _ in "tower" }

        // Of this kind no other vendor is asked (FilmVendors.ask).
        #expect(first?.vendorFailure?.kind == .unknownEnd)
        #expect(second?.vendorFailure?.kind == .unknownEnd)
        #expect(scene.calls == 1)
        #expect(scene.ledger.map { $0["state"] } == ["begun"])
    }

    @Test("what costs nothing is made anew")
    func free() async throws {
        let scene = try Scene()
        let shop = Shop(terms: CallTerms())
        let first = await scene.fails(shop) { _ in throw Self.told(.outage) }
        #expect(first?.vendorFailure?.kind == .outage)
        #expect(try await scene.run(shop) { _, _ in "tower" } == "tower")
    }

    @Test("a task that cannot be asked after now is asked after by the next run, and no other vendor is")
    func task() async throws {
        let scene = try Scene()
        let first = await scene.fails { slip in
            try await slip.accepted("task-7")
            throw Self.told(.outage)
        }
        #expect(first?.vendorFailure == nil && first?.retry == .backoff)

        let made = try await scene.run { slip, _ in slip.taskID ?? "none" }
        #expect(made == "task-7")
        #expect(scene.ledger.map { $0["state"] } == ["succeeded"])
    }

    @Test("a task that the vendor says has failed is submitted anew")
    func failedTask() async throws {
        let scene = try Scene()
        _ = await scene.fails { slip in
            try await slip.accepted("task-7")
            throw Self.told(.outage, isUnpaid: true)
        }
        #expect(try await scene.run { slip, _ in slip.taskID ?? "none" } == "none")
    }

    @Test("dying between the result and the book leaves a call that is settled by the next run")
    func crash() async throws {
        let scene = try Scene()
        await #expect(throws: Crash.self) { try await scene.run(dies: true) { _, _ in "tower" } }
        #expect(scene.ledger.map { $0["state"] } == ["begun"])

        #expect(try await scene.run { _, _ in "other" } == "tower")
        #expect(scene.calls == 1)
        #expect(scene.ledger.map { $0["state"] } == ["succeeded"])
    }

    @Test("an unreadable book stops the film instead of forgetting what was paid")
    func damaged() async throws {
        let scene = try Scene()
        try Data("{".utf8).write(to: scene.workspace.url("calls.json"))
        let error = await scene.fails { _ in "tower" }
        #expect(error?.message.contains("calls.json") == true)
        #expect(scene.calls == 0)
    }

    @Test("one vendor's outage asks the next, a refusal nobody else")
    func failover() async throws {
        var vendors = FilmVendors()
        let warnings = Mutex<[String]>([])
        func ask(_ first: BatchVideoError) async throws -> String? {
            try await vendors.ask(["a", "b"], .image, warn: { words in warnings.withLock { $0.append(words) } }) {
                name in
                if name == "a" { throw first }
                return name
            }
        }
        #expect(try await ask(Self.told(.outage, isUnpaid: true)) == "b")
        #expect(try await ask(Self.told(.quota, isUnpaid: true)) == "b")
        #expect(try await ask(Self.told(.refusal)) == nil)
        #expect(try await ask(Self.told(.unknownEnd)) == nil)
        #expect(warnings.withLock { $0.count } == 2)
        await #expect(throws: BatchVideoError.self) {
            _ = try await vendors.ask(["a"], .image, warn: { _ in }) { _ -> String in throw Self.told(.outage) }
        }
        vendors.embeddedStandsIn = [.image]
        let none = try await vendors.ask(["a"], .image, warn: { _ in }) { _ -> String in throw Self.told(.outage) }
        #expect(none == nil)
    }
}
