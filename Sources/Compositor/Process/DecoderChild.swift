import BatchVideo
import CPixels
import Foundation
import Glibc

/// A sandboxed child process whose standard output is read in blocks of a known size.
///
/// It leads its own process group, cannot write files, has bounds on memory and processor time, and
/// dies with the thread that started it. Owned by one thread.
final class DecoderChild {
    private static let memoryBytes = 4 << 30
    private static let cpuSeconds = 3600
    private static let keptErrorBytes = 2000

    private let process: ch_child
    private let leftovers: Leftovers
    private let stallSeconds: Double
    private var errors: [UInt8] = []
    private var isErrorsOpen = true

    /// `stallSeconds`: how long to wait for one byte of output.
    init(
        program: String, arguments: [String], leftovers: Leftovers, stallSeconds: Double
    ) throws {
        self.leftovers = leftovers
        self.stallSeconds = stallSeconds
        var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var child = ch_child()
        let failure = ch_start(program, pointers, Self.memoryBytes, Self.cpuSeconds, &child)
        guard failure == 0 else {
            throw BatchVideoError(
                .unavailable, "cannot start \(program): \(String(cString: strerror(failure)))",
                retry: .backoff)
        }
        process = child
        try leftovers.expect(child: child.pid)
    }

    deinit {
        kill(-process.pid, SIGKILL)
        leftovers.forget(child: process.pid)
        var status: Int32 = 0
        while waitpid(process.pid, &status, 0) < 0, errno == EINTR {}
        close(process.output)
        close(process.errors)
    }

    enum Outcome { case whole, ended, stalled }

    /// All of a short output, or the beginning of a longer one.
    func readText(longest: Int) -> String {
        var bytes = [UInt8](repeating: 0, count: longest)
        var filled = 0
        _ = bytes.withUnsafeMutableBytes { read(into: $0, filled: &filled) }
        return String(decoding: bytes.prefix(filled), as: UTF8.self)
    }

    /// Fills `block`, or says that the output ended before it was full.
    func read(into block: UnsafeMutableRawBufferPointer) -> Outcome {
        var filled = 0
        return read(into: block, filled: &filled)
    }

    private func read(
        into block: UnsafeMutableRawBufferPointer, filled: inout Int
    ) -> Outcome {
        while filled < block.count, let start = block.baseAddress {
            let count = Glibc.read(process.output, start + filled, block.count - filled)
            if count > 0 {
                filled += count
            } else if count == 0 {
                drainErrors()
                return .ended
            } else if errno == EAGAIN {
                guard waitForOutput() else { return .stalled }
            } else if errno != EINTR {
                return .ended
            }
        }
        return .whole
    }

    /// The last line that the child wrote on its error stream, printable and bounded.
    var lastError: String {
        let text = String(decoding: errors, as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).last ?? ""
        return String(line.filter { !$0.isASCII || ($0 >= " " && $0 <= "~") }.prefix(200))
    }

    private func waitForOutput() -> Bool {
        let deadline = Date.now.addingTimeInterval(stallSeconds)
        while true {
            let leftMs = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
            let errorStream = isErrorsOpen ? process.errors : -1
            var waiting = [
                pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errorStream, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&waiting, 2, leftMs)
            if ready < 0, errno == EINTR { continue }
            if ready <= 0 { return false }
            if waiting[1].revents != 0 { drainErrors() }
            if waiting[0].revents != 0 { return true }
        }
    }

    private func drainErrors() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while isErrorsOpen {
            let count = Glibc.read(process.errors, &buffer, buffer.count)
            if count > 0 {
                errors = (errors + buffer[..<count]).suffix(Self.keptErrorBytes)
            } else {
                if count == 0 { isErrorsOpen = false }
                return
            }
        }
    }
}
