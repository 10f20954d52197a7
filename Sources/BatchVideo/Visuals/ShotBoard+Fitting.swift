/// A storyboard and what people chose for its shots, one entry for each.
package struct FittedBoard: Hashable, Sendable, Codable {
    package var storyboard: Storyboard
    package var entries: [ShotBoard.Entry]
    /// What of people's choices found no place, for them to read.
    package var warnings: [String]
}

extension Storyboard {
    /// The storyboard as people want it.
    ///
    /// When the voice says the words that the board's shots stand for, those shots stay: each border
    /// keeps its distance to the sentence that it lies by, so that a sentence that was changed moves
    /// what follows it and no more. Otherwise this plan stands, and what is locked goes to the shots
    /// that say the same.
    package func fitted(
        to board: ShotBoard?, cues: CueSheet, narration: Narration
    ) throws -> FittedBoard {
        let clock = FilmClock(cues: cues, narration: narration)
        if let board, let borders = clock.borders(of: board) {
            var board = board
            for index in board.entries.indices {
                board.entries[index].span = TimeSpan(start: borders[index], end: borders[index + 1])
            }
            return FittedBoard(
                storyboard: try edited(by: board, cues: cues, duration: narration.duration),
                entries: board.entries, warnings: [])
        }
        let entries = shots.map { shot in
            ShotBoard.Entry(
                span: shot.span, text: shot.text, prompt: nil, choice: .planned,
                letters: clock.letters(of: shot))
        }
        return try placing(board?.entries.filter(\.isLocked) ?? [], in: entries, cues, narration.duration)
    }

    private func placing(
        _ locked: [ShotBoard.Entry], in entries: [ShotBoard.Entry], _ cues: CueSheet,
        _ duration: MediaTime
    ) throws -> FittedBoard {
        var board = ShotBoard(entries: entries)
        var warnings: [String] = []
        let places = TextMatch.places(of: locked.map(\.text), among: entries.map(\.text))
        for (entry, place) in zip(locked, places) {
            guard let place else {
                warnings.append(
                    "no shot says \"\(entry.text.prefix(40))\" any more: its locked picture is not shown")
                continue
            }
            board.entries[place].choice = entry.choice
            board.entries[place].prompt = entry.prompt
            board.entries[place].isLocked = true
            board.entries[place].row = entry.row
        }
        guard !locked.isEmpty else {
            return FittedBoard(storyboard: self, entries: entries, warnings: [])
        }
        return FittedBoard(
            storyboard: try edited(by: board, cues: cues, duration: duration), entries: board.entries,
            warnings: warnings)
    }
}

extension [ShotBoard.Entry] {
    /// Takes over where the rows' words came to stand. A shot with new words keeps its picture, unless
    /// that picture shows the old ones.
    package mutating func follow(
        _ pieces: [ScriptPiece], _ rewritten: RewrittenScript, before told: ToldFilm
    ) {
        let letters = ScriptLetters(rewritten.script)
        let old = ScriptLetters(told.narration.script)
        for index in indices {
            self[index].letters = rewritten.letters[index]
            guard pieces[index].text != nil else { continue }
            self[index].text = letters.text(rewritten.letters[index])
            if self[index].prompt == Storyboarder.prompt(for: old.text(pieces[index].letters)) {
                self[index].prompt = nil
            }
            if case .kept(let shown) = self[index].choice, shown.plan.isCard, !self[index].isLocked {
                self[index].choice = .planned
            }
        }
    }
}
