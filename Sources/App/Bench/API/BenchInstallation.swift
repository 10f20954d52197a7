import BatchVideo
import Foundation
import Glibc

/// The real program over a data folder of its own.
struct BenchInstallation: Sendable {
    let folder: URL
    private let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    private let password = UUID().uuidString

    var database: URL { folder.appending(path: "data/batchvideo.db") }

    /// `batchvideo user add`.
    func addUser(_ name: String) async throws {
        let word = folder.appending(path: "password")
        try Data("\(password)\n".utf8).write(to: word)
        var child = child(["user", "add", name, "--data", "data"], log: "user.log")
        child.input = word.path
        _ = try await child.run()
    }

    /// `batchvideo serve`, ready, until `body` ends. Without `slots`, with as many as it takes by itself.
    func serving<Result: Sendable>(
        slots: Int?, _ body: @escaping @Sendable (RunningServer) async throws -> Result
    ) async throws -> Result {
        let port = try SocketDriver.freePort()
        let words = ["serve", "--data", "data", "--port", "\(port)"] + (slots.map { ["--slots", "\($0)"] } ?? [])
        let server = ServerChild(child: child(words, log: "serve.log"), port: port)
        let password = password
        let began = ContinuousClock.now
        return try await server.run { pid in
            try await server.ready()
            let seconds = (ContinuousClock.now - began) / .seconds(1)
            return try await body(
                RunningServer(pid: pid, port: port, startSeconds: seconds, password: password))
        }
    }

    private func child(_ arguments: [String], log: String) -> MeasuredChild {
        MeasuredChild(
            program: program, arguments: arguments, folder: folder.path,
            environment: ["BATCHVIDEO_CACHE": folder.appending(path: "cache").path],
            log: folder.appending(path: log).path)
    }
}

/// `batchvideo serve` as it runs.
struct RunningServer: Sendable {
    let pid: pid_t
    let port: Int
    /// From starting the process until `/health` answered 200.
    let startSeconds: Double
    fileprivate let password: String

    func login(_ name: String) async throws -> BenchClient {
        let answer = try await BenchClient(port: port).ask(
            "POST", "/auth/login", ["username": .string(name), "password": .string(password)])
        guard let token = answer["access_token"]?.string else {
            throw BatchVideoError(.internal, "logging in gave no token")
        }
        return BenchClient(port: port, token: token)
    }
}
