import Foundation

/// The elder man's: a knitted cardigan over an open shirt.
struct Cardigan: Outfit {
    let colours: FigureColours
    let face: FaceForm

    private var wool: Colour { colours.cloth }
    private var dark: Colour { wool.mixed(Colour(0x0C0A10), 0.5) }
    private var light: Colour { wool.mixed(Colour(0xFFF0DC), 0.24) }

    func paint(on cel: Cel) {
        NeckPainter(skin: colours.skin, face: face, half: 74).paint(on: cel, throat: true)
        let shirt = ShirtPainter(cloth: colours.shirt)
        shirtFront(cel)
        for side in [1.0, -1] { front(cel, side) }
        for side in [1.0, -1] { border(cel, side) }
        shirt.collar(cel, open: true)
        for y in [742.0, 868, 994] { button(cel, y) }
    }

    private func shirtFront(_ cel: Cel) {
        let cloth = colours.shirt
        let shade = cloth.mixed(Colour(0x4E4A62), 0.42)
        let outline = Contour(
            [(-98, 300), (-72, 310), (-34, 362), (0, 424)], [(0, 424), (34, 362), (72, 310), (98, 300)],
            [(98, 300), (170, 560), (110, 900), (0, 960), (-110, 900), (-170, 560), (-98, 300)])
        cel.fill(
            outline, from: (-120, 320), to: (130, 800),
            [Stop(0, cloth.lighter(0.35)), Stop(0.5, cloth), Stop(1, cloth.mixed(shade, 0.8))])
        cel.within(outline) {
            for (x, alpha) in [(-80.0, 0.34), (-46, 0.24), (48, 0.34), (84, 0.45)] {
                cel.airbrush(
                    .ribbon([(x, 400), (x * 1.04, 520), (x * 0.7, 700)], [3, 12, 5]), shade, alpha, softness: 13)
            }
            cel.line([(-16, 430), (-16, 900)], shade, 0.4, width: 1.4)
            cel.line([(16, 430), (16, 900)], shade, 0.5, width: 1.6)
            for y in [466.0, 560, 654] {
                cel.airbrush(.ellipse(1, y + 2, 6, 6), shade, 0.7, softness: 5)
                cel.fill(.ellipse(0, y, 5.2, 5.2), cloth.mixed(shade, 0.25))
                cel.fill(.ellipse(0, y, 1.6, 1.6), shade)
            }
        }
    }

    private let shoulder = [
        (84.0, 262.0), (128, 300), (208, 334), (296, 366), (362, 402), (404, 456), (426, 548), (444, 710), (460, 1060),
    ]
    private let opening = [(-16.0, 830.0), (22, 710), (62, 580), (96, 460), (108, 350)]

    private func front(_ cel: Cel, _ side: Double) {
        func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
        let outline = Contour(
            place(shoulder), place([(460, 1060), (-30, 1060)]), place([(-30, 1060), (-16, 830)]),
            place(opening + [shoulder[0]]))
        cel.fill(
            outline, from: (side * 60, 300), to: (side * 410, 920),
            [Stop(0, wool.mixed(light, side < 0 ? 0.6 : 0.2)), Stop(0.4, wool), Stop(1, dark.mixed(wool, 0.35))])
        cel.within(outline) {
            knit(cel, side)
            cel.airbrush(
                .ribbon(place([(140, 340), (240, 376), (330, 420), (384, 490)]), [12, 26, 30, 16]), light,
                side < 0 ? 0.7 : 0.3,
                softness: 32)
            let seam = place([(356, 404), (338, 486), (330, 580), (332, 710), (340, 880)])
            cel.airbrush(.ribbon(seam.map { ($0.0 - side * 8, $0.1) }, [3, 16, 24, 30, 32]), dark, 0.6, softness: 20)
            cel.ribbon(seam, [0.6, 3, 3.4, 3.4, 3], dark, 0.6)
            cel.airbrush(
                .ribbon(place([(428, 500), (446, 660), (458, 920)]), [30, 40, 50]), dark, side < 0 ? 0.4 : 0.75,
                softness: 36)
            for (points, widths, alpha) in folds {
                cel.airbrush(.ribbon(place(points), widths), dark, alpha, softness: 24)
                cel.airbrush(
                    .ribbon(place(points).map { ($0.0 - 15, $0.1 - 5) }, widths.map { $0 * 0.7 }), light, alpha * 0.45,
                    softness: 18)
            }
            cel.paint.add(outline)
            cel.paint.stroke(dark, 0.5, width: 3)
        }
    }

    private let folds: [([(Double, Double)], [Double], Double)] = [
        ([(322, 660), (262, 740), (190, 830), (130, 940)], [6, 24, 24, 8], 0.5),
        ([(326, 580), (286, 646), (236, 700)], [4, 16, 4], 0.4),
    ]

    /// Columns of stitches: little leaves that lean to both sides.
    private func knit(_ cel: Cel, _ side: Double) {
        for column in 0..<36 {
            let x = 12 + Double(column) * 13
            for row in 0..<66 {
                let y = 300 + Double(row) * 12
                for lean in [-1.0, 1] {
                    cel.paint.leaf(side * x + lean * 3, y, 6.4, 2, tilt: .pi / 2 + lean * 0.5)
                }
            }
            cel.paint.fill(dark, 0.16)
        }
    }

    private func border(_ cel: Cel, _ side: Double) {
        func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
        let edge = [(92.0, 262.0), (124, 350), (109, 466), (75, 588), (35, 714), (0, 830), (0, 940), (0, 1060)]
        let band = Contour.ribbon(place(edge), [24, 32, 34, 34, 34, 34, 34, 34])
        cel.airbrush(band.moved(6, 8), dark, 0.6, softness: 14)
        cel.fill(
            band, from: (side * 60, 300), to: (side * 150, 520),
            [Stop(0, wool.mixed(light, side < 0 ? 0.7 : 0.4)), Stop(1, wool)])
        cel.within(band) {
            // Ribs across the band.
            for step in 0..<120 {
                let t = Double(step) / 119
                let p = Strands.point(place(edge).map { Point($0.0, $0.1) }, t)
                cel.ribbon([(p.x - 26, p.y + side * -7), (p.x + 26, p.y + side * 7)], [2.2], dark, 0.26)
            }
            cel.paint.add(band)
            cel.paint.stroke(dark, 0.5, width: 2.6)
        }
    }

    private func button(_ cel: Cel, _ y: Double) {
        let horn = Colour(0x5B4331)
        cel.airbrush(.ellipse(4, y + 5, 14, 14), dark, 0.7, softness: 10)
        cel.fill(
            .ellipse(0, y, 13, 13), around: (-4, y - 5), radius: 20,
            [Stop(0, horn.lighter(0.45)), Stop(0.5, horn), Stop(1, horn.darker(0.4))])
        cel.paint.circle(0, y, 8.5)
        cel.paint.stroke(horn.darker(0.4), 0.7, width: 1.6)
        for (x, dy) in [(-2.6, -2.6), (2.6, -2.6), (-2.6, 2.6), (2.6, 2.6)] {
            cel.fill(.ellipse(x, y + dy, 1.3, 1.3), horn.darker(0.7))
        }
    }
}
