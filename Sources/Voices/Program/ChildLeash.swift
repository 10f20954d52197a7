import Foundation
import Synchronization

/// The right to kill a child, held by any thread, valid until the child has been reaped: a number that
/// the system may have given to another process is never signalled.
final class ChildLeash: Sendable {
    private let child: Mutex<pid_t?>

    init(_ pid: pid_t) { child = Mutex(pid) }

    /// The child's process number; nil once it is gone.
    var pid: pid_t? { child.withLock { $0 } }

    /// Kills the child and the workers it forked (they form a process group).
    func kill() {
        child.withLock { pid in
            if let pid { _ = Foundation.kill(-pid, SIGKILL) }
        }
    }

    /// Kills, waits for the end, and closes `descriptor`; does nothing the second time.
    func endAndReap(closing descriptor: Int32) {
        child.withLock { pid in
            guard let number = pid else { return }
            _ = Foundation.kill(-number, SIGKILL)
            while waitpid(number, nil, 0) < 0, errno == EINTR {}
            pid = nil
            close(descriptor)
        }
    }
}
