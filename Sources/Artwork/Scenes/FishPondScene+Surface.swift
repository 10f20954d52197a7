import BatchVideo
import Foundation

extension FishPondScene {
    /// The water's skin: the sky in it, rings, and what floats there.
    static func surface(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ side: Double
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let sky = scene.surface()
        let sheen = NoiseField(
            width: sky.columns / 6, height: sky.rows / 6,
            .init(cells: 4, octaves: 4, gain: 0.45, aspect: 0.5), seed: scene.noiseSeed("sheen"))
        let (w, h) = (Float(sky.columns), Float(sky.rows))
        let offset = Float(sky.origin)
        let light = paint.sky.rgba()
        let strength = Float(paint.skyStrength)
        let leftward = Float(side)
        sky.shade(top: stage.top, bottom: stage.bottom) { x, y in
            let (u, v) = ((x + offset) / w, (y + offset) / h)
            let slant = leftward > 0 ? 1 - u : u
            let n = smoothstep(0.44, 0.78, sheen.sample(u, v))
            var c = light
            c.w = strength * (n * 0.75 + 0.25) * (0.35 + 0.65 * smoothstep(1.5, 0.2, v + (1 - slant) * 0.6))
            return c
        }
        scene.add(sky, depth: 0.16, .drift(pixels: unit * 0.06), blend: .screen)
        if scene.palette == .deep {
            let at = Point(
                stage.x(0.5 + side * stage.pick(0.27, portrait: 0.2, square: 0.24)),
                stage.y(stage.pick(0.34, portrait: 0.33, square: 0.34)))
            scene.add(
                MoonOnWater(
                    at: at, radius: unit * 0.058, halo: paint.sky))
        }
        rings(&scene, paint, plan)
        floating(&scene, paint, plan)
    }

    private static func rings(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        var random = scene.random("rings")
        let rings = (0..<5).map { _ in
            (
                place: Point(
                    stage.x(plan.pool.x + random.uniform(-0.36, 0.36)),
                    stage.y(plan.pool.y + random.uniform(-0.3, 0.3))),
                start: random.unit(), reach: stage.unit * random.uniform(0.10, 0.19)
            )
        }
        let (light, dark) = (paint.glint, paint.bed.deep.darker(0.5))
        scene.add(
            LiveLayer { s, moment in
                let shift = moment.shift(0.18, s.stage)
                for ring in rings {
                    let age = wrapped(moment.phase + ring.start) / 0.42
                    guard age < 1 else { continue }
                    for wake in 0..<3 {
                        let t = age - Double(wake) * 0.11
                        guard t > 0.02 else { continue }
                        let r = ring.reach * pow(t, 0.75)
                        let fade = (1 - age) * (1 - Double(wake) * 0.28) * smoothstep(0.02, 0.08, t)
                        let (x, y) = (ring.place.x + shift.x, ring.place.y + shift.y)
                        let width = s.stage.unit * (0.003 + 0.004 * age)
                        s.circle(x, y, r - width * 0.9)
                        s.stroke(dark, 0.2 * fade, width: width * 1.6)
                        s.circle(x, y, r)
                        s.stroke(light, 0.34 * fade, width: width)
                    }
                }
            })
    }

    private static func floating(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        if let ice = paint.ice {
            let s = scene.surface()
            PondFlora.ice(ice, plan, on: s, seed: scene.noiseSeed("ice"))
            scene.add(s, depth: 0.2)
        } else {
            let flora = PondFlora(paint: paint.flora)
            let pads = PondFlora.pads(plan, stage, scene.random("pads"))
            var random = scene.random("leaves")
            for half in 0..<2 {
                let s = scene.surface()
                for (i, pad) in pads.enumerated() where i % 2 == half {
                    flora.leaf(pad, on: s, random: &random)
                }
                scene.add(
                    s, depth: 0.2,
                    .bob(pixels: unit * 0.0022, turns: 2, phase: Double(half) * 0.4))
            }
            let s = scene.surface()
            for group in plan.pads where paint.blooms {
                let own = pads.filter {
                    hypot($0.place.x - stage.x(group.place.x), $0.place.y - stage.y(group.place.y))
                        < unit * 0.3
                }
                guard let first = own.first else { continue }
                flora.flower(
                    at: Point(first.place.x + first.radius * 0.75, first.place.y + first.radius * 0.5),
                    radius: unit * random.uniform(0.05, 0.06), on: s, random: &random)
                if own.count > 3 {
                    flora.flower(
                        at: Point(own[3].place.x - own[3].radius * 0.9, own[3].place.y),
                        radius: unit * random.uniform(0.03, 0.036), on: s, random: &random)
                }
            }
            scene.add(s, depth: 0.22, .bob(pixels: unit * 0.0026, turns: 2, phase: 0.3))
        }
        guard let litter = paint.litter else { return }
        var random = scene.random("afloat")
        let places = (0..<Int(13 * stage.width / unit)).map { _ in
            Point(random.unit() * stage.width, random.unit() * stage.height)
        }
        scene.add(
            AfloatLayer(
                litter, at: places, size: unit * (litter.kind == .maple ? 0.017 : 0.013),
                shade: paint.bed.deep.mixed(.black, 0.4), random: &random))
    }

