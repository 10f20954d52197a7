/// What music lies under a film's voice.
package enum FilmMusic: Hashable, Sendable {
    case none
    /// A piece of this program's own, in the mood of the film's words.
    case auto
    /// The user's, by its absolute path.
    case file(String)

    package var isFile: Bool {
        if case .file = self { true } else { false }
    }
}

/// As its text: `none`, `auto`, or a path.
extension FilmMusic: Codable, CustomStringConvertible {
    package var description: String {
        switch self {
        case .none: "none"
        case .auto: "auto"
        case .file(let path): path
        }
    }

    package init(_ text: String) {
        switch text {
        case "none": self = .none
        case "auto": self = .auto
        default: self = .file(text)
        }
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The music of a finished film, for its manifest.
package struct MusicCredit: Hashable, Sendable, Codable {
    /// "this program", or the name of the user's file.
    package var by: String
    package var mood: MusicMood?
    /// "D major".
    package var key: String?
    /// Quarter notes per minute.
    package var bpm: Int?
    package var licence: String?

    /// Of a piece that the program composed.
    package init(_ piece: MusicPiece) {
        by = "this program"
        mood = piece.mood
        key = piece.key.name
        bpm = piece.bpm
        licence = "own work of this program"
    }

    /// Of a file that the user brought.
    package init(file name: String) { by = name }
}
