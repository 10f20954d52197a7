import BatchVideo
import Foundation

/// The ground of a bamboo grove: a path with stepping stones, a low fence, a lantern, what grows.
struct BambooGround {
    let view: BambooScene.View
    let paint: BambooScene.Paint

    func addEarth(to scene: inout SceneBuilder) {
        var random = scene.random("earth")
        let s = scene.surface()
        earth(s, scene.noiseSeed("earth"))
        for stone in steps(&random) { step(stone, s, &random) }
        litter(s, &random)
        scene.add(s, depth: 0.36)
    }

    func addThings(to scene: inout SceneBuilder) {
        let stage = scene.stage
        var random = scene.random("ground")
        let things = scene.surface()
        for side in [-1.0, 1.0] { fence(side, things) }
        if random.unit() < 0.5 { walkers(things) }
        let lanternAt = lantern(things)
        if paint.shoots { shoots(things, &random) }
        undergrowth(things, &random)
        scene.add(things, depth: 0.42)
        if let flame = paint.flame {
            let glow = scene.surface()
            glow.glow(lanternAt.x, lanternAt.y, radius: stage.unit * 0.36, flame, 0.62, falloff: 1.1, as: .over)
            glow.glow(
                lanternAt.x, view.row(view.lantern.nearness), radius: stage.unit * 0.34, flame,
                0.36, falloff: 1.1, squash: 0.3, as: .over)
            scene.add(glow, depth: 0.42, blend: .screen, breath: (low: 0.72, turns: 3, phase: 0.2))
        }
    }

    private func earth(_ s: PaintSurface, _ seed: UInt64) {
        let stage = s.stage
        let unit = Float(stage.unit)
        let rough = NoiseField(
            width: 512, height: 512, .init(cells: 22, octaves: 5, gain: 0.6), seed: seed)
        let dapple = NoiseField(
            width: 256, height: 256, .init(cells: 9, octaves: 4, gain: 0.5), seed: seed &+ 1)
        let soil = ColourRamp([paint.ground.darker(0.5), paint.ground, paint.groundLight])
        let track = ColourRamp([paint.path.darker(0.4), paint.path, paint.path.mixed(paint.ray, 0.4)])
        let (light, haze) = (paint.ray.rgba(), paint.haze.rgba())
        let (h, eye, vanish) = (Float(view.horizon), Float(view.eye), Float(view.vanish))
        let path = (0...200).map { Float(view.path(Double($0) / 200)) }
        let half = Float(view.half)
        s.shade(top: view.horizon, bottom: stage.bottom) { x, y in
            let d = max((y - h) / eye, 0.004)
            // Ground coordinates: across in units, and away on a scale that the eye takes for even.
            let across = (x - vanish) / (unit * d)
            let away = -log2(d)
            let (u, v) = (wrap(across * 0.4), wrap(away * 0.36))
            let n = rough.sample(u, v)
            let spot = smoothstep(0.56, 0.72, dapple.sample(wrap(across * 0.26 + 0.3), wrap(away * 0.3)))
            let i = min(d, 1) * 199
            let centre = path[Int(i)] + (path[Int(i) + 1] - path[Int(i)]) * (i - Float(Int(i)))
            let off = abs(x - centre) / (half * d) + (n - 0.5) * 0.5
            let onPath = smoothstep(1.08, 0.86, off)
            var c = soil.rgba(0.42 + (n - 0.5) * 1.3)
            c += (track.rgba(0.46 + (n - 0.5) * 0.9) - c) * onPath
            c += (light - c) * (spot * (0.20 + 0.22 * onPath) * smoothstep(1.0, 0.35, d))
            let glow = exp(-((x - centre) * (x - centre)) / (unit * unit * 0.05)) * (1 - d) * 0.22
            c += (light - c) * glow
            c += (haze - c) * (0.78 * smoothstep(0.28, 0.0, d))
            c *= 1 - 0.38 * smoothstep(0.5, 1.1, d)
            c.w = smoothstep(0, 0.03, d)
            return c
        }
    }

    /// Into 0...1 and back again, without a seam.
    private func wrap(_ x: Float) -> Float {
        let t = abs(x - 2 * (x / 2).rounded(.down))
        return t > 1 ? 2 - t : t
    }

    private struct Stone {
        var place: Point
        var nearness: Double
        var rx: Double
        var tilt: Double
    }

    private func steps(_ random: inout SeededRandom) -> [Stone] {
        var stones: [Stone] = []
        var d = 0.085
        var k = 0
        while d < 1.15 {
            let sway = view.half * d * (k % 2 == 0 ? 0.26 : -0.26) * random.uniform(0.6, 1.3)
            stones.append(
                Stone(
                    place: Point(view.path(min(d, 1)) + sway, view.row(d)), nearness: d,
                    rx: view.half * d * random.uniform(0.36, 0.46), tilt: random.uniform(-0.05, 0.05)))
            d *= 1.27
            k += 1
        }
        return stones
    }

