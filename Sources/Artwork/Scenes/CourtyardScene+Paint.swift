import BatchVideo

extension CourtyardScene {
    /// Its colours in the light of one time of day.
    struct Paint {
        var air: Daylight
        var season: SeasonLook
        var tile: Colour
        var brick: Colour
        var stone: Colour
        var paving: Colour
        var wood: Colour
        var column: Colour
        var beam: Colour
        var paper: Colour
        var light: Colour
        var shade: Colour
        var lantern: Colour
        /// Strength of lamps behind paper and in lanterns, 0...1.
        var lamps: Double
        var leaves: [Colour]
        var accent: Colour
        var accentShare: Double
        /// Colour of lotus leaves, and whether the lotus flowers.
        var lotus: UInt32
        var blooms: Bool
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        let air = Daylight.of(scene)
        let name = scene.season ?? scene.pick(warm: .autumn, clear: .spring, deep: .summer)
        let season = SeasonLook.of(name)
        let snow = season.grassLight
        // Autumn is a ginkgo, spring a crab apple, summer a pomegranate.
        let leaves: [UInt32]? =
            switch name {
            case .autumn: [0x8A5A14, 0xCE9420, 0xF4C63E, 0xFFEC9A]
            case .spring: [0x9C4A6A, 0xE08CAA, 0xF8C2D2, 0xFFF0F4]
            case .summer, .winter: nil
            }
        let accent: UInt32 =
            switch name {
            case .autumn: 0xEE9A2C
            case .spring: 0x86AE54
            case .summer: 0xE8502C
            case .winter: 0xF4F8FF
            }
        return Paint(
            air: air, season: season, tile: air.seen(Colour(0x7C8084)),
            brick: air.seen(scene.pick(warm: Colour(0x9C968E), clear: Colour(0x9AA0A2), deep: Colour(0x8C9098))),
            stone: air.seen(season.hasSnow ? Colour(0xDCE2EA) : Colour(0xC6C2B8)),
            paving: air.seen(season.hasSnow ? snow : Colour(0xA2A096)),
            wood: air.seen(scene.pick(warm: Colour(0x8A3A28), clear: Colour(0x9A4634), deep: Colour(0x8C3E34))),
            column: air.seen(scene.pick(warm: Colour(0xB03A28), clear: Colour(0xC24A36), deep: Colour(0xB43A34))),
            beam: air.seen(scene.pick(warm: Colour(0x3E7A6E), clear: Colour(0x3C7CA0), deep: Colour(0x3A6C8C))),
            paper: air.seen(Colour(0xF2E6CC)),
            light: scene.pick(warm: air.halo.lighter(0.25), clear: air.disc, deep: Colour(0xE8C8B0)),
            shade: scene.pick(warm: Colour(0x33202C), clear: Colour(0x22303E), deep: Colour(0x060A1E)),
            lantern: scene.palette == .deep ? Colour(0xF0442E) : air.seen(Colour(0xD8352A)),
            lamps: air.isNight ? 1 : scene.dayTime == .dusk ? 0.55 : 0,
            leaves: (leaves.map { $0.map(Colour.init) } ?? season.leaves).map {
                // Lanterns light the crown from below.
                air.isNight ? air.seen($0).mixed($0.times(Colour(0xE0A880)), 0.3) : air.seen($0)
            },
            accent: air.seen(Colour(accent)),
            accentShare: name == .summer ? 0.05 : name == .spring ? 0.16 : 0.2,
            lotus: name == .autumn ? 0x8A8A4A : 0x4E8A58, blooms: name == .summer)
    }
}
