import BatchVideo

extension SnowyTempleScene {
    /// Its colours in one light.
    struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var cloud: Clouds.Tint
        var far: Colour
        var near: Colour
        var haze: Colour
        var pine: Colour
        var lantern: Colour
        var blossom: [Colour]
        var temple: TempleBuilder.Look
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: scene.dayTime == .dawn ? sunrise : sunset,
            clear: scene.dayTime == .dawn ? morning : noon,
            deep: scene.dayTime == .dusk ? blueHour : midnight)
    }

    private static func colours(_ codes: [UInt32]) -> [Colour] { codes.map { Colour($0) } }

    private static let sunset = Paint(
        sky: colours([0x4E4A86, 0x8E6A9A, 0xD9868A, 0xF7B084, 0xFDD8A8]),
        disc: Colour(0xFFF0D0), halo: Colour(0xFFB070),
        cloud: .init(light: Colour(0xFFCBA8), shade: Colour(0x8A6496), alpha: 0.8),
        far: Colour(0xB88CA4), near: Colour(0x776088), haze: Colour(0xF3C2AC), pine: Colour(0x2E3444),
        lantern: Colour(0xD8402E), blossom: colours([0xC83A4A, 0xF28A8A]),
        temple: .init(
            wall: Colour(0x9A3A30), pillar: Colour(0xA83428), tile: Colour(0x4A4660),
            beam: Colour(0x2F6272), gold: Colour(0xE9B858), stone: Colour(0x8E8494),
            lamp: Colour(0xFFC466), lit: 0.95, snow: Colour(0xFBE3DA), snowShade: Colour(0x9C8AB4),
            dark: Colour(0x241C34)))

    private static let sunrise = Paint(
        sky: colours([0x7C90C4, 0xB2A8D0, 0xEEBCC0, 0xFDD6B4, 0xFFECCC]),
        disc: Colour(0xFFFAE4), halo: Colour(0xFFD49A),
        cloud: .init(light: Colour(0xFFEADA), shade: Colour(0xBC9CB8), alpha: 0.8),
        far: Colour(0xCFB0C4), near: Colour(0x9A88AE), haze: Colour(0xFBDECC), pine: Colour(0x3A4856),
        lantern: Colour(0xDD4A38), blossom: colours([0xE0607C, 0xFBC0C4]),
        temple: .init(
            wall: Colour(0xB04A3C), pillar: Colour(0xBC4032), tile: Colour(0x5E6078),
            beam: Colour(0x3A7684), gold: Colour(0xEEC46C), stone: Colour(0xA69CA8),
            lamp: Colour(0xFFD08A), lit: 0.6, snow: Colour(0xFFEFE8), snowShade: Colour(0xB4A6CC),
            dark: Colour(0x362C44)))

    private static let noon = Paint(
        sky: colours([0x3A86C4, 0x70B0DC, 0xAED6EA, 0xDCEEF4, 0xF4F8F6]),
        disc: Colour(0xFFFFF8), halo: Colour(0xFFF8E0),
        cloud: .init(light: Colour(0xFFFFFF), shade: Colour(0xA8C6DC), alpha: 0.9),
        far: Colour(0x9CBCD4), near: Colour(0x6690AE), haze: Colour(0xE6F1F6), pine: Colour(0x1F4448),
        lantern: Colour(0xD63A30), blossom: colours([0xD83A5A, 0xF7A0B0]),
        temple: .init(
            wall: Colour(0xB0402F), pillar: Colour(0xC03A2A), tile: Colour(0x4F6474),
            beam: Colour(0x2A7F8C), gold: Colour(0xF0C65C), stone: Colour(0x9AA8B4),
            lamp: Colour(0xFFD896), lit: 0.22, snow: Colour(0xF7FBFD), snowShade: Colour(0x9FBEDA),
            dark: Colour(0x22303E)))

    private static let morning = Paint(
        sky: colours([0x6AA4CC, 0x9CC6DC, 0xCCDEE2, 0xF2E2DA, 0xFDEBD8]),
        disc: Colour(0xFFFDF2), halo: Colour(0xFFE8C4),
        cloud: .init(light: Colour(0xFFF8F0), shade: Colour(0xB0BED0), alpha: 0.85),
        far: Colour(0xB0C2D2), near: Colour(0x8098B0), haze: Colour(0xEFECEC), pine: Colour(0x2F4C54),
        lantern: Colour(0xDA4638), blossom: colours([0xDE4E70, 0xFAB4C0]),
        temple: .init(
            wall: Colour(0xAC483A), pillar: Colour(0xBA4232), tile: Colour(0x566A7A),
            beam: Colour(0x367E8A), gold: Colour(0xECC468), stone: Colour(0xA0A8B2),
            lamp: Colour(0xFFD490), lit: 0.42, snow: Colour(0xFAF8F8), snowShade: Colour(0xA8B8D2),
            dark: Colour(0x2A3040)))

    private static let blueHour = Paint(
        sky: colours([0x161A4E, 0x322E72, 0x64468C, 0xB06A90, 0xE8A090]),
        disc: Colour(0xFFE8D0), halo: Colour(0xE0A0B0),
        cloud: .init(light: Colour(0xD08AA8), shade: Colour(0x38306C), alpha: 0.75),
        far: Colour(0x6A5A94), near: Colour(0x3E3A70), haze: Colour(0xA47AA4), pine: Colour(0x14182E),
        lantern: Colour(0xD2382C), blossom: colours([0xB0406A, 0xE890A8]),
        temple: .init(
            wall: Colour(0x6A2634), pillar: Colour(0x7E2830), tile: Colour(0x2A2850),
            beam: Colour(0x204A6A), gold: Colour(0xD8A450), stone: Colour(0x5A567E),
            lamp: Colour(0xFFB858), lit: 1, snow: Colour(0xB6B0DC), snowShade: Colour(0x524A8A),
            dark: Colour(0x120E28)))

    private static let midnight = Paint(
        sky: colours([0x050C24, 0x0C1C44, 0x1A386C, 0x386092, 0x7E9EC4]),
        disc: Colour(0xF0F5FF), halo: Colour(0x98B8F0),
        cloud: .init(light: Colour(0x7E9ACA), shade: Colour(0x142448), alpha: 0.7),
        far: Colour(0x3C5E94), near: Colour(0x1E3860), haze: Colour(0x6488B4), pine: Colour(0x0A1A2C),
        lantern: Colour(0xCC3226), blossom: colours([0xB85478, 0xF0B8CC]),
        temple: .init(
            wall: Colour(0x54222C), pillar: Colour(0x6A2428), tile: Colour(0x1C2C48),
            beam: Colour(0x1A4460), gold: Colour(0xD09C48), stone: Colour(0x4A5C7C),
            lamp: Colour(0xFFB650), lit: 1, snow: Colour(0xA6BEE2), snowShade: Colour(0x36527E),
            dark: Colour(0x0A1222)))
}
