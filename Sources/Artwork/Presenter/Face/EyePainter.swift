import BatchVideo

/// Paints both eyes as they look and blink in one frame.
struct EyePainter {
    let form: FaceForm.EyeForm
    let colours: FigureColours
    let pose: FacePose
    let warp: HeadWarp

    private static let along = [-1.0, -0.62, -0.1, 0.45, 0.84, 1]
    private static let open = [0.24, -0.62, -1, -0.84, -0.4, -0.02]
    /// Of the lower lid's depth.
    private static let closed = [0.4, 0.74, 0.92, 0.72, 0.3, 0]

    func paint(on cel: Cel) {
        for side in [-1.0, 1] { paint(cel, side) }
    }

    /// `u` from the nose outwards, -1 ... 1; `v` in units below the line of the corners.
    private func at(_ side: Double, _ u: Double, _ v: Double) -> Point {
        warp.place(Point(side * (form.place + u * form.half), v - form.lift * (u + 0.4) * 0.6))
    }

    private func lid(_ closing: Double, _ side: Double, lower: Double = 0) -> [Point] {
        Self.along.indices.map { i in
            let up = Self.open[i] * form.upper
            let down = Self.closed[i] * form.lower
            return at(side, Self.along[i], up + (down - up) * closing + lower)
        }
    }

    private func lowerLid(_ side: Double) -> [Point] {
        // Laughing and blinking lift it.
        let depth = form.lower * (1 - 0.12 * pose.smile - 0.1 * pose.blink)
        return [(1.0, 0.0), (0.62, 0.66), (0.1, 1), (-0.5, 0.84), (-0.86, 0.5), (-1, 0.24 * form.upper / form.lower)]
            .map { at(side, $0.0, $0.1 * depth) }
    }

    private func paint(_ cel: Cel, _ side: Double) {
        // Even a wide open eye follows a downward look.
        let closing = min(1, max(pose.blink, 0.06 + max(0, pose.gazeY) * 0.18))
        let upper = lid(closing, side)
        let lower = lowerLid(side)
        if closing > 0.1 {
            let skin = colours.skin.base.mixed(colours.skin.shade, 0.55).mixed(colours.skin.blush, 0.15 * form.shadow)
            cel.fill(Contour(runs: [lid(0, side), Array(upper.reversed())]), skin, 0.9)
        }
        if closing < 0.94 {
            let opening = Contour(runs: [upper, lower])
            cel.within(opening) { ball(cel, side, closing) }
        }
        lines(cel, side, closing, upper, lower)
    }

    private func ball(_ cel: Cel, _ side: Double, _ closing: Double) {
        let top = at(side, 0, -form.upper)
        let bottom = at(side, 0, form.lower)
        let white = Contour.ellipse(at(side, 0, 0).x, at(side, 0, 0).y, form.half * 1.3, form.upper * 2)
        cel.fill(
            white, from: (top.x, top.y), to: (bottom.x, bottom.y),
            [
                Stop(0, Colour(0xC3B2AE)), Stop(0.42, Colour(0xF4EFEB)), Stop(0.8, Colour(0xFBF8F5)),
                Stop(1, Colour(0xE9DAD4)),
            ])
        // The corner towards the nose.
        let corner = at(side, -0.92, 3)
        cel.fill(
            .ellipse(corner.x, corner.y, 9, 8), around: (corner.x, corner.y), radius: 9,
            [Stop(0, Colour(0xD98F86), 0.9), Stop(1, Colour(0xE7B3A9), 0)])
        let centre = at(side, 0.02, -2)
        iris(cel, Point(centre.x + pose.gazeX * form.half * 0.34, centre.y + pose.gazeY * form.upper * 0.3))
        // What the lid and its lashes shade.
        let shade = lid(closing, side, lower: -2)
        let below = lid(closing, side, lower: form.upper * 0.42)
        cel.fill(
            Contour(runs: [shade, below.reversed()]), from: (top.x, shade[2].y), to: (top.x, below[2].y),
            [Stop(0, Colour(0x2A1512), 0.62), Stop(1, Colour(0x2A1512), 0)])
    }

    private func iris(_ cel: Cel, _ c: Point) {
        let (radius, colour) = (form.iris, colours.iris)
        cel.fill(
            .ellipse(c.x, c.y, radius, radius), around: (c.x, c.y), radius: radius,
            [
                Stop(0, colour.darker(0.25)), Stop(0.5, colour), Stop(0.8, colour.darker(0.22)),
                Stop(0.94, colour.darker(0.68)), Stop(1, colour.darker(0.6), 0.7),
            ])
        let glow = colour.mixed(Colour(0xE2A765), 0.5)
        cel.fill(
            .ellipse(c.x, c.y + radius * 0.34, radius * 0.7, radius * 0.5), around: (c.x, c.y + radius * 0.5),
            radius: radius * 0.7, [Stop(0, glow, 0.85), Stop(1, glow, 0)])
        cel.fill(.ellipse(c.x, c.y, radius * 0.43, radius * 0.43), Colour(0x120A08))
        cel.fill(.ellipse(c.x - radius * 0.36, c.y - radius * 0.38, radius * 0.25, radius * 0.27), .white, 0.96)
        cel.fill(.ellipse(c.x + radius * 0.36, c.y + radius * 0.4, radius * 0.12, radius * 0.12), .white, 0.55)
    }

    private func lines(_ cel: Cel, _ side: Double, _ closing: Double, _ upper: [Point], _ lower: [Point]) {
        let lash = form.lashes
        let ink = colours.skin.line.mixed(Colour(0x140A08), 0.55 + 0.4 * lash)
        // The fold of the lid unrolls as the eye closes.
        let fold = [-0.94, -0.6, -0.1, 0.5, 1.02].enumerated().map { i, u in
            at(side, u, [-0.2, -1.0, -1.42, -1.26, -0.52][i] * form.upper + closing * 5 - 3)
        }
        cel.fill(
            .ribbon(fold, [0.4, 1.7, 2.2, 2, 0.5]), colours.skin.deep.mixed(colours.skin.line, 0.25),
            0.6 * form.crease * (1 - 0.5 * closing))
        var line = upper
        let wing = at(side, 1.13, -3.2 * lash - (1 - closing) * 2 * lash)
        line.append(wing)
        let thick = [1.2, 3, 3.8, 4.4, 4.2, 3.4].map { $0 * (0.55 + 0.55 * lash) }
        cel.fill(.ribbon(line, thick + [0.4]), ink, 0.94)
        cel.fill(
            .ribbon(Array(lower.dropLast()), [1.6, 1.5, 1, 0.8, 0.4]), colours.skin.deep.mixed(ink, 0.45), 0.55)
        guard lash > 0.5 else { return }
        for (root, u, length) in [(3, 0.62, 5.0), (4, 0.86, 7), (4, 1.0, 7.5)] {
            let start = root == 4 && u == 1 ? upper[5] : upper[root]
            let end = at(side, u + 0.19, 0)
            let tip = Point(end.x, start.y - (1 - 1.3 * closing) * length)
            let middle = Point((start.x + tip.x) / 2, (start.y + tip.y) / 2 + 1)
            cel.fill(.ribbon([start, middle, tip], [2.6, 1.5, 0.3]), ink, 0.8)
        }
    }
}
