import BatchVideo

extension LanternsScene {
    /// Its colours in one light and season.
    struct Paint {
        var sky: [Colour]
        var halo: Colour
        var haloStrength: Double
        var cloudLight: Colour
        var cloudShade: Colour
        var houses: StreetHouses.Paint
        var stones: WetStones.Paint
        var lantern: PaperLantern.Paint
        /// How strongly the stones mirror lanterns, 0...1.
        var shine: Double
        var leaves: ColourRamp
        var coat: Colour
        var umbrella: Colour
        var dress: Twig.Dress?
        var foliage: [Colour] = []
        var snow: Colour?
        var falling: Falling?

        struct Falling {
            var kind: ParticleLayer.Kind
            var count: Int
            var colours: [Colour]
            /// Radius as a share of the unit.
            var size: Double
        }

        func twig(_ dress: Twig.Dress, _ unit: Double) -> Twig.Look {
            Twig.Look(
                bark: houses.wood.darker(0.45), barkLight: houses.wood.mixed(houses.glow, 0.3),
                dress: dress, colours: foliage,
                size: unit * (dress == .maple ? 0.034 : 0.026), fullness: 3, snow: snow)
        }
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = scene.pick(warm: warm, clear: clear, deep: deep)
        switch scene.dayTime {
        case .dawn where scene.palette == .warm:
            paint.sky = [0x5A6A9C, 0x9C8EAC, 0xE8AE9C, 0xFFDDB0].map { Colour($0) }
            paint.halo = Colour(0xFFD2A4)
            paint.houses.haze = Colour(0xE2B49C)
            paint.houses.lit = 0.5
            paint.lantern.lit = 0.65
        case .dawn:
            paint.sky = [0x7A9CBC, 0xB4C6CE, 0xE6DCCA, 0xFBEBD2].map { Colour($0) }
            paint.houses.haze = Colour(0xDEDCCE)
            paint.houses.lit = 0.35
            paint.lantern.lit = 0.5
        case .dusk where scene.palette == .deep:
            paint.sky = [0x17184A, 0x33307A, 0x6E4E96, 0xC07A94].map { Colour($0) }
            paint.halo = Colour(0xE89A9C)
            paint.houses.haze = Colour(0x6A5088)
            paint.cloudLight = Colour(0xB07AA8)
        case .day, .dusk, .night: break
        }
        dress(&paint, scene)
        return paint
    }

    private static func dress(_ paint: inout Paint, _ scene: SceneBuilder) {
        let night = scene.palette == .deep ? 0.35 : scene.palette == .warm ? 0.12 : 0
        func lit(_ hex: [UInt32]) -> [Colour] {
            hex.map { Colour($0).mixed(paint.houses.haze, night) }
        }
        switch scene.season {
        case nil, .summer: break
        case .spring:
            paint.dress = .blossom
            paint.foliage = lit([0xF09CBA, 0xFAC6D6, 0xFFE8EE])
            paint.falling = .init(kind: .leaf, count: 26, colours: paint.foliage, size: 0.0075)
        case .autumn:
            paint.dress = .maple
            paint.foliage = lit([0x9E2E1C, 0xD24A26, 0xEC8230, 0xF4B850])
            paint.leaves = ColourRamp(lit([0x5A2A12, 0xB05A20, 0xE8A03C]))
            paint.falling = .init(kind: .leaf, count: 20, colours: paint.foliage, size: 0.0105)
        case .winter:
            let snow = Colour(0xF2F6FC).mixed(paint.houses.haze, scene.palette == .deep ? 0.4 : 0.12)
            paint.dress = .bare
            paint.snow = snow
            paint.houses.snow = snow
            paint.stones.snow = snow
            paint.lantern.snow = snow.lighter(0.2)
            paint.leaves = ColourRamp([snow.darker(0.45), snow.darker(0.1), snow])
            paint.falling = .init(kind: .snow, count: 150, colours: [.white, snow], size: 0.0065)
        }
    }

