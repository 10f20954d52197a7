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

    package init(
        index: Int, span: TimeSpan, text: String, firstCue: Int, lastCue: Int, isMoving: Bool,
        prompt: String
    ) {
        self.index = index
        self.span = span
        self.text = text
        self.firstCue = firstCue
        self.lastCue = lastCue
        self.isMoving = isMoving
        self.prompt = prompt
    }
}

/// The shots of a film without gap or overlap from 0 to the end of the narration.
package struct Storyboard: Hashable, Sendable, Codable {
    package var language: Language
    package var shots: [Shot]

    package init(language: Language, shots: [Shot]) {
        self.language = language
        self.shots = shots
    }
}
