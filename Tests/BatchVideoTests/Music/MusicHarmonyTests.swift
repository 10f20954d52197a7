import Testing

@testable import BatchVideo

@Suite("Harmony")
struct MusicHarmonyTests {
    private static let harmonies = MusicMood.allCases.flatMap(MusicHarmony.all)

    private static func progressions(of harmony: MusicHarmony) -> [String] {
        harmony.openings + harmony.closings + harmony.bridges + harmony.returns
    }

    @Test("every progression has four chords that its mode has, with pure fifths and no flat ninth")
    func chords() throws {
        for harmony in Self.harmonies {
            let key = MusicKey(tonic: 0, mode: harmony.mode)
            for progression in Self.progressions(of: harmony) {
                let symbols = progression.split(separator: " ")
                #expect(symbols.count == 4, "\(progression)")
                for symbol in symbols {
                    let chord = try #require(MusicChord(String(symbol), in: key), "\(symbol)")
                    let above = chord.tones.map { ($0 - chord.root + 12) % 12 }
                    #expect(above[2] == 7, "\(symbol) in \(harmony.mode)")
                    #expect(above.count < 4 || ![1, 8].contains(above[3]), "\(symbol) in \(harmony.mode)")
                }
            }
        }
    }

    @Test("openings end away from home, closings at home")
    func functions() throws {
        for harmony in Self.harmonies {
            let key = MusicKey(tonic: 0, mode: harmony.mode)
            for closing in harmony.closings {
                let last = try #require(closing.split(separator: " ").last)
                #expect(MusicChord(String(last), in: key)?.root == 0, "\(closing)")
            }
            for way in harmony.returns {
                let last = try #require(way.split(separator: " ").last)
                #expect(MusicChord(String(last), in: key)?.root != 0, "\(way)")
            }
        }
    }

    @Test("voices move little, keep their distance and come back to where they began")
    func voicing() throws {
        for harmony in Self.harmonies {
            let key = MusicKey(tonic: 5, mode: harmony.mode)
            let progression = harmony.openings[0] + " " + harmony.closings[0]
            let chords = progression.split(separator: " ").compactMap { MusicChord(String($0), in: key) }

            let voices = MusicVoicing.lead(chords)

            #expect(voices.count == chords.count)
            for (index, (chord, now)) in zip(chords, voices).enumerated() {
                let next = voices[(index + 1) % voices.count]
                let moved = zip(now, next).map { abs($1 - $0) }
                #expect(now.count == 4 && now == now.sorted())
                #expect(Set(now.map { $0 % 12 }).isSubset(of: chord.classes))
                #expect(chord.essential.isSubset(of: now.map { $0 % 12 }))
                #expect(moved.reduce(0, +) <= 16 && (moved.max() ?? 0) <= 7, "\(now) to \(next)")
                for (place, pitch) in now.enumerated() {
                    #expect(!Roughness.isRough(pitch, beside: now[(place + 1)...]))
                }
            }
        }
    }

    @Test("symbols are read, others refused")
    func symbols() {
        let key = MusicKey(tonic: 0, mode: .major)

        #expect(MusicChord("ii7", in: key)?.tones == [2, 5, 9, 0])
        #expect(MusicChord("I9", in: key)?.tones == [0, 4, 7, 2])
        #expect(MusicChord("Vsus4", in: key)?.tones == [7, 0, 2])
        #expect(MusicChord("V/3", in: key)?.bass == 11)
        for wrong in ["", "VIII", "H", "I13", "I/7", "I/3/5"] {
            #expect(MusicChord(wrong, in: key) == nil, "\(wrong)")
        }
    }

    @Test("keys are called as musicians call them")
    func names() {
        #expect(MusicKey(tonic: 10, mode: .major).name == "B flat major")
        #expect(MusicKey(tonic: 1, mode: .minor).name == "C sharp minor")
        #expect(MusicKey(tonic: 6, mode: .dorian).name == "F sharp dorian")
    }
}
