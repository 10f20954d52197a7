/// How a mood is played: pace, patterns, instruments.
struct MusicManner: Sendable {
    /// Quarter notes per minute.
    var bpm: ClosedRange<Int>
    /// One of these; repeated ones are likelier.
    var beatsPerBar: [Int]
    /// How many notes its melody has.
    var melody: RhythmCells.Flow
    /// Where the melody moves about, as a MIDI note.
    var melodyCentre: Int
    var figure: MusicInstrument
    var figures: FigureBook
    /// How likely bells answer in two bars, 0 ... 1.
    var bells: Double
    var hasDrum: Bool
    var sound: MusicSound

    static func of(_ mood: MusicMood) -> MusicManner {
        switch mood {
        case .calm:
            MusicManner(
                bpm: 52...60, beatsPerBar: [4, 4, 3], melody: .sparse, melodyCentre: 72, figure: .piano,
                figures: .still, bells: 0.25, hasDrum: false, sound: MusicSound(brightness: 0.35, space: 0.8))
        case .warm:
            MusicManner(
                bpm: 58...68, beatsPerBar: [4, 4, 3], melody: .flowing, melodyCentre: 71, figure: .piano,
                figures: .rolling, bells: 0.15, hasDrum: false, sound: MusicSound(brightness: 0.45, space: 0.55))
        case .hopeful:
            MusicManner(
                bpm: 66...76, beatsPerBar: [4], melody: .flowing, melodyCentre: 73, figure: .piano,
                figures: .rolling, bells: 0.25, hasDrum: true, sound: MusicSound(brightness: 0.6, space: 0.65))
        case .pensive:
            MusicManner(
                bpm: 50...58, beatsPerBar: [4, 4, 3], melody: .sparse, melodyCentre: 70, figure: .piano,
                figures: .still, bells: 0.1, hasDrum: false, sound: MusicSound(brightness: 0.3, space: 0.7))
        case .bright:
            MusicManner(
                bpm: 74...84, beatsPerBar: [4, 4, 3], melody: .lively, melodyCentre: 74, figure: .mallet,
                figures: .dancing, bells: 0.35, hasDrum: false, sound: MusicSound(brightness: 0.65, space: 0.4))
        case .driving:
            MusicManner(
                bpm: 78...84, beatsPerBar: [4], melody: .sparse, melodyCentre: 70, figure: .mallet,
                figures: .pushing, bells: 0.1, hasDrum: true, sound: MusicSound(brightness: 0.6, space: 0.45))
        case .mysterious:
            MusicManner(
                bpm: 50...58, beatsPerBar: [4], melody: .sparse, melodyCentre: 69, figure: .piano,
                figures: .lonely, bells: 0.45, hasDrum: false, sound: MusicSound(brightness: 0.3, space: 1))
        }
    }
}

/// Patterns of broken chords: in each half beat the step of the chord's ladder that is struck, `.` for
/// none. From sparse to full.
struct FigureBook: Sendable {
    /// For four beats, each as long as eight half beats.
    var inFour: [[String]]
    /// For three beats, six half beats.
    var inThree: [[String]]

    /// The patterns for a bar of this energy, 0 ... 1.
    func patterns(beatsPerBar: Int, energy: Double) -> [String] {
        let levels = beatsPerBar == 3 ? inThree : inFour
        return levels[min(levels.count - 1, Int(energy * Double(levels.count)))]
    }

    static let still = FigureBook(
        inFour: [
            ["0...2...", "0.2.....", "0...3..."], ["0.2.3...", "0...2.3.", "0.1.2..."],
            ["0.1.2.3.", "0.2.3.2.", "0.1.3.2."],
        ],
        inThree: [["0.2...", "0...2."], ["0.2.3.", "0.1.2."], ["0.1232", "0.2.32"]])
    static let rolling = FigureBook(
        inFour: [
            ["0.2.3...", "0.1.2...", "0...2.3."], ["0.1.2.3.", "0.2.3.2.", "0.12.3.2"],
            ["01234321", "0.123.43", "01232432"],
        ],
        inThree: [["0.2.3.", "0.1.2."], ["0.1232", "0.2343"], ["012343", "012432"]])
    static let dancing = FigureBook(
        inFour: [
            ["0..2..3.", "0.2..3.."], ["0.2.3.2.", "0.23.2.3", "0..23.2."],
            ["0.234.32", "02.3243.", "0.2324.2"],
        ],
        inThree: [["0.2.3.", "0..23."], ["0.232.", "0.2323"], ["0.2343", "023243"]])
    static let pushing = FigureBook(
        inFour: [
            ["0.2.0.2.", "0.0.2.2."], ["02302320", "00220033", "02.302.3"],
            ["02320242", "02342432", "03240324"],
        ],
        inThree: [["0.2.2.", "0.2.3."], ["022022", "023023"], ["023243", "024324"]])
    static let lonely = FigureBook(
        inFour: [
            ["0.......", "0.....2.", "....2..."], ["0...3...", "0.....32", "0..2...."],
            ["0..2..3.", "0.2...4.", "0...2.43"],
        ],
        inThree: [["0.....", "0...2."], ["0.2...", "0...3."], ["0.2.3.", "0..23."]])
}
