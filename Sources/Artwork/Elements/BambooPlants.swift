import BatchVideo
import Foundation

/// Bamboo: stems with joints, sprays of leaves, shoots.
struct BambooPlants {
    struct Look {
        var stem: Colour
        var stemLight: Colour
        var stemDark: Colour
        /// From shadow to light.
        var leaves: ColourRamp
        /// Lies on leaves and joints; nil for none.
        var snow: Colour?
    }

    let look: Look
    let surface: PaintSurface

    /// A stem from `foot` to `head`, `width` thick at the foot, lit from `lightSide` (-1 left).
    func stem(
        from foot: Point, to head: Point, width: Double, lightSide: Double,
        random: inout SeededRandom
    ) {
        let tall = foot.y - head.y
        guard tall > 1 else { return }
        let bow = random.uniform(-0.02, 0.02) * tall
        func centre(_ t: Double) -> Point {
            Point(lerp(foot.x, head.x, t) + bow * sin(.pi * t), foot.y - tall * t)
        }
        let tone = random.uniform(-0.14, 0.14)
        let body = tone > 0 ? look.stem.mixed(look.stemLight, tone) : look.stem.mixed(look.stemDark, -tone)
        var t = -random.uniform(0, 0.6) * width * 4 / tall
        var length = width * random.uniform(2.4, 3.2)
        while t < 1 {
            let next = t + length / tall
            let half = width * 0.5 * (1 - 0.25 * max(t, 0))
            segment(centre(t), centre(min(next, 1.02)), half, body, lightSide)
            joint(centre(min(next, 1.02)), half, body, lightSide)
            t = next
            length = min(length * 1.13, width * 7.5)
        }
    }

    /// One length between two joints, a little slimmer in the middle.
    private func segment(
        _ a: Point, _ b: Point, _ half: Double, _ body: Colour, _ lightSide: Double
    ) {
        let s = surface
        let waist = half * 0.9
        let (mx, my) = ((a.x + b.x) / 2, (a.y + b.y) / 2)
        s.move(a.x - half, a.y)
        s.curve(Point(mx - waist, lerp(a.y, my, 0.5)), Point(mx - waist, my), to: Point(b.x - half, b.y))
        s.line(b.x + half, b.y)
        s.curve(Point(mx + waist, my), Point(mx + waist, lerp(a.y, my, 0.5)), to: Point(a.x + half, a.y))
        s.close()
        let lit = look.stemLight
        s.fill(
            from: Point(mx + lightSide * half, 0), to: Point(mx - lightSide * half, 0),
            [
                Stop(0, body.mixed(look.stemDark, 0.35)), Stop(0.10, body.mixed(lit, 0.35)),
                Stop(0.24, lit), Stop(0.42, body), Stop(0.8, look.stemDark),
                Stop(1, look.stemDark.mixed(body, 0.35)),
            ])
        guard half > 5 else { return }
        // Under each joint the stem is powdered, above it darker.
        s.rectangle(mx - half * 1.1, b.y, half * 2.2, a.y - b.y)
        s.fill(
            from: Point(0, b.y), to: Point(0, a.y),
            [
                Stop(0, lit, 0.34), Stop(0.12, lit, 0), Stop(0.8, look.stemDark, 0),
                Stop(1, look.stemDark, 0.42),
            ])
    }

    private func joint(_ p: Point, _ half: Double, _ body: Colour, _ lightSide: Double) {
        let s = surface
        guard half > 1.2 else {
            s.move(p.x - half, p.y)
            s.line(p.x + half, p.y)
            s.stroke(look.stemDark, 0.6, width: max(half * 0.4, 0.5))
            return
        }
        let sag = half * 0.22
        func ring(_ dy: Double, _ reach: Double) {
            s.move(p.x - half * reach, p.y + dy)
            s.curve(
                Point(p.x - half * 0.5, p.y + dy + sag), Point(p.x + half * 0.5, p.y + dy + sag),
                to: Point(p.x + half * reach, p.y + dy))
        }
        ring(0, 1.1)
        s.stroke(look.stemDark.darker(0.3), 0.9, width: max(half * 0.2, 0.8))
        ring(-half * 0.2, 1.07)
        s.stroke(look.snow ?? body.mixed(look.stemLight, 0.55), 0.9, width: max(half * 0.14, 0.6))
        guard half > 5 else { return }
        s.move(p.x + lightSide * half * 0.25, p.y - half * 0.12)
        s.line(p.x + lightSide * half * 0.72, p.y - half * 0.16)
        s.stroke(.white, 0.35, width: half * 0.12)
    }

