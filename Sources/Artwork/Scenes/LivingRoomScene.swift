import BatchVideo
import Foundation

/// A living room: sofa, lamp, plants, pictures, a window with the time of day in it.
struct LivingRoomScene: SceneFamilyPainter {
    private struct Plan {
        var opening: Interior.Opening
        var floor: Double
        /// Where the furniture stands.
        var row: Double
        var sofa: Point
        var scale: Double
        var lamp: Point
        var plant: Point
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let plan = self.plan(scene.stage)
        var random = scene.random("composition")
        outside(&scene, paint, plan)
        walls(&scene, paint, plan, &random)
        floor(&scene, paint, plan)
        furniture(&scene, paint, plan, &random)
        lamplight(&scene, paint, plan)
        scene.add(
            ParticleLayer(
                .dust, count: 40, colours: [paint.light], size: scene.stage.unit * 0.0048,
                travel: Point(scene.stage.unit * 0.05, -scene.stage.unit * 0.06),
                top: scene.stage.y(0.1), bottom: plan.floor, stage: scene.stage, random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.35, deep: 0.6)
        scene.look.vignette = 0.36
        scene.look.shade = scene.pick(
            warm: Colour(0x2A1008), clear: Colour(0x121C20), deep: Colour(0x06051A))
    }

    private static func plan(_ stage: Stage) -> Plan {
        let unit = stage.unit
        let floor = stage.y(stage.pick(0.745, portrait: 0.66, square: 0.72))
        let scale = unit * stage.pick(1, portrait: 1.04, square: 0.9)
        let sofa = Point(
            stage.x(stage.pick(0.47, portrait: 0.47, square: 0.47)), floor + scale * 0.075)
        return Plan(
            opening: Interior.Opening(
                x: stage.x(stage.pick(0.30, portrait: 0.22, square: 0.26)),
                y: stage.y(stage.pick(0.08, portrait: 0.12, square: 0.08)),
                width: stage.x(stage.pick(0.34, portrait: 0.52, square: 0.42)),
                height: stage.y(stage.pick(0.44, portrait: 0.30, square: 0.38))),
            floor: floor, row: floor + scale * 0.075, sofa: sofa, scale: scale,
            lamp: Point(
                stage.x(stage.pick(0.745, portrait: 0.885, square: 0.86)), floor + scale * 0.06),
            plant: Point(
                stage.x(stage.pick(0.135, portrait: 0.095, square: 0.10)), floor + scale * 0.085))
    }

    private static func outside(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        var random = scene.random("view")
        let horizon = o.y + o.height * 0.86
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: horizon, seed: scene.noiseSeed("sky"))
        let sun = Point(o.x + o.width * random.uniform(0.62, 0.8), o.y + o.height * 0.3)
        if scene.palette == .deep {
            Sky.stars(700, on: s, bottom: horizon, random: &random)
            Sky.moon(
                at: sun, radius: unit * 0.036, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(paint.disc, paint.halo, at: sun, radius: unit * 0.032, on: s)
        }
        scene.add(s, depth: 0.03)
        let clouds = scene.surface()
        Clouds.veil(
            .init(light: paint.disc, shade: paint.haze, alpha: 0.7), cover: 0.5, on: clouds,
            top: o.y - unit * 0.1, bottom: horizon, sun: sun, seed: scene.noiseSeed("veil"),
            cells: 5,
            aspect: 0.35)
        scene.add(clouds, depth: 0.04, .drift(pixels: unit * 0.05))
        let rock = NoiseField(
            width: 200, height: 200, .init(cells: 9, octaves: 4), seed: scene.noiseSeed("rock"))
        for row in 0..<2 {
            let hills = scene.surface()
            let colour = paint.hills.mixed(paint.haze, row == 0 ? 0.5 : 0)
            Mountains(
                ridge: Ridge(
                    stage, base: horizon - unit * (row == 0 ? 0.05 : 0), amplitude: unit * 0.05,
                    peaks: 2.6, .soft, seed: scene.noiseSeed("hill\(row)")),
                top: colour, foot: colour.mixed(paint.haze, 0.4), light: paint.halo, relief: 0.3,
                depth: unit * 0.1
            ).paint(on: hills, rock: rock, bottom: o.bottom + unit * 0.06)
            scene.add(hills, depth: 0.05 + 0.02 * Double(row))
        }
        guard let falling = paint.falling else { return }
        let isSnow = falling.kind == .snow
        scene.add(
            ParticleLayer(
                falling.kind, count: isSnow ? 90 : 20, colours: falling.colours,
                size: unit * (isSnow ? 0.005 : 0.008), travel: Point(-unit * 0.12, unit * 0.3),
                top: o.y - unit * 0.05, bottom: o.bottom, stage: stage, random: &random))
    }

