import BatchVideo

// What the pure stages are made of; everything their results depend on, and nothing else.

struct ScriptOrder: Codable, Sendable {
    var text: String
    var language: Language

    init(_ brief: FilmBrief) {
        text = brief.text
        language = brief.language
    }
}

struct CaptionOrder: Codable, Sendable {
    var narration: Narration
    var canvas: Canvas

    init(_ narration: Narration, _ brief: FilmBrief) {
        self.narration = narration
        canvas = brief.canvas
    }
}

struct StoryboardOrder: Codable, Sendable {
    var cues: CueSheet
    var duration: MediaTime
    var mix: Int
    var seed: UInt64

    init(_ cues: CueSheet, _ narration: Narration, _ brief: FilmBrief) {
        self.cues = cues
        duration = narration.duration
        mix = brief.mix
        seed = brief.seed
    }
}
