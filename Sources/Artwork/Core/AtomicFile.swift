import BatchVideo
import Foundation

/// Files that appear complete or not at all: a temporary beside the target, fsync, rename.
enum AtomicFile {
    static func write(_ bytes: [UInt8], to file: URL) throws {
        let temporary = file.deletingLastPathComponent()
            .appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString).tmp")
        do {
            try writeSynced(bytes, to: temporary.path)
            guard rename(temporary.path, file.path) == 0 else { throw failure() }
        } catch {
            unlink(temporary.path)
            throw BatchVideoError(
                .unwritable,
                "cannot write \(file.path): check folder, permissions and space",
                cause: error)
        }
    }

    private static func writeSynced(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = Foundation.write(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if wrote < 0 && errno == EINTR { continue }
                guard wrote > 0 else { throw failure() }
                done += wrote
            }
        }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    private static func failure() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}
