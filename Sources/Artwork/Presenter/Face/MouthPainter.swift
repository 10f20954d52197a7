import BatchVideo
import Foundation

/// Paints a mouth in one frame: what is seen through the opening, then the lips.
struct MouthPainter {
    private let skin: SkinTone
    private let lip: Colour
    /// How made up it is, 0 ... 1.
    private let gloss: Double
    private let shape: MouthShape
    private let warp: HeadWarp
    private let y: Double
    private let half: Double
    private let upper: Double
    private let lower: Double
    /// Between the lips, and how far each of them moves for it.
    private let gap: Double
    private let raised: Double
    private let dropped: Double
    private let corner: Point

    init(_ form: FaceForm.MouthForm, colours: FigureColours, shape: MouthShape, smile: Double, warp: HeadWarp) {
        skin = colours.skin
        lip = colours.skin.base.mixed(colours.skin.shade, 0.4).mixed(colours.lip, form.colour)
        gloss = form.colour
        self.shape = shape
        self.warp = warp
        y = form.y
        let (open, wide, round) = (shape.opening, shape.width, shape.roundness)
        half = form.half * (1 + 0.19 * wide - 0.3 * round + 0.07 * smile * (1 - round) - 0.05 * open)
        upper = form.upper * (1 + 0.28 * round - 0.14 * max(0, wide) - 0.1 * open)
        lower = form.lower * (1 + 0.22 * round - 0.12 * max(0, wide) - 0.12 * open)
        gap = open * 43 * (1 - 0.08 * round)
        raised = gap * 0.15
        dropped = gap * 0.85
        corner = Point(half, form.y - (form.curl + 7 * smile) * (1 - 0.75 * round) * (1 - 0.5 * open) + gap * 0.34)
    }

    func paint(on cel: Cel) {
        if gap > 0.6 {
            let inside = Contour(runs: [along(innerUpper), along(innerLower).reversed()])
            cel.within(inside) { cavity(cel) }
        }
        upperLip(cel)
        lowerLip(cel)
        seam(cel)
    }

    /// A symmetric line from the left corner to the right, from the points of its right half, middle first.
    private func along(_ half: [(Double, Double)]) -> [Point] {
        let left = half.dropFirst().reversed().map { Point(-$0.0, $0.1) }
        return (left + half.map { Point($0.0, $0.1) }).map { warp.place($0) }
    }

    /// Shares of the way from the middle to a corner, and how thick the lips are there.
    private static let stations = [0, 0.13, 0.26, 0.48, 0.7, 0.87, 1]
    private static let upperLips = [0.86, 1.02, 1.1, 0.92, 0.6, 0.28, 0]
    private static let lowerLips = [1, 1, 0.97, 0.84, 0.6, 0.32, 0]

    /// Wide openings are oval, narrow ones follow the lips' bow.
    private var bow: Double { 2.1 + 0.8 * shape.roundness }

    private var innerUpper: [(Double, Double)] {
        Self.stations.map { u in
            let bump = 1.8 * max(0, 1 - u / 0.3) - 0.6 * max(0, 1 - abs(u - 0.4) / 0.3)
            return (half * u, lerp(y - raised, corner.y, pow(u, bow)) + bump)
        }
    }

    private var innerLower: [(Double, Double)] {
        // Closed lips touch all along.
        let rest = max(0, 1 - gap / 7)
        return zip(Self.stations, innerUpper).map { u, upper in
            let curve = lerp(y + dropped, corner.y, pow(u, bow + 0.5))
            return (half * u, lerp(max(curve, upper.1), upper.1, rest))
        }
    }

    private var outerUpper: [(Double, Double)] {
        zip(innerUpper, Self.upperLips).map { ($0.0, $0.1 - upper * $1) }
    }

    private var outerLower: [(Double, Double)] {
        zip(innerLower, Self.lowerLips).map { ($0.0, $0.1 + lower * $1) }
    }

    private func cavity(_ cel: Cel) {
        let (top, bottom) = (y - raised, y + dropped)
        let middle = warp.place(Point(0, y))
        let whole = Contour.ellipse(middle.x, middle.y + gap * 0.3, half * 1.2, gap + 20)
        cel.fill(
            whole, from: (0, top), to: (0, bottom),
            [Stop(0, Colour(0x2C0A0E)), Stop(0.55, Colour(0x47131A)), Stop(1, Colour(0x6E252B))])
        let tongue = shape.tongue
        let isBetween = tongue > 0.8
        if !isBetween { paintTongue(cel, tongue) }
        teeth(cel)
        if isBetween { paintTongue(cel, tongue) }
        // Corners lie in the dark, and so does what is right beneath the lip.
        let lineOfLip = along(innerUpper)
        cel.fill(.ribbon(lineOfLip, [5]), Colour(0x2A0A0C), 0.34)
    }

