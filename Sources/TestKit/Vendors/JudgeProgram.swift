import BatchVideo
package import Foundation

/// A server of others, started by a script of ours that prints "ready PORT" and ends with its input.
package final class JudgeProgram: Sendable {
    package let url: URL
    private let process: Process
    private let input: FileHandle

    /// - Parameter packages: where Python looks for modules, in place of what the system has.
    ///
    /// Throws when the script ends without being ready: what it needs is not installed.
    package static func start(
        _ script: String, _ arguments: [String] = [], packages: String? = nil
    ) async throws -> JudgeProgram {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(with: Result { try JudgeProgram(script, arguments, packages) })
            }
        }
    }

    private init(_ script: String, _ arguments: [String], _ packages: String?) throws {
        process = Process()
        let (own, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = (packages == nil ? [] : ["-S"]) + [script] + arguments
        if let packages {
            process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": packages]) { $1 }
        }
        process.standardInput = own
        process.standardOutput = output
        try process.run()
        input = own.fileHandleForWriting
        var line = Data()
        while line.last != 0x0A {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else {
                throw BatchVideoError(.unavailable, "\(script) did not start; run scripts/setup")
            }
            line += piece
        }
        let port = String(decoding: line, as: UTF8.self).split(separator: " ").last.flatMap {
            Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        guard let port, let url = URL(string: "http://127.0.0.1:\(port)") else {
            throw BatchVideoError(.unavailable, "\(script) says no port")
        }
        self.url = url
    }

    /// Ends it and what it started.
    package func stop() {
        try? input.close()  // it ends with its input; a closed one has ended it already
        process.waitForEnd()
    }

    deinit { try? input.close() }  // the same when a test forgets to stop it
}
