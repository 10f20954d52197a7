/// A bar of a melody: rests and notes.
struct RhythmCell: Hashable, Sendable {
    struct Beat: Hashable, Sendable {
        /// From the bar's start, in beats.
        var at: Double
        var beats: Double
    }

    var notes: [Beat]
    /// With its rests.
    var beats: Double

    /// Lengths in beats with spaces between them, rests with an `r` before theirs: "r1 1.5 .5 1".
    init(_ text: String) {
        var at = 0.0
        notes = []
        for token in text.split(separator: " ") {
            let isRest = token.first == "r"
            let length = Double(isRest ? token.dropFirst() : token) ?? 0
            if !isRest { notes.append(Beat(at: at, beats: length)) }
            at += length
        }
        beats = at
    }
}

/// The bars that melodies are made of.
struct RhythmCells: Sendable {
    enum Flow: Sendable, CaseIterable { case sparse, flowing, lively }

    var flow: Flow
    var beatsPerBar: Int

    /// Bars that move on.
    var moving: [RhythmCell] {
        let texts =
            switch (flow, beatsPerBar) {
            case (.sparse, 3): ["2 1", "1 2", "r1 1 1", "r1 2"]
            case (.flowing, 3): ["2 1", "1 1 1", "1.5 .5 1", "r1 1 1"]
            case (.lively, 3): ["1 1 1", "1.5 .5 1", ".5 .5 1 1", "1 .5 .5 1", "r.5 .5 1 1"]
            case (.sparse, _): ["2 2", "3 1", "1 3", "r1 1 2", "r2 1 1", "2 1 1"]
            case (.flowing, _): ["2 1 1", "1 1 2", "1.5 .5 2", "r1 1 1 1", "1 2 1", "1.5 .5 1 1"]
            case (.lively, _):
                ["1 1 1 1", "1.5 .5 1 1", "1 .5 .5 2", ".5 .5 1 2", "r.5 .5 1 2", "1.5 .5 1.5 .5"]
            }
        return texts.map(RhythmCell.init)
    }

    /// Bars that a phrase comes to rest in.
    var resting: [RhythmCell] {
        (beatsPerBar == 3 ? ["3", "2 r1"] : ["4", "3 r1", "2 r2"]).map(RhythmCell.init)
    }
}
