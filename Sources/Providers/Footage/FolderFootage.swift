import BatchVideo
import Foundation

extension Vendor {
    /// A folder of the user's clips and pictures.
    static let folder = Vendor(
        "folder", title: "A folder of your own clips and pictures",
        settings: [
            VendorSetting("path", "The folder; what lies below it counts too.", isRequired: true),
            VendorSetting("licence", "What films say of its files; \"user's file\" when left out."),
            VendorSetting("author", "Whose files they are; nobody when left out."),
        ]
    ) { settings, tools in
        VendorParts(footage: try FolderFootage(settings, tools))
    }
}

/// Clips and pictures of a folder, found by the words of their names, of the folders they lie in, and of
/// what is written about them.
///
/// A file may be described by `NAME.json` beside it (`clip.json` or `clip.mp4.json`) with `tags`,
/// `licence`, `author` and `page`, or by a row of `footage.csv` at the top with a column `file` and the
/// same others.
struct FolderFootage: FootageLibrary {
    let name: String
    let version: String
    let terms: CallTerms
    /// Files are named in any language.
    let wantsEnglish = false
    let mostItems = 2_000
    private let tools: VendorTools
    private let root: URL
    private let index: FolderIndex
    private let licence: String
    private let author: String

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("folder")
        terms = try settings.terms()
        let path = (try settings.text("path") as NSString).expandingTildeInPath
        guard path.hasPrefix("/") else { throw settings.fault("path", "must be an absolute path") }
        root = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
        licence = try settings.text("licence", or: "user's file")
        author = try settings.text("author", or: "")
        self.tools = tools
        index = FolderIndex(
            root: root, file: tools.folder.appending(path: "\(settings.name).footage.json"),
            name: settings.name,
            tools: tools)
    }

    /// What the words name first; then the rest, by how well it fits.
    func search(_ query: FootageQuery) async throws -> [FootageItem] {
        let entries = try await index.entries()
        let ranking = FootageRanking(
            words: FootageWords(text: query.words), canvas: query.canvas, length: query.minLength,
            seed: StableHash.of(query.words))
        return ranking.ranked(items(of: entries)).prefix(query.limit).map(\.item)
    }

    /// The same content counts once, with the tags of all its places.
    private func items(of entries: [FolderEntry]) -> [FootageItem] {
        var items: [FootageItem] = []
        var places: [String: Int] = [:]
        for entry in entries {
            if let known = places[entry.sha256] {
                items[known].tags += entry.tags.filter { !items[known].tags.contains($0) }
                continue
            }
            places[entry.sha256] = items.count
            items.append(
                FootageItem(
                    library: name, id: entry.id, isPicture: entry.isPicture, length: entry.length,
                    tags: entry.tags, page: entry.words.page ?? "", author: entry.words.author ?? author,
                    licence: entry.words.licence ?? licence,
                    renditions: [
                        .init(url: root.appending(path: entry.path).absoluteString, size: entry.size)
                    ]))
        }
        return items
    }

    func fetch(_ item: FootageItem, covering canvas: PixelSize, to file: URL) async throws {
        let entries = try await index.entries()
        guard let entry = entries.first(where: { $0.id == item.id }) else {
            throw gone(item)
        }
        let source = root.appending(path: entry.path)
        let isThere = try await DiskThread.run { try FolderScan.copy(source, to: file) }
        guard isThere else { throw gone(item) }
        do {
            try await tools.check(file, entry.isPicture ? .picture : .video)
        } catch {
            try? FileManager.default.removeItem(at: file)  // the first error is the one to tell
            throw error
        }
    }

    private func gone(_ item: FootageItem) -> BatchVideoError {
        BatchVideoError(
            .notFound, "\(item.key) lies in \(root.path) no more; another is to be taken",
            cause: VendorFailure(.outage, vendor: name, words: "the file is gone", isUnpaid: true))
    }
}
