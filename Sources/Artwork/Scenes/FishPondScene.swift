import BatchVideo
import Foundation

/// Koi in a clear garden pond, seen from above.
struct FishPondScene: SceneFamilyPainter {
    /// Where things are, in shares of the picture; radii in shares of its unit.
    struct Plan {
        var rocks: [(place: Point, radius: Double)]
        var pads: [(place: Point, count: Int, spread: Double)]
        /// The middle of the swimming, and how far it reaches.
        var pool: Point
        var reach: Point
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        let plan = self.plan(stage, side)
        bed(&scene, paint, plan)
        fish(&scene, paint, plan)
        shadows(&scene, paint, plan)
        scene.add(
            CausticsLayer(
                .init(
                    light: paint.caustics, strength: paint.causticStrength, floor: 0.94,
                    tile: stage.unit * 0.86, focus: random.uniform(0.9, 1.15)),
                seed: scene.noiseSeed("caustics")))
        surface(&scene, paint, plan, side)
        shore(&scene, paint, plan, side)
        air(&scene, paint, plan)
        scene.look.bloom = scene.pick(warm: 0.42, clear: 0.34, deep: 0.5)
        scene.look.vignette = 0.4
        scene.stillPhase = 0.12
    }

    /// `side` 1 puts the great rocks at the left, -1 at the right.
    private static func plan(_ stage: Stage, _ side: Double) -> Plan {
        func at(_ x: Double, _ y: Double) -> Point { Point(side > 0 ? x : 1 - x, y) }
        return stage.pick(
            Plan(
                rocks: [
                    (at(0.02, 0.06), 0.20), (at(0.14, -0.03), 0.13), (at(-0.01, 0.34), 0.11),
                    (at(0.075, 0.27), 0.05), (at(1.01, 0.80), 0.17), (at(0.93, 1.0), 0.12),
                    (at(1.0, 0.56), 0.07),
                ],
                pads: [(at(0.66, 0.10), 7, 0.15), (at(0.13, 0.83), 6, 0.13)],
                pool: at(0.5, 0.45), reach: Point(0.36, 0.27)),
            portrait: Plan(
                rocks: [
                    (at(0.04, 0.02), 0.24), (at(0.34, -0.02), 0.13), (at(-0.02, 0.19), 0.13),
                    (at(0.14, 0.145), 0.05), (at(1.0, 0.83), 0.19), (at(0.96, 0.97), 0.17),
                    (at(1.02, 0.70), 0.08),
                ],
                pads: [(at(0.76, 0.24), 7, 0.17), (at(0.12, 0.78), 7, 0.15)],
                pool: at(0.5, 0.43), reach: Point(0.30, 0.27)),
            square: Plan(
                rocks: [
                    (at(0.02, 0.04), 0.20), (at(0.22, -0.02), 0.11), (at(-0.01, 0.27), 0.10),
                    (at(0.11, 0.2), 0.045), (at(1.01, 0.84), 0.17), (at(0.9, 1.0), 0.11),
                ],
                pads: [(at(0.66, 0.10), 6, 0.14), (at(0.1, 0.8), 6, 0.13)],
                pool: at(0.5, 0.45), reach: Point(0.32, 0.28)))
    }

