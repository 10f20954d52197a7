import BatchVideo

/// A figure taken apart: what keeps its shape lies ready on plates, eyes, brows and mouth are drawn
/// anew in every frame.
struct FigureRig: Sendable {
    private let framing: Framing
    private let form: FaceForm
    private let colours: FigureColours
    private let ground: [UInt32]
    private let back: WarpBlit
    private let body: WarpBlit
    private let face: WarpBlit
    private let front: WarpBlit

    /// How much farther (nearer) than the face hair moves when the head turns.
    private static let backDepth = -0.3
    private static let frontDepth = 1.06
    /// Units by which a head's paint moves at most.
    private static let reach = 60.0

    init(_ figure: PresenterFigure, _ palette: FigurePalette, framing: Framing, ground: [UInt32]) {
        self.framing = framing
        self.ground = ground
        let form = FaceForm.of(figure)
        let colours = FigureColours(figure, palette)
        self.form = form
        self.colours = colours
        let parts = FigureParts(figure, colours, form)
        func plate(_ paint: (Cel) -> Void) -> WarpBlit {
            let cel = Cel(framing)
            paint(cel)
            return WarpBlit(cel.plate, reach: Self.reach * framing.scale)
        }
        back = plate(parts.hair.paintBack)
        body = plate(parts.outfit.paint)
        face = plate { cel in
            FacePainter(form: form, skin: colours.skin).paint(on: cel)
            cel.within(form.outline) { parts.hair.shade(cel, skin: colours.skin) }
        }
        front = plate { cel in
            parts.hair.paintFront(on: cel)
            parts.glasses?.paint(on: cel)
        }
    }

    func draw(on frame: Frame, mouth: MouthShape, pose: FacePose) {
        ground.withUnsafeBufferPointer { ground in
            if let base = ground.baseAddress { frame.pixels.update(from: base, count: ground.count) }
        }
        let warp = HeadWarp(pose, opening: mouth.opening, form: form)
        lay(back, on: frame) { warp.source($0, depth: Self.backDepth) }
        lay(body, on: frame) { Self.breathed($0, pose) }
        lay(face, on: frame) { warp.source($0, depth: 1) }
        features(on: frame, warp, mouth, pose)
        lay(front, on: frame) { warp.source($0, depth: Self.frontDepth) }
    }

    private func lay(_ plate: WarpBlit, on frame: Frame, _ source: (SIMD2<Double>) -> SIMD2<Double>) {
        let centre = SIMD2(framing.centre.x, framing.centre.y)
        let (scale, inverse) = (framing.scale, 1 / framing.scale)
        plate.draw(on: frame) { source(($0 - centre) * inverse) * scale + centre }
    }

    private func features(on frame: Frame, _ warp: HeadWarp, _ mouth: MouthShape, _ pose: FacePose) {
        let cel = Cel(PaintSurface(frame), framing)
        warp.tilt(cel.paint)
        MouthPainter(form.mouth, colours: colours, shape: mouth, smile: pose.smile, warp: warp).paint(on: cel)
        EyePainter(form: form.eyes, colours: colours, pose: pose, warp: warp).paint(on: cel)
        BrowPainter(form: form.brows, colour: colours.brow, raise: pose.brows, warp: warp).paint(on: cel)
    }

    /// The chest rises and widens; far below nothing moves. Neck and shoulders go a little with the head.
    private static func breathed(_ place: SIMD2<Double>, _ pose: FacePose) -> SIMD2<Double> {
        let chest = smoothstep(180, 420, place.y) * (1 - smoothstep(500, 1100, place.y))
        let neck = 1 - smoothstep(190, 380, place.y)
        return SIMD2(
            place.x * (1 - 0.008 * pose.breath * chest) - pose.shiftX * 470 * 0.8 * neck,
            place.y + pose.breath * (3.2 + 2.5 * chest) * (1 - smoothstep(500, 1100, place.y)))
    }
}

