import BatchVideo

extension CatSillScene {
    /// Its colours in one light and season.
    struct Paint {
        var sky: [Colour]
        var disc: Colour
        var halo: Colour
        var hills: Colour
        var haze: Colour
        var bark: Colour
        var leaves: [Colour]
        var accent: Colour
        var snow: Colour?
        var falling: Falling?
        var wallNear: Colour
        var wallFar: Colour
        var frame: Colour
        var cloth: Colour
        var sheer: Colour
        var light: Colour
        var clay: Colour
        var glaze: Colour
        var plant: ColourRamp
        var blossom: Colour
        var cat: Cat.Light

        struct Falling {
            var kind: ParticleLayer.Kind
            var count: Int
            var colours: [Colour]
            /// Radius as a share of the unit.
            var size: Double
        }
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = scene.pick(warm: warm, clear: clear, deep: deep)
        switch scene.dayTime {
        case .dawn where scene.palette == .warm:
            paint.sky = [0xA9A4C8, 0xE8B8B4, 0xFFD2AC, 0xFFEBCC].map { Colour($0) }
            paint.halo = Colour(0xFFD2B0)
            paint.haze = Colour(0xF6CDB8)
        case .dawn:
            paint.sky = [0x86B4D6, 0xBCD8E2, 0xF2E4D2, 0xFFF2DC].map { Colour($0) }
            paint.halo = Colour(0xFFEBC8)
        case .dusk where scene.palette == .deep:
            paint.sky = [0x1A1A52, 0x3E3480, 0x86609E, 0xD98E98].map { Colour($0) }
            paint.halo = Colour(0xE8A8B4)
            paint.haze = Colour(0x7A6094)
        case .day, .dusk, .night: break
        }
        dress(&paint, scene)
        return paint
    }

    private static func dress(_ paint: inout Paint, _ scene: SceneBuilder) {
        let night = scene.palette == .deep ? 0.55 : 0.0
        func lit(_ hex: [UInt32]) -> [Colour] { hex.map { Colour($0).mixed(paint.hills, night) } }
        switch scene.season {
        case nil: break
        case .spring:
            paint.leaves = lit([0xB8688A, 0xE89AB8, 0xF8C8D8, 0xFFEDF2])
            paint.accent = lit([0xFFFFFF])[0]
            paint.falling = .init(kind: .leaf, count: 24, colours: paint.leaves, size: 0.008)
        case .summer:
            paint.leaves = lit([0x1E5030, 0x3E8A44, 0x7CB858, 0xC8E88A])
            paint.accent = lit([0x5EA048])[0]
        case .autumn:
            paint.leaves = lit([0x7A2A1A, 0xC0502A, 0xEC9038, 0xFAD068])
            paint.accent = lit([0xE0602A])[0]
            paint.hills = paint.hills.mixed(lit([0xA8743A])[0], 0.4)
            paint.falling = .init(kind: .leaf, count: 20, colours: paint.leaves, size: 0.0105)
        case .winter:
            let snow = Colour(0xF2F6FC).mixed(paint.hills, scene.palette == .deep ? 0.4 : 0.05)
            paint.snow = snow
            paint.leaves = [snow.darker(0.2), snow, snow, snow.lighter(0.3)]
            paint.accent = snow
            paint.hills = snow.mixed(paint.hills, 0.3)
            paint.falling = .init(kind: .snow, count: 90, colours: [.white], size: 0.006)
        }
    }

    private static var warm: Paint {
        Paint(
            sky: [0xD98A5A, 0xF2AE6E, 0xFFD296, 0xFFEAC2].map { Colour($0) }, disc: Colour(0xFFF8E0),
            halo: Colour(0xFFCC82), hills: Colour(0x8E6448), haze: Colour(0xFFD8A4), bark: Colour(0x4A2E1E),
            leaves: [0x5E4A1E, 0x9A8432, 0xD0B04C, 0xF6DE8A].map { Colour($0) }, accent: Colour(0xE89A3E),
            wallNear: Colour(0xEACFA4), wallFar: Colour(0x8E6240), frame: Colour(0x8A5A36),
            cloth: Colour(0xB8603E), sheer: Colour(0xF6E2BE), light: Colour(0xFFE2AC), clay: Colour(0xB05A34),
            glaze: Colour(0x6E8A84),
            plant: ColourRamp([0x2A3A18, 0x5E7A30, 0xA8B44E, 0xEAE08A].map { Colour($0) }),
            blossom: Colour(0xE0483E),
            cat: .init(rim: Colour(0xFFE6B4), room: Colour(0xE8A868), share: 0.14, shade: Colour(0x3A2018)))
    }

    private static var clear: Paint {
        Paint(
            sky: [0x74B8E2, 0xA6D6EE, 0xD4EDF0, 0xF4FAF0].map { Colour($0) }, disc: Colour(0xFFFFF6),
            halo: Colour(0xFFF6D6), hills: Colour(0x5C9E7C), haze: Colour(0xDFF1E6), bark: Colour(0x5A4232),
            leaves: [0x2A6440, 0x549C54, 0x96C86A, 0xDCEBA0].map { Colour($0) }, accent: Colour(0xF6A8C2),
            wallNear: Colour(0xEFF0E6), wallFar: Colour(0xA8BAB0), frame: Colour(0xF0EBDD),
            cloth: Colour(0x7AA6A0), sheer: Colour(0xFDFDF8), light: Colour(0xFFFCEE), clay: Colour(0xC87850),
            glaze: Colour(0xEDF1EE),
            plant: ColourRamp([0x1C4A2C, 0x3E8A48, 0x86C05E, 0xD8F0A0].map { Colour($0) }),
            blossom: Colour(0xEC5A78),
            cat: .init(rim: Colour(0xFFFFF4), room: Colour(0xF4F2EA), share: 0.1, shade: Colour(0x2E3436)))
    }

    private static var deep: Paint {
        Paint(
            sky: [0x081030, 0x10234E, 0x1F3E76, 0x446698].map { Colour($0) }, disc: Colour(0xF4F6FF),
            halo: Colour(0x9CBAF0), hills: Colour(0x182C54), haze: Colour(0x4E6EA0), bark: Colour(0x111830),
            leaves: [0x12223E, 0x22466A, 0x4A7490, 0x9CBCD0].map { Colour($0) }, accent: Colour(0x6E92B8),
            wallNear: Colour(0x4C4664), wallFar: Colour(0x1A162C), frame: Colour(0x4A3A40),
            cloth: Colour(0x6A3A52), sheer: Colour(0x8A88B0), light: Colour(0xBCD0FF), clay: Colour(0x7A4030),
            glaze: Colour(0x5A6E86),
            plant: ColourRamp([0x0C1E22, 0x24463E, 0x4E7A62, 0x9CC0A8].map { Colour($0) }),
            blossom: Colour(0xC0567A),
            cat: .init(rim: Colour(0xC6D8FF), room: Colour(0x8A6A70), share: 0.3, shade: Colour(0x0E0E20)))
    }
}
