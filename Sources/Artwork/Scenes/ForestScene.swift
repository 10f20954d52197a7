import BatchVideo
import Foundation

/// Light falling between the trunks of an old forest.
struct ForestScene: SceneFamilyPainter {
    private struct Paint {
        var glow: Colour
        var air: [Colour]
        var far: Colour
        var near: Colour
        var bark: Colour
        var leafDark: Colour
        var leafLight: Colour
        var ray: Colour
        var ground: Colour
        var groundLight: Colour
        /// How full the crowns are, 0-1.
        var fullness = 1.0
        var falling: (kind: ParticleLayer.Kind, colours: [Colour])?
    }

    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let light = Point(
            stage.x(random.uniform(0.48, 0.66)),
            stage.y(stage.pick(0.20, portrait: 0.22, square: 0.20)))
        let floor = stage.y(stage.pick(0.70, portrait: 0.72, square: 0.70))
        air(&scene, paint, light, floor)
        trunks(&scene, paint, light, floor, &random)
        ground(&scene, paint, light, floor, &random)
        rays(&scene, paint, light)
        frame(&scene, paint, &random)
        scene.add(
            ParticleLayer(
                .dust, count: 70, colours: [paint.ray], size: stage.unit * 0.006,
                travel: Point(stage.unit * 0.05, -stage.unit * 0.10), top: stage.height * 0.15,
                bottom: stage.height * 0.85, stage: stage, random: &random))
        if let falling = paint.falling {
            scene.add(
                ParticleLayer(
                    falling.kind, count: falling.kind == .snow ? 110 : 46, colours: falling.colours,
                    size: stage.unit * (falling.kind == .snow ? 0.006 : 0.010),
                    travel: Point(-stage.unit * 0.12, stage.unit * 0.5), top: stage.top, bottom: stage.bottom,
                    stage: stage, random: &random))
        }
        let flies = scene.season == .winter ? 0 : scene.pick(warm: 10, clear: 12, deep: 34)
        scene.add(
            ParticleLayer(
                .firefly, count: flies,
                colours: [
                    scene.pick(
                        warm: Colour(0xFFE9A0), clear: Colour(0xF4FFB0), deep: Colour(0xD6FF8A))
                ],
                size: stage.unit * 0.0042, travel: Point(stage.unit * 0.04, -stage.unit * 0.05),
                top: stage.height * 0.45, bottom: stage.height * 0.9, stage: stage,
                random: &random))
        scene.look.bloom = 0.5
        scene.look.vignette = 0.42
    }

    private static func air(
        _ scene: inout SceneBuilder, _ paint: Paint, _ light: Point, _ floor: Double
    ) {
        let stage = scene.stage
        let s = scene.surface()
        Sky.paint(
            ColourRamp(paint.air), on: s, horizon: floor * 1.1, seed: scene.noiseSeed("air"),
            wash: 0.12)
        s.glow(light.x, light.y, radius: stage.unit * 0.95, paint.glow, 0.75, falloff: 0.8)
        s.glow(light.x, light.y, radius: stage.unit * 0.36, paint.ray, 0.9, falloff: 0.9)
        // Far foliage, out of focus.
        var random = scene.random("bokeh")
        for _ in 0..<Int(220 * stage.width / stage.unit) {
            let x = random.uniform(stage.left, stage.right)
            let y = pow(random.unit(), 1.3) * floor * 0.75
            let distance = hypot(x - light.x, y - light.y) / stage.unit
            let r = stage.unit * random.uniform(0.008, 0.032)
            s.circle(x, y, r)
            s.fill(
                paint.leafLight.mixed(paint.far, min(distance * 1.3, 0.9)),
                random.uniform(0.05, 0.22))
        }
        scene.add(s, depth: 0.02)
    }

    private static func trunks(
        _ scene: inout SceneBuilder, _ paint: Paint, _ light: Point, _ floor: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let rows = 5
        for i in 0..<rows {
            let t = Double(i) / Double(rows - 1)
            let s = scene.surface()
            let count = Int(
                lerp(20, 2.7, t.squareRoot()) * (stage.width / stage.unit * 0.75 + 0.25))
            let base = lerp(floor - stage.unit * 0.03, floor + stage.unit * 0.14, t)
            let colour = paint.far.mixed(paint.bark, pow(t, 0.8))
            for k in 0..<count {
                let slot = (Double(k) + random.uniform(0.15, 0.85)) / Double(count)
                var x = lerp(stage.left, stage.right, slot)
                let width = stage.unit * lerp(0.013, 0.062, t) * random.uniform(0.6, 1.3)
                // A clearing where the light falls.
                let open = stage.unit * lerp(0.05, 0.30, t)
                if abs(x - light.x) < open { x = light.x + (x < light.x ? -open : open) * 1.1 }
                trunk(
                    colour, paint, x, base + random.gauss(0, lerp(0.012, 0.035, t)) * stage.unit,
                    width, light, t, s, &random)
            }
            undergrowth(paint, colour, t, base, light, s, &random)
            canopy(paint, colour, t, light, s, &random)
            if i < rows - 1 {
                Mist.band(
                    paint.glow, 0.42 * (1 - t), on: s, centre: base - stage.unit * 0.03,
                    reach: stage.unit * 0.22, seed: scene.noiseSeed("mist\(i)"), ragged: 0.9)
            }
            scene.add(s, depth: lerp(0.08, 0.62, t))
        }
    }

    private static func trunk(
        _ colour: Colour, _ paint: Paint, _ x: Double, _ foot: Double, _ w: Double,
        _ light: Point, _ t: Double, _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        let lean = random.uniform(-0.05, 0.05) * foot
        let top = s.stage.top
        s.move(x - w * 1.15, foot + w * 0.12)
        s.curve(
            Point(x - w * 0.5, foot - w * 0.5), Point(x - w * 0.5, foot - w * 3),
            to: Point(x + lean - w * 0.32, top))
        s.line(x + lean + w * 0.32, top)
        s.curve(
            Point(x + w * 0.5, foot - w * 3), Point(x + w * 0.5, foot - w * 0.5),
            to: Point(x + w * 1.15, foot + w * 0.12))
        s.close()
        let lit = light.x > x
        let edge = colour.mixed(paint.ray, lerp(0.25, 0.5, t))
        let dark = colour.darker(0.25)
        let stops =
            lit
            ? [Stop(0, dark), Stop(0.55, colour), Stop(0.88, edge), Stop(1, colour)]
            : [Stop(0, colour), Stop(0.12, edge), Stop(0.45, colour), Stop(1, dark)]
        s.fill(from: Point(x - w * 0.55, 0), to: Point(x + w * 0.55, 0), stops)
        guard t > 0.45 else { return }
        for _ in 0..<Int(foot / w * 1.6) {
            let y = random.uniform(top, foot)
            let bx = x + lean * (foot - y) / foot + random.uniform(-0.36, 0.36) * w
            s.move(bx, y)
            s.curve(
                Point(bx + w * 0.05, y + w * 0.2), Point(bx - w * 0.05, y + w * 0.4),
                to: Point(bx, y + w * random.uniform(0.3, 0.9)))
            s.stroke(dark.darker(0.2), 0.35, width: max(w * 0.035, 0.6))
        }
    }

    /// Bushes and ferns around the trunks' feet, lit near the clearing.
    private static func undergrowth(
        _ paint: Paint, _ colour: Colour, _ t: Double, _ base: Double, _ light: Point,
        _ s: PaintSurface, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        for _ in 0..<Int(lerp(26, 13, t) * stage.width / stage.unit) {
            let x = random.uniform(stage.left, stage.right)
            let near = max(0, 1 - abs(x - light.x) / (stage.unit * 0.6))
            if near > 0.55 && random.unit() < 0.7 { continue }
            let radius = stage.unit * lerp(0.020, 0.060, t) * random.uniform(0.6, 1.4)
            let y = base + stage.unit * lerp(0.004, 0.03, t)
            for _ in 0..<Int(lerp(10, 46, t)) {
                let a = random.uniform(-.pi, 0)
                let r = radius * random.unit().squareRoot()
                let lift = -sin(a) * r / radius
                let leaf = paint.leafDark.mixed(
                    paint.leafLight, near * 0.75 + lift * 0.25 + random.gauss(-0.1, 0.10))
                let size = stage.unit * lerp(0.005, 0.012, t) * random.uniform(0.7, 1.4)
                s.leaf(x + cos(a) * r * 1.5, y + sin(a) * r * 0.9, size * 1.2, size * 0.4, tilt: a)
                s.fill(colour.mixed(leaf, lerp(0.4, 0.85, t)), 0.95)
            }
        }
    }

    /// Leaves hanging into the picture from above.
    private static func canopy(
        _ paint: Paint, _ colour: Colour, _ t: Double, _ light: Point, _ s: PaintSurface,
        _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let clumps = Int(lerp(24, 13, t) * stage.width / stage.unit * lerp(0.12, 1, paint.fullness))
        for _ in 0..<clumps {
            let x = random.uniform(stage.left, stage.right)
            let away = min(abs(x - light.x) / (stage.width * 0.5), 1)
            let y = stage.y(random.uniform(-0.05, 0.10 + 0.13 * away * (0.5 + t)))
            let radius = stage.unit * lerp(0.05, 0.10, t) * random.uniform(0.7, 1.3)
            for _ in 0..<Int(lerp(22, 60, t)) {
                let a = random.uniform(0, 2 * .pi)
                let r = radius * pow(random.unit(), 0.6)
                let (px, py) = (x + cos(a) * r * 1.3, y + sin(a) * r * 0.8)
                let size = stage.unit * lerp(0.006, 0.0115, t) * random.uniform(0.6, 1.4)
                let near = max(0, 1 - hypot(px - light.x, py - light.y) / (stage.unit * 0.75))
                let tone = near * 0.9 + random.gauss(0.05, 0.14)
                let leaf = paint.leafDark.mixed(paint.leafLight, tone)
                s.leaf(px, py, size * 1.1, size * 0.55, tilt: random.uniform(-1, 1))
                s.fill(colour.mixed(leaf, lerp(0.45, 0.9, t)), 0.92)
            }
        }
    }

    private static func ground(
        _ scene: inout SceneBuilder, _ paint: Paint, _ light: Point, _ floor: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let ridge = Ridge(
            stage, base: floor + stage.unit * 0.09, amplitude: stage.unit * 0.03, peaks: 1.1, .soft,
            seed: scene.noiseSeed("floor"))
        let s = scene.surface()
        Ground(
            top: paint.ground.mixed(paint.groundLight, 0.35), foot: paint.ground.darker(0.35),
            light: paint.groundLight, depth: stage.height - floor
        ).paint(ridge, on: s, seed: scene.noiseSeed("moss"))
        s.shade(.atop, top: ridge.highest, bottom: stage.bottom) { x, y in
            let dx = (x - Float(light.x)) / Float(stage.unit * 0.42)
            let dy = (y - Float(floor + stage.unit * 0.13)) / Float(stage.unit * 0.11)
            let c = paint.groundLight
            return SIMD4(c.r, c.g, c.b, 0.6 * exp(-dx * dx - dy * dy))
        }
        undergrowth(paint, paint.ground.darker(0.3), 0.75, ridge.lowest, light, s, &random)
        Meadow.grass(
            .init(
                dark: paint.ground.darker(0.45), light: paint.groundLight.mixed(paint.ground, 0.45),
                count: Int(1300 * stage.width / stage.unit), height: stage.unit * 0.055),
            from: ridge.highest, to: stage.bottom + stage.unit * 0.04,
            ground: { ridge.row($0) + 1 }, on: s, random: &random)
        scene.add(
            s, depth: 0.7,
            .sway(
                pivot: stage.bottom, reach: stage.height * 0.4, pixels: stage.unit * 0.003,
                turns: 2,
                phase: 0.4))
    }

    private static func rays(_ scene: inout SceneBuilder, _ paint: Paint, _ light: Point) {
        let stage = scene.stage
        let source = Point(light.x + stage.unit * 0.10, -stage.unit * 0.22)
        for i in 0..<2 {
            let s = scene.surface()
            Rays.paint(
                paint.ray, scene.pick(warm: 0.62, clear: 0.55, deep: 0.4), from: source,
                reach: stage.height * 0.75 + stage.unit * 0.6, on: s,
                seed: scene.noiseSeed("rays\(i)"), shafts: 40, bottom: stage.height * 0.95)
            scene.add(
                s, depth: 0.3, blend: .screen,
                breath: (low: 0.30, turns: 1, phase: Double(i) * 0.5))
        }
    }

    /// Dark fern and leaves close to the eye.
    private static func frame(
        _ scene: inout SceneBuilder, _ paint: Paint, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let s = scene.surface()
        for corner in [0.0, 1.0] {
            for _ in 0..<7 {
                let x = lerp(stage.left, stage.right, corner) + random.gauss(0, stage.unit * 0.06)
                let side = corner == 0 ? 1.0 : -1.0
                Fern.frond(
                    paint.near.mixed(paint.leafDark, random.unit() * 0.4),
                    foot: Point(x, stage.bottom), reach: stage.unit * random.uniform(0.20, 0.36),
                    lean: side * random.uniform(0.1, 0.9), on: s)
            }
        }
        scene.add(
            s, depth: 1,
            .sway(
                pivot: stage.bottom, reach: stage.unit * 0.4, pixels: stage.unit * 0.010, turns: 2,
                phase: 0.1))
    }

    private static func paint(_ scene: SceneBuilder) -> Paint {
        var paint = light(scene)
        guard let season = scene.season else { return paint }
        let look = SeasonLook.of(season)
        // The hour's own light stays over the season's colours.
        let hour = scene.pick(warm: 0.35, clear: 0, deep: 0.62)
        func seen(_ colour: Colour, _ own: Colour) -> Colour { colour.mixed(own, hour) }
        let haze = season == .winter ? Colour(0xDDE7EF) : look.leaves[2].mixed(look.leaves[3], 0.6)
        paint.air = paint.air.map { $0.mixed(haze, season == .summer ? 0.12 : 0.42 * (1 - hour)) }
        paint.far = seen(haze.mixed(paint.far, 0.45), paint.far)
        paint.glow = seen(haze.mixed(paint.glow, 0.4), paint.glow)
        paint.leafDark = seen(look.leaves[season == .winter ? 1 : 0], paint.leafDark)
        paint.leafLight = seen(look.leaves[3], paint.leafLight)
        paint.ground = seen(look.grassDark, paint.ground)
        paint.groundLight = seen(look.grassLight, paint.groundLight)
        paint.fullness = look.fullness
        paint.falling = look.falling.map { ($0, look.fallingColours) }
        return paint
    }

    private static func light(_ scene: SceneBuilder) -> Paint {
        scene.pick(
            warm: Paint(
                glow: Colour(0xF6C878),
                air: [0x6E5A2E, 0xC39A4E, 0xF0CF88, 0xD8B468].map { Colour($0) },
                far: Colour(0xC09A58), near: Colour(0x1E130A), bark: Colour(0x3A2414),
                leafDark: Colour(0x4A3A14), leafLight: Colour(0xF6C44A), ray: Colour(0xFFF0C0),
                ground: Colour(0x6A4A20), groundLight: Colour(0xE8B658)),
            clear: Paint(
                glow: Colour(0xCFE8A0),
                air: [0x2F6B4A, 0x6FA868, 0xC0DDA0, 0x9CC688].map { Colour($0) },
                far: Colour(0x8AB880), near: Colour(0x0A1E14), bark: Colour(0x25301F),
                leafDark: Colour(0x1C4A28), leafLight: Colour(0xC8E86A), ray: Colour(0xFDFFDA),
                ground: Colour(0x2F5A28), groundLight: Colour(0xB8D860)),
            deep: Paint(
                glow: Colour(0x5C9CB8),
                air: [0x081C34, 0x174464, 0x3E7E98, 0x28587A].map { Colour($0) },
                far: Colour(0x2E6580), near: Colour(0x030A14), bark: Colour(0x0A1826),
                leafDark: Colour(0x0A2636), leafLight: Colour(0x62B0B4), ray: Colour(0xCFF2FF),
                ground: Colour(0x0E2A38), groundLight: Colour(0x4E98A6)))
    }
}

