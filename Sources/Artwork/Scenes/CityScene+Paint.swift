extension CityScene {
    /// Its colours in one light.
    struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var haze: Colour
        var far: Colour
        var near: Colour
        var edge: Colour
        var lights: [Colour]
        var litShare: Double
        var pane: Colour
        var cloudLight: Colour
        var cloudShade: Colour
        var deep: Colour
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                sky: [0x372A63, 0x7B3F7C, 0xD0607A, 0xF7936B, 0xFFCB86].map(Colour.init),
                disc: Colour(0xFFF0C4), halo: Colour(0xFFAE66), haze: Colour(0xFFB27E),
                far: Colour(0xB96A86), near: Colour(0x3B2550), edge: Colour(0xFFC48E),
                lights: [Colour(0xFFD993), Colour(0xFFB765), Colour(0xFFF3D6)], litShare: 0.30,
                pane: Colour(0x1E1234), cloudLight: Colour(0xFFC9A6), cloudShade: Colour(0x8A4A7E),
                deep: Colour(0x3C2552)),
            clear: Paint(
                sky: [0x2E7FC4, 0x5CA6DC, 0x9BCDEB, 0xD6EBF3, 0xF6F3E8].map(Colour.init),
                disc: Colour(0xFFFEF4), halo: Colour(0xFFF0C8), haze: Colour(0xE4F0F4),
                far: Colour(0xA9C6DA), near: Colour(0x3F6E93), edge: Colour(0xF4FBFF),
                lights: [], litShare: 0, pane: Colour(0xDDF1FA), cloudLight: Colour(0xFFFFFF),
                cloudShade: Colour(0xA6C6DC), deep: Colour(0x23678E)),
            deep: Paint(
                sky: [0x070B24, 0x101B4A, 0x23306E, 0x4A4690, 0x8A6AA6].map(Colour.init),
                disc: Colour(0xF2F0FF), halo: Colour(0xA9B4F0), haze: Colour(0x6F5AA6),
                far: Colour(0x39407E), near: Colour(0x0A1030), edge: Colour(0x8FA0E8),
                lights: [Colour(0xFFDC9A), Colour(0xFFC06A), Colour(0xBFE3FF)], litShare: 0.46,
                pane: Colour(0x04071C), cloudLight: Colour(0x8C82C8),
                cloudShade: Colour(0x1C2358), deep: Colour(0x0A1236)))
    }
}
