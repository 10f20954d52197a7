import BatchVideo
import Foundation

/// Red paper lanterns over an old street after rain.
struct LanternsScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        var random = scene.random("composition")
        let street = Street(scene.stage, &random)
        sky(&scene, paint, street)
        houses(&scene, paint, street)
        let stones = scene.surface()
        WetStones(street: street, paint: paint.stones).draw(
            on: stones, mirroring: scene.flattened(), seed: scene.noiseSeed("stones"))
        scene.add(stones, depth: depth)
        let lanterns = LanternPlan(scene.stage, street, &random)
        things(&scene, paint, street, lanterns, &random)
        light(&scene, paint, lanterns)
        scene.add(
            LanternLayer(lanterns.hung, paint.lantern, shine: paint.shine, depth: depth))
        StreetWalker(street: street, paint: paint).add(to: &scene, &random)
        frame(&scene, paint, lanterns, &random)
        air(&scene, paint)
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.3, deep: 0.6)
        scene.look.vignette = 0.4
        scene.stillPhase = 0.2
    }

    /// Of the street as a whole; what is nearer hangs before it.
    private static let depth = 0.3

    private static func sky(_ scene: inout SceneBuilder, _ paint: Paint, _ street: Street) {
        let stage = scene.stage
        let unit = stage.unit
        let horizon = street.vanish.y
        var random = scene.random("sky")
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.sky), on: s, horizon: horizon * 1.02, seed: scene.noiseSeed("sky"))
        let disc = Point(
            street.vanish.x + unit * random.uniform(-0.1, 0.1), horizon - unit * random.uniform(0.24, 0.3))
        if scene.dayTime == .night || scene.palette == .deep {
            Sky.stars(180, on: s, bottom: horizon * 0.9, random: &random)
            Sky.moon(
                at: disc, radius: unit * 0.04, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        }
        s.glow(
            street.vanish.x, horizon, radius: unit * 0.7, paint.halo, paint.haloStrength,
            falloff: 0.9, squash: 0.7)
        scene.add(s, depth: 0.02)
        let clouds = scene.surface()
        Clouds.veil(
            .init(light: paint.cloudLight, shade: paint.cloudShade, alpha: 0.7), cover: 0.5,
            on: clouds, top: stage.top, bottom: horizon, sun: Point(street.vanish.x, horizon),
            seed: scene.noiseSeed("veil"), cells: 3, aspect: 0.35)
        scene.add(clouds, depth: 0.03, .drift(pixels: unit * 0.05))
    }

    private static func houses(_ scene: inout SceneBuilder, _ paint: Paint, _ street: Street) {
        let unit = scene.stage.unit
        var random = scene.random("houses")
        let far = scene.surface()
        GateTower(street: street, paint: paint.houses).draw(on: far)
        Mist.band(
            paint.houses.haze, 0.65, on: far, centre: street.vanish.y, reach: unit * 0.11,
            seed: scene.noiseSeed("mist"), ragged: 0.5)
        scene.add(far, depth: 0.1)
        let s = scene.surface()
        StreetHouses(street: street, paint: paint.houses, surface: s).draw(random: &random)
        let paper = NoiseField(
            width: s.columns / 2, height: s.rows / 2, .init(cells: 90, octaves: 3),
            seed: scene.noiseSeed("paper"))
        s.mottle(paper, strength: 0.04)
        scene.add(s, depth: depth)
    }

    /// Cords, pots along the walls.
    private static func things(
        _ scene: inout SceneBuilder, _ paint: Paint, _ street: Street, _ plan: LanternPlan,
        _ random: inout SeededRandom
    ) {
        let s = scene.surface()
        for cord in plan.cords {
            s.spline(cord.points)
            s.stroke(paint.houses.wood.darker(0.5), 0.9, width: max(street.scale(cord.z) * 0.016, 0.7))
        }
        for _ in 0..<16 {
            let z = 1 / random.uniform(1 / 24, 1 / 3.6)
            let side = random.unit() < 0.5 ? -1.0 : 1.0
            pot(s, paint, street, side * (street.half - 0.28), z, &random)
        }
        scene.add(s, depth: depth)
    }

    private static func pot(
        _ s: PaintSurface, _ paint: Paint, _ street: Street, _ x: Double, _ z: Double,
        _ random: inout SeededRandom
    ) {
        let air = 0.9 * (1 - exp(-max(z - 3, 0) / 26))
        func hazed(_ colour: Colour) -> Colour { colour.mixed(paint.houses.haze, air) }
        let (p, k) = (street.place(x, 0, z), street.scale(z))
        let toLight = x < 0 ? 1.0 : -1.0
        s.ellipse(p.x, p.y, k * 0.26, k * 0.06)
        s.fill(.black, 0.45)
        s.move(p.x - k * 0.19, p.y - k * 0.32)
        s.line(p.x - k * 0.13, p.y)
        s.line(p.x + k * 0.13, p.y)
        s.line(p.x + k * 0.19, p.y - k * 0.32)
        s.close()
        let clay = hazed(paint.houses.wood.mixed(Colour(0x9A5A3A), 0.5))
        s.fill(
            from: Point(p.x + toLight * k * 0.2, 0), to: Point(p.x - toLight * k * 0.2, 0),
            [Stop(0, clay.mixed(paint.houses.glow, 0.35 * paint.houses.lit)), Stop(1, clay.darker(0.45))])
        for _ in 0..<38 {
            let a = random.uniform(-.pi, 0)
            let r = k * 0.34 * random.unit().squareRoot()
            let at = Point(p.x + cos(a) * r, p.y - k * 0.36 + sin(a) * r * 1.2)
            s.leaf(at.x, at.y, k * 0.07, k * 0.028, tilt: random.uniform(-1.4, 1.4))
            let tone = 0.5 + toLight * cos(a) * 0.35 - sin(a) * 0.2 + random.gauss(0, 0.12)
            s.fill(hazed(paint.leaves.colour(tone)))
        }
    }

    /// Light around the lanterns, in two groups that breathe apart.
    private static func light(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: LanternPlan) {
        guard paint.lantern.lit > 0.15 else { return }
        for group in 0..<2 {
            let s = scene.surface()
            for (i, lantern) in plan.hung.enumerated() where i % 2 == group {
                s.glow(
                    lantern.place.x, lantern.place.y + lantern.radius * 1.3,
                    radius: lantern.radius * 4.4, paint.houses.glow, 0.62 * paint.lantern.lit, falloff: 1.1, as: .over)
                s.glow(
                    lantern.place.x, lantern.ground, radius: lantern.radius * 4.5,
                    paint.houses.glow, 0.2 * paint.lantern.lit, falloff: 1.1, squash: 0.35, as: .over)
            }
            scene.add(
                s, depth: depth, blend: .screen,
                breath: (low: 0.72, turns: 2 + group, phase: 0.4 * Double(group)))
        }
    }

    /// What hangs close to the eye.
    private static func frame(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: LanternPlan,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        if let dress = paint.dress {
            let s = scene.surface()
            let side = random.unit() < 0.5 ? 0.0 : 1.0
            Twig(look: paint.twig(dress, unit)).paint(
                from: Point(stage.x(side) + (side == 0 ? -1 : 1) * unit * 0.06, unit * 0.02),
                angle: side == 0 ? 0.32 : .pi - 0.32, length: unit * 0.48, width: unit * 0.014,
                on: s, random: &random)
            scene.add(
                s, depth: 0.75,
                .sway(pivot: -unit * 0.15, reach: -unit * 0.6, pixels: unit * 0.012, turns: 1, phase: 0.3))
        }
        let glow = scene.surface()
        for lantern in plan.near {
            glow.glow(
                lantern.place.x, lantern.place.y + lantern.radius * 1.3, radius: lantern.radius * 3.4,
                paint.houses.glow, 0.4 * paint.lantern.lit, falloff: 1.1, as: .over)
        }
        scene.add(glow, depth: 0.62, blend: .screen, breath: (low: 0.75, turns: 2, phase: 0.15))
        scene.add(LanternLayer(plan.near, paint.lantern, shine: 0, depth: 0.62))
    }

    private static func air(_ scene: inout SceneBuilder, _ paint: Paint) {
        let stage = scene.stage
        var random = scene.random("air")
        if let flakes = paint.falling {
            scene.add(
                ParticleLayer(
                    flakes.kind, count: flakes.count, colours: flakes.colours,
                    size: stage.unit * flakes.size,
                    travel: Point(-stage.unit * 0.2, stage.unit * 0.5), top: -stage.unit * 0.1,
                    bottom: stage.height, stage: stage, random: &random))
        }
        scene.add(
            ParticleLayer(
                .dust, count: 42, colours: [paint.houses.glow], size: stage.unit * 0.005,
                travel: Point(stage.unit * 0.06, -stage.unit * 0.10), top: stage.height * 0.1,
                bottom: stage.height * 0.85, stage: stage, random: &random))
    }
}

