/// A chord of a key: its tones as pitch classes, 0 is C.
package struct MusicChord: Hashable, Sendable, Codable {
    /// As it is written in a progression: "vi7".
    package var symbol: String
    package var root: Int
    /// What lies lowest; another than the root in an inversion.
    package var bass: Int
    /// Root, third (or what is suspended for it), fifth, then the added tone if there is one.
    package var tones: [Int]

    /// Reads a symbol: a Roman numeral of a degree in any case, then nothing, `7` (the key's own
    /// seventh), `9` (ninth without seventh), `6`, `sus2` or `sus4`, then `/3` or `/5` for the tone in
    /// the bass. All tones are the key's own. Nil for what is not one.
    package init?(_ symbol: String, in key: MusicKey) {
        let halves = symbol.split(separator: "/", omittingEmptySubsequences: false)
        let numeral = halves[0].prefix { "IViv".contains($0) }
        let colour = halves[0].dropFirst(numeral.count)
        guard halves.count <= 2, let degree = Self.numerals.firstIndex(of: numeral.uppercased()) else { return nil }
        func tone(_ offset: Int) -> Int { key.pitchClass(degree: degree + offset) }
        var tones = [tone(0), tone(2), tone(4)]
        switch colour {
        case "": break
        case "6": tones.append(tone(5))
        case "7": tones.append(tone(6))
        case "9": tones.append(tone(8))
        case "sus2": tones[1] = tone(1)
        case "sus4": tones[1] = tone(3)
        default: return nil
        }
        switch halves.dropFirst().first {
        case nil: bass = tones[0]
        case "3": bass = tones[1]
        case "5": bass = tones[2]
        default: return nil
        }
        self.symbol = symbol
        root = tones[0]
        self.tones = tones
    }

    private static let numerals = ["I", "II", "III", "IV", "V", "VI", "VII"]

    /// Tones that a voicing must hold: third and added tone tell the chord; a triad needs all.
    var essential: Set<Int> { tones.count > 3 ? [tones[1], tones[3]] : Set(tones) }

    var classes: Set<Int> { Set(tones) }
}

/// Intervals that beat against each other while both tones sound.
enum Roughness {
    /// A semitone, or one and an octave.
    static func isRough(_ a: Int, _ b: Int) -> Bool {
        let interval = abs(a - b)
        return interval == 1 || interval == 13
    }

    static func isRough(_ pitch: Int, beside others: some Sequence<Int>) -> Bool {
        others.contains { isRough(pitch, $0) }
    }
}
