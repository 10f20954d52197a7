import BatchVideo
import TestKit
import Testing

@Suite("Shot boards")
struct ShotBoardTests {
    /// A film as it was made, with a voice that keeps to the beat.
    private struct Film {
        var narration: Narration
        var cues: CueSheet
        var planned: Storyboard

        init(_ script: Script, speed: Double = 1) {
            narration = SyntheticNarration.onBeat(script, speed: speed)
            cues = Captioner(for: script.language, on: .landscape).cues(for: narration)
            planned = Storyboarder.plan(cues: cues, duration: narration.duration, mix: 0, seed: 3)
        }

        func told() throws -> ToldFilm {
            let fitted = try planned.fitted(to: nil, cues: cues, narration: narration)
            return ToldFilm(
                narration: narration,
                shots: fitted.entries.map { ToldFilm.Piece(span: $0.span, letters: $0.letters) })
        }
    }

    private static let text = """
        The tower stands above the cold sea. The lamp is lit at dusk and the keeper climbs the steps. \
        Snow falls on the hills and the village sleeps without a sound.

        A boat comes home before sunrise. The children wait at the pier with their mother. \
        They wave until the boat is close and the rope is thrown.

        Nobody speaks on the way home. The door is open and the fire is warm. The night was long.
        """

    /// The board after some rows were given other words.
    private func board(
        _ told: ToldFilm, _ rows: [(span: TimeSpan, text: String)], locked: Set<Int> = []
    ) throws -> ShotBoard {
        let pieces = told.pieces(of: rows)
        let rewritten = try told.narration.script.rewritten(pieces)
        var entries = rows.enumerated().map { index, row in
            ShotBoard.Entry(
                span: row.span, text: row.text, prompt: "prompt \(index)",
                choice: .file("/\(index).png", isMoving: false), isLocked: locked.contains(index), row: index)
        }
        entries.follow(pieces, rewritten, before: told)
        return ShotBoard(script: rewritten.script, before: told.narration, entries: entries)
    }

    @Test("what was told is what the planned shots say, to the letter")
    func told() throws {
        let film = Film(try Script(reading: Self.text))
        let told = try film.told()
        let letters = ScriptLetters(film.narration.script)

        #expect(told.shots.first?.letters.lowerBound == 0 && told.shots.last?.letters.upperBound == letters.count)
        for (shot, piece) in zip(film.planned.shots, told.shots) {
            #expect(ScriptLetters.bare(letters.text(piece.letters)) == ScriptLetters.bare(shot.text))
        }
        let rows = film.planned.shots.map { ($0.span, $0.text) }
        #expect(told.pieces(of: rows).allSatisfy { $0.text == nil })
    }

