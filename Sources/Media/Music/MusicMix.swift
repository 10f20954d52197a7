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
        case .pad: (levelDB, roomDB, touch) = (-23, -6, 0.8)
        case .strings: (levelDB, roomDB, touch) = (-26, -5, 1)
        case .piano: (levelDB, roomDB, touch) = (-4.5, -9, 1.3)
        case .zither: (levelDB, roomDB, touch) = (5, -8, 1.2)
        case .mallet: (levelDB, roomDB, touch) = (-4, -8, 1.3)
        case .bell: (levelDB, roomDB, touch) = (-11, -3, 1.3)
        case .bass: (levelDB, roomDB, touch) = (-18, -30, 0.8)
        case .drum: (levelDB, roomDB, touch) = (-3, -14, 1.2)
        case .air: (levelDB, roomDB, touch) = (-18, -6, 1)
        }
    }
}
