import BatchVideo
package import Foundation

/// Objects on the local disk: a key is a path below the folder.
package struct ObjectShelf: Sendable {
    private let root: URL

    package init(_ root: URL) { self.root = root }

    /// - Throws: `.notFound` for what is no key of ours.
    package func url(of key: String) throws -> URL {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard !key.isEmpty, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
            throw BatchVideoError(.notFound, "there is no file \(key.prefix(80))")
        }
        return root.appending(path: key)
    }

    /// Puts a copy of `file` under `key`, whole or not at all.
    package func put(_ file: URL, as key: String) throws {
        let target = try url(of: key)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try DurableFile.publish(file, to: target)
    }

    func has(_ key: String) -> Bool {
        (try? url(of: key)).map { FileManager.default.fileExists(atPath: $0.path) } ?? false
    }

    /// Removes everything that a job made.
    package func removeJob(_ id: Int) {
        // Gone already, or removed at the next sweep.
        try? FileManager.default.removeItem(at: root.appending(path: "jobs/\(id)"))
    }
}
