import BatchVideo
import Crypto
import Foundation

/// Files land whole or not at all: written beside the target, fsynced, renamed, folder fsynced.
enum DurableFile {
    static func write(_ data: Data, to file: URL) throws {
        let draft = sibling(of: file)
        do {
            guard FileManager.default.createFile(atPath: draft.path, contents: nil) else {
                throw CocoaError(.fileWriteNoPermission)
            }
            let handle = try FileHandle(forWritingTo: draft)
            try handle.write(contentsOf: data)
            try handle.synchronize()
            try handle.close()
            try move(draft, onto: file)
        } catch {
            try? FileManager.default.removeItem(at: draft)  // the first error is the one to report
            throw unwritable(file, error)
        }
    }

    /// Puts a copy of `source` at `file`.
    static func publish(_ source: URL, to file: URL) throws {
        let draft = sibling(of: file)
        do {
            try FileManager.default.copyItem(at: source, to: draft)
            let handle = try FileHandle(forUpdating: draft)
            try handle.synchronize()
            try handle.close()
            try move(draft, onto: file)
        } catch {
            try? FileManager.default.removeItem(at: draft)  // the first error is the one to report
            throw unwritable(file, error)
        }
    }

    /// SHA-256 and size of a file, read in pieces.
    static func digest(_ file: URL) throws -> (sha256: String, bytes: Int) {
        guard let handle = try? FileHandle(forReadingFrom: file) else {
            throw BatchVideoError(.notFound, "cannot read \(file.path); check that it exists")
        }
        defer { try? handle.close() }  // read only: nothing can be lost
        var hash = SHA256()
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
            bytes += piece.count
        }
        return (hash.finalize().hexadecimal, bytes)
    }

    /// A name of its own for each writing: a sentence that a film says twice may be written twice at once.
    private static func sibling(of file: URL) -> URL {
        let name = ".\(file.lastPathComponent).\(UUID().uuidString.prefix(8)).part"
        return file.deletingLastPathComponent().appending(path: name)
    }

    private static func move(_ draft: URL, onto file: URL) throws {
        guard rename(draft.path, file.path) == 0 else { throw POSIXError.last }
        let folder = open(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func unwritable(_ file: URL, _ error: any Error) -> BatchVideoError {
        let reason =
            isFull(error) ? "the disk is full; free some space" : "check the folder and its permissions"
        return BatchVideoError(.unwritable, "cannot write \(file.path): \(reason)", cause: error)
    }

    private static func isFull(_ error: any Error) -> Bool {
        if let posix = error as? POSIXError { return posix.code == .ENOSPC }
        let cocoa = error as NSError
        if cocoa.domain == NSCocoaErrorDomain && cocoa.code == CocoaError.fileWriteOutOfSpace.rawValue {
            return true
        }
        let under = cocoa.userInfo[NSUnderlyingErrorKey] as? any Error
        return under.map(isFull) ?? false
    }
}

extension POSIXError {
    static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
