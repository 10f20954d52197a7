import BatchVideo

/// What one engine says in one go.
struct SpeechLine: Hashable, Sendable {
    var speaker: Speaker
    var tokens: [SpokenToken]
    /// Between tokens: a space, or nothing where the language writes none.
    var separator = " "
    /// The mark that ends it and gives it its tune: ",", ".", "?".
    var closing: String
    /// Silences to cut in after tokens, in milliseconds at speed 1.
    var pauses: [Int: Int] = [:]
    /// One note for each token, or none: the engine's own intonation.
    var melody: [MelodyNote] = []

    /// The order for the engine at `pace` (1 = the speaker's normal rate), and where in its text each
    /// token begins (Unicode scalars).
    func script(pace: Double) -> (utterance: Utterance, starts: [Int]) {
        let (rate, wordGap) = speaker.settings(atPace: pace)
        var writer = ScriptWriter(speaker: speaker, rate: rate, pace: pace)
        var starts: [Int] = []
        for (index, token) in tokens.enumerated() {
            // Commands before the first token belong to it.
            starts.append(index == 0 ? 0 : writer.count)
            if !melody.isEmpty { writer.play(melody[index]) }
            writer.write(token.text)
            if index == tokens.count - 1 {
                writer.write(closing)
            } else {
                if pauses[index] != nil { writer.write(",") }
                writer.write(separator)
            }
        }
        let utterance = Utterance(
            engine: speaker.engine, voice: speaker.voice, text: writer.text, rate: rate,
            pitch: speaker.pitch + (melody.first?.pitch ?? 0), range: speaker.range,
            wordGap: wordGap)
        return (utterance, starts)
    }
}

/// A line or a silence.
enum SpeechPart: Hashable, Sendable {
    case line(SpeechLine)
    /// Milliseconds at speed 1.
    case pause(ms: Int)
}

/// Writes an utterance's text with espeak's commands: control-A, a number, a letter.
private struct ScriptWriter {
    private(set) var text = ""
    private(set) var count = 0
    private let speaker: Speaker
    private let rate: Double
    /// How much of a note's slowing is played: hurried speech does not drawl.
    private let drawl: Double
    private var current = MelodyNote(pitch: 0, rate: 1)
    private var isFirst = true

    init(speaker: Speaker, rate: Double, pace: Double) {
        self.speaker = speaker
        self.rate = rate
        drawl = min(max(2 - pace, 0), 1)
        // Echo of 1 % instead of the variant's own.
        if speaker.isDry { write("\u{1}1H") }
    }

    mutating func write(_ part: String) {
        text += part
        count += part.unicodeScalars.count
    }

    mutating func play(_ note: MelodyNote) {
        // The first note's pitch is the utterance's own: a command there makes a click.
        if !isFirst, note.pitch != current.pitch {
            write("\u{1}\(min(max(speaker.pitch + note.pitch, 0), 99))P")
        }
        if note.rate != current.rate {
            let slowed = rate * (1 - drawl * (1 - note.rate))
            write("\u{1}\(Int(max(80, slowed.rounded())))S")
        }
        isFirst = false
        current = note
    }
}