    /// A branch with fans of hanging leaves. `angle` in radians, `size` the length of a leaf.
    func spray(
        from p: Point, angle: Double, reach: Double, size: Double, light: Double,
        random: inout SeededRandom
    ) {
        let tip = Point(
            p.x + cos(angle) * reach, p.y + sin(angle) * reach + reach * random.uniform(0.1, 0.4))
        let bend = Point(p.x + cos(angle) * reach * 0.6, p.y + sin(angle) * reach * 0.75)
        surface.move(p.x, p.y)
        surface.curve(bend, bend, to: tip)
        surface.stroke(look.stemDark.mixed(look.stem, 0.4), 0.9, width: max(size * 0.035, 0.6))
        for k in 0..<5 {
            let t = 0.3 + 0.7 * Double(k) / 4
            let (a, b) = (lerp(p.x, bend.x, t), lerp(bend.x, tip.x, t))
            let (c, d) = (lerp(p.y, bend.y, t), lerp(bend.y, tip.y, t))
            fan(
                at: Point(lerp(a, b, t), lerp(c, d, t)), size: size * random.uniform(0.75, 1.15),
                light: light, random: &random)
        }
    }

    /// Leaves that hang from one joint of a twig.
    func fan(at p: Point, size: Double, light: Double, random: inout SeededRandom) {
        let middle = .pi / 2 + random.uniform(-0.5, 0.5)
        let count = 4 + random.index(3)
        for k in 0..<count {
            let open = (Double(k) / Double(count - 1) - 0.5) * random.uniform(1.5, 2.3)
            let a = middle + open
            let half = size * 0.5 * random.uniform(0.7, 1.1)
            surface.leaf(
                p.x + cos(a) * half, p.y + sin(a) * half, half, half * random.uniform(0.12, 0.17),
                tilt: a)
            let tone = light + random.gauss(0, 0.16) - 0.12 * abs(open)
            surface.fill(look.leaves.colour(tone), 0.95)
            guard let snow = look.snow, random.unit() < 0.55 else { continue }
            surface.leaf(
                p.x + cos(a) * half * 0.9, p.y + sin(a) * half * 0.9 - half * 0.09, half * 0.75,
                half * 0.10, tilt: a)
            surface.fill(snow, 0.92)
        }
    }

    /// A young shoot in its sheaths.
    func shoot(at p: Point, height h: Double, lightSide: Double) {
        let s = surface
        let (brown, pale) = (Colour(0x6A4A2E).mixed(look.stemDark, 0.25), look.stemLight)
        for k in 0..<6 {
            let t = Double(k) / 6
            let (y, half) = (p.y - h * t, h * 0.17 * (1 - t * 0.72))
            s.move(p.x - half, y)
            s.curve(
                Point(p.x - half, y - h * 0.16), Point(p.x - half * 0.3, y - h * 0.28),
                to: Point(p.x + (k % 2 == 0 ? 0.25 : -0.25) * half, y - h * 0.36))
            s.curve(
                Point(p.x + half * 0.4, y - h * 0.26), Point(p.x + half, y - h * 0.14),
                to: Point(p.x + half, y))
            s.close()
            s.fill(
                from: Point(p.x + lightSide * half, 0), to: Point(p.x - lightSide * half, 0),
                [
                    Stop(0, brown.mixed(pale, 0.55)), Stop(0.5, brown.mixed(pale, 0.15 + 0.2 * t)),
                    Stop(1, brown.darker(0.35)),
                ], keep: true)
            s.stroke(brown.darker(0.4), 0.5, width: max(h * 0.008, 0.5))
        }
    }
}
