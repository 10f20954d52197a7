/// A tonic and a mode: the tones that a piece is made of.
package struct MusicKey: Hashable, Sendable, Codable {
    package enum Mode: String, Sendable, Codable, CaseIterable {
        case major, minor, dorian, lydian, mixolydian

        /// Semitones of the seven degrees above the tonic.
        package var steps: [Int] {
            switch self {
            case .major: [0, 2, 4, 5, 7, 9, 11]
            case .minor: [0, 2, 3, 5, 7, 8, 10]
            case .dorian: [0, 2, 3, 5, 7, 9, 10]
            case .lydian: [0, 2, 4, 6, 7, 9, 11]
            case .mixolydian: [0, 2, 4, 5, 7, 9, 10]
            }
        }

        /// The five tones without a semitone between them: 宫 for major thirds, 羽 for minor ones.
        package var pentatonicSteps: [Int] {
            switch self {
            case .major, .lydian, .mixolydian: [0, 2, 4, 7, 9]
            case .minor, .dorian: [0, 3, 5, 7, 10]
            }
        }
    }

    /// 0 ... 11, 0 is C.
    package var tonic: Int
    package var mode: Mode

    package init(tonic: Int, mode: Mode) {
        self.tonic = tonic
        self.mode = mode
    }

    /// Pitch class 0 ... 11 of a degree counted from 0; degrees above 6 go on in the next octave.
    package func pitchClass(degree: Int) -> Int { (tonic + mode.steps[degree % 7]) % 12 }

    package var scale: Set<Int> { Set(mode.steps.map { (tonic + $0) % 12 }) }
    package var pentatonic: Set<Int> { Set(mode.pentatonicSteps.map { (tonic + $0) % 12 }) }

    /// "E flat major", "F sharp dorian".
    package var name: String { "\(tonicName) \(mode.rawValue)" }

    private var tonicName: String {
        let isMinor = mode.steps[2] == 3
        let names = [
            "C", isMinor ? "C sharp" : "D flat", "D", "E flat", "E", "F", "F sharp", "G",
            isMinor ? "G sharp" : "A flat", "A", "B flat", "B",
        ]
        return names[tonic]
    }
}
