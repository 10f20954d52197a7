import BatchVideo
import Foundation

/// The elder woman's: a Chinese jacket with a stand-up collar, piped seams and knotted buttons.
struct StandCollarJacket: Outfit {
    let colours: FigureColours
    let face: FaceForm

    private var cloth: Colour { colours.cloth }
    private var trim: Colour { colours.accent }
    private var dark: Colour { cloth.mixed(Colour(0x12060C), 0.5) }
    private var light: Colour { cloth.mixed(Colour(0xFFE9D0), 0.26) }

    func paint(on cel: Cel) {
        NeckPainter(skin: colours.skin, face: face, half: 56).paint(on: cel, throat: false)
        body(cel)
        closing(cel)
        collar(cel)
        for y in [424.0, 548, 672] { KnotButton(y: y, silk: trim, dark: dark).paint(on: cel) }
    }

    private var outline: Contour {
        Contour(
            mirrored: [
                (0, 300), (60, 288), (96, 296), (166, 330), (250, 360), (320, 396), (364, 450), (386, 540), (402, 700),
                (418, 1060),
            ],
            [(418, 1060), (0, 1060)])
    }

    private func body(_ cel: Cel) {
        let outline = outline
        cel.fill(
            outline, from: (-300, 300), to: (330, 1000),
            [Stop(0, light), Stop(0.3, cloth.mixed(light, 0.3)), Stop(0.65, cloth), Stop(1, dark.mixed(cloth, 0.4))])
        cel.within(outline) {
            brocade(cel)
            for side in [-1.0, 1] { arm(cel, side) }
            for (right, widths, alpha) in folds {
                for side in [-1.0, 1] {
                    let fold = right.map { ($0.0 * side, $0.1) }
                    let crest = fold.map { ($0.0 - 14, $0.1 - 4) }
                    cel.airbrush(.ribbon(fold, widths), dark, alpha, softness: 22)
                    cel.airbrush(.ribbon(crest, widths.map { $0 * 0.7 }), light, alpha * 0.5, softness: 17)
                }
            }
            cel.airbrush(
                Contour(mirrored: [(0, 330), (70, 320), (116, 300), (130, 330), (60, 376), (0, 388)]), dark, 0.5,
                softness: 20)
            cel.paint.add(outline)
            cel.paint.stroke(dark, 0.5, width: 3)
        }
    }

    /// Woven roundels that the light picks out.
    private func brocade(_ cel: Cel) {
        let thread = cloth.mixed(trim, 0.34)
        for row in 0..<9 {
            for column in -5...5 {
                let x = Double(column) * 96 + (row.isMultiple(of: 2) ? 0 : 48)
                let y = 380 + Double(row) * 82
                for petal in 0..<6 {
                    let turn = Double(petal) * .pi / 3
                    cel.paint.leaf(x + cos(turn) * 12, y + sin(turn) * 12, 9, 3.6, tilt: turn)
                    cel.paint.fill(thread, 0.34)
                }
                cel.paint.circle(x, y, 24)
                cel.paint.stroke(thread, 0.26, width: 1.8)
            }
        }
    }

    private func arm(_ cel: Cel, _ side: Double) {
        let lit = side < 0
        cel.airbrush(
            .ribbon([(side * 120, 340), (side * 220, 372), (side * 306, 412), (side * 352, 480)], [12, 26, 30, 16]),
            light,
            lit ? 0.7 : 0.3, softness: 30)
        let seam = [(side * 316.0, 402.0), (side * 298, 480), (side * 292, 570), (side * 294, 690), (side * 302, 880)]
        cel.airbrush(.ribbon(seam.map { ($0.0 - side * 8, $0.1) }, [3, 14, 22, 28, 30]), dark, 0.6, softness: 18)
        cel.ribbon(seam, [0.6, 2.2, 2.6, 2.6, 2], dark, 0.7)
        cel.airbrush(
            .ribbon([(side * 398, 480), (side * 414, 640), (side * 424, 900)], [30, 40, 50]), dark, lit ? 0.4 : 0.75,
            softness: 34)
    }

    /// Of the right half.
    private let folds: [([(Double, Double)], [Double], Double)] = [
        ([(284, 640), (226, 710), (150, 800), (80, 900)], [6, 20, 20, 8], 0.45),
        ([(288, 560), (250, 616), (196, 660)], [4, 14, 4], 0.36),
        ([(110, 330), (150, 380), (168, 440)], [3, 12, 3], 0.3),
    ]

    private func closing(_ cel: Cel) {
        cel.airbrush(.ribbon([(12, 356), (12, 700), (12, 1060)], [12, 16, 18]), dark, 0.6, softness: 14)
        cel.ribbon([(0, 352), (0, 700), (0, 1060)], [5.5], trim, 0.95)
        cel.ribbon([(1.6, 352), (1.6, 700), (1.6, 1060)], [2], trim.darker(0.3), 0.6)
    }

    private func collar(_ cel: Cel) {
        for side in [1.0, -1] {
            func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
            let band = Contour(
                place([(58, 236), (44, 268), (26, 290), (5, 302)]), place([(5, 302), (2, 330), (4, 358)]),
                place([(4, 358), (46, 350), (80, 332), (102, 300)]), place([(102, 300), (84, 268), (58, 236)]))
            cel.airbrush(band.moved(2, 10), dark, 0.6, softness: 13)
            cel.fill(
                band, from: (side * 10, 300), to: (side * 100, 310),
                [Stop(0, cloth.mixed(light, side < 0 ? 0.7 : 0.35)), Stop(0.55, cloth), Stop(1, dark)])
            cel.within(band) {
                cel.paint.add(band)
                cel.paint.stroke(trim, 0.95, width: 8)
                cel.paint.add(band)
                cel.paint.stroke(trim.darker(0.35), 0.6, width: 2.4)
                cel.airbrush(.ribbon(place([(60, 240), (48, 272), (10, 306)]), [12, 14, 8]), dark, 0.35, softness: 10)
            }
        }
    }
}

/// A knotted button with its loops (盘扣).
private struct KnotButton {
    let y: Double
    let silk: Colour
    let dark: Colour

    func paint(on cel: Cel) {
        for side in [-1.0, 1] {
            let loop = [
                (side * 8.0, y), (side * 30, y - 9), (side * 50, y - 4), (side * 52, y + 5), (side * 32, y + 8),
                (side * 8, y + 2),
            ]
            cel.line(loop.map { ($0.0 + 2, $0.1 + 4) }, dark, 0.5, width: 6)
            cel.line(loop, silk.darker(0.25), 1, width: 5.4)
            cel.line(loop.map { ($0.0, $0.1 - 0.8) }, silk, 1, width: 3.6)
        }
        cel.airbrush(.ellipse(3, y + 5, 10, 9), dark, 0.6, softness: 8)
        cel.fill(
            .ellipse(0, y, 9.5, 9), around: (-3, y - 3), radius: 13,
            [Stop(0, silk.lighter(0.5)), Stop(0.5, silk), Stop(1, silk.darker(0.45))])
    }
}
