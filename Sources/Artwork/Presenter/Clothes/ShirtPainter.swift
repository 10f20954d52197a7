/// A shirt's front and its collar.
struct ShirtPainter {
    let cloth: Colour

    private var shade: Colour { cloth.mixed(Colour(0x4E4A62), 0.42) }

    func paint(on cel: Cel) {
        let front = Contour(mirrored: [(0, 262), (70, 270), (98, 330), (150, 560), (120, 900), (0, 960)])
        // The inside of the collar, behind the neck's shadow.
        cel.outside(Contour(mirrored: [(0, 150), (73, 200), (74, 250), (58, 290), (30, 318), (0, 332)])) {
            cel.fill(
                front, from: (-120, 300), to: (130, 800),
                [Stop(0, cloth.lighter(0.4)), Stop(0.5, cloth), Stop(1, cloth.mixed(shade, 0.8))])
        }
        cel.within(front) {
            for (x, alpha) in [(-92.0, 0.3), (-56, 0.22), (58, 0.34), (94, 0.45)] {
                cel.airbrush(
                    .ribbon([(x * 0.9, 400), (x, 520), (x * 0.7, 700), (x * 0.3, 860)], [3, 12, 14, 4]), shade, alpha,
                    softness: 13)
            }
        }
    }

    /// `open`: without a tie, the top button undone.
    func collar(_ cel: Cel, open: Bool) {
        for side in [1.0, -1] { leaf(cel, side, open: open) }
    }

    private func leaf(_ cel: Cel, _ side: Double, open: Bool) {
        func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
        let shape =
            open
            ? Contour(
                place([(70, 232), (96, 262), (122, 330), (120, 418)]), place([(120, 418), (76, 404), (30, 372)]),
                place([(30, 372), (56, 312), (70, 232)]))
            : Contour(
                place([(70, 240), (82, 256), (104, 314), (88, 392)]), place([(88, 392), (52, 352), (10, 314)]),
                place([(10, 314), (48, 290), (70, 238)]))
        cel.airbrush(shape.moved(4, 11), shade.darker(0.2), 0.6, softness: 13)
        cel.fill(
            shape, from: (side * 30, 280), to: (side * 110, 380),
            [Stop(0, cloth.lighter(0.3)), Stop(0.6, cloth), Stop(1, cloth.mixed(shade, side > 0 ? 0.7 : 0.3))])
        cel.within(shape) {
            cel.airbrush(.ribbon(place([(72, 240), (56, 292), (14, 320)]), [14, 16, 10]), shade, 0.55, softness: 13)
            cel.paint.add(shape)
            cel.paint.stroke(shade.darker(0.15), 0.5, width: 2.2)
        }
        let seam = open ? place([(113, 340), (112, 406), (38, 370)]) : place([(103, 322), (84, 380), (22, 318)])
        cel.paint.add(line: Contour([seam[0], seam[1]], [seam[1], seam[2]]))
        cel.paint.stroke(shade, 0.4, width: 1.1)
    }
}
