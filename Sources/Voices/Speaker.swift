import BatchVideo

/// An engine's voice with the settings that make it sound its best.
///
/// Rates are what narration at speed 1 asks for, measured with its pauses: 4 syllables a second in
/// Mandarin, 170 to 180 words a minute in English.
struct Speaker: Hashable, Sendable {
    var engine: VoiceEngine
    var voice: String
    /// See `Utterance` for the units of these.
    var rate: Double
    var pitch: Int
    var range: Int
    /// Female variants of espeak carry an echo; it blurs the ends of words.
    var isDry = false

    static func espeak(_ voice: String, rate: Double, pitch: Int = 50, range: Int = 50) -> Speaker {
        Speaker(
            engine: .espeak, voice: voice, rate: rate, pitch: pitch, range: range,
            isDry: voice.hasSuffix("+f2"))
    }

    /// flite's speaker of American English, a little slower than she was recorded.
    static let slt = Speaker(engine: .flite, voice: "slt", rate: 90, pitch: 100, range: 50)

    /// What the engine is asked for at `pace` times the normal rate.
    ///
    /// At espeak's limit of 450 words a minute another method sets in and speech is suddenly a quarter
    /// faster. Nothing below 85 is slower than 85: slower still, words are set apart, in steps that
    /// lengthen speech at that rate by 11, then 4.4 % each; the rate makes up for what a step is too
    /// long. (All measured with 1.51.)
    func settings(atPace pace: Double) -> (rate: Double, wordGap: Int) {
        let wanted = rate * pace
        guard engine == .espeak else { return (min(max(wanted, 20), 500), 0) }
        guard wanted < Self.slowest else { return (min(wanted, Self.fastest), 0) }
        let stretch = Self.slowest / wanted
        let steps = Int(((stretch - 1 - 0.109) / 0.044).rounded(.up))
        let gap = min(max(steps, 0), 40)
        return (Self.slowest / (stretch - 0.109 - 0.044 * Double(gap)), gap + 1)
    }

    private static let slowest = 85.0
    private static let fastest = 445.0

    /// How much of a change of rate (in logarithms) arrives in the length of speech, typically.
    var paceSlope: Double { engine == .flite ? 1 : 0.87 }
}
