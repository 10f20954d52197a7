/// The anchor woman's: a tailored jacket over a silk top, a pearl on a chain.
struct Blazer: Outfit {
    let colours: FigureColours
    let face: FaceForm

    func paint(on cel: Cel) {
        NeckPainter(skin: colours.skin, face: face, half: 53).paint(on: cel, throat: true)
        necklace(cel)
        top(cel)
        Jacket(cut: Self.cut, cloth: colours.cloth).paint(on: cel)
        LapelMicrophone(x: -84, y: 520).paint(on: cel)
    }

    private func top(_ cel: Cel) {
        let silk = colours.shirt
        let outline = Contour(
            [(-150, 310), (-112, 372), (-62, 424), (0, 442), (62, 424), (112, 372), (150, 310)],
            [(150, 310), (170, 560), (90, 820), (0, 860), (-90, 820), (-170, 560), (-150, 310)])
        cel.fill(
            outline, from: (-120, 380), to: (120, 720),
            [Stop(0, silk.lighter(0.3)), Stop(0.5, silk), Stop(1, silk.mixed(Colour(0x6E6680), 0.3))])
        cel.within(outline) {
            let shade = silk.mixed(Colour(0x5A4E66), 0.55)
            for (x, lean, alpha) in [(-44.0, 22.0, 0.4), (-10, 6, 0.3), (34, -20, 0.45), (62, -40, 0.4)] {
                cel.airbrush(
                    .ribbon(
                        [(x * 1.3, 430), (x + lean * 0.5, 520), (x * 0.5 + lean * 0.4, 640), (x * 0.2, 760)],
                        [3, 12, 16, 5]),
                    shade, alpha, softness: 12)
            }
            cel.airbrush(.ribbon([(-60, 440), (-34, 540), (-8, 680)], [4, 12, 4]), .white, 0.8, softness: 12)
            cel.line([(-112, 380), (-62, 432), (0, 450), (62, 432), (112, 380)], shade, 0.45, width: 1.8)
            cel.airbrush(
                .ribbon([(60, 300), (96, 420), (86, 560), (30, 740)], [40, 40, 30, 20]), shade, 0.5, softness: 26)
        }
    }

    private func necklace(_ cel: Cel) {
        let chain = [(-66.0, 300.0), (-48, 344), (-22, 382), (0, 396), (22, 382), (48, 344), (66, 300)]
        cel.line(chain.map { ($0.0 + 2, $0.1 + 3) }, colours.skin.deep, 0.4, width: 2)
        cel.line(chain, Colour(0xE2C078), 0.95, width: 1.7)
        cel.airbrush(.ellipse(2, 406, 6, 7), colours.skin.deep, 0.5, softness: 6)
        cel.fill(
            .ellipse(0, 403, 5.5, 6.5), around: (-2, 400), radius: 9,
            [Stop(0, Colour(0xFFFDF8)), Stop(0.5, Colour(0xF1E4D2)), Stop(1, Colour(0xB59C7E))])
    }

    private static let cut = Jacket.Cut(
        shoulder: [
            (60, 270), (98, 304), (164, 334), (244, 362), (312, 394), (356, 446), (376, 530), (390, 680), (404, 1060),
        ],
        opening: [(-14, 800), (16, 680), (42, 560), (62, 450), (72, 350)],
        collar: [
            [(56, 262), (88, 286), (126, 328), (154, 374)], [(154, 374), (138, 414)],
            [(138, 414), (106, 397), (70, 380)],
            [(70, 380), (72, 330), (66, 290), (56, 262)],
        ],
        lapel: [
            [(70, 380), (106, 398), (138, 416)], [(138, 416), (184, 420)],
            [(184, 420), (166, 510), (126, 608), (70, 712), (-12, 812)],
            [(-12, 812), (17, 680), (43, 560), (62, 456), (70, 380)],
        ],
        gorge: [(72, 381), (106, 397), (138, 415)], stitches: [(175, 430), (158, 510), (119, 604), (64, 706)],
        roll: [(76, 300), (78, 440), (56, 560), (6, 780)],
        sleeve: [(304, 398), (290, 470), (284, 560), (286, 680), (292, 860)],
        folds: [
            ([(276, 640), (226, 700), (164, 790), (114, 900)], [6, 20, 20, 8], 0.5),
            ([(280, 560), (250, 620), (206, 680)], [4, 14, 4], 0.4),
            ([(356, 640), (336, 740), (342, 880)], [6, 18, 8], 0.4),
        ])
}
