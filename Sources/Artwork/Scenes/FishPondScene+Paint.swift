import BatchVideo

extension FishPondScene {
    /// Its colours in one light and season.
    struct Paint {
        var bed: PondBed.Paint
        /// Colour of the light, and how much of it lies on the fish.
        var light: Colour
        var lightShare: Double
        /// How much water hides of the deepest fish.
        var veil: Double
        var caustics: Colour
        var causticStrength: Double
        var sky: Colour
        var skyStrength: Double
        var glint: Colour
        var flora: PondFlora.Paint
        var rock: Boulder.Look
        var blade: Colour
        var blades = 26
        var bark: Colour
        var leaves: [Colour]
        var dress = Twig.Dress.leaves
        var snow: Colour?
        var blooms = true
        var litter: Litter?
        var ice: Colour?
        var falling: Falling?

        struct Falling {
            var kind: ParticleLayer.Kind
            var count: Int
            var colours: [Colour]
            /// Radius as a share of the unit.
            var size: Double
        }

        func twig(_ unit: Double) -> Twig.Look {
            Twig.Look(
                bark: bark, barkLight: bark.mixed(light, 0.4), dress: dress, colours: leaves,
                size: unit * (dress == .maple ? 0.036 : dress == .blossom ? 0.027 : 0.034),
                fullness: dress == .maple ? 3 : 4, snow: snow)
        }
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = scene.pick(warm: warm, clear: clear, deep: deep)
        switch scene.dayTime {
        case .dawn where scene.palette == .warm:
            paint.sky = Colour(0xFFC9B8)
            paint.caustics = Colour(0xFFE2C4)
        case .dusk where scene.palette == .deep:
            paint.sky = Colour(0x8E7CC8)
            paint.bed.deep = Colour(0x1A1A44)
            paint.caustics = Colour(0xB9A8F0)
        case .dawn:
            paint.sky = Colour(0xD8ECF4)
            paint.skyStrength += 0.08
            paint.causticStrength *= 0.75
        case .day, .dusk, .night: break
        }
        dress(&paint, scene)
        return paint
    }

    private static func dress(_ paint: inout Paint, _ scene: SceneBuilder) {
        let light = paint.light
        func lit(_ hex: [UInt32]) -> [Colour] {
            let shade = paint.bed.deep
            let night = scene.palette == .deep ? 0.5 : 0.0
            return hex.map { Colour($0).mixed(light, 0.1).mixed(shade, night) }
        }
        switch scene.season {
        case nil, .summer: break
        case .spring:
            let petals = lit([0xF3A7C0, 0xFBC9D8, 0xFFE9EF])
            paint.dress = .blossom
            paint.leaves = petals
            paint.litter = Litter(kind: .petal, colours: petals)
            paint.falling = .init(kind: .leaf, count: 26, colours: petals, size: 0.0085)
        case .autumn:
            let leaves = lit([0xA8321E, 0xD9502A, 0xEE8A34, 0xF6BE58])
            paint.dress = .maple
            paint.leaves = leaves
            paint.blooms = false
            paint.flora.leafLight = paint.flora.leafLight.mixed(Colour(0xC9A24A), 0.45)
            paint.litter = Litter(kind: .maple, colours: leaves)
            paint.falling = .init(kind: .leaf, count: 16, colours: leaves, size: 0.012)
        case .winter:
            let snow = Colour(0xF4F8FC).mixed(paint.bed.deep, scene.palette == .deep ? 0.35 : 0.04)
            paint.dress = .bare
            paint.snow = snow
            paint.ice = snow
            paint.rock.cover = snow
            paint.rock.coverShare = 0.85
            paint.blade = Colour(0xB89C6A).mixed(paint.bed.deep, scene.palette == .deep ? 0.5 : 0.1)
            paint.blades = 9
            paint.causticStrength *= 0.6
            paint.bed.sand = paint.bed.sand.map { $0.saturated(0.55).mixed(snow, 0.08) }
            paint.bed.deep = paint.bed.deep.saturated(0.7)
            paint.falling = .init(kind: .snow, count: 90, colours: [snow.lighter(0.4)], size: 0.0075)
        }
    }

