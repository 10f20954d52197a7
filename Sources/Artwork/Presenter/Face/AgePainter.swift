/// The lines of a lived life: dignified, never a caricature.
struct AgePainter {
    let form: FaceForm
    let skin: SkinTone

    func paint(on cel: Cel) {
        let age = form.age
        for side in [-1.0, 1] {
            func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
            let (nose, mouth) = (form.nose, form.mouth)
            // From the wing of the nose past the corner of the mouth.
            let fold = place([
                (nose.half + 5, nose.base - 12), (nose.half + 18, nose.base + 8), (mouth.half + 12, mouth.y - 22),
                (mouth.half + 17, mouth.y + 6),
            ])
            cel.airbrush(.ribbon(fold, [3, 9, 11, 4]), skin.deep, 0.36 * age, softness: 9)
            cel.ribbon(fold, [0.5, 2.2, 2.4, 0.5], skin.deep.mixed(skin.line, 0.2), 0.42 * age)
            cel.airbrush(
                .ribbon(fold.map { ($0.0 + side * 9, $0.1 - 3) }, [3, 7, 7, 3]), skin.light, 0.34 * age, softness: 9)
            let jowl = place([(mouth.half + 12, mouth.y + 20), (mouth.half + 16, mouth.y + 40), (mouth.half + 8, mouth.y + 56)])
            cel.airbrush(.ribbon(jowl, [3, 8, 3]), skin.deep, 0.26 * age, softness: 10)
            eye(cel, place)
        }
        forehead(cel)
    }

    private func eye(_ cel: Cel, _ place: ([(Double, Double)]) -> [(Double, Double)]) {
        let age = form.age
        let eye = form.eyes.place
        // A bag beneath the eye, and laughter beside it.
        let bag = place([(eye - 30, 19), (eye - 12, 29), (eye + 10, 31), (eye + 30, 22)])
        cel.airbrush(.ribbon(bag, [2, 6, 6, 2]), skin.deep, 0.3 * age, softness: 6)
        cel.ribbon(bag, [0.4, 1.6, 1.6, 0.4], skin.deep, 0.42 * age)
        for (turn, length) in [(-9.0, 15.0), (0, 18), (10, 16)] {
            cel.ribbon(
                place([
                    (eye + 43, 0 + turn * 0.4), (eye + 43 + length * 0.5, turn * 0.75), (eye + 43 + length, turn * 1.35),
                ]), [0.4, 1.5, 0.3], skin.deep.mixed(skin.line, 0.15), 0.4 * age)
        }
    }

    private func forehead(_ cel: Cel) {
        for (y, reach, alpha) in [(-116.0, 70.0, 0.3), (-98, 84, 0.34)] {
            cel.ribbon(
                [(-reach, y + 5), (-reach * 0.45, y - 1), (0, y + 3), (reach * 0.45, y - 1), (reach, y + 5)],
                [0.4, 1.7, 1.5, 1.7, 0.4], skin.deep, alpha * form.age)
        }
        for side in [-1.0, 1] {
            cel.ribbon(
                [(side * 9, -52), (side * 8, -40), (side * 11, -30)], [0.4, 1.6, 0.4], skin.deep, 0.4 * form.age)
        }
    }
}
