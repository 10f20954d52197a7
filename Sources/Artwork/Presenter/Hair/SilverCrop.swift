/// The elder man's: silver, combed back from a high forehead, full at the sides.
struct SilverCrop: Hairdo {
    let hair: HairTone
    let skin: SkinTone

    func shade(_ cel: Cel, skin: SkinTone) {
        cel.airbrush(crown.outline.moved(4, 8), skin.deep, 0.26, softness: 20)
        for side in [-1.0, 1] { cel.airbrush(temple(side).outline.moved(0, 6), skin.deep, 0.26, softness: 14) }
    }

    func paintFront(on cel: Cel) {
        for side in [-1.0, 1] {
            let lock = temple(side)
            lock.paint(on: cel, hair, seed: side > 0 ? 71 : 72)
            lock.round(cel, hair, first: 0.24, last: side > 0 ? 0.6 : 0.4, width: 20)
            cel.within(lock.outline) {
                cel.airbrush(.ribbon([(side * 150, 52), (side * 152, 10)], [36, 16]), skin.base, 0.3, softness: 26)
            }
        }
        crown.paint(on: cel, hair, seed: 73)
        cel.within(crown.outline) {
            cel.airbrush(
                .ribbon([(-150, -170), (-110, -226), (-40, -256), (40, -258), (112, -228), (156, -166)], [26, 30, 26, 30, 40, 44]),
                hair.dark, 0.42, softness: 26)
            cel.airbrush(.ribbon([(-116, -172), (-60, -214), (0, -224)], [10, 24, 10]), hair.sheen, 0.6, softness: 18)
        }
        // Thin at the hairline.
        let roots: [(Double, Double, Double)] = [(-92, -166, -10), (-60, -184, -6), (-22, -194, -3), (22, -196, 2), (58, -186, 6), (92, -168, 10)]
        for (x, y, lean) in roots {
            cel.ribbon([(x, y + 9), (x + lean * 0.4, y - 10), (x + lean, y - 34)], [0.3, 1.8, 0.4], hair.dark, 0.5)
        }
    }

    private var crown: Lock {
        Lock(
            outline: Contour(
                [(-164, -100), (-158, -176), (-118, -236), (-48, -268), (30, -270), (106, -242), (156, -180), (165, -100)],
                [(165, -100), (142, -96), (128, -118)],
                [(128, -118), (112, -152), (72, -180), (26, -196), (-20, -195), (-70, -180), (-110, -152), (-127, -118)],
                [(-127, -118), (-142, -96), (-164, -100)]),
            guides: [
                [(-128, -112), (-144, -110), (-166, -104)], [(-114, -150), (-136, -176), (-150, -192)],
                [(-74, -178), (-96, -222), (-100, -246)], [(-22, -194), (-30, -240), (-26, -268)],
                [(28, -196), (38, -240), (44, -268)], [(74, -180), (100, -220), (110, -240)],
                [(114, -150), (138, -176), (152, -186)], [(128, -112), (146, -110), (166, -104)],
            ], sheen: [(0.25...0.6, 0.8)], strands: 150, grain: 2.4)
    }

    private func temple(_ side: Double) -> Lock {
        func place(_ points: [(Double, Double)]) -> [(Double, Double)] { points.map { ($0.0 * side, $0.1) } }
        return Lock(
            outline: Contour(
                place([(152, -152), (172, -104), (173, -44), (165, 10), (150, 48)]), place([(150, 48), (138, 46)]),
                place([(138, 46), (142, 0), (139, -52), (126, -116)]), place([(126, -116), (152, -152)])),
            guides: [
                place([(127, -112), (139, -52), (142, 0), (139, 46)]), place([(140, -140), (156, -70), (156, 0), (144, 47)]),
                place([(153, -150), (172, -100), (171, -30), (151, 47)]),
            ], sheen: [(0.2...0.45, 0.8)], strands: 60, grain: 2)
    }
}
