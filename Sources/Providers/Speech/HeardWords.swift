import BatchVideo

/// A text and its times as a vendor tells them, whatever it got wrong.
struct TimedText: Sendable {
    var text: String
    var startMs: Double?
    var endMs: Double?

    init(_ text: String?, ms start: Double?, _ end: Double?) {
        self.text = text ?? ""
        startMs = start
        endMs = end
    }

    init(_ text: String?, seconds start: Double?, _ end: Double?) {
        self.init(text, ms: start.map { $0 * 1000 }, end.map { $0 * 1000 })
    }
}

extension HeardWord {
    /// The texts that have a time, in order, none beginning before the one before it ended and all inside
    /// the sound. Some servers give an end that is no later than the start: that text lasts until the next
    /// one begins, or the sound ends. Nil when none is left.
    ///
    /// - Parameter length: of the sound, in milliseconds, where it is known.
    static func ordered(_ texts: [TimedText], length: Int? = nil) -> [HeardWord]? {
        let limit = Double(length ?? 86_400_000)
        let timed = texts.filter { text in
            text.text.contains { $0.isLetter || $0.isNumber }
                && text.startMs.map { $0.isFinite && $0 >= 0 && $0 <= limit } == true
        }.sorted { ($0.startMs ?? 0) < ($1.startMs ?? 0) }
        var words: [HeardWord] = []
        for (index, text) in timed.enumerated() {
            let start = text.startMs ?? 0
            let next = index + 1 < timed.count ? timed[index + 1].startMs ?? limit : limit
            var end = text.endMs ?? 0
            // Not a number compares false.
            if !(end > start) { end = index + 1 < timed.count || length != nil ? next : start }
            words.append(
                HeardWord(
                    text: text.text.trimmingWhitespace, startMs: Int(start.rounded()),
                    endMs: Int(min(end, next, limit).rounded())))
        }
        return words.isEmpty ? nil : words
    }

    /// Characters and their times, joined into words at white space; an ideograph is a word of its own.
    static func words(of characters: [TimedText]) -> [HeardWord]? {
        var words: [TimedText] = []
        var isOpen = false
        for character in characters {
            let isIdeograph = character.text.unicodeScalars.contains(where: \.properties.isIdeographic)
            guard !character.text.allSatisfy(\.isWhitespace) else {
                isOpen = false
                continue
            }
            if isOpen, !isIdeograph, let last = words.indices.last {
                words[last].text += character.text
                words[last].endMs = character.endMs ?? words[last].endMs
            } else if character.text.contains(where: { $0.isLetter || $0.isNumber }) {
                words.append(character)
            } else {
                continue  // quotes and brackets begin no word
            }
            isOpen = !isIdeograph
        }
        return ordered(words)
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
