/// Paints the parts of a face that keep still: everything but eyes, brows and mouth.
///
/// The light comes from the upper left; shade is warm, and deepest at the right of every form.
struct FacePainter {
    let form: FaceForm
    let skin: SkinTone

    func paint(on cel: Cel) {
        if form.ears.isShown { EarPainter(form: form.ears, skin: skin).paint(on: cel) }
        cel.fill(
            form.outline, from: (-150, -150), to: (130, 240),
            [Stop(0, skin.light), Stop(0.38, skin.base), Stop(1, skin.base.mixed(skin.shade, 0.55))])
        cel.within(form.outline) {
            planes(cel)
            sockets(cel)
            cheeks(cel)
            nose(cel)
            lowerFace(cel)
            if form.age > 0 { lines(cel) }
        }
        rim(cel)
    }

    /// The big turn from light to shade.
    private func planes(_ cel: Cel) {
        cel.airbrush(
            Contour(loop: [
                (168, -150), (120, -120), (118, -40), (126, 40), (116, 110), (84, 180), (40, 236), (90, 262),
                (180, 190),
            ]), skin.shade, 0.62, softness: 58)
        cel.airbrush(
            Contour(loop: [(-172, -120), (-146, -60), (-142, 40), (-122, 130), (-70, 215), (-110, 250), (-190, 140)]),
            skin.shade, 0.4, softness: 34)
        cel.airbrush(.ellipse(-30, -118, 74, 42), skin.light, 0.75, softness: 52)
        // The jaw turns under.
        cel.airbrush(
            Contour(loop: [
                (-120, 165), (-84, 205), (-40, form.chin - 6), (0, form.chin - 3), (40, form.chin - 6), (84, 205),
                (122, 160), (150, 210), (0, form.chin + 50), (-150, 210),
            ]), skin.deep, 0.3 + 0.08 * form.jaw, softness: 24)
    }

    private func sockets(_ cel: Cel) {
        for side in [-1.0, 1] {
            func at(_ shape: Contour) -> Contour { side < 0 ? shape.flipped : shape }
            let eye = form.eyes.place
            cel.airbrush(at(.ellipse(eye - 2, -20, 46, 22)), skin.shade, 0.5, softness: 24)
            // Beside the nose, where the socket is deepest.
            cel.airbrush(
                at(Contour(loop: [(20, -30), (34, -34), (40, -16), (30, 4), (20, 14), (15, -6)])), skin.deep,
                (side > 0 ? 0.32 : 0.2) * form.nose.strength, softness: 15)
            // The lid's powder, and the fold beneath the eye.
            cel.airbrush(
                at(.ellipse(eye + 6, -14, 34, 12, tilt: -0.14)), skin.deep.mixed(skin.blush, 0.35),
                0.34 * form.eyes.shadow + 0.1,
                softness: 12)
            cel.airbrush(at(.ellipse(eye, 24, 30, 5, tilt: 0.05)), skin.shade, 0.36 + 0.2 * form.age, softness: 9)
            cel.airbrush(at(.ellipse(eye + 2, 36, 26, 7)), skin.light, 0.4, softness: 12)
            // Light on the bone beneath the brow.
            cel.airbrush(at(.ellipse(eye + 22, -38, 22, 6, tilt: -0.1)), skin.light, 0.5, softness: 10)
        }
    }

    private func cheeks(_ cel: Cel) {
        for side in [-1.0, 1] {
            cel.airbrush(
                .ellipse(side * 92, 74, 44, 26, tilt: side * -0.35), skin.blush, form.blush * 0.8, softness: 46)
            cel.airbrush(
                .ellipse(side * 92 - 6, 46, 26, 11, tilt: side * -0.3), skin.light, side < 0 ? 0.62 : 0.34,
                softness: 18)
        }
        // Hollows beneath the cheekbones.
        let hollow = Contour(loop: [(136, 92), (112, 118), (88, 150), (96, 176), (124, 150), (142, 120)])
        cel.airbrush(hollow, skin.shade, 0.3 + 0.3 * form.jaw, softness: 30)
        cel.airbrush(hollow.flipped, skin.shade, 0.16 + 0.2 * form.jaw, softness: 30)
    }

    private func nose(_ cel: Cel) {
        NosePainter(form: form.nose, skin: skin).paint(on: cel)
    }

    private func lowerFace(_ cel: Cel) {
        let mouth = form.mouth
        let base = form.nose.base
        // The groove from nose to lip, and light on both sides of it.
        let middle = (base + mouth.y - mouth.upper) / 2 + 4
        cel.airbrush(.ellipse(1, middle, 5, 11), skin.shade, 0.5, softness: 6)
        cel.airbrush(.ellipse(-9, middle, 4, 10), skin.light, 0.4, softness: 6)
        cel.airbrush(.ellipse(11, middle, 4, 10), skin.light, 0.25, softness: 6)
        // Around the mouth, so that lips do not lie on a plain.
        cel.airbrush(.ellipse(mouth.half + 12, mouth.y + 2, 9, 13), skin.shade, 0.42, softness: 12)
        cel.airbrush(.ellipse(-mouth.half - 12, mouth.y + 2, 9, 13), skin.shade, 0.3, softness: 12)
        let under = mouth.y + mouth.lower + 11
        cel.airbrush(.ellipse(2, under, 27, 6), skin.deep, 0.36, softness: 11)
        cel.airbrush(.ellipse(-6, form.chin - 26, 26, 15), skin.light, 0.6, softness: 20)
        if form.stubble > 0 { stubble(cel) }
    }

    private func stubble(_ cel: Cel) {
        let shade = skin.base.mixed(Colour(0x4A4A55), 0.5)
        let mouth = form.mouth
        let beard = Contour(loop: [
            (-140, 96), (-112, 140), (-70, 128), (-34, 106), (0, 104), (34, 106), (70, 128), (112, 140), (140, 96),
            (138, 160), (100, 215), (0, form.chin + 12), (-100, 215), (-138, 160),
        ])
        cel.outside(.ellipse(0, mouth.y, mouth.half + 4, 20)) {
            cel.airbrush(beard, shade, 0.34 * form.stubble, softness: 40)
        }
    }

    private func lines(_ cel: Cel) {
        AgePainter(form: form, skin: skin).paint(on: cel)
    }

    /// A thin warm edge, darker on the side of the shade, instead of an outline.
    private func rim(_ cel: Cel) {
        cel.within(form.outline) {
            cel.paint.add(form.outline)
            cel.paint.stroke(skin.deep, 0.34, width: 3.4)
        }
    }
}
