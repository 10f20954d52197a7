extension Viseme {
    /// What a mouth does while `mnemonic` is heard: one shape, or several in turn for a diphthong.
    ///
    /// espeak-ng's ASCII names in the inventories of its Chinese, Cantonese, English, Spanish,
    /// Japanese and Korean voices, read from left to right by the longest known symbol. What is
    /// unknown is read by its letter's class; a name without letters is silence.
    package static func spoken(_ mnemonic: String) -> [Viseme] {
        // "(en)": the voice changes its language.
        if mnemonic.hasPrefix("(") || silent.contains(mnemonic) { return [.silence] }
        if let whole = whole[mnemonic] { return whole }
        let letters = Array(mnemonic.unicodeScalars)
        var visemes: [Viseme] = []
        var at = 0
        while at < letters.count {
            let (viseme, count) = symbol(letters[at...])
            if let viseme, visemes.last != viseme { visemes.append(viseme) }
            at += count
        }
        return visemes.isEmpty ? [.silence] : visemes
    }

    private static let silent: Set<String> = ["", "_", "_:", "_|", "|", "||"]

    /// Names that do not mean what their letters say.
    private static let whole: [String: [Viseme]] = [
        // Vowels of 知 and 资: teeth together all the while.
        "i.": [.s], "i[": [.s],
        // Taps and a stop in the throat: the tongue or nothing moves.
        "*": [.l], "**": [.l], "?": [.k], ";": [.i], "-": [.l], "_j": [.i],
        // Syllabic l and n; the Japanese moraic nasal; 翁.
        "@L": [.e, .l], "n-": [.l], "N\\": [.k], "u~": [.u],
        // Cantonese front rounded vowels.
        "oe": [.o], "oeng": [.o, .k], "eo": [.o], "eoi": [.o, .i],
    ]

    private static func symbol(_ rest: ArraySlice<Unicode.Scalar>) -> (viseme: Viseme?, count: Int) {
        for length in stride(from: min(longest, rest.count), through: 1, by: -1) {
            let name = String(String.UnicodeScalarView(rest.prefix(length)))
            if let viseme = symbols[name] { return (viseme, length) }
        }
        // Marks of length, stress, tone and manner, and what is not ASCII, change no shape.
        return (rest.first.flatMap(letterClass), 1)
    }

    private static let longest = symbols.keys.map(\.unicodeScalars.count).max() ?? 1

    private static let symbols: [String: Viseme] = [
        "ts.h": .sh, "ts.": .sh, "s.": .sh, "z.": .r, "tS": .sh, "dZ": .sh, "S": .sh, "Z": .sh,
        "t_s\\": .sh, "d_z\\": .sh, "s\\": .sh, "z\\": .sh, "C": .sh,
        "tsh": .s, "ts": .s, "dz": .s, "t_s": .s, "d_z": .s, "s": .s, "z": .s, "c": .s,
        "f": .f, "v": .f, "T": .th, "D": .th,
        "p": .p, "b": .p, "m": .p, "B": .p, "p\\": .u,
        "t": .l, "d": .l, "n": .l, "l": .l, "L": .l, "l^": .l, "n^": .l, "r`": .l,
        "k": .k, "g": .k, "ng": .k, "x": .k, "X": .k, "h": .k, "N": .k, "q": .k, "Q": .k, "G": .k,
        "R": .r, "r": .r, "3": .r, "w": .u, "W": .u, "j": .i, "J": .i, "J^": .i, "H": .y,
        "a": .a, "A": .a, "V": .a, "E": .e, "e": .e, "@": .e, "&": .e, "i": .i, "I": .i,
        "o": .o, "O": .o, "0": .o, "u": .u, "U": .u, "y": .y, "Y": .y,
    ]

    private static func letterClass(_ letter: Unicode.Scalar) -> Viseme? {
        guard letter.properties.isAlphabetic else { return nil }
        return switch Character(letter).lowercased() {
        case "a", "ɐ", "ɑ", "ʌ", "æ": .a
        case "i", "ɪ", "ɨ": .i
        case "o", "ɔ", "ɒ", "ø", "œ": .o
        case "u", "ʊ", "ɯ", "w": .u
        case "y", "ü": .y
        case "p", "b", "m", "β": .p
        case "f", "v": .f
        case "s", "z", "c": .s
        case "ʃ", "ʒ", "ɕ", "ʑ": .sh
        case "t", "d", "n", "l", "ɾ": .l
        case "r", "ɹ", "ʁ": .r
        case "k", "g", "h", "x", "q", "ŋ": .k
        default: .e
        }
    }
}
