import BatchVideo
import Foundation

/// An open book in the light of a lamp, at a window with the night or the day in it.
struct BookLampScene: SceneFamilyPainter {
    struct Plan {
        var opening: Interior.Opening
        var desk: Double
        /// Pixels of the things on the desk.
        var scale: Double
        var book: Point
        var bookWidth: Double
        /// Where the lamp stands, and the middle of its shade's mouth.
        var lampFoot: Point
        var lampHead: Point
        /// Left edge of the shelves on the wall; nil where there is no room.
        var shelf: Double?
    }

    static let lightSide = 1.0

    static func compose(_ scene: inout SceneBuilder) {
        var paint = self.paint(scene)
        let plan = self.plan(scene.stage)
        let stage = scene.stage
        var random = scene.random("composition")
        paint.lamp = [paint.lamp, paint.spines[0], paint.spines[5]][random.index(3)]
        paint.curtain = paint.curtain.mixed(paint.spines[random.index(6)], random.uniform(0, 0.5))
        outside(&scene, plan, &random)
        room(&scene, paint, plan, &random)
        desk(&scene, paint, plan)
        still(&scene, paint, plan, &random)
        lamplight(&scene, paint, plan)
        let beam = plan.lampHead.y
        scene.add(
            ParticleLayer(
                .dust, count: 90, colours: [paint.glow], size: stage.unit * 0.005,
                travel: Point(-stage.unit * 0.10, -stage.unit * 0.10), top: beam * 0.8,
                bottom: stage.y(0.9), stage: stage, random: &random))
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.34, deep: 0.62)
        scene.look.vignette = scene.pick(warm: 0.4, clear: 0.3, deep: 0.46)
        scene.look.shade = scene.pick(
            warm: Colour(0x240E06), clear: Colour(0x101A22), deep: Colour(0x040414))
    }

    private static func plan(_ stage: Stage) -> Plan {
        let unit = stage.unit
        func x(_ l: Double, _ p: Double, _ s: Double) -> Double {
            stage.x(stage.pick(l, portrait: p, square: s))
        }
        func y(_ l: Double, _ p: Double, _ s: Double) -> Double {
            stage.y(stage.pick(l, portrait: p, square: s))
        }
        return Plan(
            opening: Interior.Opening(
                x: x(0.125, 0.16, 0.12), y: y(0.075, 0.085, 0.085), width: x(0.46, 0.68, 0.50),
                height: y(0.47, 0.31, 0.42)),
            desk: y(0.64, 0.585, 0.635), scale: unit * stage.pick(1, portrait: 1.06, square: 0.92),
            book: Point(x(0.455, 0.47, 0.47), y(0.785, 0.725, 0.785)),
            bookWidth: unit * stage.pick(0.60, portrait: 0.76, square: 0.60),
            lampFoot: Point(x(0.835, 0.845, 0.865), y(0.715, 0.632, 0.71)),
            lampHead: Point(x(0.715, 0.665, 0.70), y(0.40, 0.455, 0.40)),
            shelf: stage.pick(stage.x(0.70), portrait: nil, square: nil))
    }

    private static func outside(
        _ scene: inout SceneBuilder, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (o, light) = (plan.opening, Daylight.of(scene))
        let season = SeasonLook.of(
            scene.season ?? scene.pick(warm: .autumn, clear: .spring, deep: .winter))
        let isLeft = random.unit() < 0.5
        WindowView(
            opening: o, light: light, season: season,
            sun: Point(
                o.x + o.width * (isLeft ? random.uniform(0.66, 0.8) : random.uniform(0.2, 0.34)),
                o.y + o.height * random.uniform(0.2, 0.32)),
            horizon: 0.74, growth: isLeft ? .leftTree : .rightTree, fallingCount: 44
        ).add(to: &scene)
        houses(&scene, light, season, o, &random)
        guard scene.season == .summer, light.isNight else { return }
        scene.add(
            ParticleLayer(
                .firefly, count: 14, colours: [Colour(0xE4FF9A)], size: scene.stage.unit * 0.003,
                travel: Point(scene.stage.unit * 0.06, -scene.stage.unit * 0.03),
                top: o.y + o.height * 0.5, bottom: o.bottom, stage: scene.stage, random: &random))
    }

    /// Roofs of neighbours below the window.
    private static func houses(
        _ scene: inout SceneBuilder, _ light: Daylight, _ season: SeasonLook,
        _ o: Interior.Opening, _ random: inout SeededRandom
    ) {
        let unit = scene.stage.unit
        let s = scene.surface()
        let wall = light.seen(Colour(0xE6DCC8)).mixed(light.haze, 0.2)
        let roof = season.hasSnow ? light.seen(Colour(0xF4F8FF)) : light.seen(Colour(0x5C5A60))
        var x = o.x - unit * 0.05
        while x < o.right + unit * 0.05 {
            let w = unit * random.uniform(0.085, 0.13)
            let (h, rise) = (unit * random.uniform(0.035, 0.065), unit * random.uniform(0.022, 0.032))
            let base = o.bottom + unit * 0.03
            let eave = base - unit * 0.03 - h
            s.rectangle(x, eave, w, base - eave)
            s.fill(
                from: Point(0, eave), to: Point(0, base),
                [Stop(0, wall.darker(0.12)), Stop(1, wall.mixed(light.haze, 0.3))])
            s.move(x - w * 0.1, eave + unit * 0.002)
            s.curve(
                Point(x + w * 0.06, eave - rise * 0.3), Point(x + w * 0.12, eave - rise * 0.7),
                to: Point(x + w * 0.16, eave - rise))
            s.line(x + w * 0.84, eave - rise)
            s.curve(
                Point(x + w * 0.88, eave - rise * 0.7), Point(x + w * 0.94, eave - rise * 0.3),
                to: Point(x + w * 1.1, eave + unit * 0.002))
            s.close()
            s.fill(
                from: Point(0, eave - rise), to: Point(0, eave),
                [Stop(0, roof.mixed(light.halo, 0.22)), Stop(1, roof.darker(0.2))])
            let isLit = light.isNight || light.isLow && random.unit() < 0.3
            for k in 0..<2 where random.unit() < 0.8 {
                let (wx, wy) = (x + w * (0.2 + 0.38 * Double(k)), eave + h * 0.28)
                s.rectangle(wx, wy, w * 0.2, h * 0.42)
                s.fill(isLit ? Colour(0xFFC866) : light.seen(Colour(0x6A7C88)))
                s.move(wx + w * 0.1, wy)
                s.line(wx + w * 0.1, wy + h * 0.42)
                s.stroke(wall.darker(0.5), 0.7, width: max(unit * 0.0014, 0.7))
                if isLit { s.glow(wx + w * 0.1, wy + h * 0.2, radius: w * 0.4, Colour(0xFFC060), 0.4) }
            }
            x += w * random.uniform(1.0, 1.5)
        }
        scene.add(s, depth: 0.11)
    }

    private static func desk(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let unit = stage.unit
        let s = scene.surface()
        Interior.wood(
            paint.desk, light: paint.light, top: plan.desk, bottom: stage.bottom,
            lightX: plan.opening.centre.x, sheen: scene.pick(warm: 0.3, clear: 0.5, deep: 0.12),
            on: s, seed: scene.noiseSeed("grain"))
        s.rectangle(stage.left, plan.desk, stage.right - stage.left, unit * 0.035)
        s.fill(
            from: Point(0, plan.desk), to: Point(0, plan.desk + unit * 0.035),
            [Stop(0, paint.shade, 0.45), Stop(1, paint.shade, 0)])
        s.rectangle(stage.left, plan.desk, stage.right - stage.left, max(unit * 0.003, 1))
        s.fill(paint.light, 0.3)
        pool(paint, plan, on: s)
        scene.add(s, depth: 0.42)
    }

    /// The lamp's light where it meets the desk.
    private static func pool(_ paint: Paint, _ plan: Plan, on s: PaintSurface) {
        let c = Point(lerp(plan.book.x, plan.lampHead.x, 0.3), plan.book.y - plan.scale * 0.01)
        s.isolated {
            s.rectangle(s.stage.left, plan.desk, s.stage.right - s.stage.left, s.stage.height)
            s.clip()
            s.translate(c.x, c.y)
            s.scale(1, 0.36)
            s.circle(0, 0, plan.scale * 0.78)
            s.fill(
                around: Point(0, 0), radius: plan.scale * 0.78,
                [
                    Stop(0, paint.glow, 0.8 * paint.strength),
                    Stop(0.5, paint.glow, 0.6 * paint.strength),
                    Stop(0.75, paint.glow, 0.16 * paint.strength), Stop(1, paint.glow, 0),
                ])
        }
    }

    static func solids(_ s: PaintSurface, _ paint: Paint) -> Solids {
        Solids(
            surface: s, lightSide: lightSide, light: paint.light, shade: paint.shade,
            tone: paint.tone)
    }

    /// The cone of light below the shade, and the room it warms.
    private static func lamplight(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let stage = scene.stage
        let head = plan.lampHead
        let aim = Point(lerp(plan.book.x, head.x, 0.25), plan.book.y)
        let length = hypot(aim.x - head.x, aim.y - head.y)
        let (ux, uy) = (Float((aim.x - head.x) / length), Float((aim.y - head.y) / length))
        // The cone's tip lies above the shade's mouth.
        let back = Float(plan.scale * 0.10)
        let (ax, ay) = (Float(head.x) - ux * back, Float(head.y) - uy * back)
        let (reach, near) = (Float(length * 1.5), back * 0.8)
        let cone = scene.surface()
        let (colour, strength) = (paint.glow.rgba(), Float(paint.strength) * 0.46)
        cone.shade(
            top: head.y - plan.scale * 0.05, bottom: min(plan.book.y + plan.scale * 0.3, stage.bottom)
        ) { x, y in
            let (dx, dy) = (x - ax, y - ay)
            let along = dx * ux + dy * uy
            guard along > near else { return .zero }
            let off = abs(dx * uy - dy * ux) / along
            var c = colour
            c.w = smoothstep(0.78, 0.30, off) * smoothstep(near, near * 1.5, along)
                * max(1 - along / reach, 0) * strength
            return c
        }
        scene.add(cone, depth: 0.55, breath: (low: 0.72, turns: 2, phase: 0.1))
        let glow = scene.surface()
        glow.rectangle(stage.left, stage.top, Double(glow.columns), Double(glow.rows))
        let k = paint.strength
        glow.fill(
            around: head, radius: plan.scale * 0.9,
            [
                Stop(0, paint.glow, 0.8 * k), Stop(0.05, paint.glow, 0.46 * k),
                Stop(0.2, paint.glow, 0.18 * k), Stop(0.5, paint.glow, 0.07 * k),
                Stop(1, paint.glow, 0),
            ])
        scene.add(glow, depth: 0.55, breath: (low: 0.88, turns: 2, phase: 0.1))
    }
}