    private static var warm: Paint {
        Paint(
            sky: [0x3E2E62, 0x8A4A74, 0xE07A5C, 0xFFC07A].map { Colour($0) },
            halo: Colour(0xFFBE74), haloStrength: 0.7, cloudLight: Colour(0xFFB48A),
            cloudShade: Colour(0x7A4670),
            houses: .init(
                wood: Colour(0x5A3222), woodLight: Colour(0xA8683E), plaster: Colour(0xC89A74),
                tile: Colour(0x3A2A38), tileLight: Colour(0xC08A6A), lamp: Colour(0xFFC468), lit: 0.85,
                pane: Colour(0x3A2420), glow: Colour(0xFF9A4A), haze: Colour(0xD98A66),
                cloths: [0x2E3E66, 0xA83428, 0x8A6A3A].map { Colour($0) }),
            stones: .init(
                stone: Colour(0x6E5652), joint: Colour(0x2A1C22), sheen: Colour(0xFFB27E), wet: 0.85),
            lantern: .init(
                paper: Colour(0xD92A1C), flame: Colour(0xFFA83E), lit: 0.92, trim: Colour(0xB8862E)),
            shine: 0.62,
            leaves: ColourRamp([0x241C12, 0x5E5A2A, 0xC0943E].map { Colour($0) }),
            coat: Colour(0x3A3A5A), umbrella: Colour(0xD9A23E))
    }

    private static var clear: Paint {
        Paint(
            sky: [0x6EA4CC, 0xA6CBE0, 0xD8E8EC, 0xF2F2E8].map { Colour($0) },
            halo: Colour(0xFFFBEA), haloStrength: 0.5, cloudLight: Colour(0xFFFFFF),
            cloudShade: Colour(0xB4CBD8),
            houses: .init(
                wood: Colour(0x7A4E34), woodLight: Colour(0xB8855A), plaster: Colour(0xEDE6D6),
                tile: Colour(0x56606A), tileLight: Colour(0xA6B0B6), lamp: Colour(0xFFD892), lit: 0.2,
                pane: Colour(0x5E5248), glow: Colour(0xFFD09A), haze: Colour(0xD6E2E4),
                cloths: [0x35508A, 0xB84434, 0x4A7A5A].map { Colour($0) }),
            stones: .init(
                stone: Colour(0x8A949A), joint: Colour(0x4A5258), sheen: Colour(0xE6F2F6), wet: 0.72),
            lantern: .init(
                paper: Colour(0xDD2E22), flame: Colour(0xFF9450), lit: 0.28, trim: Colour(0xC9983A)),
            shine: 0.42,
            leaves: ColourRamp([0x1E4A2A, 0x4E8E44, 0xB0D466].map { Colour($0) }),
            coat: Colour(0x3E5A7E), umbrella: Colour(0xE8B04A))
    }

    private static var deep: Paint {
        Paint(
            sky: [0x060A22, 0x0E1A44, 0x223468, 0x4A5A90].map { Colour($0) },
            halo: Colour(0x8AA0DC), haloStrength: 0.4, cloudLight: Colour(0x5E70AA),
            cloudShade: Colour(0x101C48),
            houses: .init(
                wood: Colour(0x2A1C26), woodLight: Colour(0x6E4638), plaster: Colour(0x5A4E62),
                tile: Colour(0x141A34), tileLight: Colour(0x6678A6), lamp: Colour(0xFFBE60), lit: 1,
                pane: Colour(0x1A1420), glow: Colour(0xFF8A3E), haze: Colour(0x2C3A6E),
                cloths: [0x22305E, 0x8A2A26, 0x5A4A36].map { Colour($0) }),
            stones: .init(
                stone: Colour(0x343A54), joint: Colour(0x0C0E1E), sheen: Colour(0x6E84C4), wet: 0.9),
            lantern: .init(
                paper: Colour(0xCE2418), flame: Colour(0xFFA436), lit: 1, trim: Colour(0x9A702A)),
            shine: 0.72,
            leaves: ColourRamp([0x0A1418, 0x243A34, 0x7A7A44].map { Colour($0) }),
            coat: Colour(0x2A2A46), umbrella: Colour(0xC9883A))
    }
}
