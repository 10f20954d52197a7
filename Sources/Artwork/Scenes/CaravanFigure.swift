import BatchVideo
import Foundation

/// One figure of a caravan, facing right, feet at (0, 0).
struct CaravanFigure {
    let surface: PaintSurface
    let h: Double
    let paint: CaravanLayer.Paint
    let cloth: Colour
    let stride: (cycles: Int, half: Double)
    let isShadow: Bool
    let phase: Double
    let index: Int

    private func step(_ offset: Double) -> Double {
        wrapped(phase * Double(stride.cycles) + offset + Double(index) * 0.31)
    }

    private func p(_ x: Double, _ y: Double) -> Point { Point(x * h, -y * h) }

    private func fill(_ colour: Colour) {
        surface.fill(isShadow ? paint.body : colour, isShadow ? paint.shadow : 1)
    }

    private func stroke(_ colour: Colour, _ width: Double) {
        surface.stroke(
            isShadow ? paint.body : colour, isShadow ? paint.shadow : 1, width: max(width * h, 0.6))
    }

    /// Where a foot is against its hip: it stands for three fifths of a step, then swings.
    private func foot(_ offset: Double) -> (reach: Double, lift: Double, swing: Double) {
        let t = step(offset)
        let reach = stride.half / h
        guard t > 0.6 else { return (lerp(reach, -reach, t / 0.6), 0, 0) }
        let swing = (t - 0.6) / 0.4
        return (lerp(-reach, reach, smoothstep(0, 1, swing)), 0.08 * sin(.pi * swing), swing)
    }

    private func leg(hip: Double, _ offset: Double, isHind: Bool, _ colour: Colour) {
        let foot = self.foot(offset)
        let bend = foot.lift * (isHind ? -0.5 : 0.6)
        let top = p(hip, 0.56)
        let knee = p(hip + foot.reach * 0.45 + bend + (isHind ? -0.02 : 0.015), 0.29 + foot.lift * 0.4)
        let heel = p(hip + foot.reach - (isHind ? 0.01 : 0) + bend * 0.3, foot.lift + 0.015)
        surface.move(top.x, top.y)
        surface.line(knee.x, knee.y)
        stroke(colour, 0.085)
        surface.move(knee.x, knee.y)
        surface.line(heel.x, heel.y)
        surface.line(heel.x + h * 0.035, heel.y)
        stroke(colour, 0.045)
    }

    /// A Bactrian camel; it paces: both legs of a side go together.
    func camel(carries load: CaravanLayer.Member) {
        let far = paint.body.darker(0.3)
        leg(hip: -0.29, 0.5, isHind: true, far)
        leg(hip: 0.29, 0.56, isHind: false, far)
        let bob = 0.012 * wave(2 * phase * Double(stride.cycles) + Double(index) * 0.62)
        surface.isolated {
            surface.translate(0, -bob * h)
            if load == .rider { rider() }
            outline(nod: 0.02 * wave(phase * Double(stride.cycles) + Double(index) * 0.31))
            if isShadow {
                fill(paint.body)
            } else {
                surface.fill(
                    from: p(0, 1), to: p(0, 0.45),
                    [Stop(0, paint.body.mixed(paint.rim, 0.3)), Stop(1, paint.body)])
            }
            saddle(load)
            if !isShadow { light() }
        }
        leg(hip: -0.33, 0, isHind: true, paint.body)
        leg(hip: 0.33, 0.06, isHind: false, paint.body)
    }

    private func outline(nod: Double) {
        func curve(_ a: Point, _ b: Point, _ end: Point) { surface.curve(a, b, to: end) }
        let start = p(-0.40, 0.50)
        surface.move(start.x, start.y)
        curve(p(-0.47, 0.58), p(-0.45, 0.74), p(-0.34, 0.77))
        curve(p(-0.29, 0.80), p(-0.26, 1.00), p(-0.18, 1.0))
        curve(p(-0.10, 1.0), p(-0.09, 0.79), p(-0.01, 0.78))
        curve(p(0.06, 0.79), p(0.07, 0.99), p(0.15, 0.99))
        curve(p(0.23, 0.99), p(0.24, 0.82), p(0.33, 0.75))
        curve(p(0.42, 0.68), p(0.48, 0.74), p(0.52, 0.86 + nod))
        curve(p(0.54, 0.95 + nod), p(0.54, 1.05 + nod), p(0.61, 1.06 + nod))
        curve(p(0.68, 1.06 + nod), p(0.77, 1.02 + nod), p(0.79, 0.97 + nod))
        curve(p(0.81, 0.92 + nod), p(0.76, 0.90 + nod), p(0.71, 0.91 + nod))
        curve(p(0.66, 0.92 + nod), p(0.64, 0.90 + nod), p(0.63, 0.84 + nod))
        curve(p(0.62, 0.68), p(0.58, 0.56), p(0.46, 0.54))
        curve(p(0.40, 0.50), p(0.30, 0.43), p(0.10, 0.45))
        curve(p(-0.12, 0.46), p(-0.30, 0.46), start)
        surface.close()
    }

