import BatchVideo
import Foundation

/// A cat that breathes, twitches an ear and moves its tail.
struct CatLayer: SceneLayer {
    private let cat: Cat
    private let place: Point
    /// 1 as painted, -1 turned around.
    private let facing: Double
    private let depth: Double
    private let body: Sprite
    private let head: Sprite
    private let ear: Sprite
    private let tail: Sprite

    init(_ cat: Cat, at place: Point, facing: Double, depth: Double) {
        self.cat = cat
        self.place = place
        self.facing = facing
        self.depth = depth
        body = cat.body()
        head = cat.head()
        ear = cat.ear()
        tail = cat.tail()
    }

    func draw(on frame: Frame, at moment: Moment) {
        let shift = moment.shift(depth, frame.stage)
        let seat = Point(place.x + shift.x, place.y + shift.y)
        let breath = wave(2 * moment.phase)
        if cat.pose != .curled { ribbon(seat, moment.phase, frame) }
        body.draw(
            at: seat, pivot: cat.pivot, scale: Point(facing * (1 + 0.006 * breath), 1 + 0.010 * breath),
            on: frame)
        if cat.pose == .curled { ribbon(seat, moment.phase, frame) }
        let lift = cat.pose == .curled ? 0 : -0.007 * breath
        let nod = cat.pose == .curled ? 0.006 * breath : 0.035 * wave(moment.phase) + 0.012 * wave(3 * moment.phase)
        part(ear, seat, nod, lift, twitch(moment.phase), frame)
        part(head, seat, nod, lift, 0, frame)
    }

    /// A part that turns with the head around the neck, and by `own` radians around the ear's root.
    private func part(
        _ sprite: Sprite, _ seat: Point, _ nod: Double, _ lift: Double, _ own: Double, _ frame: Frame
    ) {
        let k = cat.height
        let neck = cat.headPivot
        func turned(_ p: Point) -> Point {
            let (dx, dy) = (p.x - neck.x, p.y - neck.y)
            return Point(
                neck.x + dx * cos(nod) - dy * sin(nod), neck.y + dx * sin(nod) + dy * cos(nod) + lift)
        }
        let root = own == 0 ? neck : cat.earPivot
        let at = turned(root)
        sprite.draw(
            at: Point(seat.x + facing * at.x * k, seat.y + at.y * k),
            pivot: Point(cat.pivot.x + root.x * k, cat.pivot.y + root.y * k),
            angle: facing * (nod + own), scale: Point(facing, 1), on: frame)
    }

    /// Two quick turns of the ear, one later.
    private func twitch(_ phase: Double) -> Double {
        func flick(_ at: Double) -> Double {
            let t = (wrapped(phase - at) * 7) / 0.34
            return t < 1 ? envelope(t, edge: 0.35) : 0
        }
        return 0.0001 + 0.30 * (flick(0.18) + flick(0.235) + 0.7 * flick(0.68))
    }

    /// The tail's line: its headings along the way (radians), and the sway that grows to its tip.
    private func ribbon(_ seat: Point, _ phase: Double, _ frame: Frame) {
        let k = cat.height
        let (root, headings): (Point, [Double]) =
            switch cat.pose {
            case .behind: (Point(0.12, -0.035), [-0.05, 0.02, 0.45, 1.35, 1.62, 1.5, 1.0, 0.3])
            case .profile: (Point(-0.22, -0.045), [3.1, 2.9, 2.2, 1.6, 1.45, 1.6, 2.1, 2.9])
            case .curled: (Point(-0.44, -0.09), [1.3, 0.55, 0.1, 0.02, 0.0, -0.02, -0.2, -0.7])
            }
        let steps = 26
        let step = tail.width / Double(steps)
        var p = Point(seat.x + facing * root.x * k, seat.y + root.y * k)
        var crossings: [(Sprite.Corner, Sprite.Corner)] = []
        for i in 0...steps {
            let t = Double(i) / Double(steps)
            let place = t * Double(headings.count - 1)
            let j = min(Int(place), headings.count - 2)
            let rest = lerp(headings[j], headings[j + 1], place - Double(j))
            let reach = cat.pose == .curled ? smoothstep(0.72, 1, t) * 0.9 : t * t * 1.05
            let sway = reach * (0.6 * wave(2 * phase - 0.35 * t) + 0.22 * wave(3 * phase + 0.3 - 0.5 * t))
            let a = rest + sway
            let (ux, uy) = (facing * cos(a), sin(a))
            let half = tail.height / 2 + 2
            let (nx, ny) = (-uy * half * facing, ux * half * facing)
            crossings.append(
                (
                    Sprite.Corner(Point(p.x - nx, p.y - ny), Point(t * tail.width, tail.height / 2 - half)),
                    Sprite.Corner(Point(p.x + nx, p.y + ny), Point(t * tail.width, tail.height / 2 + half))
                ))
            p = Point(p.x + ux * step, p.y + uy * step)
        }
        tail.draw(crossings, on: frame)
    }
}
