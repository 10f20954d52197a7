/// A stretch of the film that shows one picture or one moving clip. Starts and ends on cue borders.
package struct Shot: Hashable, Sendable, Codable {
    /// Position in the film, from 0.
    package var index: Int
    package var span: TimeSpan
    /// What is said during the shot.
    package var text: String
    /// Cues `firstCue ... lastCue` are spoken in it.
    package var firstCue: Int
    package var lastCue: Int
    package var isMoving: Bool
    /// What an image model would be asked for.
    package var prompt: String
    /// The film's main person is seen; nil: no, or nobody said.
    package var showsActor: Bool?

    package init(
        index: Int, span: TimeSpan, text: String, firstCue: Int, lastCue: Int, isMoving: Bool,
        prompt: String, showsActor: Bool? = nil
    ) {
        self.index = index
        self.span = span
        self.text = text
        self.firstCue = firstCue
        self.lastCue = lastCue
        self.isMoving = isMoving
        self.prompt = prompt
        self.showsActor = showsActor
    }
}

/// The shots of a film without gap or overlap from 0 to the end of the narration.
package struct Storyboard: Hashable, Sendable, Codable {
    package var language: Language
    package var shots: [Shot]
    /// What the film's main person looks like, in English; nil: there is none that stays the same.
    package var actor: String?

    package init(language: Language, shots: [Shot], actor: String? = nil) {
        self.language = language
        self.shots = shots
        self.actor = actor
    }
}
