import BatchVideo
import Foundation

/// What a doctor has on the desk, painted on its top.
struct DeskTools {
    let view: RoomView
    let surface: PaintSurface
    let paint: ClinicScene.Paint
    /// Height of the desk's top in metres.
    let top: Double

    private func at(_ x: Double, _ z: Double, _ y: Double = 0) -> Point { view.place(x, top + y, z) }

    private func shadow(_ p: Point, _ rx: Double, _ alpha: Double = 0.4) {
        surface.isolated {
            surface.translate(p.x + rx * 0.2, p.y)
            surface.scale(1, 0.3)
            surface.circle(0, 0, rx)
            surface.fill(
                around: Point(0, 0), radius: rx,
                [Stop(0, .black, alpha), Stop(0.6, .black, alpha * 0.5), Stop(1, .black, 0)])
        }
    }

    /// A monitor turned to us; returns its lit face.
    func monitor(x: Double, z: Double) -> Interior.Opening {
        let (s, k) = (surface, view.scale(z))
        let foot = at(x, z)
        shadow(foot, k * 0.3)
        s.ellipse(foot.x, foot.y, k * 0.17, k * 0.045)
        s.fill(
            from: Point(foot.x - k * 0.17, 0), to: Point(foot.x + k * 0.17, 0),
            [Stop(0, paint.metal.mixed(paint.light, 0.5)), Stop(1, paint.metal.darker(0.35))])
        s.rectangle(foot.x - k * 0.025, foot.y - k * 0.2, k * 0.05, k * 0.19)
        s.fill(paint.metal.darker(0.2))
        let (w, h) = (k * 0.66, k * 0.40)
        let (left, high) = (foot.x - w / 2, foot.y - k * 0.13 - h)
        s.roundedRectangle(left, high, w, h, radius: k * 0.016)
        s.fill(paint.metal.darker(0.45).mixed(paint.shade, 0.4))
        let rim = k * 0.016
        let face = Interior.Opening(x: left + rim, y: high + rim, width: w - 2 * rim, height: h - 2 * rim)
        s.rectangle(face.x, face.y, face.width, face.height)
        s.fill(
            from: Point(face.x, face.y), to: Point(face.right, face.bottom),
            [
                Stop(0, paint.accents[0].darker(0.35)), Stop(0.6, paint.accents[0].darker(0.6)),
                Stop(1, paint.accents[0].darker(0.72)),
            ])
        for row in 1..<5 {
            let y = face.y + face.height * Double(row) / 5
            s.move(face.x, y)
            s.line(face.right, y)
        }
        for column in 1..<8 {
            let cx = face.x + face.width * Double(column) / 8
            s.move(cx, face.y)
            s.line(cx, face.bottom)
        }
        s.stroke(paint.light, 0.08, width: max(k * 0.003, 0.6))
        // The window's image in the glass.
        s.polygon([
            Point(face.x + face.width * 0.60, face.y), Point(face.right, face.y),
            Point(face.right, face.y + face.height * 0.75),
        ])
        s.fill(paint.light, 0.07)
        return face
    }

    func keyboard(x: Double, z: Double) {
        let corners = [at(x - 0.21, z + 0.13), at(x + 0.21, z + 0.13), at(x + 0.22, z), at(x - 0.22, z)]
        surface.polygon(corners.map { Point($0.x + 2, $0.y + view.scale(z) * 0.012) })
        surface.fill(.black, 0.25)
        surface.polygon(corners)
        surface.fill(
            from: corners[0], to: corners[3],
            [Stop(0, paint.sheet.mixed(paint.light, 0.4)), Stop(1, paint.sheet.darker(0.14))])
        for row in 0..<4 {
            for key in 0..<13 {
                let (kx, kz) = (x - 0.195 + 0.03 * Double(key), z + 0.013 + 0.028 * Double(row))
                surface.polygon([
                    at(kx, kz + 0.022), at(kx + 0.025, kz + 0.022), at(kx + 0.025, kz), at(kx, kz),
                ])
            }
        }
        surface.fill(paint.metal.mixed(paint.sheet, 0.45), 0.75)
    }