    private func step(_ stone: Stone, _ s: PaintSurface, _ random: inout SeededRandom) {
        let (p, rx) = (stone.place, stone.rx)
        let ry = rx * 0.32
        let haze = 0.7 * smoothstep(0.3, 0.05, stone.nearness)
        let face = paint.stone.mixed(paint.haze, haze)
        let rim = (0..<11).map { _ in random.uniform(0.86, 1.08) }
        func outline(_ down: Double, _ size: Double) {
            let points = rim.indices.map { k -> Point in
                let a = Double(k) / Double(rim.count) * 2 * .pi
                return Point(
                    p.x + cos(a) * rx * rim[k] * size, p.y + down + sin(a) * ry * rim[k] * size)
            }
            s.spline(points + [points[0]])
            s.close()
        }
        outline(ry * 0.4, 1.08)
        s.fill(paint.ground.darker(0.75), 0.5)
        outline(ry * 0.22, 1)
        s.fill(face.darker(0.5))
        outline(0, 1)
        let toLight = view.light.x > p.x ? 0.5 : -0.5
        s.fill(
            from: Point(p.x + rx * toLight, p.y - ry), to: Point(p.x - rx * toLight, p.y + ry),
            [
                Stop(0, face.mixed(paint.ray, 0.42)), Stop(0.5, face), Stop(1, face.darker(0.22)),
            ])
        guard rx > 12 else { return }
        s.isolated {
            outline(0, 1)
            s.clip()
            for _ in 0..<46 {
                let a = random.uniform(0, 2 * .pi)
                let r = random.unit().squareRoot()
                let size = rx * random.uniform(0.02, 0.11)
                s.ellipse(p.x + cos(a) * r * rx, p.y + sin(a) * r * ry, size, size * 0.3)
                let grey = random.unit()
                s.fill(grey < 0.4 ? paint.groundLight : grey < 0.7 ? face.darker(0.4) : paint.ray, 0.16)
            }
        }
    }

    /// Fallen leaves, or tufts of snow.
    private func litter(_ s: PaintSurface, _ random: inout SeededRandom) {
        let stage = s.stage
        for _ in 0..<Int(420 * stage.width / stage.unit) {
            let d = pow(random.unit(), 0.7)
            let p = Point(random.uniform(stage.left, stage.right), view.row(d))
            let half = stage.unit * 0.014 * d * random.uniform(0.5, 1.3)
            s.leaf(p.x, p.y, half, half * 0.3, tilt: random.gauss(0, 0.5))
            let near = max(0, 1 - abs(p.x - view.path(d)) / (stage.unit * 0.5))
            s.fill(
                paint.fallen[random.index(paint.fallen.count)]
                    .mixed(paint.ray, 0.35 * near * (1 - d)).mixed(paint.haze, 0.6 * smoothstep(0.3, 0, d)),
                random.uniform(0.4, 0.9))
        }
    }

    /// Posts and two rails of split bamboo along one side of the path.
    private func fence(_ side: Double, _ s: PaintSurface) {
        let tall = view.eye * 0.30
        func foot(_ d: Double) -> Point {
            Point(view.path(min(d, 1)) + side * view.half * d * 1.22, view.row(d))
        }
        let marks = (0..<26).map { 0.06 * pow(1.13, Double($0)) }.filter { $0 < 1.1 }
        for (a, b) in zip(marks, marks.dropFirst()) {
            for height in [0.42, 0.86] {
                let (p, q) = (foot(a), foot(b))
                s.move(p.x, p.y - tall * a * height)
                s.line(q.x, q.y - tall * b * height)
                rail(s, (a + b) / 2, 0.020)
            }
        }
        for (i, d) in marks.enumerated() {
            let p = foot(d)
            let isPost = i % 3 == 0
            let top = p.y - tall * d * (isPost ? 1.08 : 0.98)
            s.move(p.x, p.y)
            s.line(p.x, top)
            rail(s, d, isPost ? 0.034 : 0.018)
            guard isPost, d > 0.12 else { continue }
            for height in [0.42, 0.86] {
                s.ellipse(p.x, p.y - tall * d * height, view.eye * d * 0.022, view.eye * d * 0.014)
                s.fill(paint.ground.darker(0.7), 0.9)
            }
            guard let snow = paint.plants.snow else { continue }
            s.ellipse(p.x, top, view.eye * d * 0.026, view.eye * d * 0.014)
            s.fill(snow)
        }
    }

    private func rail(_ s: PaintSurface, _ d: Double, _ thick: Double) {
        let haze = 0.75 * smoothstep(0.32, 0.04, d)
        let width = max(view.eye * d * thick, 0.7)
        s.stroke(paint.fence.darker(0.45).mixed(paint.haze, haze), width: width, keep: true)
        s.stroke(paint.fence.mixed(paint.ray, 0.25).mixed(paint.haze, haze), 0.85, width: width * 0.5)
    }

    private func walkers(_ s: PaintSurface) {
        let d = 0.15
        Figures.couple(
            .init(
                body: paint.ground.darker(0.45).mixed(paint.haze, 0.22), rim: paint.ray,
                lightSide: view.light.x > view.path(d) ? 1 : -1),
            at: Point(view.path(d), view.row(d)), height: view.eye * d * 1.02, on: s)
    }

    /// Returns where its flame is.
    private func lantern(_ s: PaintSurface) -> Point {
        let d = view.lantern.nearness
        let foot = Point(view.lanternX, view.row(d))
        let height = view.eye * d * s.stage.pick(1.12, portrait: 1.0, square: 1.1)
        StoneLantern(
            dark: paint.stone.darker(0.5), light: paint.stone.mixed(paint.ray, 0.3),
            lightSide: view.light.x > foot.x ? 1 : -1, flame: paint.flame, moss: paint.groundLight,
            snow: paint.plants.snow
        ).paint(at: foot, height: height, on: s)
        return Point(foot.x, foot.y - height * 0.66)
    }
}
