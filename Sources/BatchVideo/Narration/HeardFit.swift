import Foundation

/// What a vendor heard or says that it spoke, brought to the words of the text as it is written.
///
/// Letters are matched by the least number of edits (Levenshtein), so that a word heard otherwise, cut
/// otherwise, left out or added moves only its neighbourhood: what does not match gets its time from
/// what stands around it.
package struct HeardFit: Hashable, Sendable {
    /// Every word of the text, in order; in samples, not overlapping, inside the sound.
    package var words: [SpokenWord]
    /// The share of the text's letters that were heard as written, 0 ... 1.
    package var agreement: Double

    /// Nil when the text has no words or nothing was heard.
    ///
    /// - Parameter heard: in order; times out of order or outside the sound are put right.
    package init?(
        _ heard: [HeardWord], to text: String, language: Language, sampleRate: Int, sampleCount: Int
    ) {
        let ranges = TextBreaks.words(in: text, locale: language.tag)
        let written = ranges.map { LetterFold.letters(text[$0]) }
        let sounds = HeardLetters(heard)
        let letters = written.flatMap { $0 }
        guard !letters.isEmpty, !sounds.letters.isEmpty else { return nil }
        var starts: Set<Int> = []
        var count = 0
        for word in written {
            starts.insert(count)
            count += word.count
        }
        let pairs = LetterMatch.pairs(letters, sounds.letters, starts: (starts, sounds.starts))
        let times = sounds.times(of: letters.count, matching: pairs)
        var words: [SpokenWord] = []
        var first = 0
        for (range, letters) in zip(ranges, written) where !letters.isEmpty {
            let last = first + letters.count - 1
            words.append(
                SpokenWord(
                    range: range,
                    startSample: Int((times[first].start * Double(sampleRate) / 1000).rounded()),
                    endSample: Int((times[last].end * Double(sampleRate) / 1000).rounded())))
            first = last + 1
        }
        self.words = words.settled(within: sampleCount, shortest: sampleRate / 100)
        agreement = Double(pairs.count) / Double(letters.count)
    }
}

/// Letters and figures as they are compared: compatibility forms and case folded.
private enum LetterFold {
    static func letters(_ text: String) -> [Character] {
        text.precomposedStringWithCompatibilityMapping.lowercased().filter(\.isSpeakable)
    }
}

/// The letters that were heard, with time running evenly through each word.
private struct HeardLetters {
    var letters: [Character] = []
    /// Those that begin a word.
    var starts: Set<Int> = []
    /// Milliseconds; in order.
    private var spans: [(start: Double, end: Double)] = []

    init(_ heard: [HeardWord]) {
        var now = 0.0
        for word in heard {
            let own = LetterFold.letters(word.text)
            let start = max(now, Double(max(0, word.startMs)))
            let end = max(start, Double(word.endMs))
            for index in own.indices {
                let step = (end - start) / Double(own.count)
                spans.append((start + step * Double(index), start + step * Double(index + 1)))
            }
            starts.insert(letters.count)
            letters += own
            if !own.isEmpty { now = end }
        }
    }

    /// Times of the text's letters: of matched ones those of their match, of a stretch between two
    /// matches evenly what was heard between them, or the silence when that was nothing.
    func times(of count: Int, matching pairs: [(written: Int, heard: Int)]) -> [(start: Double, end: Double)] {
        var times: [(start: Double, end: Double)] = []
        var heard = 0
        for pair in pairs + [(written: count, heard: letters.count)] {
            let open = pair.written - times.count
            for index in 0..<open {
                let from = place(heard, pair.heard, Double(index) / Double(open), isEnd: false)
                let to = place(heard, pair.heard, Double(index + 1) / Double(open), isEnd: true)
                times.append((from, max(from, to)))
            }
            guard pair.written < count else { break }
            times.append(spans[pair.heard])
            heard = pair.heard + 1
        }
        return times
    }

    /// The time of a share of the heard letters `from..<to`.
    private func place(_ from: Int, _ to: Int, _ share: Double, isEnd: Bool) -> Double {
        guard from < to else {
            let before = from > 0 ? spans[from - 1].end : spans[0].start
            let after = to < spans.count ? spans[to].start : spans[spans.count - 1].end
            return before + (after - before) * share
        }
        let position = Double(from) + share * Double(to - from)
        // On a border the end of the letter before, or the beginning of the letter behind.
        let index = min(max(Int(isEnd ? position.rounded(.up) - 1 : position.rounded(.down)), from), to - 1)
        return spans[index].start + (spans[index].end - spans[index].start) * (position - Double(index))
    }
}
