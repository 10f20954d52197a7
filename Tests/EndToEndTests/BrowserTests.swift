import Foundation
import TestKit
import Testing

/// `make test-web` in its short form, where a browser and what drives it are installed (`scripts/setup --test`).
@Suite("The web application in a browser", .enabled(if: Browser.isPossible), .timeLimit(.minutes(20)))
struct BrowserTests {
    @Test("stories, units and pages in two looks")
    func stories() async throws {
        let (status, text) = try await withCheckedThrowingContinuation { done in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread { done.resume(with: Result { try Self.wait() }) }
        }
        #expect(status == 0, "\(text.suffix(8_000))")
        #expect(text.contains(" 0 failed"), "\(text.suffix(400))")
    }

    private static func wait() throws -> (Int32, String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            Browser.root.appending(path: "Tests/Browser/run.py").path, "--quick",
            "--program", Program.folder.appending(path: "batchvideo").path,
            "--out", Browser.root.appending(path: ".build/browser").path,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONPATH": Browser.judge.path, "PYTHONDONTWRITEBYTECODE": "1"]
        ) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return (process.terminationStatus, String(decoding: told, as: UTF8.self))
    }
}

private enum Browser {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let judge = root.appending(path: ".build/webtests")

    static let isPossible =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
        && FileManager.default.fileExists(atPath: judge.appending(path: "playwright").path)
}
