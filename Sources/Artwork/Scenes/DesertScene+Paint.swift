import BatchVideo

extension DesertScene {
    /// Its colours in one light.
    struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        /// From shadow to the brightest sand.
        var sand: [Colour]
        var haze: Colour
        /// Eye heights over which half the colour is lost in haze.
        var reach: Double
        var dust: Colour
        var light: Colour
        var figure: Colour
        var cloths: [Colour]
        var grass: Colour
        var snow: Colour
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        let isDusk = scene.dayTime == .dusk
        return scene.pick(
            warm: isDusk ? sunset : sunrise, clear: scene.dayTime == .dawn ? morning : noon,
            deep: isDusk ? nightfall : midnight)
    }

    private static func colours(_ codes: [UInt32]) -> [Colour] { codes.map { Colour($0) } }

    private static let sunset = Paint(
        sky: colours([0x46407E, 0x8A5A90, 0xE0806C, 0xFCB066, 0xFFDC98]),
        disc: Colour(0xFFF3CE), halo: Colour(0xFFB054),
        cloud: .init(light: Colour(0xFFD2A0), shade: Colour(0xA86684), alpha: 0.8),
        sand: colours([0x3E1A2E, 0x6E2E38, 0xB0542F, 0xDE8238, 0xF6AE55, 0xFFDA92]),
        haze: Colour(0xFABF82), reach: 17, dust: Colour(0xFFD9A0), light: Colour(0xFFE8B4),
        figure: Colour(0x3A1A1E),
        cloths: colours([0x8E2E2A, 0x2E5A66, 0xD9A44A, 0xEEDFC4]), grass: Colour(0x9A6A34),
        snow: Colour(0xF4DCD8))

    private static let sunrise = Paint(
        sky: colours([0x6A86BC, 0xA8A4C8, 0xEEB4AC, 0xFED2A0, 0xFFEABF]),
        disc: Colour(0xFFFAE0), halo: Colour(0xFFCF8A),
        cloud: .init(light: Colour(0xFFE9D2), shade: Colour(0xC79AA8), alpha: 0.8),
        sand: colours([0x54303F, 0x84504E, 0xC07A52, 0xE3A468, 0xF5C88A, 0xFFE8BE]),
        haze: Colour(0xFBD9B2), reach: 14, dust: Colour(0xFFE8C8), light: Colour(0xFFF0CC),
        figure: Colour(0x46262A),
        cloths: colours([0xA8443A, 0x3F6E7A, 0xE0B258, 0xF2E6D0]), grass: Colour(0x8E6A30),
        snow: Colour(0xF8E8E0))

    private static let noon = Paint(
        sky: colours([0x2A70BC, 0x559CD8, 0x93C6E6, 0xCFE4E6, 0xF0EDDC]),
        disc: Colour(0xFFFEF0), halo: Colour(0xFFF3C8),
        cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0xB4CBDC), alpha: 0.75),
        sand: colours([0x6E5260, 0x9A7460, 0xC89A66, 0xE2BE82, 0xF2D69E, 0xFFF0CC]),
        haze: Colour(0xE6E2D4), reach: 16, dust: Colour(0xFFF3DA), light: Colour(0xFFF8E2),
        figure: Colour(0x4A3230),
        cloths: colours([0xB8483C, 0x2F7284, 0xE2AE48, 0xF6F0E2]), grass: Colour(0x86823A),
        snow: Colour(0xF6FAFC))

    private static let morning = Paint(
        sky: colours([0x3F86C0, 0x78B4D6, 0xB4D4D8, 0xEED8B8, 0xFDDFAC]),
        disc: Colour(0xFFFBE4), halo: Colour(0xFFD898),
        cloud: .init(light: Colour(0xFFF8EC), shade: Colour(0xBCC4CC), alpha: 0.8),
        sand: colours([0x4A3E5C, 0x7C5E64, 0xB4865E, 0xD8AC74, 0xEECB92, 0xFFE8BC]),
        haze: Colour(0xEFD9B8), reach: 16, dust: Colour(0xFFF0D8), light: Colour(0xFFF4DC),
        figure: Colour(0x45343A),
        cloths: colours([0xB2584C, 0x43788A, 0xDDB464, 0xF4ECDC]), grass: Colour(0x8A8038),
        snow: Colour(0xF4F4F4))

    private static let nightfall = Paint(
        sky: colours([0x141448, 0x34246C, 0x743A7C, 0xC25E76, 0xF29A74]),
        disc: Colour(0xFFE4C0), halo: Colour(0xF08A78),
        cloud: .init(light: Colour(0xE08A8C), shade: Colour(0x3C2A62), alpha: 0.75),
        sand: colours([0x160E34, 0x30184A, 0x5E2C58, 0x94485E, 0xC47068, 0xF0A888]),
        haze: Colour(0xC86E7C), reach: 19, dust: Colour(0xE8A090), light: Colour(0xFFC4A0),
        figure: Colour(0x140A26),
        cloths: colours([0x7A2C4A, 0x34467C, 0xB4825A, 0xC8B0AC]), grass: Colour(0x5A3A5A),
        snow: Colour(0xC4A8C8))

    private static let midnight = Paint(
        sky: colours([0x040920, 0x0A1640, 0x162C66, 0x2E4E8C, 0x6480A8]),
        disc: Colour(0xEEF2FF), halo: Colour(0x9CB8EC),
        cloud: .init(light: Colour(0x7E9AC8), shade: Colour(0x14244C), alpha: 0.55),
        sand: colours([0x070C22, 0x101A3C, 0x243458, 0x44587E, 0x6E82A4, 0xA8B8D0]),
        haze: Colour(0x4A6696), reach: 15, dust: Colour(0x9AB0D8), light: Colour(0xD0DEF8),
        figure: Colour(0x060A1A),
        cloths: colours([0x4A2C44, 0x24406C, 0x7A6A5A, 0x8A94B0]), grass: Colour(0x2E4058),
        snow: Colour(0xB8CCEC))
}
