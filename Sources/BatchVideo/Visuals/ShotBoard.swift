/// What people chose for the shots of a film, over the plan that the program made.
package struct ShotBoard: Hashable, Sendable, Codable {
    package enum Choice: Hashable, Sendable, Codable {
        /// Whatever the planner finds.
        case planned
        /// Exactly what was shown before.
        case kept(ShotVisual)
        /// New pictures, one for each seed; the first is shown.
        case repainted(seeds: [UInt64], isMoving: Bool)
        /// A file of the user's; absolute path.
        case file(String, isMoving: Bool)
    }

    package struct Entry: Hashable, Sendable, Codable {
        /// In the film that people saw; in a fitted board, in the film that is made.
        package var span: TimeSpan
        package var text: String
        /// What the picture is to show; nil: what is said.
        package var prompt: String?
        package var choice: Choice
        package var isLocked: Bool
        /// Its letters in the words of the film.
        package var letters: Range<Int>
        /// The number of the row that asks for it, in the film that people saw.
        package var row: Int?

        package init(
            span: TimeSpan, text: String, prompt: String?, choice: Choice, isLocked: Bool = false,
            letters: Range<Int> = 0..<0, row: Int? = nil
        ) {
            self.span = span
            self.text = text
            self.prompt = prompt
            self.choice = choice
            self.isLocked = isLocked
            self.letters = letters
            self.row = row
        }
    }

    /// What is to be said, with the words that people changed; nil: the brief's text.
    package var script: Script?
    /// The narration that `entries` lie in, without its words; nil when it is not known any more.
    package var before: Narration?
    package var entries: [Entry]

    package init(script: Script? = nil, before: Narration? = nil, entries: [Entry]) {
        self.script = script
        self.before = before
        self.entries = entries
    }
}

extension Storyboard {
    /// The storyboard that `board` makes of this one: its shots, each with the cues spoken in it.
    ///
    /// Throws `.conflict` when the entries do not fill the film without gap.
    package func edited(by board: ShotBoard, cues: CueSheet, duration: MediaTime) throws -> Storyboard {
        var end = MediaTime.zero
        for entry in board.entries {
            guard entry.span.start == end, entry.span.end > end else {
                throw BatchVideoError(
                    .conflict, "the shots leave a gap or overlap at \(end.ms) ms; split and merge them again")
            }
            end = entry.span.end
        }
        guard end == duration else {
            throw BatchVideoError(
                .conflict,
                "the shots end at \(end.ms) ms, the narration at \(duration.ms) ms; try again from the storyboard")
        }
        var edited = self
        edited.shots = board.entries.enumerated().map { index, entry in
            let spoken = cues.cues.filter { $0.span.overlaps(entry.span) }.map(\.index)
            let same = shots.first { $0.span == entry.span }
            return Shot(
                index: index, span: entry.span, text: entry.text,
                firstCue: spoken.first ?? same?.firstCue ?? 0,
                lastCue: spoken.last ?? same?.lastCue ?? 0,
                isMoving: entry.choice.isMoving ?? same?.isMoving ?? false,
                prompt: entry.prompt ?? same?.prompt ?? entry.text)
        }
        return edited
    }
}

extension ShotBoard.Choice {
    /// Nil where the planner decides.
    var isMoving: Bool? {
        switch self {
        case .planned: nil
        case .kept(let shown): shown.visual.medium == .clip
        case .repainted(_, let isMoving), .file(_, let isMoving): isMoving
        }
    }
}
