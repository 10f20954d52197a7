import BatchVideo

/// What is behind a figure: a wall in soft light, with things far out of focus.
struct StudioGround {
    let stage: Stage
    let colours: FigureColours
    let figure: PresenterFigure
    let seed: UInt64

    /// Thousandths of the picture's shorter side, from its middle.
    private var framing: Framing {
        Framing(stage: stage, centre: Point(stage.width / 2, stage.height / 2), scale: stage.unit / 1000)
    }

    /// One opaque word per pixel.
    func pixels() -> [UInt32] {
        let surface = PaintSurface(stage)
        wall(surface)
        let cel = Cel(surface, framing)
        let room = Room(width: stage.width / framing.scale, height: stage.height / framing.scale)
        switch figure {
        case .anchorWoman, .anchorMan: Newsroom(room: room, colours: colours, seed: seed).paint(on: cel)
        case .elderWoman, .elderMan: Study(room: room, colours: colours, seed: seed).paint(on: cel)
        }
        return Self.cropped(surface)
    }

    /// Lighter behind the head, darker towards the corners.
    private func wall(_ surface: PaintSurface) {
        let ramp = ColourRamp([
            colours.wall.lighter(0.25), colours.wall, colours.wall.mixed(colours.shade, 0.5), colours.shade,
            colours.shade.darker(0.16),
        ])
        let (cx, cy) = (Float(stage.width * 0.44), Float(stage.height * 0.36))
        let reach = Float((stage.width * stage.width + stage.height * stage.height).squareRoot() * 0.62)
        surface.shade(top: stage.top, bottom: stage.bottom) { x, y in
            let (dx, dy) = ((x - cx) / reach, (y - cy) / reach)
            return ramp.rgba((dx * dx + dy * dy * 1.1).squareRoot())
        }
    }

    /// Without the overscan, and with a grain that hides the steps of slow gradients.
    private static func cropped(_ surface: PaintSurface) -> [UInt32] {
        let (size, margin) = (surface.stage.size, surface.origin)
        var pixels = [UInt32](repeating: 0xFF00_0000, count: size.pixels)
        _ = surface.withPixels { source in
            for y in 0..<size.height {
                let line = source + (y + margin) * surface.columns + margin
                for x in 0..<size.width {
                    let noise = Dither.tile[(y & (Dither.size - 1)) * Dither.size + x & (Dither.size - 1)]
                    pixels[y * size.width + x] =
                        Pixel.packed(Pixel.unpacked(line[x]) + SIMD4(repeating: noise * 0.009), dither: 0) | 0xFF00_0000
                }
            }
        }
        return pixels
    }
}

/// How much of a studio is seen, in its units.
struct Room {
    let width: Double
    let height: Double
    var left: Double { -width / 2 }
    var right: Double { width / 2 }
    var top: Double { -height / 2 }
    var bottom: Double { height / 2 }
}

/// Behind the anchors: panels of light, and a town at dusk beyond the window.
struct Newsroom {
    let room: Room
    let colours: FigureColours
    let seed: UInt64

    func paint(on cel: Cel) {
        town(cel)
        panels(cel)
        lights(cel)
        cel.airbrush(.ellipse(room.width * -0.05, room.top * 0.25, 330, 300), .white, 0.3, softness: 300)
        cel.airbrush(
            Contour(
                [(room.left - 100, room.bottom - 90), (0, room.bottom - 50), (room.right + 100, room.bottom - 90)],
                [(room.right + 100, room.bottom - 90), (room.right + 100, room.bottom + 200)],
                [(room.right + 100, room.bottom + 200), (room.left - 100, room.bottom + 200)]),
            colours.shade.darker(0.4), 0.3, softness: 160)
    }

    private func town(_ cel: Cel) {
        var random = SeededRandom(seed: seed, "town")
        for depth in 0..<2 {
            var x = room.left - 80
            let tone = colours.shade.mixed(colours.wall, depth == 0 ? 0.4 : 0).darker(depth == 0 ? 0 : 0.14)
            while x < room.right + 80 {
                let width = random.uniform(70, 170)
                let roof = room.bottom - room.height * random.uniform(0.24, depth == 0 ? 0.56 : 0.4)
                let block = Contour(
                    [(x, roof), (x + width, roof)], [(x + width, roof), (x + width, room.bottom + 60)],
                    [(x + width, room.bottom + 60), (x, room.bottom + 60)])
                cel.airbrush(block, tone, depth == 0 ? 0.34 : 0.4, softness: depth == 0 ? 46 : 30)
                x += width + random.uniform(-14, 46)
            }
        }
    }

    /// Frames of the window and lit columns, leaning a little with the lens.
    private func panels(_ cel: Cel) {
        let places = [-0.47, -0.31, 0.29, 0.46]
        for (i, place) in places.enumerated() {
            let x = place * max(room.width, 900)
            let lean = place * 40
            let column = Contour(
                [(x - 22, room.top - 60), (x + 22, room.top - 60)],
                [(x + 22, room.top - 60), (x + 22 + lean, room.bottom + 60)],
                [(x + 22 + lean, room.bottom + 60), (x - 22 + lean, room.bottom + 60)])
            cel.airbrush(column, .white, i % 2 == 0 ? 0.5 : 0.34, softness: 34)
            cel.airbrush(column.moved(52, 0), colours.shade.darker(0.2), 0.3, softness: 44)
        }
        let rail = room.top + room.height * 0.13
        let bar = Contour(
            [(room.left - 60, rail), (room.right + 60, rail)], [(room.right + 60, rail), (room.right + 60, rail + 16)],
            [(room.right + 60, rail + 16), (room.left - 60, rail + 16)])
        cel.airbrush(bar, .white, 0.42, softness: 22)
    }

    /// Far lamps, each as large as the lens makes it.
    private func lights(_ cel: Cel) {
        var random = SeededRandom(seed: seed, "lights")
        let tones = [Colour(0xFFE6BE), Colour(0xFFFFFF), colours.accent.lighter(0.4), colours.wall.lighter(0.5)]
        for _ in 0..<34 {
            let side = random.unit() < 0.5 ? -1.0 : 1
            let x = side * random.uniform(room.width * 0.16, room.width * 0.5)
            let y = random.uniform(room.top + room.height * 0.36, room.bottom - room.height * 0.06)
            let radius = random.uniform(12, 34)
            let tone = tones[random.index(tones.count)]
            let alpha = random.uniform(0.12, 0.36)
            cel.airbrush(.ellipse(x, y, radius, radius), tone, alpha, softness: 7)
            cel.paint.circle(x, y, radius * 0.94)
            cel.paint.stroke(tone, alpha * 0.4, width: 2.4)
        }
    }
}
