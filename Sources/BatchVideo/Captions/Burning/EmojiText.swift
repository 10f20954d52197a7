/// Emoji in burnt-in captions: pictographs of one colour from a font that draws them as letters.
enum EmojiText {
    static let font = "Symbola"

    /// What the font (2.60) has: common symbols, and nearly all emoji up to Unicode 10.
    private static let drawn: [ClosedRange<UInt32>] = [
        0x2600...0x2604, 0x260E...0x260E, 0x2614...0x2615, 0x2660...0x2667, 0x2702...0x2702,
        0x2708...0x2709, 0x270C...0x270C, 0x2728...0x2728, 0x2744...0x2744, 0x2764...0x2764,
        0x2B50...0x2B50, 0x1F300...0x1F6D4, 0x1F6E0...0x1F6EC, 0x1F6F0...0x1F6F8,
        0x1F910...0x1F93E, 0x1F950...0x1F96B, 0x1F980...0x1F997, 0x1F9D0...0x1F9E6,
    ]

    /// The line with every emoji as one sign that can be drawn: families and skin tones as their
    /// first sign, keycaps as their digit, flags and newer signs not at all.
    static func drawable(_ line: String) -> String {
        String(
            line.compactMap { character -> Character? in
                guard character.isEmoji else { return character }
                let scalars = character.unicodeScalars
                if let digit = scalars.first(where: { Character($0).isASCIIDigit }) {
                    return Character(digit)
                }
                return scalars.first.flatMap { isDrawn($0) ? Character($0) : nil }
            }
        ).split(separator: " ").joined(separator: " ")
    }

    /// Harmless text of an event, its emoji in their font.
    static func escaped(_ line: String) -> String {
        var text = ""
        var plain = ""
        for character in line {
            if let scalar = character.unicodeScalars.first, isDrawn(scalar) {
                text += ASSText.escaped(plain) + "{\\fn\(font)}\(character){\\fn}"
                plain = ""
            } else {
                plain.append(character)
            }
        }
        return text + ASSText.escaped(plain)
    }

    private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
        drawn.contains { $0.contains(scalar.value) }
    }
}
