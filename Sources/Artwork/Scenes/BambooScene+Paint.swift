import BatchVideo

extension BambooScene {
    /// Its colours in one light and season.
    struct Paint {
        var air: [Colour]
        var glow: Colour
        var ray: Colour
        var haze: Colour
        var plants: BambooPlants.Look
        var ground: Colour
        var groundLight: Colour
        var path: Colour
        var stone: Colour
        var fence: Colour
        /// Grass, from shadow to light.
        var tufts: ColourRamp
        var fallen: [Colour]
        /// What drifts down.
        var falling: [Colour]
        var flame: Colour?
        var shoots = false
        /// No leaves nearer than this to the moon, in units.
        var clearing = 0.0

        /// The plants with `hazed` (0...1) of the way into the air; below 0 darker than they are.
        func plants(hazed: Double) -> BambooPlants.Look {
            func away(_ colour: Colour) -> Colour {
                hazed < 0 ? colour.darker(-hazed * 2) : colour.mixed(haze, hazed * 0.82)
            }
            var look = plants
            look.stem = away(plants.stem)
            look.stemLight = away(plants.stemLight.mixed(ray, 0.2))
            look.stemDark = away(plants.stemDark)
            look.leaves = ColourRamp([0, 0.25, 0.5, 0.75, 1].map { away(plants.leaves.colour($0)) })
            look.snow = plants.snow.map(away)
            return look
        }
    }