    private static func bed(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let banks = plan.rocks.map {
            SIMD3(Float(stage.x($0.place.x)), Float(stage.y($0.place.y)), Float($0.radius))
        }
        let (cx, cy) = (Float(stage.x(plan.pool.x)), Float(stage.y(plan.pool.y)))
        let unit = Float(stage.unit)
        let s = scene.surface()
        PondBed(paint: paint.bed) { x, y in
            var depth: Float = 0.9
            for bank in banks {
                let (dx, dy) = ((x - bank.x) / unit, (y - bank.y) / unit)
                let off = (dx * dx + dy * dy).squareRoot() / bank.z
                depth = min(depth, smoothstep(0.8, 3.4, off) * 0.95)
            }
            let (px, py) = ((x - cx) / unit, (y - cy) / unit)
            return depth * (1 - 0.3 * exp(-(px * px + py * py) * 5))
        }.draw(on: s, seed: scene.noiseSeed("bed"))
        if let litter = paint.litter {
            // Leaves that have sunk.
            var random = scene.random("sunk")
            for _ in 0..<Int(24 * stage.width / stage.unit) {
                litter.drop(
                    at: Point(random.unit() * stage.width, random.unit() * stage.height),
                    size: stage.unit * random.uniform(0.010, 0.018), tint: paint.bed.deep,
                    amount: 0.62, on: s, random: &random)
            }
        }
        scene.add(SubmergedLayer(plate: Plate(s), depth: 0.1, reach: stage.unit * 0.0021))
    }

    private static func fish(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        var random = scene.random("fish")
        let first = random.index(Koi.Coat.all.count)
        let school = FishSchool(stage: stage, plan: plan)
        let ways = school.ways(&random)
        let fish = ways.enumerated().map { i, way -> KoiLayer.Fish in
            let coat = Koi.Coat.all[(first + i * 3) % Koi.Coat.all.count]
            let deep = 1 - Double(i + 1) / Double(ways.count)
            let koi = Koi(
                coat: coat.lit(paint.light, paint.lightShare), length: way.length,
                water: .init(tint: paint.bed.deep, amount: paint.veil * (0.25 + 0.75 * deep)))
            let body = koi.body(seed: random.next())
            return KoiLayer.Fish(
                body: body, fin: koi.fin(),
                shadow: body.silhouette(
                    paint.bed.deep.darker(0.7), 0.42, blur: max(Int(way.length * 0.02), 1)),
                path: way.path, length: way.length, start: way.start,
                strokes: way.strokes,
                shadowOffset: Point(
                    way.length * (0.12 + 0.1 * (1 - deep)), way.length * (0.16 + 0.14 * (1 - deep))))
        }
        scene.add(KoiLayer(fish: fish))
    }

    /// Shade of what floats, thrown on ground and fish.
    private static func shadows(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let s = scene.surface()
        let off = stage.unit * 0.028
        for pad in PondFlora.pads(plan, stage, scene.random("pads")) where paint.ice == nil {
            s.circle(pad.place.x + off * 0.7, pad.place.y + off, pad.radius * 1.02)
        }
        s.fill(paint.bed.deep.darker(0.75), 0.42)
        for rock in plan.rocks {
            s.circle(
                stage.x(rock.place.x) + off, stage.y(rock.place.y) + off * 1.3,
                stage.unit * rock.radius * 1.05)
            s.fill(
                around: Point(stage.x(rock.place.x) + off, stage.y(rock.place.y) + off * 1.3),
                radius: stage.unit * rock.radius * 1.25,
                [
                    Stop(0, paint.bed.deep.darker(0.8), 0.6),
                    Stop(0.8, paint.bed.deep.darker(0.8), 0.5),
                    Stop(1, paint.bed.deep.darker(0.8), 0),
                ])
        }
        scene.add(s, depth: 0.12)
    }

    private static func air(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        var random = scene.random("air")
        if let flakes = paint.falling {
            scene.add(
                ParticleLayer(
                    flakes.kind, count: flakes.count, colours: flakes.colours,
                    size: stage.unit * flakes.size,
                    travel: Point(-stage.unit * 0.14, stage.unit * 0.3), top: -stage.unit * 0.1,
                    bottom: stage.height, stage: stage, random: &random))
        }
        if scene.palette == .deep, scene.season != .winter {
            scene.add(
                ParticleLayer(
                    .firefly, count: 16, colours: [Colour(0xE8FF9A), Colour(0xD2FFB4)],
                    size: stage.unit * 0.004, travel: Point(stage.unit * 0.1, -stage.unit * 0.07),
                    top: 0, bottom: stage.height, stage: stage, random: &random))
        }
    }
}
