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
                (nose.half + 4, nose.base - 16), (nose.half + 12, nose.base - 4), (nose.half + 23, nose.base + 14),
                (mouth.half + 11, mouth.y - 18), (mouth.half + 16, mouth.y - 2), (mouth.half + 17, mouth.y + 12),
            ])
            cel.airbrush(.ribbon(fold, [3, 8, 10, 11, 9, 4]), skin.deep, 0.36 * age, softness: 9)
            cel.ribbon(fold, [0.4, 1.6, 2, 1.8, 1.2, 0.3], skin.deep.mixed(skin.line, 0.1), 0.36 * age)
            cel.airbrush(
                .ribbon(fold.map { ($0.0 + side * 9, $0.1 - 3) }, [3, 7, 8, 8, 6, 3]), skin.light, 0.34 * age,
                softness: 9)
            let jowl = place([
                (mouth.half + 12, mouth.y + 20), (mouth.half + 16, mouth.y + 40), (mouth.half + 8, mouth.y + 56),
            ])
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
                    (eye + 43, 0 + turn * 0.4), (eye + 43 + length * 0.5, turn * 0.75),
                    (eye + 43 + length, turn * 1.35),
                ]), [0.4, 1.5, 0.3], skin.deep.mixed(skin.line, 0.15), 0.4 * age)
        }
    }

    private func forehead(_ cel: Cel) {
        for (y, reach, alpha) in [(-118.0, 64.0, 0.24), (-99, 80, 0.28)] {
            cel.ribbon(
                [(-reach, y + 5), (-reach * 0.45, y - 1), (0, y + 3), (reach * 0.45, y - 1), (reach, y + 5)],
                [0.4, 1.7, 1.5, 1.7, 0.4], skin.deep, alpha * form.age)
        }
    }
}
