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
        phonemes = answer.reply.phonemes
        words = []
        for (index, wire) in answer.reply.words.enumerated() {
            guard let token = starts.lastIndex(where: { $0 <= wire.textStart }) else { continue }
            let next = index + 1 < answer.reply.words.count
                ? answer.reply.words[index + 1].startSample : samples.count
            words.add(
                SpokenWord(
                    range: tokens[token].range, startSample: wire.startSample,
                    endSample: min(wire.endSample ?? next, next)))
        }
    }

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
