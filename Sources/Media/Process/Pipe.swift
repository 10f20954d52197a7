import BatchVideo
import Glibc
import Synchronization

/// One end of a pipe, closed once.
final class PipeEnd {
    private(set) var descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    var isOpen: Bool { descriptor >= 0 }

    func shut() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    /// Gives the descriptor away; the caller closes it.
    func release() -> Int32 {
        defer { descriptor = -1 }
        return descriptor
    }

    deinit { shut() }
}

/// A pipe between us and a child. Descriptors are moved above 9 so that placing them at 0, 1, 2, ...
/// in the child never overwrites one that is still to be placed.
struct Pipe {
    let reading: PipeEnd
    let writing: PipeEnd

    /// Frames and samples pass in large pieces: fewer switches between the two processes.
    static let capacityBytes: Int32 = 1 << 20

    init() throws {
        var ends: [Int32] = [-1, -1]
        Spawn.lock.withLock { _ in
            _ = pipe(&ends)
            ends = ends.map(Self.raised)
        }
        reading = PipeEnd(ends[0])
        writing = PipeEnd(ends[1])
        guard reading.isOpen, writing.isOpen else {
            throw BatchVideoError(.unavailable, "too many open files", retry: .backoff)
        }
        _ = fcntl(writing.descriptor, Self.setCapacity, Self.capacityBytes)
    }

    private static let setCapacity: Int32 = 1031  // F_SETPIPE_SZ of Linux

    /// The same file under a number above 9 that no child inherits.
    static func raised(_ descriptor: Int32) -> Int32 {
        let high = fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
        close(descriptor)
        return high
    }

    static func makeNonblocking(_ end: PipeEnd) {
        _ = fcntl(end.descriptor, F_SETFL, O_NONBLOCK)
    }
}
