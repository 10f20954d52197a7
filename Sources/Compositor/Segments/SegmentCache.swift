import BatchVideo
import Foundation
import Glibc

/// Finished segments on disk, named by their fingerprint. A file ends in the checksum of all before
/// it: torn or damaged ones are as good as absent.
struct SegmentCache: Sendable {
    let folder: String
    let leftovers: Leftovers

    /// Makes the folder, and clears what killed renders left in it.
    init(folder: String, leftovers: Leftovers) throws {
        self.folder = folder
        self.leftovers = leftovers
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot make the folder \(folder); check its permissions",
                cause: error)
        }
        removeAbandoned()
    }

    /// Nil when there is none, or none that is whole.
    func load(_ key: String) -> EncodedTrack? {
        let url = URL(fileURLWithPath: path(key))
        // Absent and unreadable are the same here: the segment is made again.
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else { return nil }
        return try? data.withUnsafeBytes { try SegmentFile.decode($0) }
    }

    /// The checksum takes the place of an fsync: what a power cut tears is made again.
    func store(_ track: EncodedTrack, as key: String) throws {
        let temporary = "\(path(key)).\(getpid()).\(pthread_self()).partial"
        try leftovers.expect(file: temporary)
        do {
            guard FileManager.default.createFile(atPath: temporary, contents: nil),
                let file = FileHandle(forWritingAtPath: temporary)
            else { throw unwritable(temporary, errno) }
            try SegmentFile.encode(track) { try file.write(contentsOf: $0) }
            try file.close()
        } catch {
            leftovers.discard(file: temporary)
            throw BatchVideoError(
                .unwritable, "cannot write to \(folder); free space or choose another folder",
                cause: error)
        }
        try leftovers.publish([(temporary, path(key))])
    }

    private func path(_ key: String) -> String { "\(folder)/\(key).segment" }

    private func removeAbandoned() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasSuffix(".partial") {
            let owner = name.split(separator: ".").dropFirst(2).first.flatMap { pid_t($0) }
            if let owner, owner != getpid(), kill(owner, 0) != 0, errno == ESRCH {
                unlink("\(folder)/\(name)")
            }
        }
    }
}
