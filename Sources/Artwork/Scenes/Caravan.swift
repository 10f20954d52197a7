import BatchVideo
import CCairo
import Foundation

/// Camels and drivers walking along a skyline. The line of them has no end: in one loop each comes to
/// where the same kind walked before it, and nearer ground hides where they come from and go to.
struct CaravanLayer: SceneLayer {
    enum Member: Sendable {
        case walker, rider, pack

        /// Room in the line, in heights of a camel.
        var room: Double { self == .walker ? 0.95 : 1.55 }
    }

    struct Paint: Sendable {
        var body: Colour
        var cloth: [Colour]
        var rim: Colour
        /// Strength of the shadow that falls towards us.
        var shadow: Double
    }

    let members: [Member]
    let path: Ridge
    /// Where they can be seen, picture columns.
    let from: Double
    let to: Double
    /// Of a camel, in pixels.
    let height: Double
    let paint: Paint
    let depth: Double

    private var period: Double { members.reduce(0) { $0 + $1.room } * height }

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        surface.translate(shift.x, shift.y)
        var start = from - period * (2 - moment.phase)
        var nose: Point?
        while start < to + period {
            var x = start
            for (i, member) in members.enumerated() {
                let here = x + member.room * height / 2
                x += member.room * height
                guard here > from - height, here < to + height else { continue }
                let foot = Point(here, path.row(here) + height * 0.012)
                draw(member, i, at: foot, moment, surface)
                if let nose { rope(from: nose, to: foot, member, surface) }
                nose = member == .walker ? nil : Point(foot.x + height * 0.76, foot.y - height * 0.93)
            }
            start += period
        }
    }

    /// From the nose of the one behind to the saddle, or the hand, of the one before it.
    private func rope(
        from nose: Point, to foot: Point, _ member: Member, _ surface: PaintSurface
    ) {
        let end =
            member == .walker
            ? Point(foot.x - height * 0.02, foot.y - height * 0.5)
            : Point(foot.x - height * 0.34, foot.y - height * 0.72)
        let sag = Point((nose.x + end.x) / 2, max(nose.y, end.y) + height * 0.10)
        surface.move(nose.x, nose.y)
        surface.curve(sag, sag, to: end)
        surface.stroke(paint.body, 0.8, width: max(height * 0.010, 0.5))
    }

    private func draw(
        _ member: Member, _ index: Int, at foot: Point, _ moment: Moment, _ surface: PaintSurface
    ) {
        let lean = atan2(
            path.row(foot.x + height * 0.4) - path.row(foot.x - height * 0.4), height * 0.8)
        let cloth = paint.cloth[index % paint.cloth.count]
        for isShadow in [true, false] {
            surface.isolated {
                surface.translate(foot.x, foot.y)
                if isShadow {
                    var fall = cairo_matrix_t(xx: 1, yx: 0.1, xy: 0.9, yy: -0.34, x0: 0, y0: 0)
                    cairo_transform(surface.context, &fall)
                } else {
                    surface.rotate(lean * 0.7)
                }
                let figure = CaravanFigure(
                    surface: surface, h: height, paint: paint, cloth: cloth,
                    stride: stride, isShadow: isShadow, phase: moment.phase, index: index)
                switch member {
                case .walker: figure.walker()
                case .rider: figure.camel(carries: .rider)
                case .pack: figure.camel(carries: .pack)
                }
            }
        }
    }

    /// Steps per loop and half a step's length, so that feet stand still on the ground.
    private var stride: (cycles: Int, half: Double) {
        let cycles = max(Int((period / (height * 0.58)).rounded()), 1)
        return (cycles, period / Double(cycles) * 0.3)
    }
}
