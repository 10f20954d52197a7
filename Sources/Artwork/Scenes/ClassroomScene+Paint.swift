import BatchVideo

extension ClassroomScene {
    /// Its colours in one light.
    struct Paint {
        var sky: [Colour]
        var sun: Colour
        /// Strength of the sun's beams, 0-1.
        var sunStrength: Double
        var hills: Colour
        var wallNear: Colour
        var wallFar: Colour
        var panel: Colour
        var ceiling: Colour
        var floor: Colour
        var gloss: Double
        var frame: Colour
        var desk: Colour
        var seat: Colour
        var metal: Colour
        var slate: Colour
        var cork: Colour
        var curtain: Colour
        var light: Colour
        var shade: Colour
        var lamp: Colour
        var isLampLit: Bool
        var leaf: Colour
        var sea: Colour
        var papers: [Colour]
        var chalk = Colour(0xF4F0E6)
        var chalks: [Colour] = [Colour(0xF7B8B0), Colour(0xF6E08C), Colour(0xAEE0B4)]

        /// Leaves of the trees outside, from shadow to light.
        func leaves(_ season: Season?) -> [Colour] {
            Foliage.leaves(season).map {
                $0.mixed(shade, isLampLit ? 0.62 : 0).mixed(sun, isLampLit ? 0.05 : 0.18)
            }
        }
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: scene.dayTime == .dawn ? sunrise : sunset,
            clear: scene.dayTime == .dawn ? morning : noon,
            deep: scene.dayTime == .dusk ? nightfall : night)
    }

    private static func colours(_ codes: [UInt32]) -> [Colour] { codes.map { Colour($0) } }

    private static let sunset = Paint(
        sky: colours([0xE08A52, 0xF6B068, 0xFFD08A, 0xFFE8B8]), sun: Colour(0xFFD690),
        sunStrength: 1, hills: Colour(0xA8724E), wallNear: Colour(0xF6DDB0), wallFar: Colour(0xBE8F62),
        panel: Colour(0x9AA27A), ceiling: Colour(0xEBCDA0), floor: Colour(0x96603A), gloss: 0.5,
        frame: Colour(0x8A5630), desk: Colour(0xC98A4E), seat: Colour(0xB8703C),
        metal: Colour(0x7A8088), slate: Colour(0x2C4A3C), cork: Colour(0xC49A66),
        curtain: Colour(0xE8C890), light: Colour(0xFFE2A8), shade: Colour(0x4A2614),
        lamp: Colour(0xFFF2D8), isLampLit: false, leaf: Colour(0x5C8A3E), sea: Colour(0x4E94B4),
        papers: colours([0xD9604A, 0xEBB24E, 0x4E8C94, 0xF2E4C4, 0x8C6A9A]))

    private static let sunrise = Paint(
        sky: colours([0xF2B49A, 0xFBCBA2, 0xFFE0B6, 0xFFF1D8]), sun: Colour(0xFFE2AE),
        sunStrength: 0.9, hills: Colour(0xB49078), wallNear: Colour(0xFAEAD0), wallFar: Colour(0xCDAA8C),
        panel: Colour(0x9CB4A4), ceiling: Colour(0xF4E0C4), floor: Colour(0xA87650), gloss: 0.5,
        frame: Colour(0x9C6C46), desk: Colour(0xD4A068), seat: Colour(0x6E9A96),
        metal: Colour(0x8C929A), slate: Colour(0x2E5648), cork: Colour(0xCFA878),
        curtain: Colour(0xF4E2C4), light: Colour(0xFFEEC8), shade: Colour(0x54342A),
        lamp: Colour(0xFFF6E4), isLampLit: false, leaf: Colour(0x6A9A4C), sea: Colour(0x5CA4C0),
        papers: colours([0xE0705A, 0xF0BE5E, 0x5C9CA4, 0xF6ECD4, 0x9C7CA8]))

    private static let noon = Paint(
        sky: colours([0x62B2E6, 0x98D0F0, 0xCDE9F4, 0xF2FAF4]), sun: Colour(0xFFFBE0),
        sunStrength: 0.8, hills: Colour(0x7AB48C), wallNear: Colour(0xFAFAF4), wallFar: Colour(0xC6D2D4),
        panel: Colour(0x8CBCB0), ceiling: Colour(0xF6F8F4), floor: Colour(0xC89A68), gloss: 0.55,
        frame: Colour(0xB88A5C), desk: Colour(0xDFB27C), seat: Colour(0x4F93A8),
        metal: Colour(0x98A4AC), slate: Colour(0x2A5A4C), cork: Colour(0xD6B286),
        curtain: Colour(0xD8EAE8), light: Colour(0xFFFCEC), shade: Colour(0x2C3A40),
        lamp: Colour(0xFFFFFF), isLampLit: false, leaf: Colour(0x4FA054), sea: Colour(0x4FA6D6),
        papers: colours([0xE86A5A, 0xF4C552, 0x4FA4B4, 0xFBF6E8, 0x8E86C4]))

    private static let morning = Paint(
        sky: colours([0x8EC4DE, 0xBADDE4, 0xE4EEE2, 0xFDF3DC]), sun: Colour(0xFFF1C8),
        sunStrength: 0.9, hills: Colour(0x8CB49A), wallNear: Colour(0xFAF5E8), wallFar: Colour(0xC4CCC4),
        panel: Colour(0x94B8A8), ceiling: Colour(0xF6F2E6), floor: Colour(0xBC9064), gloss: 0.5,
        frame: Colour(0xA88058), desk: Colour(0xD8AA74), seat: Colour(0x5C98A0),
        metal: Colour(0x949CA2), slate: Colour(0x2C584A), cork: Colour(0xD0AC80),
        curtain: Colour(0xE6EBDC), light: Colour(0xFFF7DE), shade: Colour(0x34403C),
        lamp: Colour(0xFFFBF0), isLampLit: false, leaf: Colour(0x5AA050), sea: Colour(0x54A4C8),
        papers: colours([0xE4725C, 0xF2C258, 0x56A0A8, 0xF9F2E0, 0x948CBC]))

    private static let nightfall = Paint(
        sky: colours([0x221E58, 0x4A3478, 0x8A4E88, 0xD8808C]), sun: Colour(0xE890A0),
        sunStrength: 0, hills: Colour(0x3A2A5A), wallNear: Colour(0xC0A49A), wallFar: Colour(0x584464),
        panel: Colour(0x5E6478), ceiling: Colour(0xA48E94), floor: Colour(0x6C4840), gloss: 0.4,
        frame: Colour(0x684238), desk: Colour(0x9C6C52), seat: Colour(0x4C5C86),
        metal: Colour(0x666A80), slate: Colour(0x1C3638), cork: Colour(0x8A6A5A),
        curtain: Colour(0x7A5C80), light: Colour(0xFFDDB0), shade: Colour(0x1C1230),
        lamp: Colour(0xFFD9A8), isLampLit: true, leaf: Colour(0x3C6A50), sea: Colour(0x3E70A0),
        papers: colours([0xA84C50, 0xC08E4C, 0x3E6C84, 0xC8B8A4, 0x6A5488]))

    private static let night = Paint(
        sky: colours([0x060C28, 0x0E1C4A, 0x1C386E, 0x3A5E94]), sun: Colour(0x8CA8E0),
        sunStrength: 0, hills: Colour(0x12224A), wallNear: Colour(0xC4AE94), wallFar: Colour(0x504A64),
        panel: Colour(0x46586A), ceiling: Colour(0xA0968C), floor: Colour(0x6A4A38), gloss: 0.4,
        frame: Colour(0x543C34), desk: Colour(0x8A644C), seat: Colour(0x3A5478),
        metal: Colour(0x565E70), slate: Colour(0x162E34), cork: Colour(0x74604E),
        curtain: Colour(0x4A5480), light: Colour(0xFFE2B8), shade: Colour(0x0C1024),
        lamp: Colour(0xFFDDA4), isLampLit: true, leaf: Colour(0x2E6048), sea: Colour(0x2E64A0),
        papers: colours([0x984448, 0xB08448, 0x34627C, 0xBCB09C, 0x584A80]))
}
