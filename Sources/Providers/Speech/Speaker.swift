import BatchVideo

/// An engine's voice with the settings that make it sound its best.
///
/// Rates are what narration at speed 1 asks for, measured: 4 syllables a second in Mandarin, 165 to
/// 175 words a minute in English.
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
    static let slt = Speaker(engine: .flite, voice: "slt", rate: 94, pitch: 100, range: 50)

    /// What espeak and flite are asked for. espeak's own limits are 80 and 450.
    func rate(atPace pace: Double) -> Double {
        switch engine {
        case .espeak: min(max(rate * pace, 80), 450)
        case .flite: min(max(rate * pace, 20), 500)
        }
    }
}
