import Foundation
import TestKit

/// The program of the drill, beside the tests.
enum DrillProgram {
    static var file: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "CrashDrill")
    }

    /// Runs it to its end and gives its status and all that it told.
    static func run(_ words: [String]) async throws -> (status: Int32, text: String) {
        try await withCheckedThrowingContinuation { done in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        let process = Process()
                        let output = Pipe()
                        process.executableURL = file
                        process.arguments = words
                        process.standardOutput = output
                        try process.run()
                        let told = output.fileHandleForReading.readDataToEndOfFile()
                        process.waitForEnd()
                        return (process.terminationStatus, String(decoding: told, as: UTF8.self))
                    })
            }
        }
    }
}
