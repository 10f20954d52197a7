import BatchVideo
import Foundation

/// A smooth way through the water, measured by length.
struct SwimPath: Sendable {
    private let points: [Point]
    private let marks: [Double]
    /// A closed way begins again where it ends.
    let isClosed: Bool

    var length: Double { marks.last ?? 0 }

    /// `place` at 0...1; a closed way has the same place at both ends.
    init(closed: Bool, _ place: (Double) -> Point) {
        isClosed = closed
        let points = (0...240).map { place(Double($0) / 240) }
        var marks = [0.0]
        for (a, b) in zip(points, points.dropFirst()) {
            marks.append((marks.last ?? 0) + hypot(b.x - a.x, b.y - a.y))
        }
        self.points = points
        self.marks = marks
    }

    /// The place `distance` pixels on; before and after an open way it goes straight on.
    func place(_ distance: Double) -> Point {
        let d = isClosed ? wrapped(distance / length) * length : distance
        var (low, high) = (0, marks.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if marks[middle] <= d { low = middle } else { high = middle }
        }
        let t = (d - marks[low]) / max(marks[high] - marks[low], 1e-9)
        return Point(
            lerp(points[low].x, points[high].x, t), lerp(points[low].y, points[high].y, t))
    }
}

/// Fish that swim along their ways once per loop, their bodies following the bends.
struct KoiLayer: SceneLayer {
    struct Fish: Sendable {
        var body: Sprite
        var fin: Sprite
        var shadow: Sprite
        var path: SwimPath
        var length: Double
        /// Where on its way it is at phase 0, in turns.
        var start: Double
        /// Strokes of the tail per loop.
        var strokes: Int
        /// Pixels by which its shadow on the ground is off.
        var shadowOffset: Point
    }

    private static let joints = 18

    let fish: [Fish]
    var depth = 0.12

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        let spines = fish.map { Self.spine($0, moment.phase, shift) }
        for (one, spine) in zip(fish, spines) {
            let shaded = spine.map {
                Point($0.x + one.shadowOffset.x, $0.y + one.shadowOffset.y)
            }
            one.shadow.draw(Self.ribbon(one.shadow, shaded), on: frame)
        }
        for (one, spine) in zip(fish, spines) {
            Self.fins(one, spine, moment.phase, frame)
            one.body.draw(Self.ribbon(one.body, spine), on: frame)
        }
    }

    /// Points from before the nose to behind the tail.
    private static func spine(_ fish: Fish, _ phase: Double, _ shift: Point) -> [Point] {
        // The pace swells and eases a little, as strokes do.
        let turn = phase + fish.start
        let eased = fish.path.isClosed ? turn + 0.012 * wave(2 * turn) : wrapped(turn)
        let way = fish.path.isClosed ? fish.path.length : fish.path.length + fish.length
        let nose = eased * way
        let line = (0...joints).map { i -> Point in
            fish.path.place(nose - share(i) * fish.length)
        }
        return line.indices.map { i in
            let s = share(i)
            let n = normal(line, i)
            let swing =
                fish.length * (0.010 + 0.062 * s * s)
                * wave(Double(fish.strokes) * phase + fish.start * 3 - 0.8 * s)
            return Point(line[i].x + n.x * swing + shift.x, line[i].y + n.y * swing + shift.y)
        }
    }

    private static func share(_ i: Int) -> Double { Double(i) / Double(joints) * 1.06 - 0.03 }

    private static func normal(_ line: [Point], _ i: Int) -> Point {
        let (a, b) = (line[max(i - 1, 0)], line[min(i + 1, line.count - 1)])
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = max(hypot(dx, dy), 1e-6)
        return Point(-dy / length, dx / length)
    }

    private static func ribbon(
        _ sprite: Sprite, _ spine: [Point]
    ) -> [(Sprite.Corner, Sprite.Corner)] {
        let half = sprite.height / 2 + 2
        return spine.indices.map { i in
            let n = normal(spine, i)
            let (p, u) = (spine[i], share(i) * sprite.width)
            return (
                Sprite.Corner(
                    Point(p.x - n.x * half, p.y - n.y * half), Point(u, sprite.height / 2 - half)),
                Sprite.Corner(
                    Point(p.x + n.x * half, p.y + n.y * half), Point(u, sprite.height / 2 + half))
            )
        }
    }

    private static func fins(_ fish: Fish, _ spine: [Point], _ phase: Double, _ frame: Frame) {
        let i = Int((0.22 + 0.03) / 1.06 * Double(joints))
        let n = normal(spine, i)
        let back = atan2(-n.x, n.y)
        for side in [-1.0, 1.0] {
            let beat = 0.20 * wave(Double(fish.strokes / 2) * phase + fish.start + 0.1 * side)
            let root = Koi.half(0.22) * fish.length * 0.82 * side
            fish.fin.draw(
                at: Point(spine[i].x + n.x * root, spine[i].y + n.y * root),
                pivot: Point(0, fish.fin.height * 0.53), angle: back + side * (0.85 + beat),
                scale: Point(1, side), on: frame)
        }
    }
}
