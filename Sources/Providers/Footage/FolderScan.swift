import BatchVideo
import Crypto
import Foundation

/// What a look at a folder finds, without opening a media file.
struct FolderScan: Sendable {
    struct Found: Sendable {
        /// Below the folder.
        var path: String
        var stamp: String
        /// The name of the file that describes it.
        var description: String?
    }

    /// By path.
    private(set) var files: [Found] = []
    /// What `footage.csv` says, by path.
    private(set) var table: [String: FolderWords] = [:]
    /// There were more files than are looked at.
    private(set) var isCut = false

    static let most = 20_000
    private static let mostDescription = 64 << 10
    private static let mostTable = 16 << 20
    private static let tableName = "footage.csv"
    private static let suffixes: Set<String> = [
        "mp4", "mov", "m4v", "mkv", "webm", "avi", "ts", "mts", "mpg", "mpeg", "flv", "wmv",
        "jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "avif",
    ]

    /// Hidden files and links are passed over. Throws `.notFound` when the folder is not there.
    init(_ root: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), isFolder.boolValue,
            let walk = FileManager.default.enumerator(atPath: root.path)
        else { throw BatchVideoError(.notFound, "there is no folder \(root.path); check the setting path") }
        var stamps: [String: String] = [:]
        while let path = walk.nextObject() as? String {
            let name = path.split(separator: "/").last ?? ""
            if name.hasPrefix(".") {
                walk.skipDescendants()
                continue
            }
            guard let suffix = Self.suffix(path), Self.suffixes.contains(suffix) || suffix == "json" else {
                continue
            }
            guard stamps.count < Self.most * 2 else {
                isCut = true
                break
            }
            if let stamp = Self.stamp(root.path + "/" + path) { stamps[path] = stamp }
        }
        for (path, stamp) in stamps.sorted(by: { $0.key < $1.key }) where Self.suffix(path) != "json" {
            guard files.count < Self.most else {
                isCut = true
                break
            }
            let plain = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
            let description = [path + ".json", plain + ".json"].first { stamps[$0] != nil }
            files.append(
                Found(
                    path: path,
                    stamp: [stamp, description.flatMap { stamps[$0] }].compactMap { $0 }.joined(
                        separator: " "),
                    description: description.map { URL(filePath: $0).lastPathComponent }))
        }
        table = try Self.table(root.appending(path: Self.tableName))
    }

    private static func suffix(_ path: String) -> String? {
        path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    }

    /// Size and time of the last change; nil for what is no plain file.
    private static func stamp(_ path: String) -> String? {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return "\(facts.st_size)-\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
    }

}

extension FolderScan {
    /// Names of cameras and numbers say nothing of what is seen.
    private static let idle: Set<String> = [
        "img", "dsc", "dscf", "dscn", "vid", "mvi", "pxl", "gopr", "dji", "mov", "video", "clip", "footage",
        "final", "copy", "hd", "uhd", "4k", "1080p", "720p", "new", "untitled", "screenshot",
    ]

    /// One for each folder above a file and one for its name: "living-room_02.mp4" has "living room".
    static func tags(of path: String) -> [String] {
        let plain = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
        return plain.split(separator: "/").compactMap { part in
            let words = part.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map { $0.lowercased() }
                .filter { !idle.contains($0) && !$0.allSatisfy(\.isNumber) }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }

    static func words(beside file: URL, _ description: String?) throws -> FolderWords {
        guard let description else { return FolderWords() }
        let place = file.deletingLastPathComponent().appending(path: description)
        guard let data = try? Data(contentsOf: place), data.count <= mostDescription,
            let json = try? JSONDecoder().decode(JSONValue.self, from: data), json.object != nil
        else { throw BatchVideoError(.invalid, "\(description) beside it is no JSON map of at most 64 KiB") }
        let tags = json["tags"]?.array?.compactMap(\.string) ?? json["tags"]?.string.map(split) ?? []
        return FolderWords(
            tags: FoundClip.bounded(tags), licence: line(json["licence"]?.string ?? json["license"]?.string),
            author: line(json["author"]?.string), page: line(json["page"]?.string))
    }

    private static func table(_ file: URL) throws -> [String: FolderWords] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        do {
            let data = try Data(contentsOf: file)
            guard data.count <= mostTable else { throw BatchVideoError(.invalid, "it is larger than 16 MiB") }
            let table = try ImportTable(data, .csv)
            let columns = table.columns.map { $0.lowercased().trimmingCharacters(in: .whitespaces) }
            guard let place = columns.firstIndex(of: "file") else {
                throw BatchVideoError(.invalid, "it has no column \"file\"")
            }
            return table.rows.reduce(into: [:]) { words, row in
                func cell(_ names: String...) -> String? {
                    guard let column = columns.firstIndex(where: names.contains), column < row.cells.count
                    else { return nil }
                    return line(row.cells[column])
                }
                guard place < row.cells.count, !row.cells[place].isEmpty else { return }
                words[row.cells[place]] = FolderWords(
                    tags: FoundClip.bounded(cell("tags").map(split) ?? []),
                    licence: cell("licence", "license"),
                    author: cell("author"), page: cell("page"))
            }
        } catch let error as BatchVideoError {
            throw BatchVideoError(.invalid, "\(file.path) cannot be used: \(error.message)")
        } catch {
            throw BatchVideoError(.notFound, "cannot read \(file.path); check its permissions", cause: error)
        }
    }

    private static func split(_ text: String) -> [String] {
        text.split { ",;|，；、".contains($0) }.map(String.init)
    }

    private static func line(_ text: String?) -> String? {
        let line = text?.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300)
        return line.flatMap { $0.isEmpty ? nil : String($0) }
    }

}

extension FolderScan {
    /// SHA-256 in hexadecimal, read in pieces.
    static func digest(_ file: URL) throws -> String {
        try FileSlice(file).digest(SHA256.self).hexadecimal
    }

    /// False when the source is not there. Throws `.unwritable`.
    static func copy(_ source: URL, to file: URL) throws -> Bool {
        guard FileManager.default.isReadableFile(atPath: source.path) else { return false }
        let draft = file.appendingPathExtension("part")
        do {
            try? FileManager.default.removeItem(at: draft)  // left by a crash, or not there
            try FileManager.default.copyItem(at: source, to: draft)
            guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return true
        } catch {
            try? FileManager.default.removeItem(at: draft)  // the first error is the one to tell
            throw BatchVideoError(.unwritable, "cannot write \(file.path); is the disk full?", cause: error)
        }
    }
}
