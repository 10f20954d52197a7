import BatchVideo
import Crypto
import Foundation

/// What searches found, kept for a while in files of a folder, a file per search.
actor SearchShelf {
    private struct Kept: Codable {
        var at: Date
        var clips: [FoundClip]
    }

    private static let mostFiles = 2000

    private let folder: URL
    private let keeps: TimeInterval
    private let date: @Sendable () -> Date

    init(folder: URL, keeps: Duration, date: @escaping @Sendable () -> Date) {
        self.folder = folder
        self.keeps = keeps / .seconds(1)
        self.date = date
    }

    /// Nil when the search was not made, or too long ago.
    func clips(_ search: String) -> [FoundClip]? {
        guard let kept = read(file(search)), isFresh(kept) else { return nil }
        return kept.clips
    }

    /// Throws `.unwritable`.
    func keep(_ clips: [FoundClip], _ search: String) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let data = try JSONEncoder().encode(Kept(at: date(), clips: clips))
            try WholeFile.write(data, to: file(search))
        } catch let error as BatchVideoError {
            throw error
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot write in \(folder.path); check the data folder", cause: error)
        }
        let files = kept
        if files.count > Self.mostFiles { tidy(files) }
    }

    /// Lets go of every search that found the clip.
    func forget(_ id: String) {
        for file in kept where read(file)?.clips.contains(where: { $0.id == id }) == true { remove(file) }
    }

    /// Removes what is too old; when that is not enough, half of the rest.
    private func tidy(_ files: [URL]) {
        var fresh: [(file: URL, at: Date)] = []
        for file in files {
            if let kept = read(file), isFresh(kept) { fresh.append((file, kept.at)) } else { remove(file) }
        }
        guard fresh.count > Self.mostFiles else { return }
        for (file, _) in fresh.sorted(by: { $0.at < $1.at }).prefix(fresh.count / 2) { remove(file) }
    }

    private func isFresh(_ kept: Kept) -> Bool { (0..<keeps).contains(date().timeIntervalSince(kept.at)) }

    private var kept: [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []  // no folder: none
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { folder.appending(path: $0) }
    }

    /// The name tells nothing of the search: it may hold the words of a film.
    private func file(_ search: String) -> URL {
        let digest = SHA256.hash(data: Data(search.utf8)).prefix(16)
        return folder.appending(path: digest.map { String(format: "%02x", $0) }.joined() + ".json")
    }

    /// Nil for what is not there or cannot be read: it is asked for again.
    private func read(_ file: URL) -> Kept? {
        (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Kept.self, from: $0) }
    }

    private func remove(_ file: URL) { try? FileManager.default.removeItem(at: file) }  // it is only old
}
