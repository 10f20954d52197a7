/// flite's phones (CMU's set) in espeak's mnemonics for American English, so that a presenter's
/// mouth knows one alphabet.
enum FlitePhoneme {
    static func mnemonic(_ phone: String) -> String { table[phone] ?? "_:" }

    private static let table = [
        "aa": "A:", "ae": "a", "ah": "V", "ao": "O:", "aw": "aU", "ax": "@", "ay": "aI", "b": "b",
        "ch": "tS", "d": "d", "dh": "D", "eh": "E", "er": "3:", "ey": "eI", "f": "f", "g": "g",
        "hh": "h", "ih": "I", "iy": "i:", "jh": "dZ", "k": "k", "l": "l", "m": "m", "n": "n",
        "ng": "N", "ow": "oU", "oy": "OI", "p": "p", "pau": "_:", "r": "r", "s": "s", "sh": "S",
        "t": "t", "th": "T", "uh": "U", "uw": "u:", "v": "v", "w": "w", "y": "j", "z": "z",
        "zh": "Z",
    ]
}