    private static func walls(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let s = scene.surface()
        Interior.wall(
            paint.wallNear, paint.wallFar, around: o, on: s, bottom: plan.floor + 2,
            seed: scene.noiseSeed("wall"))
        Interior.frame(paint.frame, light: paint.light, around: o, columns: 2, rows: 2, on: s)
        // A panelled lower wall and a skirting board.
        let rail = plan.floor - unit * 0.17
        s.rectangle(stage.left, rail, stage.right - stage.left, plan.floor - rail)
        s.fill(paint.frame, 0.16)
        for (y, h, alpha) in [(rail, 0.008, 0.5), (plan.floor - unit * 0.035, 0.035, 0.75)] {
            s.rectangle(stage.left, y, stage.right - stage.left, unit * h)
            s.fill(paint.frame.mixed(paint.wallNear, 0.35), alpha)
            s.rectangle(stage.left, y, stage.right - stage.left, max(unit * 0.0018, 1))
            s.fill(paint.light, 0.35)
        }
        pictures(s, paint, plan, &random)
        shelf(s, paint, plan, &random)
        scene.add(s, depth: 0.16)
        for side in [-1.0, 1.0] {
            let cloth = scene.surface()
            let width = plan.scale * stage.pick(0.13, portrait: 0.125, square: 0.12)
            Interior.curtain(
                paint.curtain, light: paint.light,
                x: side < 0 ? o.x - unit * 0.075 : o.right + unit * 0.075, top: o.y - unit * 0.045,
                width: -side * width, height: plan.floor - o.y + unit * 0.02, alpha: 0.97,
                on: cloth, random: &random)
            scene.add(
                cloth, depth: 0.2,
                .sway(
                    pivot: o.y - unit * 0.045, reach: -(plan.floor - o.y), pixels: unit * 0.005,
                    turns: 1, phase: side * 0.2))
        }
        let rod = scene.surface()
        rod.move(o.x - unit * 0.10, o.y - unit * 0.045)
        rod.line(o.right + unit * 0.10, o.y - unit * 0.045)
        rod.stroke(paint.frame.darker(0.4), width: unit * 0.010)
        scene.add(rod, depth: 0.2)
    }

    private static func pictures(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let unit = stage.unit
        let places: [(Double, Double, Double, Double)] = stage.pick(
            [(0.095, 0.15, 0.20, 0.15), (0.205, 0.17, 0.10, 0.13)],
            portrait: [(0.89, 0.20, 0.13, 0.17)],
            square: [(0.075, 0.14, 0.15, 0.19)])
        for (fx, fy, w, h) in places {
            let (x, y) = (stage.x(fx) - unit * w / 2, stage.y(fy))
            let (pw, ph) = (unit * w, unit * h)
            s.rectangle(x + unit * 0.008, y + unit * 0.010, pw, ph)
            s.fill(.black, 0.22)
            s.rectangle(x, y, pw, ph)
            s.fill(
                from: Point(x, y), to: Point(x + pw, y + ph),
                [Stop(0, paint.frame.mixed(paint.light, 0.3)), Stop(1, paint.frame.darker(0.3))])
            let b = unit * 0.010
            s.isolated {
                s.rectangle(x + b, y + b, pw - 2 * b, ph - 2 * b)
                s.clip()
                s.rectangle(x, y, pw, ph)
                s.fill(
                    from: Point(0, y), to: Point(0, y + ph),
                    [
                        Stop(0, paint.cushions[1].lighter(0.5)),
                        Stop(1, paint.cushions[0].lighter(0.3)),
                    ])
                s.circle(x + pw * random.uniform(0.3, 0.7), y + ph * 0.42, min(pw, ph) * 0.14)
                s.fill(paint.light)
                for k in 0..<3 {
                    let base = y + ph * (0.6 + 0.13 * Double(k))
                    s.spline(
                        (-1...5).map { i in
                            Point(x + pw * Double(i) / 4, base - ph * random.uniform(0, 0.16))
                        })
                    s.line(x + pw * 1.3, y + ph * 1.2)
                    s.line(x - pw * 0.3, y + ph * 1.2)
                    s.close()
                    s.fill(paint.hills.mixed(paint.cushions[0], 0.3 * Double(k)), 0.75)
                }
            }
        }
    }

    /// A shelf with books and a small pot, on the free wall.
    private static func shelf(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let unit = stage.unit
        guard stage.shape == .landscape else { return }
        for (fy, count) in [(0.30, 8), (0.47, 6)] {
            let (x, y, w) = (stage.x(0.83), stage.y(fy), unit * 0.25)
            var at = x + unit * 0.015
            for k in 0..<count {
                let bw = unit * random.uniform(0.011, 0.02)
                let bh = unit * random.uniform(0.065, 0.105)
                let cover = (paint.cushions + paint.rug)[
                    random.index(paint.cushions.count + paint.rug.count)
                ]
                .mixed(paint.wallFar, 0.3)
                s.rectangle(at, y - bh, bw, bh)
                s.fill(
                    from: Point(at, 0), to: Point(at + bw, 0),
                    [Stop(0, cover.lighter(0.18)), Stop(1, cover.darker(0.22))])
                s.rectangle(at, y - bh * 0.82, bw, unit * 0.004)
                s.fill(paint.light, 0.5)
                at += bw + (k == count - 3 ? unit * 0.03 : unit * 0.0015)
            }
            s.rectangle(x, y, w, unit * 0.013)
            s.fill(
                from: Point(0, y), to: Point(0, y + unit * 0.013),
                [Stop(0, paint.frame.mixed(paint.light, 0.35)), Stop(1, paint.frame.darker(0.2))])
            s.rectangle(x + unit * 0.004, y + unit * 0.013, w, unit * 0.014)
            s.fill(.black, 0.14)
        }
    }

