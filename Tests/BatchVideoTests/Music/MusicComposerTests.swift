import Foundation
import Testing

@testable import BatchVideo

@Suite("Composer")
struct MusicComposerTests {
    /// Every mood, five-toned and not, with and without a zither.
    private static let orders: [MusicOrder] = MusicMood.allCases.flatMap { mood -> [MusicOrder] in
        (0..<UInt64(8)).map { seed -> MusicOrder in
            MusicOrder(mood: mood, isPentatonic: seed % 2 == 0, hasZither: seed % 4 == 0, seed: seed)
        }
    }

    /// What has a pitch that is heard.
    private static func tones(of piece: MusicPiece) -> [MusicNote] {
        piece.parts.filter { ![.drum, .air].contains($0.instrument) }.flatMap(\.notes)
    }

    @Test("the same order gives the same piece, another seed another one")
    func repeatable() throws {
        let order = MusicOrder(mood: .warm, isPentatonic: true, seed: 11)
        var other = order
        other.seed = 12

        let piece = MusicComposer(order).piece()

        #expect(MusicComposer(order).piece() == piece)
        #expect(MusicComposer(other).piece() != piece)
        let copy = try JSONDecoder().decode(MusicPiece.self, from: JSONEncoder().encode(piece))
        #expect(copy == piece)
    }

    @Test("every tone is the key's or its chord's", arguments: orders)
    func inKey(order: MusicOrder) {
        let piece = MusicComposer(order).piece()

        for note in Self.tones(of: piece) {
            let chord = piece.chords[Int(note.at) / piece.beatsPerBar]
            let own = note.pitch % 12
            #expect(piece.key.scale.contains(own) || chord.tones.contains(own), "\(note) over \(chord.symbol)")
        }
    }

    @Test("no two tones that sound together are a semitone or a minor ninth apart", arguments: orders)
    func consonant(order: MusicOrder) {
        let notes = Self.tones(of: MusicComposer(order).piece())

        for (index, note) in notes.enumerated() {
            for other in notes[(index + 1)...]
            where note.at < other.end - 0.01 && other.at < note.end - 0.01 {
                #expect(!Roughness.isRough(note.pitch, other.pitch), "\(note) and \(other)")
            }
        }
    }

    @Test("sections are whole bars that follow each other, and no note leaves the piece", arguments: orders)
    func wholeBars(order: MusicOrder) {
        let piece = MusicComposer(order).piece()

        #expect(piece.sections.first?.bars.lowerBound == 0)
        #expect(piece.sections.last?.bars.upperBound == piece.barCount)
        for (section, next) in zip(piece.sections, piece.sections.dropFirst()) {
            #expect(section.bars.upperBound == next.bars.lowerBound)
            #expect(section.bars.count % 4 == 0)
        }
        #expect((50...84).contains(piece.bpm) && [3, 4].contains(piece.beatsPerBar))
        #expect((60...200).contains(piece.seconds))
        for note in piece.parts.flatMap(\.notes) {
            #expect(note.at >= 0 && note.beats > 0 && note.end <= Double(piece.beatCount) + 1e-9)
            #expect((0.1...1).contains(note.velocity) && abs(note.lateMs) < 600)
        }
    }

    @Test("a five-toned melody keeps to its five tones and those of its chords")
    func pentatonic() throws {
        for seed in 0..<12 {
            let order = MusicOrder(mood: .pensive, isPentatonic: true, hasZither: true, seed: UInt64(seed))
            let piece = MusicComposer(order).piece()
            let melody = try #require(piece.parts.first { $0.instrument == .zither }).notes

            let five = melody.count { piece.key.pentatonic.contains($0.pitch % 12) }

            #expect(Double(five) > 0.7 * Double(melody.count))
            for note in melody {
                let chord = piece.chords[Int(note.at) / piece.beatsPerBar]
                #expect(piece.key.pentatonic.contains(note.pitch % 12) || chord.classes.contains(note.pitch % 12))
            }
        }
    }

    @Test("the theme comes back as it was")
    func theme() throws {
        let piece = MusicComposer(MusicOrder(mood: .calm, seed: 3)).piece()
        let melody = piece.parts.filter { $0.instrument == .piano }[1].notes
        let starts = piece.sections.filter { $0.kind == .theme }.map(\.bars.lowerBound)
        try #require(starts.count > 1)

        // Its first half: the second goes to another closing.
        let halves = starts.map { start in
            let from = Double(start * piece.beatsPerBar)
            return melody.filter { $0.at >= from && $0.at < from + Double(4 * piece.beatsPerBar) }
                .map { [$0.at - from, $0.beats, Double($0.pitch)] }
        }

        #expect(halves[0].count >= 4)
        #expect(halves.dropFirst().allSatisfy { $0 == halves[0] })
    }

    @Test("a piece is fuller in the middle than where it begins")
    func swell() {
        for order in Self.orders {
            let piece = MusicComposer(order).piece()
            var perBar = [Double](repeating: 0, count: piece.barCount)
            for part in piece.parts {
                for note in part.notes { perBar[Int(note.at) / piece.beatsPerBar] += 1 }
            }

            let opening = perBar.prefix(4).reduce(0, +) / 4
            let height = perBar.max() ?? 0

            #expect(height > 1.5 * opening, "\(order)")
        }
    }
}
