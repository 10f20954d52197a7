/// The anchor man's: suit, shirt and a striped tie.
struct Suit: Outfit {
    let colours: FigureColours
    let face: FaceForm

    func paint(on cel: Cel) {
        NeckPainter(skin: colours.skin, face: face, half: 74).paint(on: cel, throat: false)
        ShirtPainter(cloth: colours.shirt).paint(on: cel)
        tie(cel)
        ShirtPainter(cloth: colours.shirt).collar(cel, open: false)
        Jacket(cut: Self.cut, cloth: colours.cloth).paint(on: cel)
        LapelMicrophone(x: -86, y: 548).paint(on: cel)
        square(cel)
    }

    private func tie(_ cel: Cel) {
        let silk = colours.accent
        let dark = silk.mixed(Colour(0x10060A), 0.45)
        let blade = Contour(
            [(-17, 366), (17, 366)], [(17, 366), (28, 480), (44, 700), (50, 1060)], [(50, 1060), (-50, 1060)],
            [(-50, 1060), (-44, 700), (-28, 480), (-17, 366)])
        cel.airbrush(blade.moved(8, 8), colours.shirt.mixed(Colour(0x40384C), 0.6), 0.6, softness: 14)
        cel.fill(blade, from: (-40, 0), to: (48, 0), [Stop(0, silk.lighter(0.1)), Stop(0.35, silk), Stop(1, dark)])
        cel.within(blade) {
            stripes(cel, from: 370, to: 1080, reach: 60)
            cel.airbrush(.ribbon([(-4, 372), (4, 460), (0, 600)], [16, 10, 4]), dark, 0.6, softness: 12)
            cel.airbrush(.ribbon([(-14, 400), (-22, 540), (-26, 760)], [3, 9, 10]), .white, 0.2, softness: 10)
        }
        let knot = Contour(
            [(-29, 310), (0, 304), (29, 310)], [(29, 310), (27, 336), (17, 368)], [(17, 368), (0, 375), (-17, 368)],
            [(-17, 368), (-27, 336), (-29, 310)])
        cel.airbrush(knot.moved(2, 8), dark, 0.6, softness: 9)
        cel.fill(knot, from: (-28, 310), to: (26, 370), [Stop(0, silk.lighter(0.14)), Stop(0.5, silk), Stop(1, dark)])
        cel.within(knot) {
            stripes(cel, from: 300, to: 380, reach: 34)
            cel.airbrush(.ribbon([(29, 312), (23, 340), (16, 366)], [10, 12, 10]), dark, 0.7, softness: 9)
            cel.airbrush(.ribbon([(-20, 312), (-10, 340), (-4, 366)], [2, 7, 2]), .white, 0.24, softness: 7)
        }
    }

    private func stripes(_ cel: Cel, from top: Double, to bottom: Double, reach: Double) {
        for y in stride(from: top - reach, to: bottom + reach, by: 27) {
            cel.ribbon(
                [(-reach, y + reach * 0.6), (reach, y - reach * 0.6)], [5.5], colours.accent.mixed(.white, 0.62), 0.5)
            cel.ribbon(
                [(-reach, y + 9 + reach * 0.6), (reach, y + 9 - reach * 0.6)], [1.5],
                colours.accent.mixed(.white, 0.62), 0.4)
        }
    }

    private func square(_ cel: Cel) {
        let linen = colours.shirt
        let peak = Contour(
            [(196, 668), (206, 640), (222, 652)], [(222, 652), (236, 632), (246, 664)],
            [(246, 664), (220, 674), (196, 668)])
        cel.fill(
            peak, from: (196, 640), to: (246, 674), [Stop(0, linen), Stop(1, linen.mixed(Colour(0x50485C), 0.45))])
        let dark = colours.cloth.mixed(Colour(0x0B0A14), 0.6)
        cel.ribbon([(190, 674), (220, 678), (252, 670)], [1, 3.4, 1], dark, 0.9)
    }

    private static let cut = Jacket.Cut(
        shoulder: [
            (82, 272), (124, 306), (204, 334), (296, 362), (368, 396), (412, 448), (434, 540), (450, 700), (466, 1060),
        ],
        opening: [(-14, 830), (18, 700), (52, 570), (80, 450), (92, 350)],
        collar: [
            [(78, 264), (112, 290), (152, 332), (180, 380)], [(180, 380), (164, 418)],
            [(164, 418), (128, 402), (91, 388)],
            [(91, 388), (94, 340), (88, 296), (78, 264)],
        ],
        lapel: [
            [(91, 388), (128, 403), (164, 420)], [(164, 420), (214, 430)],
            [(214, 430), (196, 530), (150, 636), (84, 742), (-12, 842)],
            [(-12, 842), (20, 700), (53, 570), (79, 460), (91, 388)],
        ],
        gorge: [(93, 389), (128, 403), (164, 419)], stitches: [(204, 440), (187, 530), (142, 632), (78, 734)],
        roll: [(97, 310), (98, 450), (70, 580), (8, 806)],
        sleeve: [(352, 396), (338, 476), (332, 570), (334, 700), (342, 880)],
        folds: [
            ([(326, 660), (270, 730), (196, 820), (130, 920)], [6, 22, 22, 8], 0.5),
            ([(328, 570), (296, 636), (246, 700)], [4, 15, 4], 0.4),
            ([(412, 660), (390, 760), (398, 900)], [6, 18, 8], 0.4),
        ])
}