    private static var warm: Paint {
        Paint(
            bed: .init(
                sand: [0x6E4E2C, 0xA98450, 0xDDB878, 0xF6DCA0].map { Colour($0) },
                stones: [0x8F7A5C, 0xB59A70, 0x6E5C4A, 0xA8704A, 0xD2BE98].map { Colour($0) },
                deep: Colour(0x4E5032), murk: 0.66, light: Colour(0xFFE9BE)),
            light: Colour(0xFFD79A), lightShare: 0.14, veil: 0.42, caustics: Colour(0xFFE0A0),
            causticStrength: 0.62, sky: Colour(0xFFB877), skyStrength: 0.24, glint: Colour(0xFFF0CC),
            flora: .init(
                leafLight: Colour(0x8FA04A), leafDark: Colour(0x3C5426), vein: Colour(0xD9D68A),
                rim: Colour(0xF0DC9A), petal: Colour(0xF7A3A0), petalHeart: Colour(0xFFE6C8),
                pollen: Colour(0xF2B02E), gloss: Colour(0xFFEBC4)),
            rock: .init(
                dark: Colour(0x4A3E34), light: Colour(0xA8937A), cover: Colour(0x7C7A34),
                coverShare: 0.5),
            blade: Colour(0x7E8A3A), bark: Colour(0x3E2A1E),
            leaves: [0x5E6A2A, 0x8A9038, 0xC2B24E].map { Colour($0) })
    }

    private static var clear: Paint {
        Paint(
            bed: .init(
                sand: [0x5A8274, 0x93B29C, 0xC8D2AE, 0xECEBCB].map { Colour($0) },
                stones: [0x7A8A86, 0x9FAEA4, 0x5E6E70, 0xB8B09A, 0xD5D8CC].map { Colour($0) },
                deep: Colour(0x11706C), murk: 0.7, light: Colour(0xFFFFF0)),
            light: Colour(0xFFFDF0), lightShare: 0.05, veil: 0.42, caustics: Colour(0xF4FFE8),
            causticStrength: 0.62, sky: Colour(0xBFE6F2), skyStrength: 0.17, glint: Colour(0xF6FFFA),
            flora: .init(
                leafLight: Colour(0x78B85A), leafDark: Colour(0x1E6440), vein: Colour(0xC8E89A),
                rim: Colour(0xE2F5B8), petal: Colour(0xF7B4D0), petalHeart: Colour(0xFFF4F4),
                pollen: Colour(0xF6C63A), gloss: Colour(0xF4FFFF)),
            rock: .init(
                dark: Colour(0x46514E), light: Colour(0xA6B0A4), cover: Colour(0x5E9440),
                coverShare: 0.55),
            blade: Colour(0x5CA048), bark: Colour(0x4A3828),
            leaves: [0x2F7A3C, 0x5CA64A, 0x9CCC62].map { Colour($0) })
    }

    private static var deep: Paint {
        Paint(
            bed: .init(
                sand: [0x12284A, 0x2A4C70, 0x426C94, 0x5E8AB4].map { Colour($0) },
                stones: [0x2E4A68, 0x446488, 0x223A54, 0x56708E, 0x6C86A4].map { Colour($0) },
                deep: Colour(0x061A36), murk: 0.72, light: Colour(0xC6DCFF)),
            light: Colour(0xA9C4F0), lightShare: 0.16, veil: 0.36, caustics: Colour(0xA9D0FF),
            causticStrength: 0.5, sky: Colour(0x7FA6E0), skyStrength: 0.17, glint: Colour(0xD9E9FF),
            flora: .init(
                leafLight: Colour(0x2E6E72), leafDark: Colour(0x0C3040), vein: Colour(0x74B4B0),
                rim: Colour(0x9CD0DC), petal: Colour(0xC89AD8), petalHeart: Colour(0xF0E8FF),
                pollen: Colour(0xE8C878), gloss: Colour(0xC6E4FF)),
            rock: .init(
                dark: Colour(0x142038), light: Colour(0x566A8C), cover: Colour(0x2A5450),
                coverShare: 0.5),
            blade: Colour(0x2C6460), bark: Colour(0x0E1626),
            leaves: [0x123A44, 0x22585C, 0x3C7E7C].map { Colour($0) })
    }
}