    /// Rocks with moss, blades and a branch over the water.
    static func shore(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ side: Double
    ) {
        let stage = scene.stage
        let unit = stage.unit
        var random = scene.random("shore")
        let s = scene.surface()
        for rock in plan.rocks.sorted(by: { $0.radius < $1.radius }) {
            let boulder = Boulder(
                centre: Point(stage.x(rock.place.x), stage.y(rock.place.y)),
                rx: unit * rock.radius * random.uniform(1.0, 1.15),
                ry: unit * rock.radius * random.uniform(0.82, 0.98),
                tilt: random.uniform(-0.7, 0.7))
            var look = paint.rock
            look.wet = paint.bed.deep.darker(0.65)
            boulder.paint(look, on: s, seed: random.next())
        }
        scene.add(s, depth: 0.3)
        let green = scene.surface()
        for rock in plan.rocks where rock.radius > 0.1 {
            let foot = Point(stage.x(rock.place.x), stage.y(rock.place.y))
            let inward = Point(
                plan.pool.x - rock.place.x > 0 ? 1.0 : -1.0,
                plan.pool.y - rock.place.y > 0 ? 1.0 : -1.0)
            blades(paint, from: foot, inward, reach: unit * rock.radius * 1.15, green, &random)
        }
        scene.add(
            green, depth: 0.45,
            .sway(pivot: stage.bottom, reach: stage.height, pixels: unit * 0.007, turns: 2, phase: 0.2))
        let branch = scene.surface()
        let foot = Point(stage.x(0.5 + side * 0.56), -unit * 0.06)
        Twig(look: paint.twig(unit)).paint(
            from: foot, angle: .pi / 2 + side * stage.pick(0.98, portrait: 0.7, square: 0.85),
            length: unit * stage.pick(0.46, portrait: 0.42, square: 0.4), width: unit * 0.014,
            on: branch, random: &random)
        scene.add(
            branch, depth: 0.9,
            .sway(pivot: -unit * 0.1, reach: -unit * 0.6, pixels: unit * 0.012, turns: 1, phase: 0.6))
    }

    /// Sweet flag and grass that lean over the edge.
    private static func blades(
        _ paint: Paint, from foot: Point, _ inward: Point, reach: Double, _ s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        let middle = atan2(inward.y, inward.x)
        for _ in 0..<paint.blades {
            let a = middle + random.gauss(0, 0.75)
            let start = Point(
                foot.x + cos(a + random.gauss(0, 0.3)) * reach * random.uniform(0.1, 0.5),
                foot.y + sin(a + random.gauss(0, 0.3)) * reach * random.uniform(0.1, 0.5))
            let length = reach * random.uniform(0.5, 1.0)
            let bend = random.uniform(-0.6, 0.6)
            let tip = Point(start.x + cos(a + bend) * length, start.y + sin(a + bend) * length)
            let mid = Point(start.x + cos(a) * length * 0.55, start.y + sin(a) * length * 0.55)
            let w = reach * random.uniform(0.016, 0.03)
            let (nx, ny) = (-sin(a) * w, cos(a) * w)
            s.move(start.x - nx, start.y - ny)
            s.curve(
                Point(mid.x - nx, mid.y - ny), Point(mid.x - nx, mid.y - ny), to: tip)
            s.curve(
                Point(mid.x + nx, mid.y + ny), Point(mid.x + nx, mid.y + ny),
                to: Point(start.x + nx, start.y + ny))
            s.close()
            s.fill(
                from: start, to: tip,
                [
                    Stop(0, paint.blade.darker(0.45)),
                    Stop(1, paint.blade.mixed(paint.glint, random.uniform(0.0, 0.4))),
                ])
        }
    }
}

/// The moon's image on the water, its rows straying with the waves.
private struct MoonOnWater: SceneLayer {
    private let moon: Sprite
    private let place: Point

    init(at place: Point, radius: Double, halo: Colour) {
        self.place = place
        let side = Int(radius * 6)
        moon = Sprite(PixelSize(width: side, height: side)) { s in
            let c = Point(Double(side) / 2, Double(side) / 2)
            s.circle(c.x, c.y, radius * 2.9)
            s.fill(
                around: c, radius: radius * 2.9,
                [Stop(0, halo, 0.55), Stop(0.34, halo, 0.3), Stop(1, halo, 0)])
            s.circle(c.x, c.y, radius * 1.15)
            s.fill(
                around: c, radius: radius * 1.15,
                [
                    Stop(0, Colour(0xFFFBEA), 0.96), Stop(0.6, Colour(0xFFF6DC), 0.9),
                    Stop(0.85, Colour(0xF2ECDC), 0.42), Stop(1, halo, 0),
                ])
        }
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(0.14, frame.stage)
        let steps = 140
        let rows = (0...steps).map { i -> (Sprite.Corner, Sprite.Corner) in
            let v = Double(i) / Double(steps)
            let stray =
                moon.width * 0.014
                * (wave(v * 14 - 3 * moment.phase) + 0.8 * wave(v * 23 + 4 * moment.phase))
            let y = place.y + shift.y + (v - 0.5) * moon.height * 1.06
            let x = place.x + shift.x + stray
            return (
                Sprite.Corner(Point(x - moon.width / 2, y), Point(0, v * moon.height)),
                Sprite.Corner(Point(x + moon.width / 2, y), Point(moon.width, v * moon.height))
            )
        }
        moon.draw(rows, strength: 0.9, on: frame)
    }
}
