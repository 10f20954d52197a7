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
    /// Nil when there is none, or one for other captions.
    var board: ShotBoard?

    init(
        _ cues: CueSheet, _ narration: Narration, _ brief: FilmBrief, _ board: ShotBoard?
    ) throws {
        self.cues = cues
        duration = narration.duration
        mix = brief.mix
        seed = brief.seed
        self.board = board?.base == (try Self.base(of: cues, narration)) ? board : nil
    }

    /// Names captions and their times: shots that people edited belong to them.
    static func base(of cues: CueSheet, _ narration: Narration) throws -> String {
        try Fingerprint(of: cues, "board", "\(narration.duration.ms)").short
    }
}
