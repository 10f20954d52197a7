/// What a figure wears, with the neck that comes out of it.
protocol Outfit: Sendable {
    func paint(on cel: Cel)
}

/// Neck and the skin beneath it, under the shadow of the chin.
struct NeckPainter {
    let skin: SkinTone
    let face: FaceForm
    /// Half of its width below the jaw.
    let half: Double

    var outline: Contour {
        Contour(mirrored: [
            (0, 130), (half * 0.9, 140), (half, 190), (half * 1.01, 236), (half * 1.1, 274), (half * 1.5, 304),
            (half * 2.5, 334), (half * 3, 420), (half, 540), (0, 560),
        ])
    }

    func paint(on cel: Cel, throat: Bool) {
        let outline = outline
        cel.fill(
            outline, from: (-half, 0), to: (half * 1.2, 0),
            [
                Stop(0, skin.base.mixed(skin.shade, 0.5)), Stop(0.3, skin.base.mixed(skin.shade, 0.1)),
                Stop(0.62, skin.base.mixed(skin.shade, 0.35)), Stop(1, skin.shade.mixed(skin.deep, 0.3)),
            ])
        cel.within(outline) {
            // The cords from behind the ears to the pit of the throat.
            for side in [-1.0, 1] {
                let cord = [
                    (side * half * 0.92, 190.0), (side * half * 0.62, 250), (side * half * 0.3, 306), (side * 10, 330),
                ]
                cel.airbrush(.ribbon(cord.map { ($0.0 + 9, $0.1) }, [6, 12, 12, 5]), skin.deep, 0.24, softness: 12)
                cel.airbrush(
                    .ribbon(cord.map { ($0.0 - 4, $0.1) }, [4, 8, 8, 4]), skin.light, side < 0 ? 0.32 : 0.16,
                    softness: 10)
            }
            if throat { collarbones(cel) }
            cel.airbrush(face.outline.moved(12, 46), skin.deep, 0.62, softness: 24)
            cel.airbrush(face.outline.moved(4, 14), skin.deep, 0.42, softness: 14)
        }
    }

    private func collarbones(_ cel: Cel) {
        cel.airbrush(.ellipse(2, 334, 13, 12), skin.deep, 0.34, softness: 12)
        for side in [-1.0, 1] {
            let bone = [(side * 16, 340.0), (side * 52, 336), (side * 96, 344), (side * 150, 336)]
            cel.airbrush(.ribbon(bone.map { ($0.0, $0.1 + 9) }, [3, 8, 8, 3]), skin.deep, 0.24, softness: 13)
            cel.airbrush(.ribbon(bone.map { ($0.0, $0.1 - 2) }, [2, 5, 7, 3]), skin.light, 0.24, softness: 10)
        }
    }
}