    private static func floor(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let s = scene.surface()
        Interior.wood(
            paint.floor, light: paint.light, top: plan.floor, bottom: stage.bottom,
            lightX: o.centre.x, sheen: scene.pick(warm: 0.4, clear: 0.4, deep: 0.2), boards: 0.085,
            on: s, seed: scene.noiseSeed("floor"))
        // The rug: an oval of rings.
        let depth = stage.height - plan.floor
        let c = Point(
            plan.sofa.x + unit * 0.02,
            plan.row + depth * stage.pick(0.42, portrait: 0.36, square: 0.42))
        let rx = plan.scale * stage.pick(0.60, portrait: 0.45, square: 0.5)
        let ry = min(depth * 0.34, rx * 0.26)
        s.ellipse(c.x, c.y + ry * 0.05, rx * 1.01, ry * 1.02)
        s.fill(.black, 0.3)
        for (k, share) in [1.0, 0.93, 0.80, 0.74, 0.46, 0.42].enumerated() {
            s.ellipse(c.x, c.y, rx * share, ry * share)
            s.fill(
                from: Point(0, c.y - ry), to: Point(0, c.y + ry),
                [
                    Stop(0, paint.rug[k % paint.rug.count].mixed(paint.light, 0.15)),
                    Stop(1, paint.rug[k % paint.rug.count].darker(0.15)),
                ])
        }
        scene.add(s, depth: 0.3)
    }

    private static func furniture(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let s = scene.surface()
        let pieces = Furniture(surface: s, light: paint.light, scale: plan.scale)
        let cloths = [
            paint.sofa, paint.curtain.darker(0.1), paint.sofa.mixed(paint.cushions[1], 0.55),
        ]
        pieces.sofa(
            at: plan.sofa, width: plan.scale * 0.66, cloths[random.index(3)], paint.cushions,
            &random)
        if random.unit() < 0.75 {
            let furs = [Colour(0xE8A25A), Colour(0xE9E2D6), Colour(0x6E6670)]
            let seat = plan.scale * (random.unit() < 0.6 ? 0.10 : -0.02)
            pieces.cat(
                at: Point(plan.sofa.x + seat, plan.sofa.y - plan.scale * 0.134),
                size: plan.scale * 0.085, furs[random.index(3)].mixed(paint.wallFar, 0.15))
        }
        pieces.floorLamp(at: plan.lamp, height: plan.scale * 0.52, paint.frame, paint.lamp)
        scene.add(s, depth: 0.4)
        let plant = scene.surface()
        Furniture(surface: plant, light: paint.light, scale: plan.scale)
            .plant(
                at: plan.plant, height: plan.scale * 0.44, paint.leaf, pot: paint.cushions[2],
                &random)
        scene.add(
            plant, depth: 0.46,
            .sway(
                pivot: plan.plant.y - plan.scale * 0.1, reach: plan.scale * 0.4,
                pixels: plan.scale * 0.004, turns: 1, phase: 0.4))
        let table = scene.surface()
        let depth = scene.stage.height - plan.floor
        let place = Point(
            plan.sofa.x + plan.scale * 0.04,
            plan.row + depth * scene.stage.pick(0.56, portrait: 0.44, square: 0.54))
        let top = Furniture(surface: table, light: paint.light, scale: plan.scale)
            .coffeeTable(at: place, width: plan.scale * 0.36, paint.frame)
        let steam = Vessels(surface: table, lightSide: 1, rim: paint.light).cup(
            x: place.x - plan.scale * 0.04, base: top + plan.scale * 0.012,
            width: plan.scale * 0.06,
            .init(Colour(0xF1EDE4), light: 0.5, shadow: 0.35), tea: Colour(0x8A4B24))
        scene.add(table, depth: 0.55)
        scene.add(
            SmokeLayer(
                from: steam, rise: plan.scale * 0.13, width: plan.scale * 0.008,
                colour: paint.light.lighter(0.5), alpha: 0.13, lean: 0.1, depth: 0.55))
    }

    private static func lamplight(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        guard paint.lampStrength > 0 else { return }
        let head = Point(plan.lamp.x, plan.lamp.y - plan.scale * 0.47)
        let s = scene.surface()
        let k = paint.lampStrength
        s.rectangle(s.stage.left, s.stage.top, Double(s.columns), Double(s.rows))
        s.fill(
            around: head, radius: plan.scale * 1.0,
            [
                Stop(0, paint.lamp, 0.62 * k), Stop(0.12, paint.lamp, 0.36 * k),
                Stop(0.4, paint.lamp, 0.13 * k), Stop(1, paint.lamp, 0),
            ])
        scene.add(s, depth: 0.4, breath: (low: 0.88, turns: 2, phase: 0.1))
    }
}
