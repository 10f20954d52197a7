import BatchVideo

/// Paints both brows, raised as in one frame.
struct BrowPainter {
    let form: FaceForm.BrowForm
    let colour: Colour
    let raise: Double
    let warp: HeadWarp

    func paint(on cel: Cel) {
        for side in [-1.0, 1] { paint(cel, side) }
    }

    private func paint(_ cel: Cel, _ side: Double) {
        let lifts = [6.0, 9, 9, 6]
        let line = form.line.enumerated().map { i, p in
            warp.place(Point(side * p.0, p.1 - raise * lifts[min(i, 3)]))
        }
        cel.fill(
            .ribbon(line, form.widths), from: (line[0].x, 0), to: (line[3].x, 0),
            [
                Stop(0, colour, form.alpha * 0.1), Stop(0.16, colour, form.alpha * 0.5),
                Stop(0.42, colour, form.alpha * 0.9), Stop(1, colour, form.alpha),
            ])
        // Hairs: upright at the root, lying along the brow farther out.
        for step in 0..<14 {
            let t = Double(step) / 13.5
            let (root, width) = point(line, t)
            let ahead = point(line, min(1, t + 0.2)).place
            let lean = 1 - t
            let tip = Point(ahead.x - side * lean * 7, ahead.y - width * (0.1 + 0.42 * lean))
            let from = Point(root.x, root.y + width * 0.3 * (step % 2 == 0 ? 1 : 0.2))
            cel.fill(
                .ribbon([from, Point((from.x + tip.x) / 2, (from.y + tip.y) / 2 - 0.6), tip], [1.2, 1.3, 0.2]),
                colour.darker(0.22), 0.34 * form.alpha)
        }
    }

    private func point(_ line: [Point], _ t: Double) -> (place: Point, width: Double) {
        let position = t * Double(line.count - 1)
        let i = min(Int(position), line.count - 2)
        let f = position - Double(i)
        return (
            Point(lerp(line[i].x, line[i + 1].x, f), lerp(line[i].y, line[i + 1].y, f)),
            lerp(form.widths[i], form.widths[i + 1], f)
        )
    }
}