    private func saddle(_ load: CaravanLayer.Member) {
        let (a, b) = (p(-0.16, 0.88), p(0.13, 0.87))
        surface.move(a.x, a.y)
        surface.curve(p(-0.08, 0.80), p(0.05, 0.80), to: b)
        surface.curve(p(0.17, 0.72), p(0.17, 0.62), to: p(0.15, 0.53))
        surface.curve(p(0.06, 0.50), p(-0.08, 0.50), to: p(-0.17, 0.53))
        surface.curve(p(-0.19, 0.62), p(-0.19, 0.76), to: a)
        surface.close()
        fill(cloth)
        if load == .pack {
            surface.roundedRectangle(-0.15 * h, -0.84 * h, 0.28 * h, 0.26 * h, radius: 0.08 * h)
            fill(paint.body.mixed(paint.cloth[0], 0.35))
            for x in [-0.07, 0.05] {
                surface.move(x * h, -0.84 * h)
                surface.line(x * h, -0.59 * h)
                stroke(paint.body.darker(0.2), 0.014)
            }
        } else {
            // The rider's near leg hangs over the cloth.
            surface.move(0, -0.90 * h)
            surface.line(0.055 * h, -0.74 * h)
            surface.line(0.02 * h, -0.58 * h)
            surface.line(0.06 * h, -0.57 * h)
            stroke(paint.body.darker(0.12), 0.07)
        }
    }

    private func rider() {
        surface.move(-0.09 * h, -0.82 * h)
        surface.curve(p(-0.12, 1.05), p(-0.10, 1.24), to: p(-0.02, 1.27))
        surface.curve(p(0.07, 1.25), p(0.09, 1.05), to: p(0.09, 0.82))
        surface.close()
        fill(cloth.mixed(paint.body, 0.35))
        surface.circle(0.005 * h, -1.335 * h, 0.064 * h)
        fill(paint.body)
        surface.ellipse(0, -1.365 * h, 0.085 * h, 0.045 * h, tilt: -0.1)
        fill(paint.cloth[paint.cloth.count - 1].mixed(paint.body, 0.3))
        surface.move(0.02 * h, -1.17 * h)
        surface.line(0.11 * h, -1.03 * h)
        surface.line(0.20 * h, -1.01 * h)
        stroke(paint.body, 0.05)
    }

    /// Light along the back and the neck.
    private func light() {
        let start = p(-0.33, 0.79)
        surface.move(start.x, start.y)
        surface.curve(p(-0.28, 0.82), p(-0.26, 0.99), to: p(-0.18, 0.99))
        surface.stroke(paint.rim, 0.55, width: max(h * 0.014, 0.6))
        let neck = p(0.15, 0.98)
        surface.move(neck.x, neck.y)
        surface.curve(p(0.23, 0.98), p(0.24, 0.81), to: p(0.33, 0.745))
        surface.curve(p(0.42, 0.68), p(0.48, 0.74), to: p(0.52, 0.86))
        surface.curve(p(0.54, 0.95), p(0.54, 1.05), to: p(0.61, 1.055))
        surface.line(0.70 * h, -1.04 * h)
        surface.stroke(paint.rim, 0.7, width: max(h * 0.016, 0.6))
    }

    /// A driver on foot with a staff.
    func walker() {
        for (offset, colour) in [(0.5, paint.body.darker(0.25)), (0.0, paint.body)] {
            let foot = self.foot(offset)
            let heel = p(foot.reach * 0.62, foot.lift * 0.6 + 0.012)
            let knee = p(foot.reach * 0.36 + foot.lift * 0.6, 0.17 + foot.lift * 0.3)
            surface.move(0, -0.34 * h)
            surface.line(knee.x, knee.y)
            surface.line(heel.x, heel.y)
            surface.line(heel.x + 0.03 * h, heel.y)
            stroke(colour, 0.05)
        }
        surface.move(-0.095 * h, -0.24 * h)
        surface.curve(p(-0.10, 0.45), p(-0.09, 0.62), to: p(-0.01, 0.645))
        surface.curve(p(0.08, 0.62), p(0.08, 0.42), to: p(0.10, 0.25))
        surface.close()
        fill(cloth.mixed(paint.body, 0.3))
        surface.circle(0.005 * h, -0.70 * h, 0.052 * h)
        fill(paint.body)
        surface.move(-0.085 * h, -0.70 * h)
        surface.curve(p(-0.06, 0.79), p(0.06, 0.79), to: p(0.085, 0.70))
        surface.close()
        fill(paint.cloth[paint.cloth.count - 1].mixed(paint.body, 0.3))
        surface.move(0.01 * h, -0.58 * h)
        surface.line(0.13 * h, -0.42 * h)
        stroke(paint.body, 0.045)
        surface.move(0.13 * h, -0.66 * h)
        surface.line(0.15 * h, -0.01 * h)
        stroke(paint.body, 0.016)
        guard !isShadow else { return }
        surface.move(0.03 * h, -0.635 * h)
        surface.curve(p(0.075, 0.60), p(0.075, 0.45), to: p(0.09, 0.28))
        surface.stroke(paint.rim, 0.6, width: max(h * 0.012, 0.5))
    }
}
