import Foundation
import TestKit

/// Runs the real programs that were built beside the tests.
enum Program {
    /// `.build/debug`, where `swift build` left the program.
    static let folder: URL = {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: ".build/debug").resolvingSymlinksInPath()
    }()

    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var errors: String

        /// The error output in lines, without the empty ones.
        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    /// Runs `batchvideo` to its end with a cache of its own.
    static func run(
        _ arguments: [String], input: Data = Data(), in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await Run(arguments, input: input, in: folder, environment: environment).outcome()
    }

    /// Runs a tool from PATH and returns its output.
    static func tool(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return String(decoding: data, as: UTF8.self)
    }
}

/// A run of `batchvideo` that can be watched and ended.
final class Run: Sendable {
    private let process: SendableProcess
    private let files: (output: URL, errors: URL)

    init(
        _ arguments: [String], input: Data = Data(), in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) throws {
        let mark = UUID().uuidString.prefix(8)
        files = (folder.file(".out-\(mark)"), folder.file(".err-\(mark)"))
        let feed = folder.file(".in-\(mark)")
        try input.write(to: feed)
        for file in [files.output, files.errors] {
            try Data().write(to: file)
        }
        process = SendableProcess()
        process.value.executableURL = Program.folder.appending(path: "batchvideo")
        process.value.arguments = arguments
        process.value.currentDirectoryURL = folder.url
        process.value.environment = ProcessInfo.processInfo.environment
            .merging(["BATCHVIDEO_CACHE": folder.file(".cache").path]) { $1 }
            .merging(environment) { $1 }
        process.value.standardInput = try FileHandle(forReadingFrom: feed)
        process.value.standardOutput = try FileHandle(forWritingTo: files.output)
        process.value.standardError = try FileHandle(forWritingTo: files.errors)
        try process.value.run()
    }

    var pid: Int32 { process.value.processIdentifier }
    var outputSoFar: String { (try? String(contentsOf: files.output, encoding: .utf8)) ?? "" }
    var errorsSoFar: String { (try? String(contentsOf: files.errors, encoding: .utf8)) ?? "" }

    /// Sends a signal once the error output contains `text`. Watched on a thread of its own, since the
    /// cooperative pool is busy with other tests; false when the program ended without the text.
    func signal(_ number: Int32, after text: String) async -> Bool {
        await withCheckedContinuation { (done: CheckedContinuation<Bool, Never>) in
            Thread.detachNewThread { [self] in
                while !errorsSoFar.contains(text) {
                    guard process.value.isRunning else { return done.resume(returning: false) }
                    usleep(5000)
                }
                kill(pid, number)
                done.resume(returning: true)
            }
        }
    }

    func outcome() async throws -> Program.Outcome {
        let process = process
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread {
                process.value.waitForEnd()
                done.resume()
            }
        }
        let status =
            process.value.terminationReason == .uncaughtSignal
            ? 128 + process.value.terminationStatus : process.value.terminationStatus
        return Program.Outcome(
            status: status,
            output: try String(contentsOf: files.output, encoding: .utf8),
            errors: try String(contentsOf: files.errors, encoding: .utf8))
    }
}

/// `Process` is not Sendable; it is set up on one thread, and afterwards only waited for and asked.
private final class SendableProcess: @unchecked Sendable {  // proof: see above
    let value = Process()
}

extension TemporaryFolder {
    /// Files that a user would see: neither the cache nor the test's own.
    var visible: [String] { files.filter { !$0.hasPrefix(".") } }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: file(name))
    }
}
