/// Ears seen from the front.
struct EarPainter {
    let form: FaceForm.EarForm
    let skin: SkinTone

    func paint(on cel: Cel) {
        for side in [-1.0, 1] { paint(cel, side) }
    }

    private func paint(_ cel: Cel, _ side: Double) {
        let (w, h) = (form.width, form.height)
        func place(_ points: [(Double, Double)]) -> [(Double, Double)] {
            points.map { (side * (form.x + $0.0 * w), form.y + $0.1 * h) }
        }
        let outer = Contour(
            loop: place([
                (-0.5, -0.85), (0.1, -1), (0.62, -0.86), (0.86, -0.5), (0.74, 0), (0.5, 0.45), (0.3, 0.86), (-0.05, 1),
                (-0.4, 0.8), (-0.6, 0),
            ]))
        let tone = side > 0 ? skin.base.mixed(skin.shade, 0.6) : skin.base.mixed(skin.shade, 0.2)
        cel.fill(outer, tone)
        cel.within(outer) {
            cel.airbrush(.ellipse(side * (form.x - 0.1 * w), form.y, 0.5 * w, h), skin.deep, 0.4, softness: 12)
            cel.airbrush(
                Contour(loop: place([(0, -0.6), (0.42, -0.5), (0.46, -0.1), (0.2, 0.3), (0, 0.4), (-0.1, 0)])),
                skin.deep, 0.5, softness: 7)
            cel.airbrush(
                Contour(loop: place([(0.5, -0.75), (0.8, -0.45), (0.68, -0.1), (0.58, -0.4)])), skin.light, 0.5,
                softness: 5)
            cel.airbrush(
                Contour(loop: place([(0, 0.65), (0.25, 0.6), (0.15, 0.88), (-0.1, 0.85)])), skin.blush, 0.5, softness: 7
            )
            cel.ribbon(
                place([(-0.05, -0.72), (0.36, -0.7), (0.56, -0.38), (0.48, 0), (0.28, 0.36)]), [1, 2, 2.4, 2, 1],
                skin.deep.mixed(skin.line, 0.3), 0.5)
            cel.paint.add(outer)
            cel.paint.stroke(skin.deep, 0.5, width: 2.4)
        }
    }
}