/// Where lanterns hang: under the eaves, on cords across the street, close to the eye.
struct LanternPlan {
    struct Cord {
        var points: [Point]
        var z: Double
    }

    /// The far ones first.
    private(set) var hung: [LanternLayer.Lantern] = []
    private(set) var near: [LanternLayer.Lantern] = []
    private(set) var cords: [Cord] = []

    init(_ stage: Stage, _ street: Street, _ random: inout SeededRandom) {
        var placed: [(z: Double, lantern: LanternLayer.Lantern)] = []
        func lantern(_ x: Double, _ y: Double, _ z: Double, _ radius: Double) {
            placed.append(
                (
                    z,
                    LanternLayer.Lantern(
                        place: street.place(x, y, z), radius: street.scale(z) * radius,
                        ground: street.ground(z), phase: random.unit(), turns: 1 + random.index(2))
                ))
        }
        for side in [-1.0, 1.0] {
            var z = 3.1 + random.uniform(0, 0.5)
            while z < 36 {
                lantern(side * (street.half - 0.95), 2.38, z, 0.27)
                z += 1.75 + z * 0.02
            }
        }
        for z in [5.4, 7.9, 11.5, 16.5, 24.0] {
            let count = 5 + random.index(2)
            let (ends, sag) = (random.uniform(4.45, 4.75), random.uniform(0.45, 0.7))
            func height(_ x: Double) -> Double { ends - sag * (1 - x * x / 3.6) }
            cords.append(
                Cord(
                    points: (0...12).map {
                        let x = lerp(-1.9, 1.9, Double($0) / 12)
                        return street.place(x, height(x), z)
                    }, z: z))
            for k in 0..<count {
                let x = lerp(-1.55, 1.55, (Double(k) + random.uniform(-0.08, 0.08)) / Double(count - 1))
                lantern(x, height(x), z, 0.29)
            }
        }
        hung = placed.sorted { $0.z > $1.z }.map(\.lantern)
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        let spots = stage.pick(
            [(0.335, -0.05, 0.105), (-0.385, -0.09, 0.085)],
            portrait: [(0.34, 0.02, 0.15), (-0.38, -0.04, 0.12)],
            square: [(0.36, -0.04, 0.11), (-0.4, -0.07, 0.09)])
        near = spots.map { x, y, r in
            LanternLayer.Lantern(
                place: Point(stage.x(0.5 + side * x), stage.unit * y), radius: stage.unit * r,
                ground: 0, phase: random.unit(), turns: 1)
        }
    }
}
