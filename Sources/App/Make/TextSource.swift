import BatchVideo
import Foundation

/// Where a film's text comes from.
enum TextSource: Sendable {
    case standardInput
    case file(URL)

    /// Name for messages and the default output.
    var name: String {
        switch self {
        case .standardInput: "standard input"
        case .file(let url): url.lastPathComponent
        }
    }

    /// The film's name when none is given: "story" for "story.txt".
    var stem: String {
        switch self {
        case .standardInput: "film"
        case .file(let url):
            url.lastPathComponent.hasSuffix(Self.manifestSuffix)
                ? String(url.lastPathComponent.dropLast(Self.manifestSuffix.count))
                : url.deletingPathExtension().lastPathComponent
        }
    }

    static let manifestSuffix = ".manifest.json"
    /// Larger files cannot hold a text within the limits and are refused unread.
    private static let maximumBytes = 16 << 20

    /// The files to make films of: each argument is a file, `-`, or a folder of .txt and .md files.
    static func expand(_ arguments: [String]) throws -> [TextSource] {
        try arguments.flatMap { argument -> [TextSource] in
            if argument == "-" { return [.standardInput] }
            let url = URL(filePath: argument)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                throw BatchVideoError(.notFound, "no such file: \(argument); check the path")
            }
            return isFolder.boolValue ? try texts(in: url) : [.file(url)]
        }
    }

    func read() throws -> Data {
        switch self {
        case .standardInput:
            let data = try FileHandle.standardInput.read(upToCount: Self.maximumBytes + 1) ?? Data()
            return try checked(data)
        case .file(let url):
            guard let handle = try? FileHandle(forReadingFrom: url),
                let data = try? handle.read(upToCount: Self.maximumBytes + 1) ?? Data()
            else {
                throw BatchVideoError(
                    .notFound, "cannot read \(url.path); check that it is a file you may read")
            }
            return try checked(data)
        }
    }

    private func checked(_ data: Data) throws -> Data {
        guard data.count <= Self.maximumBytes else {
            throw BatchVideoError(
                .invalid, "\(name) is larger than 16 MiB; a film's text has at most 10,000 characters")
        }
        return data
    }

    private static func texts(in folder: URL) throws -> [TextSource] {
        let files = try FolderListing.files(in: folder, withExtensions: ["txt", "md"])
        guard !files.isEmpty else {
            throw BatchVideoError(
                .notFound, "no .txt or .md files in \(folder.path); put one text per file there")
        }
        return files.map { .file($0) }
    }
}
