import BatchVideo
import Glibc
import Synchronization

/// What must not outlive a render that is cut short: unfinished files and decoder children.
///
/// A signal's thread calls `remove()`; after that nothing new can be started or finished.
package final class Leftovers: Sendable {
    private struct Content {
        var files: Set<String> = []
        var children: Set<pid_t> = []
        var isClosed = false
    }

    private let content = Mutex(Content())

    package init() {}

    /// Deletes every unfinished file, kills every child with its group, and refuses more.
    package func remove() {
        content.withLock { content in
            content.isClosed = true
            for child in content.children { kill(-child, SIGKILL) }
            for file in content.files { unlink(file) }
        }
    }

    /// Names a file that is being written; it must be `publish`ed or `discard`ed.
    func expect(file: String) throws {
        try change { $0.files.insert(file) }
    }

    func discard(file: String) {
        content.withLock { content in
            content.files.remove(file)
            unlink(file)
        }
    }

    /// Gives finished files their final names: all of them, or none when the render was cut short.
    func publish(_ files: [(temporary: String, final: String)]) throws {
        try change { content in
            for file in files {
                guard rename(file.temporary, file.final) == 0 else {
                    throw unwritable(file.final, errno)
                }
                content.files.remove(file.temporary)
            }
        }
    }

    func expect(child: pid_t) throws {
        do {
            try change { $0.children.insert(child) }
        } catch {
            kill(-child, SIGKILL)
            throw error
        }
    }

    func forget(child: pid_t) {
        content.withLock { content in
            _ = content.children.remove(child)
        }
    }

    private func change<Result>(_ body: (inout Content) throws -> Result) throws {
        try content.withLock { content in
            guard !content.isClosed else {
                throw BatchVideoError(.cancelled, "the render was stopped")
            }
            _ = try body(&content)
        }
    }
}

func unwritable(_ path: String, _ reason: Int32) -> BatchVideoError {
    BatchVideoError(
        .unwritable, "cannot write \(path): \(String(cString: strerror(reason))); free space"
            + " or choose another folder")
}
