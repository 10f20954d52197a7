import BatchVideo
import Foundation
import Glibc
import TestKit

/// A running `batchvideo-render`.
final class Run {
    private let process = Process()
    private let output = Pipe()

    /// Built beside the tests.
    static var program: String {
        let me = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = URL(filePath: me ?? "").deletingLastPathComponent()
        return folder.appending(path: "batchvideo-render").path
    }

    convenience init(_ order: RenderOrder) throws {
        try self.init(bytes: JSONEncoder().encode(order))
    }

    init(bytes: Data) throws {
        let input = Pipe()
        process.executableURL = URL(filePath: Self.program)
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
    }

    var pid: pid_t { process.processIdentifier }

    /// All events, when the output ends.
    func events() -> [RenderEvent] {
        let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        return data.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(RenderEvent.self, from: Data($0))
        }
    }

    func exitCode() -> Int32 {
        process.waitForEnd()
        return process.terminationStatus
    }

    func waitForSegments(_ count: Int, in order: RenderOrder) {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            let names = try? FileManager.default.contentsOfDirectory(atPath: order.segmentCache)
            // One of them is the sound.
            if (names ?? []).count(where: { $0.hasSuffix(".segment") }) > count { return }
            usleep(2000)
        }
    }

    func waitForChild() {
        let deadline = ContinuousClock.now + .seconds(20)
        while Self.children(of: pid).isEmpty, ContinuousClock.now < deadline { usleep(2000) }
    }

    static func children(of pid: pid_t) -> [Substring] {
        let list = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
        return (list ?? []).flatMap { thread in
            let path = "/proc/\(pid)/task/\(thread)/children"
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            return text.split(separator: " ")
        }
    }

    /// Waits until no such process lives: a killed one takes a moment to end.
    static func isQuiet(about text: String) -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        while !processes(mentioning: text).isEmpty {
            guard ContinuousClock.now < deadline else { return false }
            usleep(10_000)
        }
        return true
    }

    /// Living render and decoder processes whose arguments or standard input name `text`.
    static func processes(mentioning text: String) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.filter { Int($0) != nil }.filter { pid in
            let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
            let input = (try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/\(pid)/fd/0")) ?? ""
            let isShell = line.starts(with: Data("/bin/sh".utf8))
            return !isShell && (line.range(of: Data(text.utf8)) != nil || input.contains(text))
        }
    }
}
