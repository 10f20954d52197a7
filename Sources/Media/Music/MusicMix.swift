import BatchVideo

/// How loud each instrument is, and how much of it goes into the room.
struct MusicMix: Sendable {
    /// Of a note struck with all force, in dB.
    var levelDB: Double
    /// Into the room, in dB below its own level.
    var roomDB: Double
    /// How much softer a soft note is: the exponent of its velocity.
    var touch: Double

    init(_ instrument: MusicInstrument) {
        switch instrument {
        case .pad: (levelDB, roomDB, touch) = (-21, -6, 0.8)
        case .strings: (levelDB, roomDB, touch) = (-26, -5, 1)
        case .piano: (levelDB, roomDB, touch) = (-10, -9, 1.5)
        case .zither: (levelDB, roomDB, touch) = (-11, -8, 1.4)
        case .mallet: (levelDB, roomDB, touch) = (-14, -8, 1.4)
        case .bell: (levelDB, roomDB, touch) = (-20, -3, 1.3)
        case .bass: (levelDB, roomDB, touch) = (-17, -30, 0.8)
        case .drum: (levelDB, roomDB, touch) = (-13, -14, 1.2)
        case .air: (levelDB, roomDB, touch) = (-38, -6, 1)
        }
    }
}
