import BatchVideo

extension BookLampScene {
    /// Its colours in one light.
    struct Paint {
        var wallNear: Colour
        var wallFar: Colour
        var frame: Colour
        var curtain: Colour
        var desk: Colour
        var lamp: Colour
        var glow: Colour
        /// Strength of the lamp's light, 0...1.
        var strength: Double
        var light: Colour
        var shade: Colour
        var tone: Colour
        var spines: [Colour]
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        let isDusk = scene.dayTime == .dusk
        return scene.pick(
            warm: Paint(
                wallNear: Colour(isDusk ? 0xDFAE80 : 0xEBCFA6),
                wallFar: Colour(isDusk ? 0x7A4638 : 0x93684A), frame: Colour(0x70462C),
                curtain: Colour(0x93794A), desk: Colour(0x8A5230), lamp: Colour(0x3F6A4E),
                glow: Colour(0xFFD894), strength: isDusk ? 0.85 : 0.6, light: Colour(0xFFE6B6),
                shade: Colour(0x2E140C), tone: Colour(isDusk ? 0xF6D6B2 : 0xFFEAD2),
                spines: [0x8A3A2E, 0xC08A3E, 0x4A6650, 0xE2CFA2, 0x6A4A5A, 0x3F5A6A].map(Colour.init)),
            clear: Paint(
                wallNear: Colour(0xEDF3F2), wallFar: Colour(0xA8BECA), frame: Colour(0xC7A47A),
                curtain: Colour(0xC9DDE4), desk: Colour(0xC39A6C), lamp: Colour(0xD8A24A),
                glow: Colour(0xFFEFC4), strength: 0.42, light: Colour(0xFFFDF0),
                shade: Colour(0x22323E), tone: Colour(0xFFFFFF),
                spines: [0x4F8AA8, 0xF0B84E, 0xE87E66, 0x7FB090, 0xF2EADA, 0x6A7EB0].map(Colour.init)),
            deep: Paint(
                wallNear: Colour(isDusk ? 0x4A4266 : 0x2F4262), wallFar: Colour(0x10162E),
                frame: Colour(0x46302C), curtain: Colour(0x6E3440), desk: Colour(0x5A3A2A),
                lamp: Colour(0x2E6A52), glow: Colour(0xFFC676), strength: 1, light: Colour(0xFFDCA4),
                shade: Colour(0x080818), tone: Colour(0xD8BC9C),
                spines: [0x7A3038, 0xA87A3A, 0x2E5A5C, 0xB8A482, 0x4A3A66, 0x34507A].map(Colour.init)))
    }
}
