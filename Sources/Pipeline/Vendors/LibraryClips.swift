import BatchVideo
import Foundation

/// Searches libraries for shots and brings what was chosen into the workspace, each once.
struct LibraryClips: Sendable {
    let libraries: [any FootageLibrary]
    let workspace: Workspace
    let shelf: UserMedia
    let canvas: Canvas
    let language: Language
    let seed: UInt64

    /// Searches waiting at once: libraries have limits of their own.
    private static let waiting = 8
    /// Milliseconds that a clip shows on under the next one's transition.
    private static let handleMs = 500

    /// For each shot the clips that fit it, best first; shots for which nothing was found are missing.
    ///
    /// A library that cannot be asked is left out with a warning.
    func candidates(
        for shots: [Shot], kinds: [String], warn: @escaping @Sendable (String) -> Void
    ) async throws -> [Int: [FootageItem]] {
        let found = try await boundedMap(Array(shots.enumerated()), limit: Self.waiting) { place, shot in
            let kind = kinds.isEmpty ? nil : kinds[place % kinds.count]
            return (shot.index, try await candidates(for: shot, kind: kind, warn: warn))
        }
        return Dictionary(found.filter { !$1.isEmpty }) { first, _ in first }
    }

    private func candidates(
        for shot: Shot, kind: String?, warn: @Sendable (String) -> Void
    ) async throws -> [FootageItem] {
        var items: [FootageItem] = []
        for library in libraries {
            let query = FootageQuery(
                shot: shot, kind: kind, of: language, canvas: canvas.size, from: library, seed: seed)
            do {
                items += try await search(library, query).filter { !$0.isPicture }
            } catch let error as BatchVideoError where error.vendorFailure != nil {
                warn("shot \(shot.index + 1): \(error.message)")
            }
        }
        let ranking = FootageRanking(
            words: FootageWords(shot: shot), canvas: canvas.size,
            length: MediaTime(ms: shot.span.length.ms + Self.handleMs), seed: seed)
        return ranking.ranked(items).map(\.item)
    }

    private func search(_ library: any FootageLibrary, _ query: FootageQuery) async throws -> [FootageItem] {
        let fingerprint = try Fingerprint(of: query, "footage-search", library.name, library.version)
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find("search", fingerprint, as: [FootageItem].self, files: { _ in [] }) {
            return known
        }
        let items = try await library.search(query)
        try checkpoints.store("search", fingerprint, items)
        return items
    }

    /// A seeded moment from which the clip is long enough for the shot.
    func inPoint(of item: FootageItem, in shot: Shot, seed: UInt64) -> MediaTime {
        let spareMs = item.length.ms - shot.span.length.ms - Self.handleMs
        var random = SeededRandom(seed: seed, "in point", shot.index)
        return MediaTime(ms: spareMs > 0 ? Int(random.uniform(0, Double(spareMs))) : 0)
    }

    /// Keys of those that their libraries have no more; all others are fetched, or will be tried again.
    func gone(_ items: [FootageItem]) async throws -> Set<String> {
        let found = try await boundedMap(items, limit: Self.waiting) { item -> String? in
            do {
                _ = try await visual(item)
                return nil
            } catch let error as BatchVideoError where error.vendorFailure != nil {
                return error.code == .notFound ? item.key : nil
            }
        }
        return Set(found.compactMap(\.self))
    }

    /// The clip in the workspace.
    func visual(_ item: FootageItem) async throws -> (Visual, isReused: Bool) {
        guard let library = libraries.first(where: { $0.name == item.library }) else {
            throw BatchVideoError(
                .invalid,
                "the library \(item.library), which the storyboard shows a clip of, is not configured any more")
        }
        let fingerprint = try Fingerprint(of: item.key, "footage-clip", "\(canvas.size)")
        let path = workspace.path(.vendors, "\(fingerprint.short).clip")
        let isThere = workspace.has(path)
        if !isThere { try await library.fetch(item, covering: canvas.size, to: workspace.url(path)) }
        var visual = try await shelf.bring(try SourceFile(workspace.url(path).path)).visual
        visual.provenance = Provenance(
            source: item.library, detail: item.credit, prompt: "", seed: 0,
            sha256: visual.provenance.sha256, licence: item.licence)
        return (visual, isThere)
    }
}

extension FootageItem {
    /// What it is and whose, in one line.
    fileprivate var credit: String {
        [id, author.isEmpty ? "" : "by \(author)", page].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
