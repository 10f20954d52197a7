/// What a film said and showed when it was made last: what people's edits of its shots refer to.
package struct ToldFilm: Hashable, Sendable, Codable {
    package struct Piece: Hashable, Sendable, Codable {
        package var span: TimeSpan
        /// Its letters in the script.
        package var letters: Range<Int>

        package init(span: TimeSpan, letters: Range<Int>) {
            self.span = span
            self.letters = letters
        }
    }

    /// Without its words' times.
    package var narration: Narration
    /// One per shot.
    package var shots: [Piece]

    package init(narration: Narration, shots: [Piece]) {
        self.narration = narration
        for index in self.narration.sentences.indices { self.narration.sentences[index].words = [] }
        self.shots = shots
    }

    /// What the shots in `rows` are to say. Rows that were split and joined since are held against all
    /// that was said between two borders that stayed; only other letters count as a change, neither
    /// white space nor the place where a text was cut.
    package func pieces(of rows: [(span: TimeSpan, text: String)]) -> [ScriptPiece] {
        let letters = ScriptLetters(narration.script)
        var pieces: [ScriptPiece] = []
        for group in groups(rows.map(\.span)) {
            let said = shots[group.shots]
            let own = (said.first?.letters.lowerBound ?? 0)..<(said.last?.letters.upperBound ?? 0)
            let texts = rows[group.rows].map(\.text)
            let bare = ScriptLetters.bare(texts.joined())
            let isChanged = bare != ScriptLetters.bare(letters.text(own))
            var start = own.lowerBound
            for (offset, text) in texts.enumerated() {
                let isLast = offset == texts.count - 1
                if isChanged {
                    // All goes away in the place of the first.
                    pieces.append(
                        ScriptPiece(
                            letters: offset == 0 ? own : own.upperBound..<own.upperBound, text: text))
                } else {
                    let end = isLast ? own.upperBound : start + ScriptLetters.count(text)
                    pieces.append(ScriptPiece(letters: start..<end, text: nil))
                    start = end
                }
            }
        }
        return pieces
    }

    /// Shots and rows between borders that both have.
    private func groups(_ rows: [TimeSpan]) -> [(shots: Range<Int>, rows: Range<Int>)] {
        var groups: [(shots: Range<Int>, rows: Range<Int>)] = []
        var (shot, row) = (0, 0)
        while shot < shots.count, row < rows.count {
            var (shotEnd, rowEnd) = (shot + 1, row + 1)
            while shots[shotEnd - 1].span.end != rows[rowEnd - 1].end {
                if shots[shotEnd - 1].span.end < rows[rowEnd - 1].end, shotEnd < shots.count {
                    shotEnd += 1
                } else if rowEnd < rows.count {
                    rowEnd += 1
                } else {
                    break
                }
            }
            groups.append((shot..<shotEnd, row..<rowEnd))
            (shot, row) = (shotEnd, rowEnd)
        }
        return groups
    }
}

extension Narration {
    package var script: Script { Script(language: language, sentences: sentences.map(\.sentence)) }
}
