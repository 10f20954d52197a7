import BatchVideo
import Foundation

/// Where an installation keeps everything: database, objects, unfinished films, secrets.
struct DataFolder: Sendable {
    let root: URL

    /// The folder at `path`, made when it is not there.
    ///
    /// Throws `.unwritable` when it cannot be made or written.
    init(_ path: String) throws {
        root = URL(filePath: path, directoryHint: .isDirectory).absoluteURL
        do {
            for folder in [root, objects, work] {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot make the data folder \(root.path); choose another with --data",
                cause: error)
        }
    }

    /// `$XDG_DATA_HOME/batchvideo`, else `~/.local/share/batchvideo`.
    static func standard(_ environment: [String: String]) -> String {
        let home = environment["HOME"] ?? NSTemporaryDirectory()
        let share = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
        return share + "/batchvideo"
    }

    var database: URL { root.appending(path: "batchvideo.db") }
    var objects: URL { root.appending(path: "objects", directoryHint: .isDirectory) }
    var work: URL { root.appending(path: "work", directoryHint: .isDirectory) }

    /// What signs tokens and links when nobody set it: made once and kept in the folder, for its
    /// owner's eyes only.
    func secret() throws -> String {
        let file = root.appending(path: "secret")
        for _ in 0..<2 {
            if let known = try? String(contentsOf: file, encoding: .utf8), known.utf8.count >= 32 {
                return known.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            try make(file)
        }
        throw BatchVideoError(
            .unwritable, "cannot read \(file.path); give it to the user that runs batchvideo")
    }

    /// Exclusive: of two processes that start at once, the second reads what the first wrote.
    private func make(_ file: URL) throws {
        let draft = root.appending(path: ".secret.\(ProcessInfo.processInfo.processIdentifier)")
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<4).map { _ in String(generator.next(), radix: 16) }.joined()
        let text = digits + String(repeating: "0", count: max(0, 64 - digits.count))
        let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(file) }
        defer {
            close(descriptor)
            unlink(draft.path)
        }
        let isWritten = text.withCString { write(descriptor, $0, 64) == 64 }
        guard isWritten, fsync(descriptor) == 0 else { throw unwritable(file) }
        guard link(draft.path, file.path) == 0 || errno == EEXIST else { throw unwritable(file) }
    }

    private func unwritable(_ file: URL) -> BatchVideoError {
        BatchVideoError(.unwritable, "cannot write \(file.path); check the folder and its permissions")
    }
}