    private func teeth(_ cel: Cel) {
        let shown = 0.3 + 0.7 * shape.teeth
        let height = min(gap * 0.62, 14) * shown * (1 - 0.7 * shape.roundness)
        guard height > 1 else { return }
        let top = y - raised
        let reach = half * 0.8
        let row = along([
            (0, top + height + 0.6), (reach * 0.26, top + height), (reach * 0.52, top + height * 0.92 + 0.2),
            (reach * 0.78, top + height * 0.7 + corner.y * 0 + 1), (reach, lerp(top, corner.y, 0.55) + height * 0.2),
        ])
        let above = along([(0, top - 8), (reach * 0.5, top - 8), (reach, top - 8)])
        let left = warp.place(Point(-reach, top))
        let right = warp.place(Point(reach, top))
        let (bright, dim) = (Colour(0xFBF8F3), Colour(0xB9A29A))
        cel.fill(
            Contour(runs: [above, [above[above.count - 1], row[row.count - 1]], row.reversed()]),
            from: (left.x, 0), to: (right.x, 0),
            [
                Stop(0, dim), Stop(0.22, bright.mixed(dim, 0.25)), Stop(0.45, bright), Stop(0.6, bright),
                Stop(0.8, bright.mixed(dim, 0.3)), Stop(1, dim),
            ])
        for x in [0, 0.22, 0.42, 0.6, 0.76] {
            for side in x == 0 ? [1.0] : [-1, 1] {
                let (a, b) = (
                    warp.place(Point(side * x * reach, top)),
                    warp.place(Point(side * x * reach * 0.99, top + height * (1 - 0.4 * x)))
                )
                cel.line([(a.x, a.y), (b.x, b.y)], Colour(0x8C6F68), 0.3, width: 0.9)
            }
        }
        guard shape.teeth > 0.65, gap > 4 else { return }
        let low = min(gap * 0.3, 6) * (shape.teeth - 0.65) / 0.35
        let bottom = y + dropped
        let edge = along([
            (0, bottom - low), (reach * 0.4, bottom - low * 0.95), (reach * 0.75, lerp(bottom - low, corner.y, 0.35)),
        ])
        let beneath = along([(0, bottom + 9), (reach * 0.75, bottom + 9)])
        cel.fill(
            Contour(runs: [edge, [edge[edge.count - 1], beneath[beneath.count - 1]], beneath.reversed()]),
            bright.mixed(dim, 0.35))
    }

    private func paintTongue(_ cel: Cel, _ height: Double) {
        let bottom = y + dropped
        let rise = gap * (0.2 + 0.5 * height)
        let c = warp.place(Point(0, bottom + gap * 0.12 + 2))
        let tongue = Contour.ellipse(c.x, c.y, half * 0.62, rise + 2)
        cel.fill(
            tongue, from: (0, c.y - rise), to: (0, c.y),
            [Stop(0, Colour(0xD98084)), Stop(0.5, Colour(0xC5656B)), Stop(1, Colour(0x97434B))])
        cel.ribbon(
            [(c.x, c.y - rise * 0.8), (c.x, c.y - rise * 0.3), (c.x, c.y)], [0.5, 2, 2], Colour(0x8A3B44), 0.35)
    }

    private func upperLip(_ cel: Cel) {
        let outer = along(outerUpper)
        let body = Contour(runs: [outer, along(innerUpper).reversed()])
        let top = outer.map(\.y).min() ?? y
        cel.fill(
            body, from: (0, top), to: (0, y - raised + 3),
            [
                Stop(0, lip.mixed(skin.shade, 0.35)), Stop(0.45, lip.mixed(Colour(0x7A2230), 0.16)),
                Stop(1, lip.mixed(Colour(0x55121C), 0.4)),
            ])
        // Light catches the border of the bow.
        let edge = outer[2...10].map { Point($0.x, $0.y - 1.6) }
        cel.fill(.ribbon(Array(edge), [0.4, 1.2, 1.8, 2, 1.8, 2, 1.8, 1.2, 0.4]), skin.light, 0.5 * gloss * gloss)
    }

    private func lowerLip(_ cel: Cel) {
        let outer = along(outerLower)
        let inner = along(innerLower)
        let body = Contour(runs: [inner, outer.reversed()])
        let bottom = outer.map(\.y).max() ?? y
        let top = y + dropped
        cel.fill(
            body, from: (0, top - 2), to: (0, bottom),
            [
                Stop(0, lip.mixed(Colour(0x5E1822), 0.26)), Stop(0.3, lip), Stop(0.62, lip.mixed(.white, 0.13)),
                Stop(1, lip.mixed(skin.shade, 0.42)),
            ])
        let shine = warp.place(Point(-half * 0.16, top + lower * 0.5))
        cel.fill(
            .ellipse(shine.x, shine.y, half * 0.34, lower * 0.26), around: (shine.x, shine.y), radius: half * 0.32,
            [Stop(0, .white, 0.42 * gloss), Stop(0.5, .white, 0.2 * gloss), Stop(1, .white, 0)])
    }

    private func seam(_ cel: Cel) {
        let ink = lip.mixed(Colour(0x2A070C), 0.78)
        let closed = 1 - min(1, gap / 5)
        let line = along(innerUpper)
        if closed > 0 {
            cel.fill(.ribbon(line, [0.8, 1.6, 2.2, 2.6, 2.8, 3, 3.2, 3, 2.8, 2.6, 2.2, 1.6, 0.8]), ink, 0.82 * closed)
        }
        for side in [-1.0, 1] {
            let a = warp.place(Point(side * half * 0.9, corner.y))
            let b = warp.place(Point(side * half, corner.y))
            let c = warp.place(Point(side * (half + 3), corner.y - 1.4))
            cel.fill(.ribbon([a, b, c], [1, 2.6, 0.6]), ink, 0.3 + 0.3 * closed)
        }
    }
}
