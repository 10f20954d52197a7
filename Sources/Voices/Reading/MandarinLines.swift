import BatchVideo

/// Turns what `MandarinReader` read into lines for espeak.
struct MandarinLines {
    let mandarin: Speaker
    let english: Speaker
    let isQuestion: Bool
    /// Added to every range: where the text that was read stands in the sentence.
    var offset = 0

    func parts(_ phrases: [MandarinPhrase], closing: String) -> [SpeechPart] {
        let melodies = melodies(phrases)
        var number = 0
        return phrases.enumerated().flatMap { index, phrase -> [SpeechPart] in
            let mark = index == phrases.count - 1 ? closing : ","
            switch phrase {
            case .pause(let ms):
                return [.pause(ms: ms)]
            case .latin(let text, let range):
                let spoken = latin(text, range)
                return LineBuilder(speaker: english).parts(spoken, closing: mark)
            case .words(let words):
                defer { number += 1 }
                return lines(words, melodies[number], mark)
            }
        }
    }

    private func lines(
        _ words: [PinyinWord], _ melody: [MelodyNote], _ mark: String
    ) -> [SpeechPart] {
        let longest = 60
        return stride(from: 0, to: words.count, by: longest).map { start in
            let part = start..<min(start + longest, words.count)
            return .line(
                SpeechLine(
                    speaker: mandarin,
                    tokens: words[part].map {
                        SpokenToken(text: $0.pinyin, range: $0.range.moved(by: offset))
                    },
                    closing: mark, melody: Array(melody[part])))
        }
    }

    private func melodies(_ phrases: [MandarinPhrase]) -> [[MelodyNote]] {
        let counts: [[Int]] = phrases.compactMap {
            guard case .words(let words) = $0 else { return nil }
            return words.map(\.syllables.count)
        }
        return MandarinMelody.notes(forSyllablesOf: counts, isQuestion: isQuestion)
    }

    private func latin(_ text: String, _ range: TextRange) -> SpokenText {
        var spoken = PlainText.read(text, english: true)
        // The reader may have rewritten the text; then every word stands for the whole run.
        let isSame = range.count == text.utf16.count
        for index in spoken.tokens.indices {
            let own = spoken.tokens[index].range.moved(by: range.start)
            spoken.tokens[index].range = (isSame ? own : range).moved(by: offset)
        }
        return spoken
    }
}

extension TextRange {
    func moved(by offset: Int) -> TextRange { TextRange(start + offset, end + offset) }
}
