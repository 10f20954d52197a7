import BatchVideo
import Foundation

/// Files that are there whole or not at all.
enum WholeFile {
    /// Writes beside `file`, to the disk, and renames. Throws `.unwritable`.
    static func write(_ data: Data, to file: URL) throws {
        let draft = file.deletingLastPathComponent()
            .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString.prefix(8)).part")
        do {
            try data.write(to: draft)
            let handle = try FileHandle(forWritingTo: draft)
            try handle.synchronize()
            try handle.close()
            guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(at: draft)  // the first error is the one to tell
            throw BatchVideoError(
                .unwritable, "cannot write \(file.path); check the folder and the free space",
                cause: error)
        }
    }
}
