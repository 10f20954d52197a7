import BatchVideo
import Synchronization
import Testing

@Suite("Lane", .timeLimit(.minutes(20)))
struct LaneTests {
    /// How many hold the lane now, and how many did at most.
    private final class Crowd: Sendable {
        let state = Mutex((now: 0, most: 0))
        func come(_ count: Int) {
            state.withLock {
                $0.now += count
                $0.most = max($0.most, $0.now)
            }
        }
        func go(_ count: Int) { state.withLock { $0.now -= count } }
        var most: Int { state.withLock { $0.most } }
    }

    private final class Order: Sendable {
        private let state = Mutex<[String]>([])
        func add(_ name: String) { state.withLock { $0.append(name) } }
        var names: [String] { state.withLock { $0 } }
    }

    @Test("a vendor that takes four calls at a time is given four, and twelve end in three rounds")
    func bound() async throws {
        let lane = Lane(capacity: 4)
        let crowd = Crowd()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    try await lane.use {
                        crowd.come(1)
                        try await Task.sleep(for: .milliseconds(50))
                        crowd.go(1)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(crowd.most == 4)
    }

    @Test("one that wants everything is not overtaken by many that want a little")
    func fairness() async throws {
        let lane = Lane(capacity: 2)
        let order = Order()
        let (started, mouth) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await lane.use {
                    mouth.yield()
                    try await Task.sleep(for: .milliseconds(100))
                }
            }
            _ = await started.first { _ in true }
            group.addTask { try await lane.use(2) { order.add("all") } }
            try await Task.sleep(for: .milliseconds(30))
            group.addTask { try await lane.use(1) { order.add("one") } }
            try await group.waitForAll()
        }
        #expect(order.names == ["all", "one"])
    }

    @Test("who is cancelled while waiting leaves the line, and nothing is lost")
    func cancelling() async throws {
        let lane = Lane(capacity: 1)
        let (started, mouth) = AsyncStream.makeStream(of: Void.self)
        let holder = Task {
            try await lane.use {
                mouth.yield()
                try await Task.sleep(for: .milliseconds(150))
            }
        }
        _ = await started.first { _ in true }
        let waiting = Task { try await lane.use { true } }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        try await holder.value
        #expect(try await lane.use { 7 } == 7)
    }

    @Test("more permits than there are means all of them")
    func tooMany() async throws {
        #expect(try await Lane(capacity: 2).use(99) { "ran" } == "ran")
    }
}
