import BatchVideo
import Foundation
import Glibc

/// Runs a server as a child for as long as something is done with it.
struct ServerChild: Sendable {
    var child: MeasuredChild
    let port: Int

    /// How long a server may take to end when it is told to; then its group is killed.
    private static let farewell = Duration.seconds(20)

    /// Starts it, gives `body` its process id, then ends it.
    ///
    /// Throws what the server said when it ends before `body`.
    func run<Result: Sendable>(
        _ body: @escaping @Sendable (pid_t) async throws -> Result
    ) async throws -> Result {
        let (starts, start) = AsyncStream<pid_t>.makeStream()
        var child = child
        child.onStart = {
            start.yield($0)
            start.finish()
        }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { [child] in
                defer { start.finish() }
                _ = try await child.run()
                return nil
            }
            group.addTask {
                for await pid in starts { return try await Self.finishing(pid) { try await body(pid) } }
                return nil
            }
            guard let first = try await group.next() else { throw CancellationError() }
            guard let result = first else { throw endedEarly }
            group.addTask {
                try? await Task.sleep(for: Self.farewell)  // cancelled when the server has gone
                return nil
            }
            // The server's end or the end of our patience; its status says nothing about `result`.
            _ = try? await group.next()
            group.cancelAll()
            return result
        }
    }

    /// Tells the server to end once `body` has what it wanted.
    private static func finishing<Result>(
        _ pid: pid_t, _ body: () async throws -> Result
    ) async throws -> Result {
        let result = try await body()
        kill(-pid, SIGTERM)
        return result
    }

    private var endedEarly: BatchVideoError {
        let name = URL(filePath: child.program).lastPathComponent
        return BatchVideoError(.unavailable, "\(name) ended by itself; see \(child.log)")
    }

    /// Waits for `/health` to answer 200.
    func ready() async throws {
        let client = BenchClient(port: port)
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            if try await client.exchange("GET", "/health")?.status == 200 { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw BatchVideoError(.timeout, "the server on port \(port) was not ready in a minute; see \(child.log)")
    }
}
