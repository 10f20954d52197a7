import BatchVideo
import Foundation

/// Which film goes where. Checked before any work begins.
struct OutputPlan {
    /// One film for each source, in order.
    let films: [URL]

    init(_ sources: [TextSource], output: String?) throws {
        if sources.count == 1, let output, !Self.isFolder(output) {
            films = [URL(filePath: output)]
        } else {
            let folder = URL(filePath: output ?? ".", directoryHint: .isDirectory)
            guard Self.isFolder(folder.path) else {
                throw BatchVideoError(
                    .unwritable,
                    "several films need a folder: \(folder.path) is not one; make it first (mkdir)")
            }
            films = sources.map { folder.appending(path: $0.stem + ".mp4") }
        }
        try films.forEach(Self.check)
        try Self.checkDistinct(films)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func check(_ film: URL) throws {
        let folder = film.deletingLastPathComponent().path
        guard isFolder(folder) else {
            throw BatchVideoError(
                .unwritable, "the folder \(folder) does not exist; make it first (mkdir -p)")
        }
        guard isWritable(folder) else {
            throw BatchVideoError(
                .unwritable, "the folder \(folder) is not writable; choose another with -o")
        }
        guard film.pathExtension.lowercased() == "mp4" else {
            throw BatchVideoError(
                .unwritable, "the output must end in .mp4: \(film.lastPathComponent)")
        }
        guard !isFolder(film.path) else {
            throw BatchVideoError(.unwritable, "\(film.path) is a folder; name a film with -o")
        }
    }

    /// Whether a file can be made there: permissions alone do not tell (read-only disks, root).
    private static func isWritable(_ folder: String) -> Bool {
        let probe = "\(folder)/.batchvideo-\(ProcessInfo.processInfo.processIdentifier).probe"
        let descriptor = open(probe, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        unlink(probe)
        return true
    }

    private static func checkDistinct(_ films: [URL]) throws {
        var seen = Set<String>()
        for film in films where !seen.insert(film.standardizedFileURL.path).inserted {
            throw BatchVideoError(
                .unwritable,
                "two texts would make the same film \(film.lastPathComponent); rename one of them")
        }
    }
}
