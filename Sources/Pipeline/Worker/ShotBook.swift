import BatchVideo
import Foundation

/// Between the shots that people see and edit, and the pictures that a film was made of.
///
/// The workspace remembers what every candidate is, so that a shot that nobody touched shows the
/// very same file, move and all, and its segments are found again.
struct ShotBook: Sendable {
    let workspace: Workspace
    let shelf: ObjectShelf
    let jobID: Int

    /// What the last run said and showed.
    private struct Memory: Codable {
        /// Names the text that the shots' words were made of.
        var source: String
        var told: ToldFilm
        /// Candidates by key.
        var pictures: [String: ShotVisual]
    }

    private var file: URL { workspace.url("shots.json") }

    private func memory() -> Memory? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONDecoder().decode(Memory.self, from: data)
    }

    /// What people chose and which words they changed; nil when there are no shots yet.
    ///
    /// - Parameters:
    ///   - source: names the text as it is filed now; changed words count for the text that they were
    ///     changed in only.
    ///   - isFresh: pictures are to be planned anew, but for locked shots.
    func board(of rows: [ShotRow], source: String, isFresh: Bool) throws -> (ShotBoard?, warnings: [String]) {
        guard !rows.isEmpty else { return (nil, []) }
        let memory = memory()
        let pictures = memory?.pictures ?? [:]
        var entries = try rows.enumerated().map { index, row in
            ShotBoard.Entry(
                span: row.span, text: row.text, prompt: row.prompt,
                choice: isFresh && !row.isLocked ? .planned : try choice(row, pictures),
                isLocked: row.isLocked, row: index)
        }
        guard let told = memory?.told else {
            return (
                ShotBoard(entries: entries),
                [
                    "what this film was last made of is not kept any more: "
                        + "its shots are planned anew, locked ones keep their pictures"
                ]
            )
        }
        let pieces = told.pieces(of: rows.map { ($0.span, $0.text) })
        guard pieces.count == rows.count else { return (ShotBoard(entries: entries), []) }
        guard memory?.source == source else {
            let isEdited = pieces.contains { $0.text != nil }
            return (
                ShotBoard(entries: entries),
                isEdited ? ["the job's text was changed: what was changed in single shots is dropped"] : []
            )
        }
        let rewritten = try told.narration.script.rewritten(pieces)
        entries.follow(pieces, rewritten, before: told)
        return (
            ShotBoard(script: rewritten.script, before: told.narration, entries: entries), []
        )
    }

    private func choice(_ row: ShotRow, _ pictures: [String: ShotVisual]) throws -> ShotBoard.Choice {
        let wanted = row.images.filter(\.isWanted)
        if row.selected == nil, !wanted.isEmpty {
            return .repainted(
                seeds: wanted.map { $0.seed ?? 0 }, isMoving: wanted.contains(where: \.isMoving))
        }
        if let video = row.video, !row.images.contains(where: { $0.key == video }) {
            return .file(try shelf.url(of: video).path, isMoving: true)
        }
        guard let shown = row.shown else { return .planned }
        if let known = pictures[shown.key], try isHere(known, shown.key) { return .kept(known) }
        return .file(try shelf.url(of: shown.key).path, isMoving: shown.isMoving)
    }

    /// Whether the workspace has the picture, fetched from the objects if retention took it. False
    /// when the object is another file, which has to be brought in anew: a user's own. True when
    /// there is neither, so that it is planned again.
    private func isHere(_ shown: ShotVisual, _ key: String) throws -> Bool {
        if workspace.has(shown.visual.file) || !shelf.has(key) { return true }
        let object = try shelf.url(of: key)
        guard try DurableFile.digest(object).sha256 == shown.visual.provenance.sha256 else { return false }
        try DurableFile.publish(object, to: workspace.url(shown.visual.file))
        return true
    }

    /// Stores the pictures of a finished film as objects, and gives the rows that show them.
    ///
    /// - Parameter source: names the text that the film was made of.
    func record(
        _ board: PublishedBoard, of source: String, over rows: [ShotRow], now: Date
    ) throws -> [ShotRow] {
        var pictures = memory()?.pictures ?? [:]
        let made = try board.storyboard.shots.indices.map { index -> ShotRow in
            let shot = board.storyboard.shots[index]
            let shown = [board.shown[index]] + board.alternatives[index]
            let old = board.entries[index].row.map { rows[$0] }
            let keys = try shown.map { visual -> String in
                let key = try key(of: visual, chosenBy: old)
                pictures[key] = visual
                return key
            }
            var images = old?.images.filter { !$0.isWanted } ?? []
            for (key, visual) in zip(keys, shown) where !images.contains(where: { $0.key == key }) {
                images.append(ShotCandidate(key: key, visual: visual))
            }
            return ShotRow(
                id: old?.id ?? 0, jobID: jobID, index: index, startMs: shot.span.start.ms,
                endMs: shot.span.end.ms, text: shot.text, prompt: shot.prompt, images: images,
                selected: keys.first,
                video: board.shown[index].visual.medium == .clip ? keys.first : nil,
                isLocked: old?.isLocked ?? false, version: old?.version ?? 1,
                createdAt: old?.createdAt ?? now, updatedAt: now)
        }
        // Only what can still be chosen is worth remembering.
        let known = Set(made.flatMap { $0.images.map(\.key) })
        let memory = Memory(
            source: source, told: board.told, pictures: pictures.filter { known.contains($0.key) })
        let data = try JSONEncoder().encode(memory)
        try DurableFile.write(data, to: file)
        return made
    }

    /// A user's own file keeps its key; what we made becomes an object of the job.
    private func key(of visual: ShotVisual, chosenBy row: ShotRow?) throws -> String {
        if let row, ["user-image", "user-footage"].contains(visual.visual.provenance.source),
            row.selected != nil || !row.images.contains(where: \.isWanted),
            let key = row.video ?? row.shown?.key
        {
            return key
        }
        let end = visual.visual.medium == .clip ? "mp4" : "png"
        let key = "jobs/\(jobID)/shots/\(visual.visual.provenance.sha256.prefix(16)).\(end)"
        if !shelf.has(key) { try shelf.put(workspace.url(visual.visual.file), as: key) }
        return key
    }
}

extension ShotRow {
    fileprivate var span: TimeSpan { TimeSpan(startMs: startMs, endMs: endMs) }

    /// The candidate that is to be seen.
    fileprivate var shown: ShotCandidate? {
        let key = video ?? selected
        return images.first { $0.key == key && !$0.isWanted } ?? images.first { !$0.isWanted }
    }
}

extension ShotCandidate {
    fileprivate init(key: String, visual: ShotVisual) {
        let provenance = visual.visual.provenance
        self.init(
            key: key, source: provenance.source, provider: provenance.source, model: provenance.detail,
            prompt: provenance.prompt, seed: provenance.seed & ((1 << 53) - 1),
            credit: provenance.licence, isMoving: visual.visual.medium == .clip)
    }
}
