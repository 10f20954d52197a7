import BatchVideo

extension ChartsScene {
    /// Its colours in one light.
    struct Paint {
        var backdrop: [Colour]
        var floor: [Colour]
        var glow: Colour
        var grid: Colour
        var motes: [Colour]
        var columns: ColumnsLayer.Paint
        var line: LightLineLayer.Paint
        var isLight: Bool
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: scene.dayTime == .dawn ? apricot : ember,
            clear: scene.dayTime == .dawn ? mint : porcelain,
            deep: scene.dayTime == .dusk ? violet : neon)
    }

    private static func colours(_ codes: [UInt32]) -> [Colour] { codes.map { Colour($0) } }

    private static let ember = Paint(
        backdrop: colours([0x1C0C1C, 0x3A1626, 0x6A2A2C, 0xA4532F, 0x5A2626]),
        floor: colours([0x5A2826, 0x2C1220, 0x140812]), glow: Colour(0xFF9A4C),
        grid: Colour(0xFFB878), motes: colours([0xFFC98A, 0xFF9A6A, 0xFFE2B0]),
        columns: .init(
            first: Colour(0xB23A48), last: Colour(0xF5A742), rim: Colour(0xFFF0CC), mirror: 0.5,
            shadow: 0),
        line: .init(core: Colour(0xFFF6D8), glow: Colour(0xFFC04E), isAdded: true), isLight: false)

    private static let apricot = Paint(
        backdrop: colours([0xF0C9A4, 0xF8DDBC, 0xFDEBD2, 0xFFF3E0, 0xF6DCBE]),
        floor: colours([0xF6DEC2, 0xEBC8A2, 0xD9A97E]), glow: Colour(0xFFF6E4),
        grid: Colour(0xB8794E), motes: colours([0xFFFFFF, 0xFFE9C8, 0xFFD2B0]),
        columns: .init(
            first: Colour(0xD9744A), last: Colour(0xE8A33A), rim: Colour(0xFFF8E8), mirror: 0.34,
            shadow: 0.20),
        line: .init(core: Colour(0x9A2F2A), glow: Colour(0xE2604A), isAdded: false), isLight: true)

    private static let porcelain = Paint(
        backdrop: colours([0xBCD6E4, 0xD2E6EE, 0xE6F2F5, 0xF6FBFB, 0xD9E9EE]),
        floor: colours([0xE4F0F3, 0xC6DBE4, 0x9DBCCB]), glow: Colour(0xFFFFFF),
        grid: Colour(0x5C8CA4), motes: colours([0xFFFFFF, 0xE6FBFF, 0xFFF3D8]),
        columns: .init(
            first: Colour(0x2E9C98), last: Colour(0x2F6FCB), rim: Colour(0xF4FFFF), mirror: 0.36,
            shadow: 0.22),
        line: .init(core: Colour(0xE0503C), glow: Colour(0xFF8A66), isAdded: false), isLight: true)

    private static let mint = Paint(
        backdrop: colours([0xC4DED2, 0xD9ECE0, 0xECF6EC, 0xFBFAEC, 0xE2EFE0]),
        floor: colours([0xE8F3E8, 0xCBE2D4, 0xA3C7B6]), glow: Colour(0xFFFDF0),
        grid: Colour(0x5E9682), motes: colours([0xFFFFFF, 0xFFF2CC, 0xE0FFF0]),
        columns: .init(
            first: Colour(0x5DB08A), last: Colour(0x2A8FA0), rim: Colour(0xFAFFF6), mirror: 0.36,
            shadow: 0.20),
        line: .init(core: Colour(0xD9772E), glow: Colour(0xF7B04E), isAdded: false), isLight: true)

    private static let neon = Paint(
        backdrop: colours([0x040818, 0x08143A, 0x0E2766, 0x1A4A9A, 0x0A1A44]),
        floor: colours([0x0C2050, 0x061030, 0x030616]), glow: Colour(0x3F8CFF),
        grid: Colour(0x62B4FF), motes: colours([0x8AD0FF, 0xB8A8FF, 0xFFE2A0]),
        columns: .init(
            first: Colour(0x3450D8), last: Colour(0x22C3E0), rim: Colour(0xD8F6FF), mirror: 0.55,
            shadow: 0),
        line: .init(core: Colour(0xFFF4D0), glow: Colour(0xFFB84A), isAdded: true), isLight: false)

    private static let violet = Paint(
        backdrop: colours([0x120824, 0x2A1048, 0x54206C, 0x8E3A80, 0x34144C]),
        floor: colours([0x3A1854, 0x1C0B34, 0x0C0518]), glow: Colour(0xE060C0),
        grid: Colour(0xE898E0), motes: colours([0xFFB0E0, 0xB8B0FF, 0xFFE0C0]),
        columns: .init(
            first: Colour(0x6A3AC8), last: Colour(0xF0609A), rim: Colour(0xFFE6F6), mirror: 0.5,
            shadow: 0),
        line: .init(core: Colour(0xFFF8EC), glow: Colour(0x7AE0FF), isAdded: true), isLight: false)
}
