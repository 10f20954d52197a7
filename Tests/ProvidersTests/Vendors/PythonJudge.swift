import BatchVideo
import Foundation
import TestKit
import Testing

/// Python programs in scripts/judges, with the packages that scripts/setup puts in .build/speech.
enum PythonJudge {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let home = root.appending(path: ".build/speech")

    private static func process(_ script: String, _ arguments: [String]) throws -> Process {
        try #require(
            FileManager.default.fileExists(atPath: home.appending(path: "stamp").path),
            "the clients of speech services are missing: run scripts/setup")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [root.appending(path: "scripts/judges/\(script)").path] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONPATH": home.path, "PYTHONDONTWRITEBYTECODE": "1"]
        ) { $1 }
        return process
    }

    /// Runs a script to its end; gives the JSON that it prints.
    static func ask(_ script: String, _ arguments: String...) async throws -> JSONValue {
        let process = try process(script, arguments)
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        let (text, words) = try await withCheckedThrowingContinuation { done in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        try process.run()
                        let text = output.fileHandleForReading.readDataToEndOfFile()
                        let words = errors.fileHandleForReading.readDataToEndOfFile()
                        process.waitForEnd()
                        return (String(decoding: text, as: UTF8.self), String(decoding: words, as: UTF8.self))
                    })
            }
        }
        try #require(process.terminationStatus == 0, "\(words.suffix(2000))")
        return try JSONValue(parsing: text)
    }

    /// Runs `body` beside a script that prints a port and serves until its input ends.
    static func serve(
        _ script: String, _ arguments: [String] = [], _ body: (_ port: Int) async throws -> Void
    ) async throws {
        let process = try process(script, arguments)
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        let line = try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        try process.run()
                        return String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
                    })
            }
        }
        defer {
            try? input.fileHandleForWriting.close()
            process.terminate()
        }
        try await body(
            try #require(
                Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "the server did not start"))
    }

    /// `name`.pem and `name`.key, made by openssl: for a name that is not the server's.
    static func certificate(at folder: URL, name: String) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2",
            "-subj", "/CN=funasr", "-keyout", folder.appending(path: "\(name).key").path,
            "-out", folder.appending(path: "\(name).pem").path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitForEnd()
        try #require(process.terminationStatus == 0)
    }
}
