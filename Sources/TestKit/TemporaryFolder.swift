package import Foundation

/// A fresh folder that is removed with everything in it when the last reference goes.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package init(_ name: String = "batchvideo-test") throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "\(name)-\(UUID().uuidString.prefix(12))", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }  // a leftover in /tmp harms nobody

    package func file(_ name: String) -> URL { url.appending(path: name) }

    /// Paths of all regular files below, relative and sorted.
    package var files: [String] {
        let base = url.path + "/"
        let walk = FileManager.default.enumerator(atPath: base)
        return (walk?.compactMap { $0 as? String } ?? []).filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: base + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
