import BatchVideo
import Foundation

/// The folder of a job's intermediate files, as retention sees it: how large, and how to clear it.
struct WorkspaceFolder: Sendable {
    let job: Int
    let root: URL
    /// On the disk, of what can be cleared.
    let bytes: Int

    /// All that are below `work/jobs`.
    static func all(in work: URL) -> [WorkspaceFolder] {
        let jobs = work.appending(path: "jobs", directoryHint: .isDirectory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: jobs.path)) ?? []
        return names.compactMap(Int.init).sorted().map { job in
            let root = FilmRun.folder(of: job, in: work)
            return WorkspaceFolder(
                job: job, root: root, bytes: clearable.reduce(0) { $0 + size(of: root.appending(path: $1)) })
        }
    }

    private static let clearable = Workspace.large.map(\.rawValue) + [FilmRun.output]

    /// Where what was cleared waits to be deleted, so that the lock is held for renames only.
    private static func bin(_ work: URL) -> URL { work.appending(path: "removed", directoryHint: .isDirectory) }

    /// Deletes what earlier clearings left, were they interrupted.
    static func emptyBin(in work: URL) {
        try? FileManager.default.removeItem(at: bin(work))  // a leftover is deleted next time
    }

    /// Nil when a film is being made there.
    func lock() -> Workspace? { try? Workspace(clearing: root) }

    /// Moves out what can be cleared; to be called under the lock. Gives what is to be deleted then.
    ///
    /// - Parameter isAll: with what was spoken, the plans and the choices: the job is gone.
    func clear(isAll: Bool, in work: URL) -> URL? {
        let place = Self.bin(work).appending(path: UUID().uuidString, directoryHint: .isDirectory)
        guard
            (try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)) != nil
        else { return nil }
        if isAll {
            rename(root.path, place.appending(path: "all").path)
        } else {
            for name in Self.clearable {
                rename(root.appending(path: name).path, place.appending(path: name).path)  // may not be there
            }
        }
        return place
    }

    /// Blocks of regular files; what has another name elsewhere costs nothing here.
    private static func size(of folder: URL) -> Int {
        let walk = FileManager.default.enumerator(atPath: folder.path)
        var bytes = 0
        while let name = walk?.nextObject() as? String {
            var facts = stat()
            guard lstat(folder.path + "/" + name, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
                facts.st_nlink == 1
            else { continue }
            bytes += Int(facts.st_blocks) * 512
        }
        return bytes
    }
}
