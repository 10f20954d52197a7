import BatchVideo
import Foundation
import Glibc

/// Makes a file appear complete or not at all: written beside its place, fsynced, renamed.
enum PartialFile {
    /// `write` fills the file at the path it is given. Whatever it throws, nothing is left behind.
    static func write<Value>(
        _ file: URL, _ write: (URL) async throws -> Value
    ) async throws -> Value {
        let folder = file.deletingLastPathComponent()
        guard access(folder.path, W_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw BatchVideoError(.unwritable, "cannot write in \(folder.path): \(reason)")
        }
        let name = ".\(UUID().uuidString).partial"
        let partial = folder.appendingPathComponent(name)
        do {
            let value = try await write(partial)
            try settle(partial, as: file)
            return value
        } catch {
            unlink(partial.path)
            throw error
        }
    }

    private static func settle(_ partial: URL, as file: URL) throws {
        try sync(partial)
        guard rename(partial.path, file.path) == 0 else {
            throw DiskFailure.error(writing: file.lastPathComponent)
        }
        try sync(file.deletingLastPathComponent())
    }

    private static func sync(_ path: URL) throws {
        let descriptor = open(path.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskFailure.error(writing: path.lastPathComponent) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw DiskFailure.error(writing: path.lastPathComponent)
        }
    }
}

/// What `errno` says after a failed write, for the user.
enum DiskFailure {
    static func error(writing name: String) -> BatchVideoError {
        let number = errno
        if number == ENOSPC || number == EFBIG || number == EDQUOT {
            return BatchVideoError(.unwritable, "the disk is full; free some space and run again")
        }
        let reason = String(cString: strerror(number))
        return BatchVideoError(.unwritable, "cannot write \(name): \(reason)")
    }
}
