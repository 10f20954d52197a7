/// Makes words of files and tools fit for a one-line message.
enum MessageText {
    static let maximumLength = 200

    /// Control characters, line breaks and direction overrides become spaces; bounded in length.
    static func clean(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(maximumLength * 2).map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: " "
            default: Character(scalar)
            }
        }
        let words = String(kept).split(separator: " ").joined(separator: " ")
        return words.count > maximumLength ? words.prefix(maximumLength - 1) + "…" : words
    }
}

/// The last lines a tool wrote on standard error, bounded, for the message of a failure.
struct StderrTail {
    static let maximumLines = 12
    static let maximumLineBytes = 1000

    private(set) var lines: [String] = []
    private var open: [UInt8] = []

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            if byte == 0x0A || byte == 0x0D {
                closeLine()
            } else if open.count < Self.maximumLineBytes {
                open.append(byte)
            }
        }
    }

    mutating func closeLine() {
        let line = MessageText.clean(String(decoding: open, as: UTF8.self))
        open.removeAll(keepingCapacity: true)
        guard !line.isEmpty else { return }
        if lines.count == Self.maximumLines { lines.removeFirst() }
        lines.append(line)
    }
}
