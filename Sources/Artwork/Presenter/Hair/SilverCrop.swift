/// The elder man's: silver, combed back from a high forehead, full at the sides.
struct SilverCrop: Hairdo {
    let hair: HairTone
    let skin: SkinTone

    func shade(_ cel: Cel, skin: SkinTone) {
        cel.airbrush(crown.outline.moved(4, 8), skin.deep, 0.26, softness: 20)
        for side in [-1.0, 1] { cel.airbrush(temple(side).outline.moved(0, 6), skin.deep, 0.26, softness: 14) }
    }

    func paintFront(on cel: Cel) {
        crown.paint(on: cel, hair, seed: 73)
        cel.within(crown.outline) {
            cel.airbrush(
                .ribbon(
                    [(-150, -150), (-110, -226), (-40, -256), (40, -258), (112, -228), (156, -150)],
                    [26, 30, 26, 30, 40, 44]),
                hair.dark, 0.42, softness: 26)
            cel.airbrush(.ribbon([(-116, -172), (-60, -214), (0, -224)], [10, 24, 10]), hair.sheen, 0.6, softness: 18)
        }
        for side in [-1.0, 1] {
            let lock = temple(side)
            cel.airbrush(lock.outline.moved(0, -2), hair.dark, 0.3, softness: 14)
            lock.paint(on: cel, hair, seed: side > 0 ? 71 : 72)
            lock.round(cel, hair, first: 0.24, last: side > 0 ? 0.6 : 0.4, width: 20)
            cel.within(lock.outline) {
                cel.airbrush(.ribbon([(side * 148, 40), (side * 150, 4)], [34, 14]), skin.base, 0.36, softness: 26)
            }
        }
        // Thin at the hairline.
        let roots: [(Double, Double, Double)] = [
            (-92, -166, -10), (-60, -184, -6), (-22, -194, -3), (22, -196, 2), (58, -186, 6), (92, -168, 10),
        ]
        for (x, y, lean) in roots {
            cel.ribbon([(x, y + 9), (x + lean * 0.4, y - 10), (x + lean, y - 34)], [0.3, 1.8, 0.4], hair.dark, 0.5)
        }
    }

    private var crown: Lock {
        Lock(
            outline: Contour(
                [
                    (-166, -84), (-160, -172), (-118, -236), (-48, -270), (30, -273), (106, -244), (158, -176),
                    (166, -84),
                ],
                [(166, -84), (150, -70), (138, -84)],
                [(138, -84), (118, -142), (72, -178), (26, -194), (-20, -193), (-70, -178), (-116, -142), (-138, -84)],
                [(-138, -84), (-150, -70), (-166, -84)]),
            guides: [
                [(-136, -92), (-148, -86), (-166, -80)], [(-114, -150), (-136, -176), (-150, -192)],
                [(-74, -178), (-96, -222), (-100, -246)], [(-22, -194), (-30, -240), (-26, -268)],
                [(28, -196), (38, -240), (44, -268)], [(74, -180), (100, -220), (110, -240)],
                [(114, -150), (138, -176), (152, -186)], [(136, -92), (150, -86), (166, -80)],
            ], sheen: [(0.25...0.6, 0.8)], strands: 150, grain: 2.4)
    }

    private func temple(_ side: Double) -> Lock {
        func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
        return Lock(
            outline: Contour(
                place([(142, -134), (168, -104), (171, -44), (163, 4), (149, 34)]), place([(149, 34), (139, 30)]),
                place([(139, 30), (141, -6), (138, -52), (130, -96), (142, -134)])),
            guides: [
                place([(131, -100), (138, -52), (141, -6), (140, 31)]),
                place([(140, -124), (155, -70), (154, -6), (144, 33)]),
                place([(143, -132), (168, -100), (170, -36), (150, 34)]),
            ], sheen: [(0.2...0.45, 0.8)], strands: 60, grain: 2)
    }
}