/// A fern's frond.
enum Fern {
    static func frond(
        _ colour: Colour, foot: Point, reach: Double, lean: Double, on s: PaintSurface
    ) {
        let tip = Point(foot.x + reach * lean, foot.y - reach * (1.0 - 0.35 * abs(lean)))
        let bend = Point(foot.x + reach * lean * 0.2, foot.y - reach * 0.85)
        for k in 3..<26 {
            let t = Double(k) / 26
            let p = Point(
                quadratic(foot.x, bend.x, tip.x, t), quadratic(foot.y, bend.y, tip.y, t))
            let next = Point(
                quadratic(foot.x, bend.x, tip.x, t + 0.02),
                quadratic(foot.y, bend.y, tip.y, t + 0.02))
            let along = atan2(next.y - p.y, next.x - p.x)
            let leaf = reach * 0.17 * envelope(t * 0.9 + 0.06, edge: 0.4)
            for side in [-1.0, 1.0] {
                let a = along + side * 1.05
                s.ellipse(
                    p.x + cos(a) * leaf * 0.5, p.y + sin(a) * leaf * 0.5, leaf * 0.55, leaf * 0.085,
                    tilt: a)
            }
        }
        s.fill(colour)
        s.move(foot.x, foot.y)
        s.curve(bend, bend, to: tip)
        s.stroke(colour, width: max(reach * 0.012, 0.8))
    }

    private static func quadratic(_ a: Double, _ b: Double, _ c: Double, _ t: Double) -> Double {
        lerp(lerp(a, b, t), lerp(b, c, t), t)
    }
}
