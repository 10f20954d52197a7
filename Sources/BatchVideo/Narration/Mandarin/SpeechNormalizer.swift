/// Turns text into what is said: figures into words, symbols into their names, punctuation into
/// pauses.
///
/// Rules look at one position and either say something for a stretch of glyphs or pass. They are
/// tried in the order of the tables below; the first that speaks wins. What no rule speaks for is
/// dropped.
struct SpeechNormalizer {
    /// What a rule says for the glyphs from its position up to `end`.
    struct Reading {
        struct Part {
            enum Voice { case figures, cardinal, written, latin }
            var text: String
            var from: Int
            var to: Int
            var voice: Voice
        }

        var parts: [Part]
        var end: Int

        init(_ text: String, _ voice: Part.Voice, from: Int, to end: Int) {
            parts = [Part(text: text, from: from, to: end, voice: voice)]
            self.end = end
        }

        init(parts: [Part], end: Int) {
            self.parts = parts
            self.end = end
        }
    }

    typealias Rule = @Sendable (SpeechNormalizer, Int) -> Reading?

    let source: SourceText
    private var spoken = SpokenText()

    /// The spoken form of a text.
    static func spoken(_ text: String, lexicon: ReadingLexicon = ReadingLexicon([:])) -> SpokenText
    {
        var normalizer = SpeechNormalizer(source: SourceText(text))
        normalizer.run(lexicon)
        return normalizer.spoken
    }

    private init(source: SourceText) { self.source = source }

    private mutating func run(_ lexicon: ReadingLexicon) {
        var at = 0
        var lastLatinEnd = -1
        while at < source.count {
            if let (length, syllables) = lexicon.entry(at: at, in: source),
                !splitsWord(at, at + length)
            {
                let stretch = at..<at + length
                spoken.say(
                    syllables, for: Array(source.ranges[stretch]),
                    scalars: Array(source.scalars[stretch]))
                lastLatinEnd = -1
                at += length
            } else if let reading = reading(at) {
                for part in reading.parts {
                    let joined = lastLatinEnd >= 0 && isBlank(lastLatinEnd, part.from)
                    say(part, joined: joined)
                    lastLatinEnd = part.voice == .latin ? part.to : -1
                }
                at = reading.end
            } else {
                if !Glyph.isSpace(source[at]) { lastLatinEnd = -1 }
                at = punctuate(at)
            }
        }
        spoken.trimEnd()
    }

    private func reading(_ at: Int) -> Reading? {
        let scalar = source[at]
        if Glyph.isHan(scalar) { return han(at) }
        for rule in rules(for: scalar) {
            if let reading = rule(self, at) { return reading }
        }
        return nil
    }

    private func rules(for scalar: UInt32) -> [Rule] {
        if Glyph.isDigit(scalar) { return Self.figureRules }
        if Glyph.isLatin(scalar) { return Self.letterRules }
        return Self.symbolRules
    }

    private func han(_ at: Int) -> Reading {
        Reading(source.text(at, at + 1), .written, from: at, to: at + 1)
    }

    private mutating func say(_ part: Reading.Part, joined: Bool) {
        let range = source.range(part.from, part.to)
        switch part.voice {
        case .written: spoken.say(part.text, for: range, as: .written)
        case .cardinal: spoken.say(part.text, for: range, as: .cardinal)
        case .figures: spoken.say(part.text, for: range, as: .figure)
        case .latin: spoken.sayLatin(part.text, for: range, joined: joined)
        }
    }

    /// Turns the unspoken glyph at `at` into a pause or a boundary; the position after it.
    private mutating func punctuate(_ at: Int) -> Int {
        switch Punctuation.effect(at: at, in: source) {
        case .pause(let ms): spoken.pause(ms)
        case .boundary: spoken.boundary()
        case .none: break
        }
        return at + 1
    }

    /// Whether `from ..< to` begins or ends inside a Latin word or a number.
    private func splitsWord(_ from: Int, _ to: Int) -> Bool {
        func isInside(_ at: Int) -> Bool {
            Glyph.isLatin(source[at - 1]) && Glyph.isLatin(source[at])
                || Glyph.isDigit(source[at - 1]) && Glyph.isDigit(source[at])
        }
        return isInside(from) || isInside(to)
    }

    private func isBlank(_ from: Int, _ to: Int) -> Bool {
        from <= to && (from..<to).allSatisfy { Glyph.isSpace(source[$0]) }
    }

    private static let figureRules: [Rule] = [
        { $0.latinNumber($1) }, { $0.webAddress($1) }, { $0.telephone($1) }, { $0.date($1) },
        { $0.clock($1) },
        { $0.version($1) }, { $0.sumWithCode($1) }, { $0.percentage($1) }, { $0.range($1) },
        { $0.score($1) }, { $0.fraction($1) }, { $0.code($1) }, { $0.quantity($1) },
        { $0.year($1) },
        { $0.number($1) },
    ]

    private static let letterRules: [Rule] = [
        { $0.operation($1) }, { $0.webAddress($1) }, { $0.numberSign($1) },
        { $0.currencyPrefix($1) },
        { $0.vehicle($1) },
        { $0.latin($1) },
    ]

    private static let symbolRules: [Rule] = [
        { $0.currencyPrefix($1) }, { $0.internationalTelephone($1) }, { $0.negative($1) },
        { $0.numberSign($1) }, { $0.rangeMark($1) }, { $0.per($1) }, { $0.operation($1) },
        { $0.symbol($1) },
    ]
}
