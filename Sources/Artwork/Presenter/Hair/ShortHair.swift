/// The anchor man's: parted at the side, combed over, short above the ears.
struct ShortHair: Hairdo {
    let hair: HairTone
    let skin: SkinTone

    func shade(_ cel: Cel, skin: SkinTone) {
        for lock in [top, left, right] { cel.airbrush(lock.outline.moved(4, 11), skin.deep, 0.4, softness: 16) }
    }

    func paintFront(on cel: Cel) {
        left.paint(on: cel, hair, seed: 11)
        right.paint(on: cel, hair, seed: 12)
        // Cut shorter and shorter towards the ears, until the skin shines through.
        for lock in [left, right] {
            lock.round(cel, hair, first: 0.3, last: 0.5, width: 20)
            cel.within(lock.outline) {
                let side = lock.outline.bounds.low.x < 0 ? -1.0 : 1
                cel.airbrush(
                    .ribbon([(side * 148, 26), (side * 150, -6), (side * 156, -40)], [36, 30, 8]),
                    skin.base.mixed(skin.shade, 0.6), 0.46, softness: 26)
            }
        }
        for side in [-1.0, 1] {
            let ends = Strands(
                [(side * 140, -20), (side * 140, 10), (side * 139, 30)],
                [(side * 158, -20), (side * 155, 8), (side * 147, 34)], 16)
            cel.draw(
                ends.with(width: 1.2...2, alpha: 0.2...0.5, scatter: 0.16), [hair.base, hair.dark],
                seed: side > 0 ? 15 : 16)
        }
        cel.airbrush(top.outline.moved(2, 7), hair.dark.darker(0.4), 0.42, softness: 14)
        top.paint(on: cel, hair, seed: 13)
        top.round(cel, hair, first: 0.3, last: 0.42, width: 34)
        cel.within(top.outline) {
            cel.airbrush(
                .ribbon([(40, -236), (-30, -244), (-96, -218), (-136, -172)], [12, 30, 30, 10]), hair.sheen, 0.26,
                softness: 24)
        }
        cel.ribbon([(86, -258), (81, -212), (74, -164)], [0.6, 3, 1], hair.dark.darker(0.35), 0.75)
        strays(cel)
    }

    private func strays(_ cel: Cel) {
        let lines: [[(Double, Double)]] = [
            [(64, -176), (20, -206), (-40, -204), (-92, -172)], [(70, -172), (28, -190), (-30, -184), (-84, -152)],
            [(-120, -132), (-134, -100), (-137, -70)], [(52, -182), (6, -214), (-56, -212)],
        ]
        for line in lines { cel.ribbon(line, [0.3, 2.2, 1.6, 0.2], hair.light, 0.4) }
    }

    private var top: Lock {
        Lock(
            outline: Contour(
                [(88, -262), (30, -288), (-46, -286), (-112, -258), (-154, -204), (-170, -138), (-164, -92)],
                [(-164, -92), (-146, -88), (-134, -104)],
                [(-134, -104), (-116, -138), (-74, -158), (-20, -166), (34, -166), (74, -158)],
                [(74, -158), (82, -212), (88, -262)]),
            guides: [
                [(72, -158), (34, -182), (-20, -178), (-72, -164), (-114, -140), (-136, -104)],
                [(80, -214), (24, -242), (-42, -238), (-104, -210), (-146, -158), (-156, -98)],
                [(88, -262), (30, -287), (-46, -285), (-111, -257), (-153, -204), (-169, -120)],
            ], sheen: [(0.2...0.5, 1), (0.62...0.78, 0.4)], strands: 110, grain: 2.8)
    }

    private var left: Lock {
        Lock(
            outline: Contour(
                [(-166, -150), (-172, -90), (-166, -30), (-157, 6), (-148, 22)], [(-148, 22), (-140, 16)],
                [(-140, 16), (-140, -10), (-136, -60), (-130, -120)], [(-130, -120), (-166, -150)]),
            guides: [
                [(-130, -120), (-136, -60), (-140, -10), (-140, 16)],
                [(-166, -150), (-172, -90), (-166, -30), (-149, 22)],
            ], sheen: [(0.1...0.3, 0.5)], strands: 40, grain: 1.8)
    }

    private var right: Lock {
        Lock(
            outline: Contour(
                [(84, -264), (126, -244), (158, -198), (172, -130), (171, -70), (160, 0), (148, 22)],
                [(148, 22), (140, 16)],
                [(140, 16), (140, -10), (136, -60), (126, -110), (108, -136), (72, -158)], [(72, -158), (84, -264)]),
            guides: [
                [(74, -158), (108, -136), (126, -108), (136, -60), (140, -10), (140, 16)],
                [(86, -262), (128, -242), (158, -198), (172, -130), (169, -50), (149, 22)],
            ], sheen: [(0.12...0.34, 0.5)], strands: 60, grain: 2)
    }
}