    /// A board with a sheet on which lines and a small curve are drawn.
    func clipboard(x: Double, z: Double) {
        func p(_ u: Double, _ v: Double) -> Point {
            at(x + u * 0.24 + v * 0.05, z + v * 0.32)
        }
        let board = [p(-0.5, 1), p(0.5, 1), p(0.5, 0), p(-0.5, 0)]
        surface.polygon(board.map { Point($0.x + view.scale(z) * 0.01, $0.y + view.scale(z) * 0.012) })
        surface.fill(.black, 0.28)
        surface.polygon(board)
        surface.fill(paint.accents[2].mixed(paint.frame, 0.5))
        let sheet = [p(-0.44, 0.92), p(0.44, 0.92), p(0.44, 0.04), p(-0.44, 0.04)]
        surface.polygon(sheet)
        surface.fill(
            from: sheet[0], to: sheet[2],
            [Stop(0, paint.sheet.mixed(paint.light, 0.5)), Stop(1, paint.sheet)])
        surface.spline(
            (0...10).map { i in
                let t = Double(i) / 10
                return p(-0.36 + 0.72 * t, 0.68 + 0.08 * sin(t * 9))
            })
        surface.stroke(paint.accents[0], 0.8, width: max(view.scale(z) * 0.005, 0.8))
        for row in 0..<5 {
            let v = 0.50 - 0.09 * Double(row)
            let (a, b) = (p(-0.36, v), p(row == 4 ? 0.05 : 0.36, v))
            surface.move(a.x, a.y)
            surface.line(b.x, b.y)
        }
        surface.stroke(paint.metal, 0.4, width: max(view.scale(z) * 0.004, 0.7))
        let clip = [p(-0.14, 1.02), p(0.14, 1.02), p(0.12, 0.92), p(-0.12, 0.92)]
        surface.polygon(clip)
        surface.fill(
            from: clip[0], to: clip[1],
            [Stop(0, paint.metal.mixed(paint.light, 0.6)), Stop(1, paint.metal.darker(0.2))])
        let (tip, end) = (p(0.16, 0.16), p(0.62, 0.42))
        surface.move(tip.x, tip.y)
        surface.line(end.x, end.y)
        surface.stroke(paint.accents[0].darker(0.3), width: view.scale(z) * 0.013)
    }

    func penCup(x: Double, z: Double) {
        let (p, k) = (at(x, z), view.scale(z))
        shadow(p, k * 0.09)
        for (i, lean) in [-0.3, -0.05, 0.25].enumerated() {
            surface.move(p.x + k * 0.02 * lean, p.y - k * 0.08)
            surface.line(p.x + k * 0.13 * lean, p.y - k * (0.21 + 0.015 * Double(i)))
            surface.stroke(paint.accents[i], width: max(k * 0.012, 1))
        }
        Vessels(surface: surface, lightSide: -1, rim: paint.light).turned(
            [(at: 0, half: 0.36), (at: 0.1, half: 0.37), (at: 0.9, half: 0.33), (at: 1, half: 0.32)],
            x: p.x, base: p.y, size: k * 0.12, .init(paint.sheet, light: 0.5, shadow: 0.3))
    }

    /// Returns where steam rises.
    func mug(x: Double, z: Double) -> Point {
        let (p, k) = (at(x, z), view.scale(z))
        let w = k * 0.085
        for (width, colour) in [(0.22, paint.sheet.darker(0.35)), (0.13, paint.sheet)] {
            surface.move(p.x + w * 0.4, p.y - w * 0.95)
            surface.curve(
                Point(p.x + w * 1.0, p.y - w * 1.05), Point(p.x + w * 1.0, p.y - w * 0.2),
                to: Point(p.x + w * 0.36, p.y - w * 0.25))
            surface.stroke(colour, width: w * width)
        }
        shadow(p, w * 1.1)
        Vessels(surface: surface, lightSide: -1, rim: paint.light).turned(
            [(at: 0, half: 0.42), (at: 0.15, half: 0.42), (at: 0.85, half: 0.39), (at: 1, half: 0.33)],
            x: p.x, base: p.y, size: w * 1.2, .init(paint.accents[0].lighter(0.45), light: 0.4, shadow: 0.35))
        surface.ellipse(p.x, p.y - w * 1.2, w * 0.5, w * 0.16)
        surface.fill(paint.sheet.darker(0.1))
        surface.ellipse(p.x, p.y - w * 1.17, w * 0.44, w * 0.12)
        surface.fill(Colour(0x7A4A28).mixed(paint.shade, paint.isLampLit ? 0.3 : 0))
        return Point(p.x, p.y - w * 1.25)
    }

