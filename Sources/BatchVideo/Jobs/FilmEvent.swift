/// Something that happened while a film was made.
package struct FilmEvent: Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
        case started, progress, finished, warning
    }

    package var kind: Kind
    package var stage: Stage
    /// Units finished and in all: sentences, shots or frames, by stage; 0 of 0 when not counted.
    package var done: Int
    package var total: Int
    /// Units (segments, for the render) taken from an earlier run instead of being made again.
    package var reused: Int
    /// Since the stage began.
    package var elapsedMs: Int
    /// For `.warning`: one line for the user.
    package var message: String?

    package init(
        _ kind: Kind, _ stage: Stage, done: Int = 0, total: Int = 0, reused: Int = 0,
        elapsedMs: Int = 0, message: String? = nil
    ) {
        self.kind = kind
        self.stage = stage
        self.done = done
        self.total = total
        self.reused = reused
        self.elapsedMs = elapsedMs
        self.message = message
    }
}

/// Port: hears what happens while films are made.
///
/// Called from any task, often; must return at once and never throw.
package protocol EventSink: Sendable {
    func note(_ event: FilmEvent)
}
