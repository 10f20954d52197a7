import BatchVideo
import Foundation

extension Dishes {
    /// Buns in a bamboo steamer as wide as `w`; returns its mouth.
    func buns(at p: Point, width w: Double) -> Kitchenware.Mouth {
        let straw = solids.seen(0xC99A5C)
        let h = w * 0.26
        let mouth = Kitchenware.Mouth(
            centre: Point(p.x, p.y - h), rx: w * 0.5, ry: w * 0.155)
        solids.shadow(p.x, p.y, w * 0.58, 0.6)
        hoop(p, w, h, straw)
        s.ellipse(mouth.centre.x, mouth.centre.y, mouth.rx, mouth.ry)
        s.fill(straw.mixed(solids.light, 0.3))
        s.ellipse(mouth.centre.x, mouth.centre.y + w * 0.006, mouth.rx * 0.93, mouth.ry * 0.9)
        s.fill(straw.mixed(solids.shade, 0.66))
        for (x, y) in [(-0.46, -0.3), (0.0, -0.46), (0.46, -0.3), (-0.3, 0.26), (0.32, 0.26)] {
            bun(Point(p.x + x * w * 0.44 * 1.2, mouth.centre.y + y * mouth.ry), w * 0.145)
        }
        s.move(p.x - w * 0.5, mouth.centre.y)
        s.curve(
            Point(p.x - w * 0.5, mouth.centre.y + mouth.ry * 1.33),
            Point(p.x + w * 0.5, mouth.centre.y + mouth.ry * 1.33),
            to: Point(p.x + w * 0.5, mouth.centre.y))
        s.stroke(straw.mixed(solids.light, 0.36), width: w * 0.028)
        return mouth
    }

    private func hoop(_ p: Point, _ w: Double, _ h: Double, _ straw: Colour) {
        for (drop, tall) in [(0.0, 1.0), (0.08, 0.16), (0.78, 0.16)] {
            let (top, low) = (p.y - h + h * drop, p.y - h + h * (drop + tall))
            let half = w * (tall < 1 ? 0.508 : 0.5)
            s.move(p.x - half, top)
            s.curve(
                Point(p.x - half, top + w * 0.206), Point(p.x + half, top + w * 0.206),
                to: Point(p.x + half, top))
            s.line(p.x + half, low)
            s.curve(
                Point(p.x + half, low + w * 0.206), Point(p.x - half, low + w * 0.206),
                to: Point(p.x - half, low))
            s.close()
            let (lit, far) = (p.x + solids.lightSide * half, p.x - solids.lightSide * half)
            let tint = tall < 1 ? straw.mixed(solids.light, 0.12) : straw
            s.fill(
                from: Point(lit, 0), to: Point(far, 0),
                [
                    Stop(0, tint.mixed(solids.shade, 0.1)), Stop(0.25, tint.mixed(solids.light, 0.4)),
                    Stop(0.55, tint), Stop(1, tint.mixed(solids.shade, 0.6)),
                ], keep: true)
            s.stroke(straw.mixed(solids.shade, 0.6), 0.5, width: max(w * 0.004, 0.7))
        }
    }

    private func bun(_ p: Point, _ r: Double) {
        let dough = solids.seen(0xFBF3E4)
        s.ellipse(p.x, p.y + r * 0.12, r * 1.05, r * 0.42)
        s.fill(solids.shade, 0.4)
        s.move(p.x - r, p.y)
        s.curve(
            Point(p.x - r * 1.02, p.y - r * 0.75), Point(p.x - r * 0.45, p.y - r * 1.05),
            to: Point(p.x, p.y - r * 1.08))
        s.curve(
            Point(p.x + r * 0.45, p.y - r * 1.05), Point(p.x + r * 1.02, p.y - r * 0.75),
            to: Point(p.x + r, p.y))
        s.curve(
            Point(p.x + r * 0.8, p.y + r * 0.42), Point(p.x - r * 0.8, p.y + r * 0.42),
            to: Point(p.x - r, p.y))
        s.close()
        solids.bulge(dough, around: Point(p.x, p.y - r * 0.38), radius: r, gloss: 0.4)
        for k in 0..<9 {
            let a = Double(k) / 9 * 2 * .pi
            s.move(p.x, p.y - r * 0.97)
            s.curve(
                Point(p.x + cos(a) * r * 0.2, p.y - r * 0.95 + sin(a) * r * 0.1),
                Point(p.x + cos(a + 0.4) * r * 0.36, p.y - r * 0.86 + sin(a + 0.4) * r * 0.16),
                to: Point(p.x + cos(a + 0.7) * r * 0.52, p.y - r * 0.72 + sin(a + 0.7) * r * 0.24))
        }
        s.stroke(dough.mixed(solids.shade, 0.42), 0.55, width: max(r * 0.03, 0.6))
    }
}