    /// A stethoscope that lies in a loop.
    func stethoscope(x: Double, z: Double) {
        let (s, k) = (surface, view.scale(z))
        func p(_ u: Double, _ v: Double) -> Point { at(x + u, z + v) }
        let tube: [(Double, Double)] = [
            (0.17, -0.02), (0.12, -0.13), (-0.02, -0.17), (-0.17, -0.11), (-0.19, 0.03), (-0.09, 0.12),
            (0.03, 0.11),
        ]
        let path = tube.map { p($0.0, $0.1) }
        s.spline(path.map { Point($0.x + k * 0.006, $0.y + k * 0.012) })
        s.stroke(.black, 0.3, width: k * 0.026)
        let rubber = paint.accents[0].darker(0.45)
        s.spline(path)
        s.stroke(rubber, width: k * 0.022)
        s.spline(path.map { Point($0.x - k * 0.003, $0.y - k * 0.005) })
        s.stroke(rubber.mixed(paint.light, 0.5), 0.8, width: k * 0.006)
        for (arm, isFar) in [
            ([(0.03, 0.11), (0.10, 0.17), (0.12, 0.27), (0.06, 0.33)], true),
            ([(0.03, 0.11), (0.12, 0.11), (0.22, 0.18), (0.22, 0.28)], false),
        ] {
            let line = arm.map { p($0.0, $0.1) }
            s.spline(line.map { Point($0.x + k * 0.004, $0.y + k * 0.009) })
            s.stroke(.black, 0.25, width: k * 0.014)
            s.spline(line)
            s.stroke(paint.metal.darker(isFar ? 0.25 : 0.1), width: k * 0.013)
            s.spline(line.map { Point($0.x, $0.y - k * 0.003) })
            s.stroke(paint.light, 0.7, width: k * 0.004)
            if let tip = line.last {
                s.ellipse(tip.x, tip.y, k * 0.017, k * 0.012)
                s.fill(rubber.darker(0.3))
            }
        }
        chestPiece(p(0.19, 0.0), k)
    }

    private func chestPiece(_ c: Point, _ k: Double) {
        let s = surface
        shadow(Point(c.x, c.y + k * 0.012), k * 0.075)
        s.ellipse(c.x, c.y + k * 0.010, k * 0.055, k * 0.030)
        s.fill(paint.metal.darker(0.45))
        s.ellipse(c.x, c.y, k * 0.055, k * 0.030)
        s.fill(
            from: Point(c.x - k * 0.05, c.y - k * 0.03), to: Point(c.x + k * 0.05, c.y + k * 0.03),
            [
                Stop(0, paint.metal.mixed(paint.light, 0.85)), Stop(0.5, paint.metal),
                Stop(1, paint.metal.darker(0.3)),
            ])
        s.ellipse(c.x, c.y - k * 0.001, k * 0.042, k * 0.022)
        s.fill(
            from: Point(c.x - k * 0.04, c.y), to: Point(c.x + k * 0.04, c.y),
            [Stop(0, paint.metal.darker(0.2)), Stop(1, paint.metal.mixed(paint.light, 0.6))])
    }

    /// A desk lamp with a bent arm, lit.
    func lamp(x: Double, z: Double) {
        let (s, k) = (surface, view.scale(z))
        let foot = at(x, z)
        shadow(foot, k * 0.13)
        s.ellipse(foot.x, foot.y, k * 0.085, k * 0.025)
        s.fill(paint.metal.darker(0.3))
        let elbow = Point(foot.x + k * 0.06, foot.y - k * 0.27)
        let head = Point(foot.x - k * 0.07, foot.y - k * 0.43)
        s.move(foot.x, foot.y - k * 0.01)
        s.line(elbow.x, elbow.y)
        s.line(head.x, head.y)
        s.stroke(paint.metal.darker(0.15), width: k * 0.018)
        s.polygon([
            Point(head.x - k * 0.13, head.y + k * 0.06), Point(head.x + k * 0.05, head.y + k * 0.10),
            Point(head.x + k * 0.045, head.y - k * 0.03), Point(head.x - k * 0.02, head.y - k * 0.05),
        ])
        s.fill(
            from: Point(head.x, head.y - k * 0.05), to: Point(head.x, head.y + k * 0.1),
            [Stop(0, paint.accents[0].lighter(0.15)), Stop(1, paint.accents[0].darker(0.2))])
        s.ellipse(head.x - k * 0.04, head.y + k * 0.08, k * 0.092, k * 0.024, tilt: 0.22)
        s.fill(paint.lamp.lighter(0.5))
    }
}
