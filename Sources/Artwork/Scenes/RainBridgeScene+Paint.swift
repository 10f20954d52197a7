import BatchVideo

extension RainBridgeScene {
    /// Its colours in the light of one time of day, under clouds.
    struct Paint {
        var air: Daylight
        var season: SeasonLook
        var house: CanalHouse.Paint
        var stone: Colour
        var leaves: [Colour]
        var bark: Colour
        var deep: Colour
        var rain: Colour
        var light: Colour
        var shade: Colour
        var umbrella: Colour
        /// Strength of lamps in windows and lanterns, 0...1.
        var lamps: Double
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        let air = overcast(scene)
        let name = scene.season ?? scene.pick(warm: .autumn, clear: .spring, deep: .summer)
        let season = SeasonLook.of(name)
        let lamps = air.isNight ? 1 : scene.palette == .warm ? 0.7 : 0.0
        let light = scene.pick(warm: air.halo.lighter(0.3), clear: Colour(0xFBFFFC), deep: Colour(0xA8BCE0))
        let shade = scene.pick(warm: Colour(0x35242C), clear: Colour(0x26383C), deep: Colour(0x080E22))
        let leaves: [UInt32] =
            switch name {
            case .spring: [0x4E7A2E, 0x86AE3E, 0xBAD45C, 0xE6F29A]
            case .summer: [0x25502A, 0x447E38, 0x78AA4A, 0xB4D674]
            case .autumn: [0x7A6420, 0xAE8E2C, 0xDCBA48, 0xF4E08A]
            case .winter: [0x6A5A3E, 0x8E7A4E, 0xB49C64, 0xD8C690]
            }
        let snow = season.hasSnow ? air.seen(Colour(0xF6FAFF)) : nil
        return Paint(
            air: air, season: season,
            house: CanalHouse.Paint(
                wall: air.seen(Colour(0xF2F0E8)), tile: air.seen(Colour(0x5A6066)),
                wood: air.seen(Colour(0x7A4E34)), stone: air.seen(Colour(0x8C918A)), light: light,
                shade: shade, haze: air.haze, lamp: Colour(0xFFC46A), lit: lamps * 0.62, snow: snow),
            stone: air.seen(Colour(0xA8AAA2)), leaves: air.seen(leaves.map(Colour.init)),
            bark: air.seen(Colour(0x4E4034)),
            deep: scene.pick(warm: Colour(0x7A6A5E), clear: Colour(0x4E7A74), deep: Colour(0x14264A)),
            rain: scene.pick(warm: Colour(0xFFF4E0), clear: Colour(0xFFFFFF), deep: Colour(0xBCD0F4)),
            light: light, shade: shade,
            umbrella: scene.pick(warm: Colour(0xC8402C), clear: Colour(0xD8503C), deep: Colour(0xC8503A)),
            lamps: lamps)
    }

    /// Daylight through rain clouds: paler, closer together.
    private static func overcast(_ scene: SceneBuilder) -> Daylight {
        var air = Daylight.of(scene)
        let (sky, tone): ([UInt32], UInt32) =
            switch (scene.palette, scene.dayTime) {
            case (.warm, .dawn): ([0xA89CA4, 0xCDB6A8, 0xE8D2B6, 0xF4E4C8], 0xF4E0C8)
            case (.warm, _): ([0x80708A, 0xB88C88, 0xE2B08A, 0xF4D0A0], 0xEAC4A2)
            case (.clear, .dawn): ([0x9CB4C4, 0xC0D0D6, 0xE2E6E0, 0xF2ECDF], 0xEEECE6)
            case (.clear, _): ([0x8FAEB6, 0xB6CCCE, 0xD4E2DC, 0xE8F0E8], 0xE8F0EC)
            case (.deep, .dusk): ([0x24264A, 0x443F6A, 0x6E6088, 0x9C869A], 0x786C94)
            case (.deep, _): ([0x0C142C, 0x182746, 0x2A4064, 0x466286], 0x52648E)
            }
        air.sky = sky.map(Colour.init)
        air.haze = Colour(sky[3]).mixed(Colour(sky[2]), 0.35)
        air.tone = Colour(tone)
        return air
    }
}
