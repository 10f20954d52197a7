internal import BatchVideo
internal import Foundation

/// Objects on the local disk: a key is a path below the folder.
struct ObjectFolder: Sendable {
    let root: URL

    private static let longestKey = 512

    /// Where the object of a key lies.
    /// - Throws: 404 for keys that are no keys of ours: "..", absolute paths, odd characters.
    func url(of key: String) throws -> URL {
        guard Self.isKey(key) else { throw Refusal.notFound }
        return root.appending(path: key)
    }

    static func isKey(_ key: String) -> Bool {
        guard (1...longestKey).contains(key.utf8.count) else { return false }
        return key.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".")
                && part.unicodeScalars.allSatisfy { $0.value > 0x1F && $0 != "\\" && $0.value != 0x7F }
        }
    }

    func exists(_ key: String) -> Bool {
        guard let url = try? url(of: key) else { return false }
        return FileManager.default.fileExists(atPath: url.path)
    }
}

/// Which job an object was made for, from its key "jobs/{id}/...".
enum ObjectKey {
    static func job(of key: String) -> Int? {
        let parts = key.split(separator: "/")
        guard parts.count >= 3, parts[0] == "jobs", let id = Int(parts[1]), id > 0 else { return nil }
        return id
    }
}
