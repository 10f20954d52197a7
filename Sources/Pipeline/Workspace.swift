import BatchVideo
package import Foundation

/// The folder a film is made in. What stands in it under its final name is complete, so a film that
/// was interrupted goes on where it stopped, and a changed film makes only what changed.
///
/// One process at a time: the lock is held until the value's last copy is gone, and the kernel lets
/// go of it when the process dies.
package struct Workspace: Sendable {
    package let root: URL
    private let lock: FolderLock

    /// Opens or makes the folder.
    ///
    /// Throws `.conflict` when another process is making a film there, `.unwritable` when the folder
    /// cannot be made.
    package init(_ root: URL) throws {
        self.root = root
        try Self.make(root)
        lock = try FolderLock(root.appending(path: "lock"))
        // Under the lock: retention moves folders away while it holds it.
        for folder in Folder.allCases { try Self.make(root.appending(path: folder.rawValue)) }
    }

    /// Takes the lock of a folder that is there, for who clears it away; makes nothing in it but the lock.
    ///
    /// Throws `.conflict` when a film is being made there.
    init(clearing root: URL) throws {
        self.root = root
        lock = try FolderLock(root.appending(path: "lock"))
    }

    private static func make(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw BatchVideoError(
                .unwritable,
                "cannot make the work folder \(folder.path): set BATCHVIDEO_CACHE to a folder you may write",
                cause: error)
        }
    }

    enum Folder: String, CaseIterable {
        case speech, visuals, vendors, sound, captions, stages, segments, renditions
    }

    /// What is large and made again from the rest: what was spoken or bought, the plans and what people chose
    /// (`shots.json`) are about a hundredth of it.
    static let large: [Folder] = [.visuals, .sound, .segments, .renditions]

    /// A path relative to the root, and the same as a URL.
    func path(_ folder: Folder, _ name: String) -> String { "\(folder.rawValue)/\(name)" }
    func url(_ path: String) -> URL { root.appending(path: path) }
    func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

    var segments: URL { root.appending(path: Folder.segments.rawValue) }
}

/// An advisory lock on a file, held by this process until the last reference goes.
private final class FolderLock: Sendable {
    private let descriptor: Int32

    init(_ file: URL) throws {
        let opened = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw BatchVideoError(.unwritable, "cannot write \(file.path): check its permissions")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            throw BatchVideoError(
                .conflict,
                "this film is already being made by another batchvideo; wait for it or choose another output")
        }
        // Not before: a class that has all its properties is closed by `deinit` when its init throws,
        // and a descriptor that is closed twice may be somebody else's by then.
        descriptor = opened
    }

    /// Unlocks first: a child that is being started may hold a copy of the descriptor for a moment.
    deinit {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
