import BatchVideo
import Foundation

extension SnowyTempleScene {
    /// The red wall of the precinct, left and right of the hall, with a roof of its own.
    static func precinct(_ paint: Paint, _ plan: Plan, _ s: PaintSurface) {
        let stage = s.stage
        let (look, tall) = (paint.temple, plan.width * 0.085)
        for side in [-1.0, 1.0] {
            let start = plan.hall.x + side * plan.width * 0.56
            let end = side < 0 ? stage.left : stage.right
            let line = (0...30).map { k -> Point in
                let x = lerp(start, end, Double(k) / 30)
                return Point(x, plan.ground.row(x) + stage.unit * 0.022)
            }
            func raised(_ y: Double) -> [Point] { line.map { Point($0.x, $0.y - tall * y) } }
            s.polygon(line + raised(1).reversed())
            s.fill(
                from: Point(start, 0), to: Point(end, 0),
                [
                    Stop(0, look.wall.mixed(look.dark, 0.35)), Stop(0.3, look.wall),
                    Stop(1, look.wall.mixed(paint.haze, 0.25)),
                ])
            s.spline(raised(0.08))
            s.stroke(look.stone.mixed(look.snowShade, 0.3), width: tall * 0.18)
            s.spline(raised(1))
            s.stroke(look.tile.darker(0.1), width: tall * 0.30)
            s.spline(raised(1.16))
            s.stroke(look.snow, width: tall * 0.26)
            s.spline(raised(-0.04))
            s.stroke(look.snow, width: tall * 0.2)
        }
    }

    /// The hall shades the snow on its left, less with the distance.
    static func shade(_ paint: Paint, _ plan: Plan, _ s: PaintSurface) {
        let (p, w) = (plan.hall, plan.width)
        let dark = paint.temple.snowShade.darker(0.14)
        s.polygon([
            Point(p.x - w * 0.60, p.y + w * 0.07), Point(p.x + w * 0.62, p.y + w * 0.07),
            Point(p.x + w * 0.1, p.y + w * 0.24), Point(p.x - w * 1.1, p.y + w * 0.24),
        ])
        s.fill(
            from: Point(0, p.y + w * 0.07), to: Point(0, p.y + w * 0.235),
            [Stop(0, dark, 0.75), Stop(1, dark, 0)])
    }

    /// Stone lanterns left and right of the steps, small fires in them.
    static func lanterns(
        _ paint: Paint, _ plan: Plan, _ steps: TempleSteps, _ s: PaintSurface
    ) {
        for (t, out) in [(0.14, 1.75), (0.46, 1.5)] {
            for side in [-1.0, 1.0] {
                let p = steps.place(t, side * out)
                stoneLantern(paint.temple, at: p, height: s.stage.unit * lerp(0.075, 0.15, t), s)
            }
        }
    }

    private static func stoneLantern(
        _ look: TempleBuilder.Look, at p: Point, height h: Double, _ s: PaintSurface
    ) {
        let stone = [
            Stop(0, look.stone.lighter(0.22)), Stop(0.4, look.stone), Stop(1, look.stone.darker(0.45)),
        ]
        func block(_ half: Double, _ foot: Double, _ top: Double, _ head: Double) {
            s.polygon([
                Point(p.x - h * half, p.y - h * foot), Point(p.x + h * half, p.y - h * foot),
                Point(p.x + h * head, p.y - h * top), Point(p.x - h * head, p.y - h * top),
            ])
            s.fill(from: Point(p.x + h * half, 0), to: Point(p.x - h * half, 0), stone)
        }
        s.ellipse(p.x - h * 0.12, p.y, h * 0.36, h * 0.06)
        s.fill(look.snowShade.darker(0.15), 0.6)
        block(0.20, 0, 0.08, 0.17)
        block(0.075, 0.08, 0.44, 0.065)
        block(0.12, 0.44, 0.50, 0.19)
        block(0.14, 0.50, 0.72, 0.14)
        s.rectangle(p.x - h * 0.075, p.y - h * 0.69, h * 0.15, h * 0.16)
        s.fill(look.lamp.mixed(look.dark, 0.75 * (1 - look.lit)))
        block(0.27, 0.72, 0.86, 0.07)
        s.move(p.x - h * 0.29, p.y - h * 0.73)
        s.curve(
            Point(p.x - h * 0.12, p.y - h * 0.82), Point(p.x - h * 0.1, p.y - h * 0.94),
            to: Point(p.x, p.y - h * 0.97))
        s.curve(
            Point(p.x + h * 0.1, p.y - h * 0.94), Point(p.x + h * 0.12, p.y - h * 0.82),
            to: Point(p.x + h * 0.29, p.y - h * 0.73))
        s.curve(
            Point(p.x + h * 0.1, p.y - h * 0.78), Point(p.x - h * 0.1, p.y - h * 0.78),
            to: Point(p.x - h * 0.29, p.y - h * 0.73))
        s.fill(
            from: Point(p.x + h * 0.28, 0), to: Point(p.x - h * 0.28, 0),
            [Stop(0, look.snow.lighter(0.4)), Stop(1, look.snowShade)])
        s.ellipse(p.x, p.y, h * 0.26, h * 0.05)
        s.fill(look.snow)
        s.glow(p.x, p.y - h * 0.61, radius: h * 0.9, look.lamp, 0.5 * look.lit)
    }
}