    @Test("a changed shot changes its own length; all others keep theirs, to the frame")
    func retimed() throws {
        let film = Film(try Script(reading: Self.text))
        let told = try film.told()
        for index in film.planned.shots.indices {
            var rows = film.planned.shots.map { (span: $0.span, text: $0.text) }
            rows[index].text = rows[index].text.replacing(" the ", with: " the very old and very quiet ")
            guard rows[index].text != film.planned.shots[index].text else { continue }
            let board = try board(told, rows)
            let edited = Film(try #require(board.script))

            let fitted = try edited.planned.fitted(to: board, cues: edited.cues, narration: edited.narration)

            #expect(fitted.storyboard.shots.count == rows.count)
            #expect(fitted.storyboard.shots.map(\.text) == rows.map(\.text))
            #expect(fitted.storyboard.shots.last?.span.end == edited.narration.duration)
            let frames = fitted.storyboard.shots.map { $0.span.end.frame(fps: 30) - $0.span.start.frame(fps: 30) }
            let before = film.planned.shots.map { $0.span.end.frame(fps: 30) - $0.span.start.frame(fps: 30) }
            for other in rows.indices where other != index {
                let isShared = board.sharesSentence(index, other)
                #expect(frames[other] == before[other] || isShared, "\(index): \(other)")
            }
            #expect(frames[index] > before[index])
            // The choices stay with their shots.
            #expect(fitted.entries.map(\.row) == Array(rows.indices))
        }
    }

    @Test("splitting and joining is no change of the words")
    func splitShots() throws {
        let film = Film(try Script(reading: Self.text))
        let told = try film.told()
        let first = film.planned.shots[0]
        let middle = MediaTime(ms: (first.span.start.ms + first.span.end.ms) / 2)
        var rows = film.planned.shots.map { (span: $0.span, text: $0.text) }
        let cut = first.text.index(first.text.startIndex, offsetBy: 7)
        rows.replaceSubrange(
            0..<1,
            with: [
                (TimeSpan(start: first.span.start, end: middle), String(first.text[..<cut])),
                (TimeSpan(start: middle, end: first.span.end), String(first.text[cut...])),
            ])
        rows[2] = (TimeSpan(start: rows[2].span.start, end: rows[3].span.end), rows[2].text + " " + rows[3].text)
        rows.remove(at: 3)

        let pieces = told.pieces(of: rows)
        let board = try board(told, rows)
        let fitted = try film.planned.fitted(to: board, cues: film.cues, narration: film.narration)

        #expect(pieces.count == rows.count && pieces.allSatisfy { $0.text == nil })
        #expect(board.script == film.narration.script)
        #expect(fitted.storyboard.shots.map(\.span) == rows.map(\.span))
    }

    @Test("with another speed the film is planned anew; locked shots keep their choice, by their words")
    func otherVoice() throws {
        let script = try Script(reading: Self.text)
        let film = Film(script)
        let told = try film.told()
        let rows = film.planned.shots.map { (span: $0.span, text: $0.text) }
        let board = try board(told, rows, locked: [1, rows.count - 1])
        let quick = Film(script, speed: 1.7)

        let fitted = try quick.planned.fitted(to: board, cues: quick.cues, narration: quick.narration)

        #expect(fitted.storyboard.shots.map(\.span) == quick.planned.shots.map(\.span))
        let chosen = fitted.entries.filter { $0.choice != .planned }
        #expect(chosen.map(\.row) == [1, rows.count - 1] && chosen.allSatisfy(\.isLocked))
        for entry in chosen {
            let words = rows[try #require(entry.row)].text.split(separator: " ")
            #expect(entry.text.split(separator: " ").filter(words.contains).count >= 4)
        }
        #expect(fitted.warnings.isEmpty)
    }

    @Test("a locked shot whose words are gone is named")
    func gone() throws {
        let film = Film(try Script(reading: Self.text))
        var board = try board(try film.told(), film.planned.shots.map { ($0.span, $0.text) }, locked: [0])
        (board.script, board.before) = (nil, nil)
        let other = Film(try Script(reading: "Quite another story begins here. It has nothing in common."))

        let fitted = try other.planned.fitted(to: board, cues: other.cues, narration: other.narration)

        #expect(fitted.entries.allSatisfy { $0.choice == .planned && $0.row == nil })
        #expect(fitted.warnings.count == 1)
    }
}

extension ShotBoard {
    /// Whether a sentence runs from one shot into the other, or reaches it.
    fileprivate func sharesSentence(_ a: Int, _ b: Int) -> Bool {
        guard let script else { return false }
        let starts = ScriptLetters(script).starts
        func sentences(_ index: Int) -> Set<Int> {
            let range = entries[index].letters
            return Set(
                starts.dropLast().indices.filter { starts[$0] < range.upperBound && starts[$0 + 1] > range.lowerBound })
        }
        return !sentences(a).isDisjoint(with: sentences(b))
    }
}

extension SyntheticNarration {
    /// As the sound engineer lays sentences: each begins on a beat.
    fileprivate static func onBeat(_ script: Script, speed: Double) -> Narration {
        var narration = SyntheticNarration.of(script, speed: speed)
        var shift = 0
        for index in narration.sentences.indices {
            let start = narration.sentences[index].span.start.ms + shift
            let beat = Pause.beatMs
            shift += (start + beat / 2) / beat * beat - start
            narration.sentences[index].span.move(by: shift)
            for word in narration.sentences[index].words.indices {
                narration.sentences[index].words[word].span.move(by: shift)
            }
        }
        narration.sampleCount += shift * narration.sampleRate / 1000
        return narration
    }
}

extension TimeSpan {
    fileprivate mutating func move(by ms: Int) {
        self = TimeSpan(startMs: start.ms + ms, endMs: end.ms + ms)
    }
}
