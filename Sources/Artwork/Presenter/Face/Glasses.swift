/// The elder man's spectacles: a thin rim, clear lenses with a breath of sky in them.
struct Glasses {
    let eye: Double
    let ear: Double

    func paint(on cel: Cel) {
        let metal = Colour(0x4A3B30)
        for side in [-1.0, 1] {
            func place(_ points: [(Double, Double)]) -> [(Double, Double)] {
                points.map { (side * (eye + $0.0), $0.1 + 8) }
            }
            let lens = Contour(
                loop: place([
                    (-44, -18), (-26, -29), (4, -31), (34, -28), (48, -14), (49, 8), (40, 27), (16, 37), (-12, 36),
                    (-36, 24),
                    (-45, 4),
                ]))
            cel.airbrush(lens.moved(2, 9), Colour(0x4A1E12), 0.1, softness: 12)
            cel.within(lens) {
                cel.fill(
                    lens, from: (side * eye - 40, -30), to: (side * eye + 40, 50),
                    [
                        Stop(0, .white, 0.2), Stop(0.36, .white, 0.05), Stop(0.6, .white, 0),
                        Stop(1, Colour(0xBFD3E6), 0.12),
                    ])
                let glint = side * eye - 26
                cel.fill(
                    Contour(
                        [(glint, -34), (glint + 15, -34)], [(glint + 15, -34), (glint - 12, 42)],
                        [(glint - 12, 42), (glint - 24, 42)]), .white, 0.13)
            }
            cel.paint.add(lens)
            cel.paint.stroke(metal, 0.95, width: 4.4)
            cel.paint.add(lens)
            cel.paint.stroke(Colour(0xA8896A), 0.7, width: 1.4)
            let arm = [(side * (eye + 48), -6.0), (side * (eye + 66), -9), (side * (ear + 2), -6)]
            cel.line(arm, metal, 0.95, width: 4.4)
            cel.line(arm.map { ($0.0, $0.1 - 1) }, Colour(0xA8896A), 0.6, width: 1.3)
        }
        let bridge = [(-eye + 44.0, 0.0), (-12, -9), (12, -9), (eye - 44, 0)]
        cel.airbrush(.ribbon(bridge.map { ($0.0 + 1, $0.1 + 7) }, [5]), Colour(0x4A1E12), 0.3, softness: 6)
        cel.line(bridge, metal, 0.95, width: 4.4)
        cel.line(bridge.map { ($0.0, $0.1 - 1) }, Colour(0xA8896A), 0.7, width: 1.3)
    }
}
