import BatchVideo
import Foundation

extension BookLampScene {
    static func room(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (unit, o) = (stage.unit, plan.opening)
        let s = scene.surface()
        Interior.wall(
            paint.wallNear, paint.wallFar, around: o, on: s, bottom: plan.desk + unit * 0.03,
            seed: scene.noiseSeed("wall"))
        Interior.frame(
            paint.frame, light: paint.light, around: o,
            columns: stage.pick(3, portrait: 3, square: 2), rows: 2, on: s)
        if let x = plan.shelf {
            let high = stage.y(0.155)
            for row in 0..<3 {
                shelf(s, paint, x, stage.y(0.185) + high * 1.22 * Double(row), high, &random)
            }
        } else {
            picture(s, paint, plan, &random)
        }
        scene.add(s, depth: 0.2)
        curtains(&scene, paint, plan, &random)
    }

    private static func curtains(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let (unit, o) = (scene.stage.unit, plan.opening)
        let top = o.y - unit * 0.05
        for side in [-1.0, 1.0] {
            let cloth = scene.surface()
            let width = unit * scene.stage.pick(0.15, portrait: 0.13, square: 0.13)
            Interior.curtain(
                paint.curtain, light: paint.light,
                x: side < 0 ? o.x - unit * 0.075 : o.right + unit * 0.075, top: top,
                width: -side * width, height: plan.desk - top + unit * 0.02, alpha: 0.97,
                on: cloth, random: &random)
            scene.add(
                cloth, depth: 0.24,
                .sway(
                    pivot: top, reach: -(plan.desk - top), pixels: unit * 0.012, turns: 2,
                    phase: side * 0.2))
        }
        let rod = scene.surface()
        rod.move(o.x - unit * 0.10, top)
        rod.line(o.right + unit * 0.10, top)
        rod.stroke(paint.frame.mixed(paint.shade, 0.5), width: unit * 0.011)
        for x in [o.x - unit * 0.10, o.right + unit * 0.10] {
            rod.circle(x, top, unit * 0.012)
            rod.fill(paint.frame.mixed(paint.shade, 0.3))
        }
        scene.add(rod, depth: 0.24)
    }

    /// Books standing on a board, `high` from board to board.
    private static func shelf(
        _ s: PaintSurface, _ paint: Paint, _ x0: Double, _ y: Double, _ high: Double,
        _ random: inout SeededRandom
    ) {
        let stage = s.stage
        let unit = stage.unit
        s.rectangle(x0, y - high * 1.1, stage.right - x0, high * 1.1)
        s.fill(
            from: Point(0, y - high * 1.1), to: Point(0, y),
            [Stop(0, paint.shade, 0.42), Stop(0.4, paint.shade, 0.22), Stop(1, paint.shade, 0.14)])
        var x = x0 + unit * 0.02
        while x < stage.right {
            let share = random.unit()
            if share < 0.10 {
                x += unit * random.uniform(0.02, 0.045)
                continue
            }
            let (w, h) = (unit * random.uniform(0.016, 0.034), high * random.uniform(0.62, 0.92))
            let cover = paint.spines[random.index(paint.spines.count)].times(paint.tone)
            let lean = share > 0.93 ? h * 0.16 : 0
            s.polygon([
                Point(x + lean, y - h), Point(x + lean + w, y - h), Point(x + w, y), Point(x, y),
            ])
            s.fill(
                from: Point(x, 0), to: Point(x + w, 0),
                [
                    Stop(0, cover.mixed(paint.shade, 0.4)), Stop(0.3, cover.mixed(paint.light, 0.16)),
                    Stop(0.7, cover), Stop(1, cover.mixed(paint.shade, 0.45)),
                ])
            let band = paint.spines[3].times(paint.tone)
            for t in share < 0.5 ? [0.82, 0.72, 0.2] : [0.86, 0.16] {
                s.rectangle(x + lean * t + w * 0.1, y - h * t, w * 0.8, max(h * 0.022, 0.8))
            }
            s.fill(band, 0.55)
            x += w + lean + unit * 0.0012
        }
        s.rectangle(x0, y, stage.right - x0, unit * 0.019)
        s.fill(
            from: Point(0, y), to: Point(0, y + unit * 0.019),
            [
                Stop(0, paint.frame.mixed(paint.light, 0.4)), Stop(0.3, paint.frame),
                Stop(1, paint.frame.mixed(paint.shade, 0.5)),
            ])
        s.rectangle(x0, y - high * 1.1, unit * 0.016, high * 1.1 + unit * 0.019)
        s.fill(
            from: Point(x0, 0), to: Point(x0 + unit * 0.016, 0),
            [Stop(0, paint.frame.mixed(paint.light, 0.25)), Stop(1, paint.frame.mixed(paint.shade, 0.4))])
    }

    /// A small picture on the wall, where there is no room for shelves.
    private static func picture(
        _ s: PaintSurface, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = s.stage
        guard stage.shape == .square else { return }
        let unit = stage.unit
        let (x, y, w, h) = (stage.x(0.79), stage.y(0.10), unit * 0.16, unit * 0.21)
        s.rectangle(x - unit * 0.01, y + unit * 0.012, w, h)
        s.fill(paint.shade, 0.3)
        s.rectangle(x, y, w, h)
        s.fill(paint.frame)
        s.isolated {
            s.rectangle(x + w * 0.08, y + w * 0.08, w * 0.84, h - w * 0.16)
            s.clip()
            s.rectangle(x, y, w, h)
            s.fill(
                from: Point(0, y), to: Point(0, y + h),
                [Stop(0, paint.spines[5].mixed(paint.light, 0.55)), Stop(1, paint.light)])
            for k in 0..<3 {
                let base = y + h * (0.5 + 0.16 * Double(k))
                s.spline((-1...6).map { Point(x + w * Double($0) / 5, base - h * random.uniform(0, 0.16)) })
                s.line(x + w * 1.2, y + h)
                s.line(x - w * 0.2, y + h)
                s.close()
                s.fill(paint.spines[2].mixed(paint.light, 0.5 - 0.22 * Double(k)))
            }
        }
    }
}
