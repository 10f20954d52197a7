import BatchVideo
import Foundation
import Synchronization

/// Runs programs to their end; the one way `Media` starts a child.
///
/// Cancelling the calling task ends the whole group (TERM, after two seconds KILL), waits until it is
/// gone and throws `CancellationError`.
package struct ToolRunner: Sendable {
    package let paths: ToolPaths

    package init(paths: ToolPaths) { self.paths = paths }

    /// Streams; returns the last lines of standard error. Throws `ToolFailure` when the tool does not
    /// end with 0 in time.
    @discardableResult
    func run(
        _ command: Command, input: ToolInput = .none, outputs: [ByteSink] = []
    ) async throws -> [String] {
        let sandbox = paths.sandbox
        let exit = try await OwnThread.run("tool") { cancel in
            var child = try ChildProcess(
                command, sandbox: sandbox, input: input, outputs: outputs, cancel: cancel)
            return try child.run()
        }
        if exit.cause != .exited(0) || exit.isPastDeadline { throw ToolFailure(command, exit) }
        return exit.stderrLines
    }

    /// Standard output as a whole, at most `limit` bytes.
    func capture(
        _ command: Command, input: ToolInput = .none, limit: Int = 4 << 20
    ) async throws -> Data {
        let collected = Collected(limit: limit)
        try await run(command, input: input, outputs: [{ try collected.append($0) }])
        return collected.data
    }
}

/// Bytes of a child's output, bounded.
final class Collected: Sendable {
    private let bytes = Mutex(Data())
    private let limit: Int
    private let overflow = Mutex(false)

    init(limit: Int) { self.limit = limit }

    var data: Data { bytes.withLock { $0 } }

    /// More came than may be held.
    var isFull: Bool { overflow.withLock { $0 } }

    func append(_ piece: UnsafeRawBufferPointer) throws {
        try bytes.withLock { all in
            guard all.count + piece.count <= limit else {
                overflow.withLock { $0 = true }
                throw BatchVideoError(.media, "a tool wrote more than \(limit) bytes")
            }
            all.append(contentsOf: piece)
        }
    }
}

/// A tool that did not end well. Whoever ran it turns this into a `BatchVideoError` for the user.
struct ToolFailure: Error, CustomStringConvertible {
    var tool: String
    var exit: ChildExit

    init(_ command: Command, _ exit: ChildExit) {
        tool = URL(fileURLWithPath: command.executable).lastPathComponent
        self.exit = exit
    }

    var isDiskFull: Bool {
        exit.cause == .signalled(SIGXFSZ)
            || exit.stderrLines.contains {
                $0.contains("No space left on device") || $0.contains("File too large")
                    || $0.contains("Disk quota exceeded")
            }
    }

    /// The last line that says something, without ffmpeg's closing remarks and addresses.
    var reason: String {
        if exit.isPastDeadline { return "it took too long" }
        let idle = ["Conversion failed", "Error while", "Exiting normally", "Last message repeated"]
        let lines = exit.stderrLines.filter { line in !idle.contains { line.hasPrefix($0) } }
        if let line = lines.last ?? exit.stderrLines.last {
            return line.replacing(#/^\[[^\]]*\] |file:\/proc\/self\/fd\/\d+: |@ 0x[0-9a-f]+/#, with: "")
        }
        switch exit.cause {
        case .exited(let code): return "\(tool) ended with status \(code)"
        case .signalled(let signal): return "\(tool) was ended by signal \(signal)"
        }
    }

    var description: String { "\(tool): \(reason) \(exit.stderrLines)" }

    /// `subject` begins the message: "cannot read holiday.jpg".
    func error(_ subject: String) -> BatchVideoError {
        if isDiskFull {
            return BatchVideoError(.unwritable, "the disk is full; free some space and run again", cause: self)
        }
        if exit.isPastDeadline {
            return BatchVideoError(.timeout, "\(subject): it took too long", cause: self)
        }
        return BatchVideoError(.media, "\(subject): \(reason)", cause: self)
    }
}
