import BatchVideo
import Foundation

/// A file that the user brought, as it was when the film was asked for. Part of fingerprints: a file
/// that was changed since is used anew.
struct SourceFile: Hashable, Sendable, Codable {
    var path: String
    var bytes: Int
    /// Since 1970.
    var modifiedMs: Int

    init(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw BatchVideoError(.notFound, "cannot read \(path); it was there when the film was asked for")
        }
        self.path = path
        bytes = Int(status.st_size)
        modifiedMs = Int(status.st_mtim.tv_sec) * 1000 + Int(status.st_mtim.tv_nsec) / 1_000_000
    }

    var url: URL { URL(filePath: path) }
    var name: String { url.lastPathComponent }
}
