import BatchVideo

// What the pure stages are made of; everything their results depend on, and nothing else.

struct ScriptOrder: Codable, Sendable {
    var text: String
    var language: Language
    /// The words that people changed in it; nil: as it is.
    var edited: Script?

    init(_ brief: FilmBrief, _ board: ShotBoard? = nil) {
        text = brief.text
        language = brief.language
        edited = board?.script
    }

    /// Names the text: edits of its words belong to it.
    static func source(of brief: FilmBrief) throws -> String {
        try Fingerprint(of: ScriptOrder(brief), "source").short
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
    var narration: Narration
    var mix: Int
    var measure: MixChoice.Measure?
    var seed: UInt64
    var board: ShotBoard?
    var title: String
    var look: PictureLook?

    init(_ cues: CueSheet, _ narration: Narration, _ brief: FilmBrief, _ board: ShotBoard?) {
        self.cues = cues
        self.narration = narration
        mix = brief.mix
        measure = brief.mixing?.measure
        seed = brief.seed
        self.board = board
        title = brief.title
        look = brief.look
    }
}
