import BatchVideo
import Foundation

/// Someone who walks away from us under an umbrella of oiled paper.
struct StreetWalker {
    let street: Street
    let paint: LanternsScene.Paint

    func add(to scene: inout SceneBuilder, _ random: inout SeededRandom) {
        let stage = scene.stage
        let z = stage.pick(7.4, portrait: 6.4, square: 7.2)
        let side = random.unit() < 0.5 ? -1.0 : 1.0
        let foot = street.place(side * random.uniform(0.45, 0.8), 0, z)
        let height = street.scale(z) * 1.68
        let image = scene.surface()
        image.isolated {
            image.translate(foot.x, foot.y)
            image.scale(1, -1)
            figure(height, on: image, veil: 0.55)
        }
        scene.add(image, depth: 0.32)
        let s = scene.surface()
        s.ellipse(foot.x, foot.y, height * 0.15, height * 0.025)
        s.fill(.black, 0.4)
        s.isolated {
            s.translate(foot.x, foot.y)
            figure(height, on: s, veil: 0)
        }
        scene.add(
            s, depth: 0.34,
            .sway(pivot: foot.y, reach: height, pixels: height * 0.012, turns: 3, phase: 0.1))
    }

    /// Feet at the origin. `veil` hides that share behind the stones' colour: the image on the
    /// ground.
    private func figure(_ h: Double, on s: PaintSurface, veil: Double) {
        let alpha = 1 - veil
        let glow = paint.houses.glow
        func shown(_ colour: Colour) -> Colour { colour.mixed(paint.stones.stone, veil * 0.7) }
        for (hip, foot) in [(-0.035, -0.05), (0.035, 0.055)] {
            s.move(hip * h, -h * 0.3)
            s.line(foot * h, -h * 0.015)
            s.line((foot + 0.012) * h, -h * 0.008)
            s.stroke(shown(Colour(0x1C1620)), alpha, width: h * 0.05)
        }
        // A long coat, lit by lanterns on both sides.
        s.move(-h * 0.055, -h * 0.84)
        s.curve(
            Point(-h * 0.13, -h * 0.8), Point(-h * 0.115, -h * 0.55), to: Point(-h * 0.15, -h * 0.16))
        s.curve(
            Point(-h * 0.05, -h * 0.13), Point(h * 0.05, -h * 0.13), to: Point(h * 0.15, -h * 0.16))
        s.curve(
            Point(h * 0.115, -h * 0.55), Point(h * 0.13, -h * 0.8), to: Point(h * 0.055, -h * 0.84))
        s.close()
        let coat = shown(paint.coat)
        let rim = coat.mixed(glow, 0.45 * max(paint.houses.lit, 0.3))
        s.fill(
            from: Point(-h * 0.15, 0), to: Point(h * 0.15, 0),
            [
                Stop(0, rim, alpha), Stop(0.22, coat, alpha), Stop(0.75, coat.darker(0.3), alpha),
                Stop(1, rim.darker(0.1), alpha),
            ])
        for fold in [-0.05, 0.03, 0.08] {
            s.move(h * fold * 0.5, -h * 0.55)
            s.line(h * fold, -h * 0.17)
        }
        s.stroke(coat.darker(0.45), 0.4 * alpha, width: max(h * 0.008, 0.5))
        s.circle(0, -h * 0.885, h * 0.062)
        s.fill(shown(Colour(0x18121A)), alpha)
        umbrella(h, on: s, alpha, shown)
    }

    private func umbrella(
        _ h: Double, on s: PaintSurface, _ alpha: Double, _ shown: (Colour) -> Colour
    ) {
        s.isolated {
            s.translate(h * 0.03, -h * 0.9)
            s.rotate(0.1)
            let (r, rise) = (h * 0.36, h * 0.2)
            s.move(-r, h * 0.035)
            s.curve(Point(-r * 0.8, -rise * 0.5), Point(-r * 0.3, -rise), to: Point(0, -rise))
            s.curve(Point(r * 0.3, -rise), Point(r * 0.8, -rise * 0.5), to: Point(r, h * 0.035))
            for k in 0..<6 {
                let a = r * (1 - Double(k) / 3)
                let b = r * (1 - Double(k + 1) / 3)
                s.curve(
                    Point(lerp(a, b, 0.3), h * 0.008), Point(lerp(a, b, 0.7), h * 0.008),
                    to: Point(b, h * 0.035))
            }
            s.close()
            let cloth = shown(paint.umbrella)
            s.fill(
                around: Point(r * 0.1, -rise * 0.2), radius: r * 1.1,
                [
                    Stop(0, cloth.mixed(paint.houses.glow, 0.45 * paint.houses.lit + 0.1), alpha),
                    Stop(0.6, cloth, alpha), Stop(1, cloth.darker(0.35), alpha),
                ])
            for k in -2...2 {
                s.move(0, -rise)
                let x = r * Double(k) / 3
                s.curve(
                    Point(x * 0.5, -rise * 0.9), Point(x * 0.95, -rise * 0.4), to: Point(x, h * 0.03))
            }
            s.stroke(cloth.darker(0.45), 0.55 * alpha, width: max(h * 0.006, 0.5))
            s.move(0, -rise)
            s.line(0, -rise - h * 0.035)
            s.stroke(shown(Colour(0x2A1C14)), alpha, width: max(h * 0.014, 0.7))
        }
    }
}
