import BatchVideo
import Foundation
import TestKit

/// A process of the drill that can be killed and started again.
actor Child {
    let name: String
    private let words: [String]
    private var process: Process?
    /// Open while the drill lives; the child ends when it closes.
    private var leash = Pipe()

    init(_ name: String, _ words: [String]) {
        self.name = name
        self.words = words
    }

    /// - Returns: the child's first line.
    @discardableResult
    func start(more: [String] = []) async throws -> String {
        let process = Process()
        let output = Pipe()
        leash = Pipe()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = words + more
        process.standardInput = leash
        process.standardOutput = output
        try process.run()
        self.process = process
        return await withCheckedContinuation { done in
            Thread.detachNewThread {
                var line = Data()
                while let byte = try? output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
                    if byte[byte.startIndex] == 10 { break }
                    line += byte
                }
                done.resume(returning: String(decoding: line, as: UTF8.self))
            }
        }
    }

    var isRunning: Bool { process?.isRunning ?? false }

    func signal(_ number: Int32) {
        if let process { kill(process.processIdentifier, number) }
    }

    /// kill -9, and waits until it is gone.
    func kill9() async {
        guard let process else { return }
        kill(process.processIdentifier, SIGKILL)
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread {
                process.waitForEnd()
                done.resume()
            }
        }
        self.process = nil
    }
}
