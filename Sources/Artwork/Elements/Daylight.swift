import BatchVideo

/// The air outside at one time of day, and how its light colours what it falls on.
struct Daylight: Sendable {
    /// From the top of the sky to the horizon.
    var sky: [Colour]
    var disc: Colour
    var halo: Colour
    var haze: Colour
    var cloud: Clouds.Tint
    /// What white paper looks like in this light, seen from afar.
    var tone: Colour
    /// The moon and stars are out, and lamps are lit.
    var isNight = false
    /// The sun stands low: lamps may be lit, light comes from the side.
    var isLow = false

    /// A local colour as the eye sees it in this light.
    func seen(_ local: Colour) -> Colour { local.times(tone) }

    func seen(_ locals: [Colour]) -> [Colour] { locals.map(seen) }

    static func of(_ scene: SceneBuilder) -> Daylight {
        switch (scene.palette, scene.dayTime) {
        case (.warm, .dawn):
            Daylight(
                sky: [0x8C9CC8, 0xD8B2BC, 0xF8CCA2, 0xFFE8C4].map(Colour.init),
                disc: Colour(0xFFF9E2), halo: Colour(0xFFD79C), haze: Colour(0xFBE0C2),
                cloud: .init(light: Colour(0xFFF0DC), shade: Colour(0xCBA0AE), alpha: 0.8),
                tone: Colour(0xFFE6C8), isLow: true)
        case (.warm, _):
            Daylight(
                sky: [0x665A98, 0xC47488, 0xF39C70, 0xFFCB86].map(Colour.init),
                disc: Colour(0xFFF0C8), halo: Colour(0xFFB365), haze: Colour(0xFFC594),
                cloud: .init(light: Colour(0xFFD0A4), shade: Colour(0xA06A8C), alpha: 0.85),
                tone: Colour(0xF6C294), isLow: true)
        case (.clear, .dawn):
            Daylight(
                sky: [0x7AAEDA, 0xB4D4EA, 0xE6E6E6, 0xFDEDDA].map(Colour.init),
                disc: Colour(0xFFFDF0), halo: Colour(0xFFEBC4), haze: Colour(0xF3EEE6),
                cloud: .init(light: Colour(0xFFF8EE), shade: Colour(0xAFC0D4), alpha: 0.8),
                tone: Colour(0xFAF2EA), isLow: true)
        case (.clear, _):
            Daylight(
                sky: [0x3C92D4, 0x7FC4E8, 0xBCE0F0, 0xECF6F4].map(Colour.init),
                disc: Colour(0xFFFFFA), halo: Colour(0xFFF8DC), haze: Colour(0xE0F0F4),
                cloud: .init(light: .white, shade: Colour(0x9FC2DA), alpha: 0.9),
                tone: Colour(0xFCFCF6))
        case (.deep, .dusk):
            Daylight(
                sky: [0x11163E, 0x2D2D6A, 0x6C4E8A, 0xC4868E].map(Colour.init),
                disc: Colour(0xFFE6C8), halo: Colour(0xEFA590), haze: Colour(0x8C7098),
                cloud: .init(light: Colour(0xC88A9C), shade: Colour(0x3C3468), alpha: 0.8),
                tone: Colour(0x6E6294), isNight: true, isLow: true)
        case (.deep, _):
            Daylight(
                sky: [0x060B28, 0x0E1D4A, 0x1D3972, 0x3F609A].map(Colour.init),
                disc: Colour(0xF0F4FF), halo: Colour(0x9CB8F0), haze: Colour(0x3C5A90),
                cloud: .init(light: Colour(0x8CA2D4), shade: Colour(0x1C2E62), alpha: 0.7),
                tone: Colour(0x46588E), isNight: true)
        }
    }
}

extension Colour {
    /// This colour in a light of colour `light`.
    func times(_ light: Colour) -> Colour {
        Colour(r: r * light.r, g: g * light.g, b: b * light.b)
    }
}