    static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = scene.pick(warm: warm, clear: clear, deep: deep)
        switch scene.dayTime {
        case .dusk where scene.palette == .deep:
            paint.air = [0x15143C, 0x3A3472, 0x8A6AA0, 0x7A6498].map { Colour($0) }
            paint.glow = Colour(0xC79AC8)
            paint.haze = Colour(0x7A6498)
            paint.ray = Colour(0xF2D2F0)
        case .dusk:
            paint.air = [0x7A4A26, 0xC98142, 0xF6BE74, 0xDCA05A].map { Colour($0) }
            paint.glow = Colour(0xF7AE60)
            paint.haze = Colour(0xDCA668)
            paint.flame = Colour(0xFFB45A)
        case .dawn where scene.palette == .clear:
            paint.air = [0x4E8E86, 0x96C4B4, 0xE4E6CC, 0xC4D8C2].map { Colour($0) }
            paint.glow = Colour(0xFFE8C6)
            paint.haze = Colour(0xC8DCCB)
        case .dawn, .day, .night: break
        }
        dress(&paint, scene)
        return paint
    }

    private static func dress(_ paint: inout Paint, _ scene: SceneBuilder) {
        let night = scene.palette == .deep ? 0.45 : 0.0
        func lit(_ hex: UInt32) -> Colour { Colour(hex).mixed(paint.plants.stemDark, night) }
        switch scene.season {
        case nil, .summer: break
        case .spring:
            paint.shoots = true
            paint.plants.leaves = ColourRamp(
                [0.1, 0.35, 0.65, 1].map { paint.plants.leaves.colour($0).mixed(lit(0xB8E04A), 0.22) })
        case .autumn:
            let gold = [0x6A4A16, 0xA8802A, 0xD9B040, 0xF6DC7A].map { lit($0) }
            paint.plants.leaves = ColourRamp(
                (0..<4).map { paint.plants.leaves.colour(Double($0) / 3).mixed(gold[$0], 0.6) })
            paint.plants.stem = paint.plants.stem.mixed(lit(0xB8A040), 0.3)
            paint.fallen = [0xC98A30, 0xA8602A, 0xE0B850, 0xB8442A].map { lit($0) }
            paint.falling = [0xE0B040, 0xC98A30, 0xD8602E].map { lit($0) }
            paint.groundLight = paint.groundLight.mixed(lit(0xC9A040), 0.5)
            paint.ground = paint.ground.mixed(lit(0x7A5A26), 0.4)
        case .winter:
            let snow = Colour(0xF4F8FD).mixed(paint.plants.stemDark, scene.palette == .deep ? 0.3 : 0.04)
            paint.plants.snow = snow
            paint.ground = snow.mixed(paint.haze, 0.25).mixed(Colour(0x8FA4BC), 0.3)
            paint.groundLight = snow
            paint.path = paint.path.mixed(snow, 0.66)
            paint.stone = paint.stone.mixed(snow, 0.45)
            paint.tufts = ColourRamp([snow.mixed(paint.plants.stemDark, 0.5), snow])
            paint.fallen = [snow, snow.lighter(0.3)]
            paint.falling = [snow.lighter(0.4)]
            paint.haze = paint.haze.mixed(snow, 0.3).saturated(0.8)
        }
    }

    private static var warm: Paint {
        Paint(
            air: [0x8A6A34, 0xD09A50, 0xFBD898, 0xE8BC74].map { Colour($0) },
            glow: Colour(0xFFD08A), ray: Colour(0xFFF0C8), haze: Colour(0xE8C688),
            plants: .init(
                stem: Colour(0x71853A), stemLight: Colour(0xE6D98C), stemDark: Colour(0x2E3616),
                leaves: ColourRamp([0x2A3812, 0x5E7428, 0xA4AE44, 0xFAE486].map { Colour($0) })),
            ground: Colour(0x5E4A22), groundLight: Colour(0xA89A42), path: Colour(0xBC9868),
            stone: Colour(0x9A8C70), fence: Colour(0xB49A54),
            tufts: ColourRamp([0x2E300C, 0x6E7020, 0xD0C450].map { Colour($0) }),
            fallen: [0x9A8236, 0x7A6424, 0xC0A450].map { Colour($0) },
            falling: [0xC8B848, 0xE8D070, 0x9A9A38].map { Colour($0) })
    }

    private static var clear: Paint {
        Paint(
            air: [0x2A6E4A, 0x74B078, 0xD8EEB8, 0xA8D0A0].map { Colour($0) },
            glow: Colour(0xDCF0B0), ray: Colour(0xFDFFE6), haze: Colour(0xB4D8AC),
            plants: .init(
                stem: Colour(0x4E9A50), stemLight: Colour(0xC6E89A), stemDark: Colour(0x16442A),
                leaves: ColourRamp([0x123E22, 0x2E7A38, 0x74B84A, 0xD4F07E].map { Colour($0) })),
            ground: Colour(0x35602E), groundLight: Colour(0x88B04A), path: Colour(0xA89C7C),
            stone: Colour(0x8E948A), fence: Colour(0xB8A868),
            tufts: ColourRamp([0x123A1A, 0x3E8038, 0xB4E060].map { Colour($0) }),
            fallen: [0x9AA24A, 0xB8A85A, 0x6E8C3C].map { Colour($0) },
            falling: [0x9CCC50, 0xC8D870, 0x5EA048].map { Colour($0) })
    }

    private static var deep: Paint {
        Paint(
            air: [0x06142E, 0x123A5A, 0x3A7A92, 0x285C78].map { Colour($0) },
            glow: Colour(0x7CB4CC), ray: Colour(0xD2F2FF), haze: Colour(0x356C86),
            plants: .init(
                stem: Colour(0x1E4E5C), stemLight: Colour(0x86C2C4), stemDark: Colour(0x061824),
                leaves: ColourRamp([0x051A28, 0x10404C, 0x2E7478, 0x84C4BC].map { Colour($0) })),
            ground: Colour(0x0E2A38), groundLight: Colour(0x34707A), path: Colour(0x3E5E70),
            stone: Colour(0x4A6272), fence: Colour(0x3E5E62),
            tufts: ColourRamp([0x041420, 0x124450, 0x4E98A0].map { Colour($0) }),
            fallen: [0x2A5460, 0x3E6C70, 0x1C4450].map { Colour($0) },
            falling: [0x4E9094, 0x86BCB8].map { Colour($0) }, flame: Colour(0xFFB65C), clearing: 0.11)
    }
}
