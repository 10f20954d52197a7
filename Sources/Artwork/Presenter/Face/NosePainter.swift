/// A nose from the front: planes of light and shade, no outline but at the nostrils.
struct NosePainter {
    let form: FaceForm.NoseForm
    let skin: SkinTone

    func paint(on cel: Cel) {
        let (half, base, strength) = (form.half, form.base, form.strength)
        let tip = base - 15
        // The side that turns from the light, from the brow's root to the wing.
        cel.airbrush(
            Contour(loop: [
                (8, -34), (15, -12), (14, 24), (18, tip - 16), (half - 1, tip), (half - 4, base - 2), (16, base - 5),
                (11, tip - 20), (7, 20), (6, -10),
            ]), skin.deep, 0.34 * strength, softness: 9)
        cel.airbrush(
            Contour(loop: [
                (-13, -30), (-15, 0), (-15, 30), (-half + 4, tip - 6), (-half + 6, base - 6), (-17, tip), (-11, 30),
                (-10, 0),
            ]), skin.shade, 0.36 * strength, softness: 9)
        // Ridge and tip.
        cel.airbrush(
            Contour(loop: [(-5, -26), (2, -26), (3, 20), (4, tip - 14), (-7, tip - 14), (-7, 20)]), skin.light, 0.8,
            softness: 8)
        cel.airbrush(.ellipse(-3, tip - 2, 11, 9), skin.light, 0.85, softness: 9)
        cel.airbrush(.ellipse(-5, tip - 5, 4, 3), Colour.white, 0.5, softness: 4)
        // Tip and wings turn under.
        cel.airbrush(
            Contour(loop: [
                (-half + 2, base - 8), (-16, base - 4), (0, base + 1), (16, base - 4), (half - 2, base - 8),
                (half - 7, base + 3), (13, base + 7), (0, base + 11), (-13, base + 7), (-half + 7, base + 3),
            ]), skin.deep, 0.5, softness: 6)
        cel.airbrush(.ellipse(3, base + 14, 19, 6), skin.shade, 0.55, softness: 9)
        for side in [-1.0, 1] { wing(cel, side) }
    }

    private func wing(_ cel: Cel, _ side: Double) {
        let (half, base) = (form.half, form.base)
        let alpha = side > 0 ? 0.6 : 0.42
        cel.ribbon(
            [
                (side * (half - 5), base - 20), (side * (half + 1), base - 13), (side * half, base - 4),
                (side * (half - 8), base + 1),
            ], [1, 2.6, 3, 1], skin.deep.mixed(skin.line, 0.25), alpha)
        cel.fill(
            Contour(loop: [
                (side * 6, base), (side * 11, base - 4.5), (side * 17, base - 3.5), (side * 19, base + 0.5),
                (side * 13, base + 2),
            ]), skin.line, 0.72)
        cel.airbrush(.ellipse(side * (half - 8), base - 11, 5, 5), skin.light, side < 0 ? 0.5 : 0.25, softness: 5)
    }
}
