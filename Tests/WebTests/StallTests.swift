import NIOCore
import NIOPosix
import Testing

@testable import Web

@Suite("Stalled connections", .timeLimit(.minutes(20)))
struct StallTests {
    private static func channel() async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
    }

    @Test("A wait that goes on for too long cuts the connection; waits that end do not")
    func cut() async throws {
        let stuck = try await Self.channel()
        let lively = try await Self.channel()
        let long = Stall(of: stuck, patience: .milliseconds(40))
        let short = Stall(of: lively, patience: .milliseconds(40))
        let watching = Task { await short.watch() }

        long.begin()
        long.begin()
        await long.watch()
        for _ in 0..<20 {
            short.begin()
            short.end()
            await Task.yield()
        }
        watching.cancel()
        await watching.value

        try await stuck.closeFuture.get()
        #expect(!stuck.isActive)
        #expect(lively.isActive)
        try await lively.close().get()
    }
}
