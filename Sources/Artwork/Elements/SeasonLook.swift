import BatchVideo

/// What a season gives to leaves, ground and air. Local colours: see ``Daylight/seen(_:)``.
struct SeasonLook: Sendable {
    /// Of leaves, from shadow to light.
    var leaves: [Colour]
    /// Blossom, fruit or leaves of a second hue, and their share of all.
    var accent: Colour
    var accentShare: Double
    /// 0 for bare branches ... 1 for a full crown.
    var fullness: Double
    var grassDark: Colour
    var grassLight: Colour
    var hills: Colour
    /// What falls through the air, if anything does.
    var falling: ParticleLayer.Kind?
    var fallingColours: [Colour]
    var hasSnow = false

    static func of(_ season: Season) -> SeasonLook {
        switch season {
        case .spring:
            SeasonLook(
                leaves: [0x2F5A2C, 0x5C963C, 0x98C858, 0xDDEE9C].map(Colour.init),
                accent: Colour(0xF9BCD0), accentShare: 0.34, fullness: 0.9,
                grassDark: Colour(0x3A6A30), grassLight: Colour(0xA4CC5C), hills: Colour(0x6FA878),
                falling: .leaf, fallingColours: [Colour(0xFBCFDE), Colour(0xF7A9C4)])
        case .summer:
            SeasonLook(
                leaves: [0x1B4426, 0x337238, 0x66A648, 0xBEDC78].map(Colour.init),
                accent: Colour(0x8CC050), accentShare: 0.1, fullness: 1,
                grassDark: Colour(0x24582C), grassLight: Colour(0x80B44C), hills: Colour(0x4C8A6A),
                falling: nil, fallingColours: [])
        case .autumn:
            SeasonLook(
                leaves: [0x6E2A18, 0xBC5024, 0xEC9032, 0xFFD466].map(Colour.init),
                accent: Colour(0xD8402C), accentShare: 0.24, fullness: 0.85,
                grassDark: Colour(0x6A5228), grassLight: Colour(0xC8A458), hills: Colour(0x9C7A54),
                falling: .leaf, fallingColours: [Colour(0xE8862E), Colour(0xF6C04A)])
        case .winter:
            SeasonLook(
                leaves: [0x8496A8, 0xB8C6D4, 0xE2EAF2, 0xFFFFFF].map(Colour.init),
                accent: Colour(0xF4F8FF), accentShare: 0, fullness: 0,
                grassDark: Colour(0x9CACBC), grassLight: Colour(0xF6FAFF), hills: Colour(0xD0DCE8),
                falling: .snow, fallingColours: [.white], hasSnow: true)
        }
    }
}
