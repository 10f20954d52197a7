import Synchronization

/// How many requests are on their way, so that the server can be killed in the middle of one.
final class Flight: Sendable {
    private let count = Atomic(0)

    func carry<Value>(_ work: () async throws -> Value) async throws -> Value {
        count.add(1, ordering: .relaxed)
        defer { count.subtract(1, ordering: .relaxed) }
        return try await work()
    }

    /// Returns when a request is on its way, or after a while without any.
    func takesOff() async throws {
        for _ in 0..<300 where count.load(ordering: .relaxed) == 0 {
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
