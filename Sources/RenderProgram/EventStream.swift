import BatchVideo
import Compositor
import Foundation
import Glibc
import Synchronization

/// Events as lines of JSON on standard output, whole lines only, from any thread.
final class EventStream: Sendable {
    private let leftovers: Leftovers
    private let lock = Mutex(())

    init(leftovers: Leftovers) { self.leftovers = leftovers }

    /// When nobody reads any more the render has no purpose: it ends.
    func write(_ event: RenderEvent) {
        guard var line = try? JSONEncoder().encode(event) else { return }
        line.append(UInt8(ascii: "\n"))
        let isWritten = lock.withLock { _ in
            line.withUnsafeBytes { bytes in
                var sent = 0
                while sent < bytes.count, let start = bytes.baseAddress {
                    let count = Glibc.write(STDOUT_FILENO, start + sent, bytes.count - sent)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return false }
                    sent += count
                }
                return true
            }
        }
        guard !isWritten else { return }
        leftovers.remove()
        _exit(1)
    }
}
