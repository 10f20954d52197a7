import BatchVideo
import Foundation

/// A file of a library's folder, as the index remembers it.
struct FolderEntry: Codable, Sendable, Equatable {
    /// Below the folder.
    var path: String
    /// Size and time of change of the file and of what describes it: the same means nothing is new.
    var stamp: String
    var sha256: String
    var isPicture: Bool
    var length: MediaTime
    var size: PixelSize
    var words: FolderWords
    /// Why it cannot be used; the rest is empty then.
    var fault: String?

    /// Its content's, whatever it is called.
    var id: String { String(sha256.prefix(24)) }
    var tags: [String] { FolderScan.tags(of: path) + words.tags }
}

/// What people wrote about a file.
struct FolderWords: Codable, Sendable, Equatable {
    var tags: [String] = []
    var licence: String?
    var author: String?
    var page: String?
}

/// Knows what lies in a folder. Looks at it when it is asked, at most every few seconds; only files that
/// are new or changed are read. What it knows outlives the process in a file.
actor FolderIndex {
    private struct Stored: Codable {
        var version = 1
        var root: String
        var entries: [FolderEntry]
    }

    private static let restSeconds = 10
    /// Files that are examined at the same time.
    private static let atOnce = 2
    /// Examined files after which the index is written.
    private static let batch = 64

    private let root: URL
    private let file: URL
    private let name: String
    private let tools: VendorTools
    private let turn = Lane(capacity: 1)
    private var known: [String: FolderEntry]?
    /// What `footage.csv` says, in place of what the index has.
    private var table: [String: FolderWords] = [:]
    private var lookedAt: Duration?
    private var hasSaidTooMany = false

    init(root: URL, file: URL, name: String, tools: VendorTools) {
        self.root = root
        self.file = file
        self.name = name
        self.tools = tools
    }

    /// Usable files by path. Throws `.notFound` when the folder is not there.
    func entries() async throws -> [FolderEntry] {
        try await turn.use { try await look() }
    }

    private func look() async throws -> [FolderEntry] {
        let now = tools.clock.now()
        if let known, let lookedAt, now - lookedAt < .seconds(Self.restSeconds) { return usable(known) }
        let root = root
        let seen = try await DiskThread.run { try FolderScan(root) }
        if seen.isCut, !hasSaidTooMany {
            hasSaidTooMany = true
            tools.warn("\(name): only the first \(FolderScan.most) files of \(root.path) are looked at")
        }
        var entries = known ?? load()
        let before = entries
        let paths = Set(seen.files.map(\.path))
        entries = entries.filter { paths.contains($0.key) }
        let news = seen.files.filter { entries[$0.path]?.stamp != $0.stamp }
        for start in stride(from: 0, to: news.count, by: Self.batch) {
            let batch = Array(news[start..<min(start + Self.batch, news.count)])
            for entry in try await examine(batch) { entries[entry.path] = entry }
            try save(entries)
        }
        if entries != before { try save(entries) }
        known = entries
        table = seen.table
        lookedAt = tools.clock.now()
        return usable(entries)
    }

    private func usable(_ entries: [String: FolderEntry]) -> [FolderEntry] {
        entries.values.filter { $0.fault == nil }.sorted { $0.path < $1.path }.map { entry in
            var entry = entry
            entry.words = table[entry.path] ?? entry.words
            return entry
        }
    }

    private func examine(_ files: [FolderScan.Found]) async throws -> [FolderEntry] {
        let (root, measure) = (root, tools.measure)
        return try await withThrowingTaskGroup(of: FolderEntry.self) { group in
            var entries: [FolderEntry] = []
            for (number, found) in files.enumerated() {
                if number >= Self.atOnce, let entry = try await group.next() { entries.append(entry) }
                group.addTask { try await Self.examine(found, in: root, measure) }
            }
            for try await entry in group { entries.append(entry) }
            for entry in entries.sorted(by: { $0.path < $1.path }) {
                if let fault = entry.fault { tools.warn("\(name): \(entry.path) is left out: \(fault)") }
            }
            return entries
        }
    }

    private static func examine(
        _ found: FolderScan.Found, in root: URL,
        _ measure: @Sendable (URL) async throws -> VendorTools.Measured
    ) async throws -> FolderEntry {
        let place = root.appending(path: found.path)
        var entry = FolderEntry(
            path: found.path, stamp: found.stamp, sha256: "", isPicture: false, length: .zero,
            size: PixelSize(width: 0, height: 0), words: FolderWords())
        do {
            let seen = try await measure(place)
            entry.isPicture = seen.isPicture
            entry.length = seen.length
            entry.size = seen.size
            entry.sha256 = try await DiskThread.run { try FolderScan.digest(place) }
            entry.words = try await DiskThread.run { try FolderScan.words(beside: place, found.description) }
        } catch let error as BatchVideoError
            where [.media, .notFound, .invalid, .timeout].contains(error.code)
        {
            entry.fault = error.message
        }
        return entry
    }

    /// Nothing where it cannot be read or is of another folder: everything is looked at again.
    private func load() -> [String: FolderEntry] {
        guard let data = try? Data(contentsOf: file),
            let stored = try? JSONDecoder().decode(Stored.self, from: data),
            stored.version == 1, stored.root == root.path
        else { return [:] }
        return Dictionary(stored.entries.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    }

    private func save(_ entries: [String: FolderEntry]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let stored = Stored(root: root.path, entries: entries.values.sorted { $0.path < $1.path })
            try WholeFile.write(try encoder.encode(stored), to: file)
        } catch let error as BatchVideoError {
            throw error
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot write \(file.path); check the data folder", cause: error)
        }
    }
}
