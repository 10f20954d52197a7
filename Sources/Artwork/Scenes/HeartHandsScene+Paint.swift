import BatchVideo

extension HeartHandsScene {
    /// Its colours in one light.
    struct Paint {
        var backdrop: [Colour]
        var motes: [Colour]
        /// Strength of the discs of light, and of the heart's light in the air.
        var bokeh: Double
        var aura: Double
        var glow: Colour
        var heart: Heart.Paint
        var skin: Colour
        var blush: Colour
        var skinShade: Colour
        /// Strength of the heart's light on the skin.
        var warmth: Double
        var key: Colour
        var keyStrength: Double
        var rim: Colour
        var rimStrength: Double
        var cloths: [Colour]
        var petals: [Colour]
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: scene.dayTime == .dawn ? sunrise : sunset,
            clear: scene.dayTime == .dawn ? morning : noon,
            deep: scene.dayTime == .dusk ? nightfall : night)
    }

    private static func colours(_ codes: [UInt32]) -> [Colour] { codes.map { Colour($0) } }

    private static let sunset = Paint(
        backdrop: colours([0x5C2A3E, 0x9A4848, 0xD8824E, 0xF2B468, 0xB0603E]),
        motes: colours([0xFFD898, 0xFFB070, 0xFFE8C0]), bokeh: 1, aura: 0.55, glow: Colour(0xFFB45C),
        heart: .init(light: Colour(0xFFE6B8), middle: Colour(0xFF6A4E), deep: Colour(0xB01E34)),
        skin: Colour(0xEDB892), blush: Colour(0xE0644A), skinShade: Colour(0x6A2E2E), warmth: 1,
        key: Colour(0xFFDCA8), keyStrength: 0.72, rim: Colour(0xFFE0A8), rimStrength: 0.9,
        cloths: colours([0x8C3A32, 0xD9A86A, 0x4E5A6A]), petals: colours([0xFFC0A0, 0xF08A6A]))

    private static let sunrise = Paint(
        backdrop: colours([0xC88A9A, 0xEBB4A8, 0xFBD6B4, 0xFFE9CC, 0xE8B49E]),
        motes: colours([0xFFFFFF, 0xFFE2C0, 0xFFC8B8]), bokeh: 1.5, aura: 0.6, glow: Colour(0xFFC882),
        heart: .init(light: Colour(0xFFF0D4), middle: Colour(0xFF7A6A), deep: Colour(0xC8304A)),
        skin: Colour(0xF6CBAA), blush: Colour(0xE87A66), skinShade: Colour(0x9A5450), warmth: 0.85,
        key: Colour(0xFFF0DA), keyStrength: 0.85, rim: Colour(0xFFF4DC), rimStrength: 0.8,
        cloths: colours([0xF2E4D4, 0xC87A7A, 0x8AA0A8]), petals: colours([0xFFD0D0, 0xF6A0A8]))

    private static let noon = Paint(
        backdrop: colours([0x7CC0D8, 0xA6DADE, 0xD2EEDF, 0xF2F8E4, 0xB4DCC4]),
        motes: colours([0xFFFFFF, 0xF6FFE4, 0xE0FAFF]), bokeh: 1.7, aura: 0.5, glow: Colour(0xFFD8B0),
        heart: .init(light: Colour(0xFFF2E6), middle: Colour(0xFF6A7C), deep: Colour(0xCC2450)),
        skin: Colour(0xF7CFB0), blush: Colour(0xE87C6C), skinShade: Colour(0x96605C), warmth: 0.7,
        key: Colour(0xFFFBF0), keyStrength: 0.95, rim: Colour(0xFFFFF4), rimStrength: 0.8,
        cloths: colours([0xF6F4EC, 0x5C9CB4, 0xE8B45C]), petals: colours([0xFFD6E0, 0xF8A8BC]))

    private static let morning = Paint(
        backdrop: colours([0xA8C4DC, 0xCBDDE2, 0xECEBDD, 0xFFF5DF, 0xD6DCC8]),
        motes: colours([0xFFFFFF, 0xFFF6D8, 0xF4E8FF]), bokeh: 1.6, aura: 0.55, glow: Colour(0xFFD69C),
        heart: .init(light: Colour(0xFFF4DE), middle: Colour(0xFF7272), deep: Colour(0xC82C4C)),
        skin: Colour(0xF6CDAE), blush: Colour(0xE67A68), skinShade: Colour(0x925C58), warmth: 0.8,
        key: Colour(0xFFF8E6), keyStrength: 0.9, rim: Colour(0xFFFBEA), rimStrength: 0.8,
        cloths: colours([0xF4EEE2, 0x86A892, 0xD89A7A]), petals: colours([0xFFDADA, 0xF4B0B4]))

    private static let nightfall = Paint(
        backdrop: colours([0x1E1240, 0x44205C, 0x86386E, 0xC8647A, 0x4C2250]),
        motes: colours([0xFFB0C8, 0xFFC890, 0xC8A8FF]), bokeh: 1, aura: 0.5, glow: Colour(0xFF8A6E),
        heart: .init(light: Colour(0xFFE0C8), middle: Colour(0xFF4E70), deep: Colour(0x98124C)),
        skin: Colour(0xC08A84), blush: Colour(0xD24E56), skinShade: Colour(0x2A143A), warmth: 1.15,
        key: Colour(0xC890B8), keyStrength: 0.42, rim: Colour(0xFF9AB8), rimStrength: 0.9,
        cloths: colours([0x3A2A5A, 0x7A2E50, 0x2E4A6A]), petals: colours([0xF090A8, 0xC86A9A]))

    private static let night = Paint(
        backdrop: colours([0x050A20, 0x0C1A44, 0x1C3468, 0x2E4A80, 0x0C1634]),
        motes: colours([0xFFD08A, 0x8CB4FF, 0xFFA0A8]), bokeh: 0.95, aura: 0.5, glow: Colour(0xFFA050),
        heart: .init(light: Colour(0xFFE8C0), middle: Colour(0xFF5A4E), deep: Colour(0xA0142E)),
        skin: Colour(0xB08A7C), blush: Colour(0xD0543C), skinShade: Colour(0x121430), warmth: 1.2,
        key: Colour(0x7C98D0), keyStrength: 0.36, rim: Colour(0x9CBCF0), rimStrength: 0.85,
        cloths: colours([0x24386A, 0x5A2A3E, 0x2A4A52]), petals: colours([0xE0A0B0, 0x9AA8D8]))
}
