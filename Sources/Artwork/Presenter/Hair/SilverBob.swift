/// The elder woman's: silver, soft waves to the jaw, combed from a side parting; pearls at the ears.
struct SilverBob: Hairdo {
    let hair: HairTone

    func paintBack(on cel: Cel) {
        let back = Contour(mirrored: [
            (0, -250), (92, -240), (158, -180), (182, -80), (184, 20), (170, 100), (128, 150), (60, 170), (0, 172),
        ])
        cel.fill(back, from: (0, -60), to: (0, 170), [Stop(0, hair.dark), Stop(1, hair.dark.darker(0.35))])
        cel.within(back) {
            for side in [-1.0, 1] {
                let strands = Strands(
                    [(side * 40, 40), (side * 50, 110), (side * 60, 168)],
                    [(side * 176, 0), (side * 170, 90), (side * 120, 152)], 30)
                cel.draw(
                    strands.with(width: 1.5...4, alpha: 0.1...0.4), [hair.base, hair.dark.darker(0.3)],
                    seed: side > 0 ? 3 : 4)
            }
        }
    }

    func shade(_ cel: Cel, skin: SkinTone) {
        cel.airbrush(right.outline.moved(-4, 12), skin.deep, 0.38, softness: 18)
        cel.airbrush(left.outline.moved(9, 12), skin.deep, 0.38, softness: 18)
    }

    func paintFront(on cel: Cel) {
        for lock in [left, right] { cel.airbrush(lock.outline.moved(0, 6), hair.dark.darker(0.4), 0.3, softness: 12) }
        cel.fill(
            Contour(loop: [(4, -266), (-46, -254), (-96, -252), (-80, -184), (-50, -202), (-20, -194)]), hair.dark)
        left.paint(on: cel, hair, seed: 61)
        right.paint(on: cel, hair, seed: 62)
        left.round(cel, hair, first: 0.4, last: 0.3, width: 30)
        right.round(cel, hair, first: 0.4, last: 0.55, width: 32)
        left.wave(cel, hair, at: [0.34, 0.58, 0.8], strength: 0.34)
        right.wave(cel, hair, at: [0.28, 0.5, 0.68, 0.86], strength: 0.34)
        cel.ribbon([(-48, -252), (-46, -226), (-38, -200)], [0.5, 2.6, 0.5], hair.dark.darker(0.2), 0.7)
        for side in [-1.0, 1] { pearl(cel, side) }
    }

    private func pearl(_ cel: Cel, _ side: Double) {
        let (x, y) = (side * 146, 102.0)
        cel.airbrush(.ellipse(x + 2, y + 5, 9, 9), Colour(0x3A1A14), 0.4, softness: 8)
        cel.fill(
            .ellipse(x, y, 9, 9.5), around: (x - 3, y - 3), radius: 14,
            [Stop(0, Colour(0xFFFEFB)), Stop(0.5, Colour(0xEFE3D4)), Stop(1, Colour(0xA58E79))])
        cel.fill(.ellipse(x - 3, y - 3.4, 2.4, 2.2), .white, 0.95)
    }

    private var right: Lock {
        Lock(
            outline: Contour(
                [
                    (-46, -254), (4, -274), (86, -268), (150, -226), (187, -150), (192, -70), (199, 4), (190, 66),
                    (164, 100),
                    (136, 98),
                ],
                [
                    (136, 98), (146, 58), (152, 20), (142, -28), (116, -70), (72, -108), (20, -146), (-24, -192),
                    (-46, -254),
                ]),
            guides: [
                [
                    (-46, -246), (-23, -192), (22, -146), (74, -108), (117, -69), (144, -26), (152, 20), (145, 60),
                    (137, 97),
                ],
                [
                    (-46, -250), (-8, -232), (60, -196), (116, -146), (152, -92), (168, -36), (176, 16), (168, 64),
                    (148, 98),
                ],
                [
                    (-46, -254), (6, -273), (88, -267), (151, -225), (188, -148), (193, -66), (199, 6), (190, 68),
                    (162, 100),
                ],
            ], sheen: [(0.2...0.4, 0.9), (0.66...0.82, 0.6)], strands: 120, grain: 2.6)
    }

    private var left: Lock {
        Lock(
            outline: Contour(
                [
                    (-46, -254), (-100, -256), (-152, -220), (-184, -150), (-190, -70), (-197, 4), (-189, 66),
                    (-164, 100),
                    (-136, 98),
                ],
                [(-136, 98), (-146, 58), (-152, 20), (-143, -30), (-126, -76), (-102, -124), (-76, -176), (-46, -254)]),
            guides: [
                [(-47, -246), (-76, -176), (-102, -124), (-126, -76), (-144, -28), (-152, 20), (-146, 58), (-137, 97)],
                [
                    (-47, -254), (-100, -255), (-151, -219), (-183, -148), (-190, -66), (-197, 8), (-188, 68),
                    (-160, 100),
                ],
            ], sheen: [(0.16...0.38, 1), (0.6...0.78, 0.7)], strands: 84, grain: 2.6)
    }
}
