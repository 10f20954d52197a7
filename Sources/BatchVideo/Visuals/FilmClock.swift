/// When what is said, in a film that was spoken anew: places in the text become places in time.
struct FilmClock {
    private let cues: CueSheet
    private let narration: Narration
    private let letters: ScriptLetters
    /// Times at which a shot may begin or end, and the letters before each.
    private let cuts: [(time: MediaTime, letters: Int)]

    init(cues: CueSheet, narration: Narration) {
        self.cues = cues
        self.narration = narration
        let letters = ScriptLetters(narration.script)
        self.letters = letters
        let times = Storyboarder.borders(of: cues.cues, duration: narration.duration)
        let places = cues.cues.map { Self.place(of: $0, letters, narration) } + [letters.count]
        cuts = zip(times, places).map { ($0, $1) }
    }

    private static func place(of cue: Cue, _ letters: ScriptLetters, _ narration: Narration) -> Int {
        let text = narration.sentences[cue.sentence].sentence.text
        return letters.starts[cue.sentence]
            + ScriptLetters.count(text[TextRange(0, cue.range.start)])
    }

    /// The letters that are spoken in a planned shot.
    func letters(of shot: Shot) -> Range<Int> {
        guard cuts.indices.contains(shot.lastCue + 1) else { return 0..<0 }
        return cuts[shot.firstCue].letters..<cuts[shot.lastCue + 1].letters
    }

    /// Where the shots of `board` begin, and where the last one ends; nil when the narration says other
    /// words than the board's, or says the same ones otherwise (another voice, another speed).
    func borders(of board: ShotBoard) -> [MediaTime]? {
        guard let before = board.before, !board.entries.isEmpty,
            board.entries.last?.letters.upperBound == letters.count,
            let script = board.script, script.isSaid(in: narration)
        else { return nil }
        let kept = SentencePairs(before: before.sentences, now: narration.sentences)
        guard kept.areSpokenAlike else { return nil }
        var times = board.entries.map { entry in
            kept.moved(entry.span.start) ?? time(ofLetter: entry.letters.lowerBound)
        }
        times[0] = .zero
        times.append(narration.duration)
        return spread(times)
    }

    /// How far from the wanted place a shot may end to end with a caption, in letters.
    private static let reach = 12

    /// The nearest cut between captions, or, where all are far, the moment at which the letter is said.
    private func time(ofLetter place: Int) -> MediaTime {
        let near = cuts.min { abs($0.letters - place) < abs($1.letters - place) }
        if let near, abs(near.letters - place) <= Self.reach { return near.time }
        let index = max(0, (letters.starts.firstIndex { $0 > place } ?? letters.starts.count - 1) - 1)
        let sentence = narration.sentences[index]
        let offset = sentence.sentence.text.offset(ofLetter: place - letters.starts[index])
        return WordClock(sentence).span(of: TextRange(offset, sentence.sentence.text.utf16.count)).start
    }

    /// Shorter shots are not seen.
    private static let leastMs = 500

    /// In order, and each shot long enough to be seen where the film is long enough.
    private func spread(_ times: [MediaTime]) -> [MediaTime] {
        let least = min(Self.leastMs, narration.duration.ms / max(1, times.count - 1))
        guard least > 0 else { return times }
        var spread = times.map(\.ms)
        for i in spread.indices.dropFirst() { spread[i] = max(spread[i], spread[i - 1] + least) }
        spread[spread.count - 1] = narration.duration.ms
        for i in spread.indices.dropLast().reversed() where i > 0 {
            spread[i] = min(spread[i], spread[i + 1] - least)
        }
        return spread.map { MediaTime(ms: $0) }
    }
}

/// Which sentences of a narration were in the one before, and where they have gone.
private struct SentencePairs {
    private let before: [NarratedSentence]
    private let now: [NarratedSentence]
    /// For each sentence before, its number now.
    private let number: [Int?]

    init(before: [NarratedSentence], now: [NarratedSentence]) {
        self.before = before
        self.now = now
        let changes = now.map(\.sentence.text).difference(from: before.map(\.sentence.text))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let stayed = now.indices.filter { !inserted.contains($0) }
        var next = 0
        number = before.indices.map { index in
            guard !removed.contains(index), next < stayed.count else { return nil }
            defer { next += 1 }
            return stayed[next]
        }
    }

    /// Whether what stayed takes as long as it did, but for the rounding of its ends.
    var areSpokenAlike: Bool {
        zip(before, number).allSatisfy { old, number in
            number.map { abs(now[$0].span.length.ms - old.span.length.ms) <= 1 } ?? true
        }
    }

    /// A time of the film before, as far from the sentence that it lies by; nil where that is gone.
    func moved(_ time: MediaTime) -> MediaTime? {
        // In the rest after a sentence, the next one counts first: what follows stays as it is.
        let next = before.firstIndex { $0.span.end >= time && $0.span.end > .zero } ?? before.count
        let owners = next < before.count && before[next].span.start < time
            ? [next] : [next, next - 1]
        for owner in owners where before.indices.contains(owner) {
            guard let place = number[owner] else { continue }
            return now[place].span.start + (time - before[owner].span.start)
        }
        return nil
    }
}

extension Script {
    fileprivate func isSaid(in narration: Narration) -> Bool {
        sentences.map(\.text) == narration.sentences.map(\.sentence.text)
    }
}

extension String {
    /// Where the letter of this number stands, in UTF-16.
    fileprivate func offset(ofLetter wanted: Int) -> Int {
        var (offset, letter) = (0, 0)
        for scalar in unicodeScalars {
            if !scalar.properties.isWhitespace {
                if letter == wanted { return offset }
                letter += 1
            }
            offset += String(scalar).utf16.count
        }
        return offset
    }
}
