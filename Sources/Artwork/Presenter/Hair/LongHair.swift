/// The anchor woman's: parted at the side, to the shoulders, turned in at the ends.
struct LongHair: Hairdo {
    let hair: HairTone

    func paintBack(on cel: Cel) {
        let back = Contour(mirrored: [
            (0, -250), (92, -238), (156, -180), (184, -80), (194, 30), (200, 140), (196, 236), (172, 304), (110, 330),
            (0, 334),
        ])
        cel.fill(
            back, from: (0, -100), to: (0, 330),
            [Stop(0, hair.dark), Stop(1, hair.dark.darker(0.35))])
        cel.within(back) {
            for side in [-1.0, 1] {
                let strands = Strands(
                    [(side * 60, 60), (side * 70, 180), (side * 90, 322)],
                    [(side * 180, 20), (side * 192, 180), (side * 150, 318)], 34)
                cel.draw(
                    strands.with(width: 2...5, alpha: 0.1...0.35), [hair.base, hair.dark.darker(0.3)],
                    seed: side > 0 ? 5 : 6)
            }
        }
    }

    func shade(_ cel: Cel, skin: SkinTone) {
        cel.airbrush(left.outline.moved(9, 13), skin.deep, 0.42, softness: 20)
        cel.airbrush(right.outline.moved(-3, 12), skin.deep, 0.4, softness: 18)
    }

    func paintFront(on cel: Cel) {
        for lock in [right, left] {
            cel.airbrush(lock.outline.moved(0, 5), hair.dark.darker(0.5), 0.3, softness: 10)
        }
        // The scalp beneath the parting.
        cel.fill(Contour(loop: [(-6, -262), (46, -252), (92, -250), (78, -186), (48, -204), (18, -194)]), hair.dark)
        right.paint(on: cel, hair, seed: 31)
        left.paint(on: cel, hair, seed: 47)
        volume(cel)
        parting(cel)
    }

    private var left: Lock {
        Lock(
            outline: Contour(
                [
                    (48, -250), (4, -270), (-76, -266), (-142, -224), (-182, -144), (-196, -52), (-205, 44),
                    (-204, 128),
                    (-211, 210), (-204, 276), (-172, 322), (-118, 332),
                ],
                [
                    (-118, 332), (-107, 290), (-124, 214), (-140, 146), (-153, 76), (-151, 14), (-136, -32),
                    (-108, -74),
                    (-66, -114), (-16, -152), (26, -192), (48, -250),
                ]),
            guides: [
                [
                    (48, -242), (25, -192), (-17, -152), (-67, -114), (-109, -74), (-137, -31), (-152, 16), (-154, 78),
                    (-142, 146), (-126, 212), (-108, 286), (-116, 330),
                ],
                [
                    (48, -250), (6, -269), (-74, -265), (-141, -224), (-181, -144), (-195, -52), (-204, 36),
                    (-204, 112),
                    (-209, 186), (-208, 256), (-184, 308), (-122, 331),
                ],
            ], sheen: [(0.14...0.36, 1), (0.5...0.64, 0.5), (0.74...0.88, 0.42)], strands: 96)
    }

    private var right: Lock {
        Lock(
            outline: Contour(
                [
                    (46, -250), (98, -254), (150, -218), (181, -144), (193, -54), (202, 44), (200, 130), (207, 212),
                    (200, 280), (168, 324), (116, 332),
                ],
                [
                    (116, 332), (105, 288), (122, 214), (139, 146), (152, 74), (150, 10), (141, -36), (126, -78),
                    (104, -124), (76, -172), (46, -250),
                ]),
            guides: [
                [
                    (46, -244), (76, -172), (104, -124), (126, -78), (141, -36), (151, 10), (152, 74), (139, 146),
                    (122, 214),
                    (106, 286), (115, 330),
                ],
                [
                    (47, -251), (98, -253), (149, -218), (180, -144), (193, -54), (201, 36), (200, 112), (205, 190),
                    (203, 258),
                    (176, 312), (120, 331),
                ],
            ], sheen: [(0.2...0.36, 0.6), (0.56...0.7, 0.34)], strands: 72)
    }

    /// Roundness over the combed strands.
    private func volume(_ cel: Cel) {
        left.round(cel, hair, first: 0.5, last: 0.36, width: 34)
        right.round(cel, hair, first: 0.5, last: 0.6, width: 34)
        left.wave(cel, hair, at: [0.56, 0.78], strength: 0.16)
        right.wave(cel, hair, at: [0.6, 0.82], strength: 0.12)
        cel.within(left.outline) {
            cel.airbrush(
                .ribbon([(-20, -226), (-88, -206), (-138, -156), (-166, -92)], [10, 26, 28, 12]), hair.sheen, 0.3,
                softness: 22)
        }
    }

    private func parting(_ cel: Cel) {
        cel.ribbon([(48, -250), (45, -224), (38, -200)], [0.5, 3, 0.5], hair.dark.darker(0.3), 0.7)
        // Wisps along the face.
        let wisps: [([(Double, Double)], Double)] = [
            ([(-106, -78), (-140, -20), (-150, 50), (-138, 130), (-124, 190)], 2.6),
            ([(-112, -72), (-144, -6), (-147, 70), (-130, 150), (-116, 226)], 1.6),
            ([(124, -86), (145, -20), (147, 60), (134, 140), (112, 214)], 2),
        ]
        for (line, width) in wisps {
            cel.ribbon(line, [0.3, width, width, width, 0.2], hair.base.mixed(hair.light, 0.3), 0.75)
        }
    }
}
