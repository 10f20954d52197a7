import BatchVideo

/// How far a word departs from the speaker's own pitch and pace.
struct MelodyNote: Hashable, Sendable {
    /// espeak's pitch units, about a fifth of a semitone each.
    var pitch: Int
    /// 1 is the line's pace; less is slower.
    var rate: Double
}

/// The intonation of a Mandarin sentence, which espeak leaves out: its tones stand on a level line.
///
/// Three effects that every description of read Mandarin agrees on (Shih 1997 "Declination in
/// Mandarin"; Xu 1999, J. Phonetics 27; Yang & Wang 2002 on pre-boundary lengthening): the line falls
/// through the sentence by two to four semitones with a partial rise at each new phrase; the last word
/// before a pause is longer; a question without falling end lifts its last words.
enum MandarinMelody {
    private static let sentenceFall = 3.0
    private static let phraseFall = 2.5
    private static let finalStep = 3.0
    private static let phraseEndRate = 0.92
    private static let sentenceEndRate = 0.87

    /// Notes for each word of each phrase, by the phrases' syllable counts.
    static func notes(forSyllablesOf phrases: [[Int]], isQuestion: Bool) -> [[MelodyNote]] {
        let total = Double(max(1, phrases.joined().reduce(0, +)))
        var spoken = 0.0
        return phrases.enumerated().map { number, words in
            let isLast = number == phrases.count - 1
            let length = Double(max(1, words.reduce(0, +)))
            var inside = 0.0
            return words.enumerated().map { index, syllables in
                defer {
                    inside += Double(syllables)
                    spoken += Double(syllables)
                }
                let isEnd = index == words.count - 1
                var pitch = sentenceFall * (1 - 2 * spoken / total)
                pitch += phraseFall * (1 - 2 * inside / length)
                if isLast, isQuestion {
                    pitch += 2 * finalStep * (inside / length)
                } else if isLast, isEnd {
                    pitch -= finalStep
                }
                let rate = isEnd ? (isLast ? sentenceEndRate : phraseEndRate) : 1
                return MelodyNote(pitch: Int(pitch.rounded()), rate: rate)
            }
        }
    }
}
