import BatchVideo

extension ClinicScene {
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
        var cabinet: Colour
        var desk: Colour
        var chair: Colour
        var couch: Colour
        var sheet: Colour
        var curtain: Colour
        var screen: Colour
        var metal: Colour
        var accents: [Colour]
        var leaf: Colour
        var light: Colour
        var shade: Colour
        var lamp: Colour
        var isLampLit = false

        /// Leaves of the trees outside, from shadow to light.
        func leaves(_ season: Season?) -> [Colour] {
            Foliage.leaves(season).map {
                $0.mixed(shade, isLampLit ? 0.6 : 0).mixed(sun, isLampLit ? 0.05 : 0.2)
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
        sky: colours([0xEC9A5C, 0xF9BC78, 0xFFD89A, 0xFFEDC8]), sun: Colour(0xFFD690),
        sunStrength: 0.95, hills: Colour(0xB07A52), wallNear: Colour(0xFAE6C6),
        wallFar: Colour(0xCDA47E), panel: Colour(0xE8CBA4), ceiling: Colour(0xF4DFBF),
        floor: Colour(0xB27C52), gloss: 0.55, frame: Colour(0xA8754A), cabinet: Colour(0xF0DDBE),
        desk: Colour(0xBE8450), chair: Colour(0xD48A5C), couch: Colour(0x6FA09A),
        sheet: Colour(0xFFF4E0), curtain: Colour(0xFFEBCB), screen: Colour(0xDDBE94),
        metal: Colour(0xB4A698), accents: colours([0x4C8C8A, 0xE9A75A, 0xD2694A]),
        leaf: Colour(0x648E48), light: Colour(0xFFE6B6), shade: Colour(0x4E2C1C),
        lamp: Colour(0xFFF1D6))

    private static let sunrise = Paint(
        sky: colours([0xF6BCA6, 0xFCD2B0, 0xFFE4C4, 0xFFF5E2]), sun: Colour(0xFFE4BC),
        sunStrength: 0.85, hills: Colour(0xBC9C88), wallNear: Colour(0xFDF0E0),
        wallFar: Colour(0xDABBA4), panel: Colour(0xEFD3C0), ceiling: Colour(0xFBEDDC),
        floor: Colour(0xC4946E), gloss: 0.55, frame: Colour(0xBE8E68), cabinet: Colour(0xF9ECDC),
        desk: Colour(0xCE9E70), chair: Colour(0xDD9A80), couch: Colour(0x84B0AC),
        sheet: Colour(0xFFF8EE), curtain: Colour(0xFFF3E2), screen: Colour(0xEED0B8),
        metal: Colour(0xC0B4AC), accents: colours([0x5C9CA0, 0xF0B878, 0xE0806A]),
        leaf: Colour(0x6E9C58), light: Colour(0xFFF1D8), shade: Colour(0x5A3C34),
        lamp: Colour(0xFFF8E8))

    private static let noon = Paint(
        sky: colours([0x62B6EA, 0x98D4F2, 0xCFEBF5, 0xF2FBF6]), sun: Colour(0xFFFCE8),
        sunStrength: 0.8, hills: Colour(0x7CBA92), wallNear: Colour(0xFBFDFB),
        wallFar: Colour(0xC9DADB), panel: Colour(0xC4E2DA), ceiling: Colour(0xFBFDFC),
        floor: Colour(0xD6B48A), gloss: 0.6, frame: Colour(0xD8B48C), cabinet: Colour(0xF8FBFA),
        desk: Colour(0xDCB98E), chair: Colour(0x5FA8A6), couch: Colour(0x4E9CA8),
        sheet: Colour(0xFFFFFF), curtain: Colour(0xF6FCFA), screen: Colour(0xBFE3DC),
        metal: Colour(0xB4C0C6), accents: colours([0x2F94A0, 0xF2BE5C, 0xEC7C66]),
        leaf: Colour(0x4FA85C), light: Colour(0xFFFEF4), shade: Colour(0x2C4248),
        lamp: Colour(0xFFFFFF))

    private static let morning = Paint(
        sky: colours([0x92CAE2, 0xBFE1E8, 0xE6F1E8, 0xFDF6E4]), sun: Colour(0xFFF5D6),
        sunStrength: 0.9, hills: Colour(0x90BCA4), wallNear: Colour(0xFCF9F0),
        wallFar: Colour(0xCCD4CC), panel: Colour(0xCFE0CC), ceiling: Colour(0xFBF9F2),
        floor: Colour(0xCCA67C), gloss: 0.55, frame: Colour(0xCCA67E), cabinet: Colour(0xFAF8F0),
        desk: Colour(0xD4AE82), chair: Colour(0x74A88E), couch: Colour(0x62A29A),
        sheet: Colour(0xFFFDF8), curtain: Colour(0xFAFAF0), screen: Colour(0xCFE2CE),
        metal: Colour(0xB4BCBE), accents: colours([0x3F9690, 0xEEC066, 0xE58468]),
        leaf: Colour(0x5CA656), light: Colour(0xFFFAE6), shade: Colour(0x36463E),
        lamp: Colour(0xFFFEF6))

    private static let nightfall = Paint(
        sky: colours([0x262062, 0x4E387E, 0x90548C, 0xE08C90]), sun: Colour(0xF0A0A8),
        sunStrength: 0, hills: Colour(0x3E2E60), wallNear: Colour(0xD2B4A8), wallFar: Colour(0x6A5272),
        panel: Colour(0x8E7286), ceiling: Colour(0xC2A6A2), floor: Colour(0x7E5A50), gloss: 0.4,
        frame: Colour(0x7A5248), cabinet: Colour(0xBBA0A0), desk: Colour(0x9A6E56),
        chair: Colour(0x7E5C80), couch: Colour(0x4E6C90), sheet: Colour(0xDCC8C4),
        curtain: Colour(0x9C7E98), screen: Colour(0x84749A), metal: Colour(0x8C8494),
        accents: colours([0x3F7890, 0xCC9458, 0xB45C58]), leaf: Colour(0x42725A),
        light: Colour(0xFFE0BC), shade: Colour(0x22163A), lamp: Colour(0xFFDCA8), isLampLit: true)

    private static let night = Paint(
        sky: colours([0x060E2C, 0x10204E, 0x1E3C74, 0x40649A]), sun: Colour(0x90ACE4),
        sunStrength: 0, hills: Colour(0x142650), wallNear: Colour(0xCEB89C), wallFar: Colour(0x5A546C),
        panel: Colour(0x667488), ceiling: Colour(0xACA6A2), floor: Colour(0x6A5248), gloss: 0.4,
        frame: Colour(0x66504A), cabinet: Colour(0xA0A0A8), desk: Colour(0x8A6852),
        chair: Colour(0x4A6A84), couch: Colour(0x3A648A), sheet: Colour(0xCCCACC),
        curtain: Colour(0x6E7AA0), screen: Colour(0x5E7C96), metal: Colour(0x747E8E),
        accents: colours([0x2F6E90, 0xBE9054, 0xA2544E]), leaf: Colour(0x346A50),
        light: Colour(0xFFE6C4), shade: Colour(0x10162E), lamp: Colour(0xFFDDAA), isLampLit: true)
}
