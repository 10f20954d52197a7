/// A tailored jacket with lapels, open to a button.
struct Jacket {
    /// The shape of its right half.
    struct Cut: Sendable {
        /// From the neck over the shoulder down the sleeve, and from the button back up to the neck.
        var shoulder: [(Double, Double)]
        var opening: [(Double, Double)]
        /// The runs of collar and lapel, and the line where they meet.
        var collar: [[(Double, Double)]]
        var lapel: [[(Double, Double)]]
        var gorge: [(Double, Double)]
        var stitches: [(Double, Double)]
        var roll: [(Double, Double)]
        var sleeve: [(Double, Double)]
        var folds: [([(Double, Double)], [Double], Double)]
    }

    let cut: Cut
    let cloth: Colour

    private var dark: Colour { cloth.mixed(Colour(0x0B0A14), 0.5) }
    private var light: Colour { cloth.mixed(Colour(0xFFF2E2), 0.22) }

    func paint(on cel: Cel) {
        for side in [1.0, -1] { front(cel, side) }
        for side in [1.0, -1] { lapel(cel, side) }
    }

    private func placed(_ points: [(Double, Double)], _ side: Double) -> [(Double, Double)] {
        points.map { ($0.0 * side, $0.1) }
    }

    private func contour(_ runs: [[(Double, Double)]], _ side: Double) -> Contour {
        Contour(runs: runs.map { $0.map { Point($0.0 * side, $0.1) } })
    }

    private func front(_ cel: Cel, _ side: Double) {
        let (top, hem, button) = (cut.shoulder[0], cut.shoulder[cut.shoulder.count - 1], cut.opening[0])
        let outline = contour(
            [cut.shoulder, [hem, (-40, hem.1)], [(-40, hem.1), button], cut.opening + [top]], side)
        let lit = side < 0
        cel.fill(
            outline, from: (side * 60, 300), to: (side * 400, 900),
            [Stop(0, cloth.mixed(light, lit ? 0.5 : 0.2)), Stop(0.4, cloth), Stop(1, dark.mixed(cloth, 0.35))])
        cel.within(outline) {
            shoulder(cel, side)
            // The lapel's shadow on the chest.
            cel.airbrush(contour(cut.lapel, side).moved(7, 12), dark, 0.6, softness: 18)
            for (points, widths, alpha) in cut.folds {
                let fold = placed(points, side)
                cel.airbrush(.ribbon(fold, widths), dark, alpha, softness: 20)
                cel.airbrush(
                    .ribbon(fold.map { ($0.0 - 13, $0.1 - 5) }, widths.map { $0 * 0.7 }), light, alpha * 0.45,
                    softness: 16)
            }
            cel.paint.add(outline)
            cel.paint.stroke(dark, 0.5, width: 3)
        }
    }

    private func shoulder(_ cel: Cel, _ side: Double) {
        let lit = side < 0
        let line = placed(cut.shoulder, side)
        cel.airbrush(
            .ribbon(line[2...5].map { ($0.0 * 0.96, $0.1 + 24) }, [12, 26, 30, 16]), light, lit ? 0.75 : 0.34,
            softness: 30)
        // Sleeve's seam and the arm's roundness.
        let seam = placed(cut.sleeve, side)
        cel.airbrush(.ribbon(seam.map { ($0.0 - side * 8, $0.1) }, [3, 14, 22, 28, 30]), dark, 0.6, softness: 18)
        cel.ribbon(seam, [0.6, 2.2, 2.6, 2.6, 2], dark, 0.75)
        cel.airbrush(
            .ribbon(line.suffix(3).map { ($0.0 + side * 10, $0.1) }, [30, 40, 50]), dark, lit ? 0.4 : 0.75, softness: 34
        )
    }

    private func lapel(_ cel: Cel, _ side: Double) {
        let tone = side < 0 ? cloth.mixed(light, 0.42) : cloth.mixed(light, 0.16)
        for shape in [contour(cut.collar, side), contour(cut.lapel, side)] {
            cel.fill(
                shape, from: (side * 40, 380), to: (side * 180, 520),
                [Stop(0, tone), Stop(0.6, tone.mixed(cloth, 0.5)), Stop(1, cloth)])
            cel.within(shape) {
                cel.airbrush(
                    .ribbon(placed(cut.roll, side), [10, 12, 12, 8]), light, side < 0 ? 0.7 : 0.3, softness: 13)
                cel.airbrush(
                    .ribbon(placed(cut.stitches, side).map { ($0.0 + side * 12, $0.1 + 10) }, [10, 20, 20, 10]), dark,
                    0.34,
                    softness: 18)
                cel.paint.add(shape)
                cel.paint.stroke(dark, 0.62, width: 2.6)
            }
        }
        cel.line(placed(cut.stitches, side), light, 0.34, width: 1.2)
        cel.line(placed(cut.gorge, side), dark, 0.8, width: 2)
    }
}

/// The small microphone on a lapel.
struct LapelMicrophone {
    let x: Double
    let y: Double

    func paint(on cel: Cel) {
        cel.airbrush(.ellipse(x + 4, y + 6, 9, 12), .black, 0.4, softness: 8)
        let body = Contour(
            [(x - 5, y), (x + 5, y)], [(x + 5, y), (x + 4, y + 20)], [(x + 4, y + 20), (x - 4, y + 20)])
        cel.fill(.ellipse(x, y - 6, 7.5, 9), Colour(0x17181C))
        cel.fill(body, Colour(0x26282E))
        cel.fill(.ellipse(x - 2.6, y - 9, 2, 2.6), .white, 0.5)
    }
}
