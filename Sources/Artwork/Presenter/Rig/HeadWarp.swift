import BatchVideo
import Foundation

/// How a head is turned, nodded and opened in one frame: what was painted from the front is moved as
/// if it lay on a dome, and the lower face slides down with the jaw. In a figure's units.
struct HeadWarp {
    /// Of the dome's top: right and down.
    private let slide: SIMD2<Double>
    /// Of the chin, downwards.
    private let jaw: Double
    private let jawTop: Double
    private let jawEnd: Double
    /// Of the whole head.
    private let shift: SIMD2<Double>
    private let turn: SIMD2<Double>
    /// The neck's joint, around which a head tilts.
    private static let pivot = SIMD2(0, 230.0)
    /// How far features move at a turn, and at a nod, of 1.
    private static let reach = SIMD2(26.0, 15.0)
    /// Half axes of the dome and its middle.
    private static let dome = SIMD2(196.0, 300.0)
    private static let domeY = -10.0

    init(_ pose: FacePose, opening: Double, form: FaceForm) {
        slide = SIMD2(pose.turn, pose.nod) * Self.reach
        jaw = opening * 27
        jawTop = form.nose.base - 8
        jawEnd = form.mouth.y + 42
        shift = SIMD2(pose.shiftX, pose.shiftY) * 470 + SIMD2(0, -3.5 * pose.breath)
        turn = SIMD2(cos(pose.tilt), sin(pose.tilt))
    }

    /// From a place in the picture (in units) to where it was painted, for a layer that moves
    /// `depth` times as much as the face does.
    func source(_ place: SIMD2<Double>, depth: Double) -> SIMD2<Double> {
        let p = place - Self.pivot - shift
        let head = SIMD2(p.x * turn.x + p.y * turn.y, p.y * turn.x - p.x * turn.y) + Self.pivot
        return head - displacement(head, depth: depth)
    }

    /// Where a feature painted at `q` comes to lie within the head, before it tilts.
    func place(_ q: Point, depth: Double = 1) -> Point {
        let rest = SIMD2(q.x, q.y)
        let near = rest + slide * (Self.height(rest) * depth)
        let there = rest + slide * (Self.height(near) * depth)
        return Point(there.x, there.y)
    }

    /// Tilts and moves a surface whose (0, 0) is the figure's.
    func tilt(_ paint: PaintSurface) {
        paint.translate(Self.pivot.x + shift.x, Self.pivot.y + shift.y)
        paint.rotate(atan2(turn.y, turn.x))
        paint.translate(-Self.pivot.x, -Self.pivot.y)
    }

    private func displacement(_ p: SIMD2<Double>, depth: Double) -> SIMD2<Double> {
        var moved = slide * (Self.height(p) * depth)
        if jaw > 0, depth > 0 {
            let down = smoothstep(jawTop, jawEnd, p.y)
            // The jaw hinges below the ears.
            let aside = 1 - 0.7 * smoothstep(64, 150, abs(p.x))
            moved.y += jaw * down * aside
        }
        return moved
    }

    /// Of the dome: 1 in the middle of the face, 0 at its edges.
    private static func height(_ p: SIMD2<Double>) -> Double {
        let (u, v) = (p.x / dome.x, (p.y - domeY) / dome.y)
        return max(0, 1 - u * u - v * v).squareRoot()
    }
}
