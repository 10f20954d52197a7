import BatchVideo

/// Sound of a line or a piece of one, with the words in it.
struct Take: Sendable {
    /// -1 ... 1.
    var samples: [Float]
    var sampleRate: Int
    var words: [SpokenWord]
    var phonemes: [SpokenPhoneme]

    /// What an engine said of a line; each token one word, whatever the engine made of it.
    init(_ answer: VoiceAnswer, tokens: [SpokenToken], starts: [Int]) {
        samples = answer.samples.map { Float($0) / 32_768 }
        sampleRate = answer.reply.sampleRate
        phonemes = answer.reply.phonemes.compactMap(Self.sound)
        words = []
        for span in Self.spans(answer.reply.words, starts: starts, end: samples.count) {
            // espeak joins some words and tells of the first only; they share its time by length.
            let lengths = span.tokens.map { max(1, tokens[$0].text.unicodeScalars.count) }
            let total = lengths.reduce(0, +)
            var before = 0
            for (token, length) in zip(span.tokens, lengths) {
                words.add(
                    SpokenWord(
                        range: tokens[token].range,
                        startSample: span.start + (span.end - span.start) * before / total,
                        endSample: span.start + (span.end - span.start) * (before + length) / total))
                before += length
            }
        }
    }

    /// The stretches of sound that the engine tells apart, and the tokens in each.
    private static func spans(
        _ words: [WireWord], starts: [Int], end: Int
    ) -> [(tokens: Range<Int>, start: Int, end: Int)] {
        var spans: [(tokens: Range<Int>, start: Int, end: Int)] = []
        for (index, word) in words.enumerated() {
            guard let token = starts.lastIndex(where: { $0 <= word.textStart }) else { continue }
            let next = index + 1 < words.count ? words[index + 1].startSample : end
            let wordEnd = min(word.endSample ?? next, next)
            guard let last = spans.last else {
                spans.append((0..<(token + 1), word.startSample, wordEnd))
                continue
            }
            if token < last.tokens.upperBound {
                spans[spans.count - 1].end = max(last.end, wordEnd)
            } else {
                spans[spans.count - 1].tokens = last.tokens.lowerBound..<token
                spans.append((token..<(token + 1), word.startSample, wordEnd))
            }
        }
        if let last = spans.last {
            spans[spans.count - 1].tokens = last.tokens.lowerBound..<starts.count
        }
        return spans
    }

    /// Leaves out espeak's marks for word ends and language switches; one name for silence.
    private static func sound(_ phoneme: SpokenPhoneme) -> SpokenPhoneme? {
        switch phoneme.name {
        case "", "_|": nil
        case _ where phoneme.name.hasPrefix("("): nil
        case "_", "_!", "_^": SpokenPhoneme(name: silence, startSample: phoneme.startSample)
        default: phoneme
        }
    }

    static let silence = "_:"

    init(samples: [Float], sampleRate: Int, words: [SpokenWord], phonemes: [SpokenPhoneme]) {
        self.samples = samples
        self.sampleRate = sampleRate
        self.words = words
        self.phonemes = phonemes
    }

    var seconds: Double { Double(samples.count) / Double(sampleRate) }

    /// The samples of `range` as a take of its own; words and phonemes go where they begin.
    func part(_ range: Range<Int>) -> Take {
        func inside(_ sample: Int) -> Int { min(max(sample - range.lowerBound, 0), range.count) }
        return Take(
            samples: Array(samples[range]), sampleRate: sampleRate,
            words: words.compactMap { word in
                let start = inside(word.startSample)
                let end = inside(word.endSample)
                guard start < end else { return nil }
                return SpokenWord(range: word.range, startSample: start, endSample: end)
            },
            phonemes: phonemes.filter { range.contains($0.startSample) }.map {
                SpokenPhoneme(name: $0.name, startSample: inside($0.startSample))
            })
    }

    /// Cuts the take where `pauses` (after the word of a token) fall: the pieces, and the silence in
    /// milliseconds after each but the last.
    func pieces(tokens: [SpokenToken], pauses: [Int: Int]) -> [(take: Take, pauseMs: Int?)] {
        var pieces: [(Take, Int?)] = []
        var start = 0
        for index in pauses.keys.sorted() {
            guard let ms = pauses[index], index + 1 < tokens.count,
                let before = words.last(where: { $0.range.end <= tokens[index].range.end }),
                let after = words.first(where: { $0.range.start >= tokens[index + 1].range.start }),
                before.endSample > start, before.endSample <= after.startSample,
                after.startSample < samples.count
            else { continue }
            let cut = (before.endSample + after.startSample) / 2
            pieces.append((part(start..<cut), ms))
            start = cut
        }
        pieces.append((part(start..<samples.count), nil))
        return pieces
    }

    /// Without what lies further than `seconds` outside the words: flite's pauses are not silent.
    func aroundWords(seconds: Double) -> Take {
        guard let first = words.first, let last = words.last else { return self }
        let margin = Int(seconds * Double(sampleRate))
        let start = max(0, first.startSample - margin)
        return part(start..<max(start, min(samples.count, last.endSample + margin)))
    }
}

extension [SpokenWord] {
    /// Appends a word; one that reads the same text as the word before lengthens it, and words never
    /// overlap.
    mutating func add(_ word: SpokenWord) {
        guard let before = last else { return append(word) }
        if word.range.start < before.range.end {
            self[count - 1].range.end = Swift.max(before.range.end, word.range.end)
            self[count - 1].endSample = Swift.max(before.endSample, word.endSample)
        } else {
            self[count - 1].endSample = Swift.min(before.endSample, word.startSample)
            append(word)
        }
    }
}
