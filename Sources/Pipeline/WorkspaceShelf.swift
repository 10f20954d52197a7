import BatchVideo
package import Foundation

/// Keeps the workspaces of recent films, so that making a film again is quick, and throws away the
/// oldest beyond a limit.
package struct WorkspaceShelf: Sendable {
    private let folder: URL
    /// Films kept; an unfinished one counts too.
    private let limit: Int

    package init(folder: URL, limit: Int = 12) {
        self.folder = folder
        self.limit = limit
    }

    /// The shelf of this user.
    package static func standard(environment: [String: String]) -> WorkspaceShelf {
        WorkspaceShelf(folder: folder(environment: environment))
    }

    /// `$BATCHVIDEO_CACHE`, else `$XDG_CACHE_HOME/batchvideo`, else `~/.cache/batchvideo`.
    package static func folder(environment: [String: String]) -> URL {
        if let own = environment["BATCHVIDEO_CACHE"], !own.isEmpty {
            return URL(filePath: own, directoryHint: .isDirectory)
        }
        let home = environment["HOME"] ?? NSTemporaryDirectory()
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.cache"
        return URL(filePath: cache + "/batchvideo", directoryHint: .isDirectory)
    }

    /// The workspace of the film that is to stand at `film`.
    package func workspace(for film: URL) throws -> Workspace {
        let key = String(StableHash.of(film.standardizedFileURL.path), radix: 16)
        let workspace = try Workspace(folder.appending(path: key))
        // The folder's own time says when it was last used.
        try? FileManager.default.setAttributes(
            [.modificationDate: Date()], ofItemAtPath: workspace.root.path)  // only the order suffers
        return workspace
    }

    /// Removes the workspaces that were used longest ago; leaves those in use alone.
    package func prune() {
        let keys: [URLResourceKey] = [.contentModificationDateKey]
        guard
            let all = try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: keys)
        else { return }
        let newestFirst = all.sorted { age($0) > age($1) }
        for old in newestFirst.dropFirst(limit) {
            guard (try? Workspace(old)) != nil else { continue }  // in use
            try? FileManager.default.removeItem(at: old)  // a leftover is removed next time
        }
    }

    private func age(_ url: URL) -> Date {
        let values = try? url.resourceValues(forKeys: [.contentModificationDateKey])
        return values?.contentModificationDate ?? .distantPast
    }
}
