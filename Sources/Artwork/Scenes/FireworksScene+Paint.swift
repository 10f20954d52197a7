import BatchVideo

extension FireworksScene {
    /// Its colours in one light and season.
    struct Paint {
        var sky: [Colour]
        var starCount: Int
        var haze: Colour
        var smokeLight: Colour
        var smokeShade: Colour
        var hillFar: Colour
        var hillNear: Colour
        var town: OldTown.Paint
        var deep: Colour
        var bank: Colour
        var rim: Colour
        var lantern: Colour
        /// Colours of bursts.
        var stars: [Colour]
        var gold: Colour
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
                bark: bank.darker(0.2), barkLight: bank.mixed(rim, 0.35), dress: dress,
                colours: foliage, size: unit * (dress == .maple ? 0.032 : 0.025), fullness: 3, snow: snow)
        }
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = scene.pick(warm: warm, clear: clear, deep: deep)
        switch scene.dayTime {
        case .dawn where scene.palette == .warm:
            paint.sky = [0x1E2450, 0x4E4478, 0xA8748E, 0xF6B48C].map { Colour($0) }
            paint.haze = Colour(0xE0A08C)
        case .dusk where scene.palette == .deep:
            paint.sky = [0x0A0C2E, 0x221E56, 0x4A3476, 0x8E5484].map { Colour($0) }
            paint.haze = Colour(0x7A4C86)
        case .dawn, .day, .dusk, .night: break
        }
        func lit(_ hex: [UInt32]) -> [Colour] { hex.map { Colour($0).mixed(paint.hillNear, 0.3) } }
        switch scene.season {
        case nil, .summer: break
        case .spring:
            paint.dress = .blossom
            paint.foliage = lit([0xF09CBA, 0xFAC6D6, 0xFFE8EE])
            paint.falling = .init(kind: .leaf, count: 18, colours: paint.foliage, size: 0.0075)
        case .autumn:
            paint.dress = .maple
            paint.foliage = lit([0xB83A20, 0xE06A2C, 0xF4B850])
            paint.falling = .init(kind: .leaf, count: 14, colours: paint.foliage, size: 0.0105)
        case .winter:
            let snow = Colour(0xDCE6F6).mixed(paint.hillNear, 0.35)
            paint.dress = .bare
            paint.snow = snow
            paint.town.snow = snow
            paint.hillFar = paint.hillFar.mixed(snow, 0.4)
            paint.hillNear = paint.hillNear.mixed(snow, 0.3)
            paint.falling = .init(kind: .snow, count: 110, colours: [.white], size: 0.006)
        }
        return paint
    }

    private static var warm: Paint {
        Paint(
            sky: [0x1A1440, 0x46265E, 0x8E3E62, 0xE07A54].map { Colour($0) }, starCount: 90,
            haze: Colour(0xC06A62), smokeLight: Colour(0xB8607A), smokeShade: Colour(0x3A1E50),
            hillFar: Colour(0x6A3A66), hillNear: Colour(0x2E1C44),
            town: .init(
                wall: Colour(0x2E1A38), roof: Colour(0x1E1230), edge: Colour(0xC9807A),
                lamp: Colour(0xFFC060), haze: Colour(0x9A5266)),
            deep: Colour(0x241440), bank: Colour(0x160E26), rim: Colour(0xFFB48A),
            lantern: Colour(0xFF9A4A),
            stars: [0xFF6A48, 0xFFB83A, 0xFF5890, 0xFFDC9A, 0xD878FF].map { Colour($0) },
            gold: Colour(0xFFB84E))
    }

    private static var clear: Paint {
        Paint(
            sky: [0x0E3658, 0x1F6284, 0x56A0AC, 0xD8DCB8].map { Colour($0) }, starCount: 60,
            haze: Colour(0x8CC0BC), smokeLight: Colour(0x8AC4CC), smokeShade: Colour(0x1C4E6E),
            hillFar: Colour(0x3E7E90), hillNear: Colour(0x16445C),
            town: .init(
                wall: Colour(0x173C50), roof: Colour(0x0F2C40), edge: Colour(0x9CD0CC),
                lamp: Colour(0xFFE08A), haze: Colour(0x5C9CA4)),
            deep: Colour(0x0C3650), bank: Colour(0x08202E), rim: Colour(0xBFF0E8),
            lantern: Colour(0xFFB45E),
            stars: [0x5AF8E0, 0xFFFFFF, 0xFF7AA8, 0x8AE0FF, 0xC8FF8A, 0xFFE07A].map { Colour($0) },
            gold: Colour(0xFFD884))
    }

    private static var deep: Paint {
        Paint(
            sky: [0x03061A, 0x081236, 0x122050, 0x2C3A70].map { Colour($0) }, starCount: 260,
            haze: Colour(0x34427E), smokeLight: Colour(0x46548E), smokeShade: Colour(0x0A1234),
            hillFar: Colour(0x1C2A5A), hillNear: Colour(0x0C1436),
            town: .init(
                wall: Colour(0x0F1430), roof: Colour(0x0A0E26), edge: Colour(0x6A7CC0),
                lamp: Colour(0xFFBC58), haze: Colour(0x26326A)),
            deep: Colour(0x060A24), bank: Colour(0x05071A), rim: Colour(0x9CB0F0),
            lantern: Colour(0xFF9440),
            stars: [0xFF4458, 0x5A9CFF, 0x4EF096, 0xFFCC3A, 0xC866FF, 0xFFFFFF].map { Colour($0) },
            gold: Colour(0xFFBE4A))
    }
}
