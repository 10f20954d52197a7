/// What a glyph that is not spoken does to the flow of speech.
enum Punctuation {
    enum Effect { case pause(ms: Int), boundary, none }

    static func effect(at index: Int, in source: SourceText) -> Effect {
        let scalar = source[index]
        if let pause = pauses[scalar] { return .pause(ms: pause) }
        switch scalar {
        case 0x2D: return dash(at: index, in: source)
        case 0x20, 0x09: return .boundary
        default: return .boundary
        }
    }

    /// Ends of clauses: no context is looked for beyond them.
    static func endsClause(_ scalar: UInt32) -> Bool { clauseEnds.contains(scalar) }

    /// "--" is a dash and heard; a hyphen only keeps words apart.
    private static func dash(at index: Int, in source: SourceText) -> Effect {
        source[index + 1] == 0x2D || source[index - 1] == 0x2D
            ? .pause(ms: Pause.ellipsisMs) : .boundary
    }

    private static let clauseEnds = Set("，,。.！!？?；;：\n\r…".unicodeScalars.map(\.value))

    private static let pauses: [UInt32: Int] = {
        let groups: [(String, Int)] = [
            ("、（）()【】[]{}〔〕｛｝|｜/／\\", Pause.enumerationMs),
            ("，,､", Pause.commaMs),
            ("：:", Pause.colonMs),
            ("；;", Pause.semicolonMs),
            ("…⋯—―⸺", Pause.ellipsisMs),
            ("。．.！!？?｡‼⁉⁈⁇", Pause.sentenceMs),
            ("\n\r\u{2028}\u{2029}\u{85}", Pause.paragraphMs),
        ]
        var table: [UInt32: Int] = [:]
        for (marks, ms) in groups {
            for mark in marks.unicodeScalars { table[mark.value] = ms }
        }
        return table
    }()
}
