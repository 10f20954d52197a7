import BatchVideo
import Foundation

/// Puts a finished film and what belongs to it where the user wants it. Everything is made ready in
/// the workspace first; then each file is moved in whole, the film after its companions and the
/// manifest last, so that a manifest means all is there.
struct Publisher: Sendable {
    let paths: PublicationPaths
    let workspace: Workspace

    /// A file of the workspace and the role it is published in.
    struct Item: Sendable {
        var role: String
        var source: URL
        var target: URL
    }

    func publish(_ items: [Item]) throws -> [ManifestFile] {
        try items.map { item in
            try Task.checkCancellation()
            try DurableFile.publish(item.source, to: item.target)
            let digest = try DurableFile.digest(item.target)
            return ManifestFile(
                role: item.role, name: item.target.lastPathComponent, bytes: digest.bytes,
                sha256: digest.sha256)
        }
    }

    func publish(_ manifest: Manifest) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try DurableFile.write(try encoder.encode(manifest), to: paths.manifest)
    }
}
