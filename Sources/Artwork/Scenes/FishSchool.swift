import BatchVideo
import Foundation

/// Who swims where: a pair that circle each other, others on ovals and eights, one that passes by.
struct FishSchool {
    struct Way {
        var path: SwimPath
        var length: Double
        var start: Double
        var strokes: Int
    }

    let stage: Stage
    let plan: FishPondScene.Plan

    /// Far fish first.
    func ways(_ random: inout SeededRandom) -> [Way] {
        let unit = stage.unit
        let middle = Point(stage.x(plan.pool.x), stage.y(plan.pool.y))
        let reach = Point(stage.x(plan.reach.x), stage.y(plan.reach.y))
        var ways: [Way] = []
        ways.append(passing(middle, unit * random.uniform(0.2, 0.23), &random))
        for k in 0..<3 {
            let angle = (Double(k) + random.unit()) / 3 * 2 * .pi
            let centre = Point(
                middle.x + cos(angle) * reach.x * 0.72, middle.y + sin(angle) * reach.y * 0.75)
            ways.append(
                eight(centre, unit * random.uniform(0.19, 0.25), turned: random.unit() * .pi, &random))
        }
        ways.append(oval(middle, reach, unit * random.uniform(0.25, 0.28), &random))
        let lead = unit * stage.pick(0.37, portrait: 0.4, square: 0.35)
        ways += pair(middle, lead, &random)
        return ways
    }

    /// Two that follow each other round, as in the sign of yin and yang.
    private func pair(_ c: Point, _ length: Double, _ random: inout SeededRandom) -> [Way] {
        let turn = random.unit() < 0.5 ? 1.0 : -1.0
        let tilt = random.uniform(0, .pi)
        let path = SwimPath(closed: true) { t in
            let a = 2 * .pi * t * turn
            let (x, y) = (cos(a) * length * 0.98, sin(a) * length * 0.7)
            let wobble = 1 + 0.06 * cos(3 * a)
            return Point(
                c.x + (x * cos(tilt) - y * sin(tilt)) * wobble,
                c.y + (x * sin(tilt) + y * cos(tilt)) * wobble)
        }
        let start = random.unit()
        return [0, 0.5].map {
            Way(
                path: path, length: length * (1 - 0.14 * $0), start: start + $0,
                strokes: 6)
        }
    }

    private func eight(
        _ c: Point, _ length: Double, turned tilt: Double, _ random: inout SeededRandom
    ) -> Way {
        let (a, b) = (length * random.uniform(1.25, 1.6), length * random.uniform(0.55, 0.75))
        let path = SwimPath(closed: true) { t in
            let (x, y) = (a * sin(2 * .pi * t), b * sin(4 * .pi * t))
            return Point(c.x + x * cos(tilt) - y * sin(tilt), c.y + x * sin(tilt) + y * cos(tilt))
        }
        return Way(path: path, length: length, start: random.unit(), strokes: 7 + random.index(2))
    }

    private func oval(
        _ c: Point, _ reach: Point, _ length: Double, _ random: inout SeededRandom
    ) -> Way {
        let turn = random.unit() < 0.5 ? 1.0 : -1.0
        let long = min(max(reach.x, reach.y), length * 2.1)
        let (rx, ry) = reach.x > reach.y ? (long, reach.y * 0.95) : (reach.x * 0.95, long)
        let bend = random.unit() * 2 * .pi
        let path = SwimPath(closed: true) { t in
            let a = 2 * .pi * t * turn
            let r = 1 + 0.10 * sin(2 * a + bend) + 0.05 * sin(3 * a)
            return Point(c.x + cos(a) * rx * r, c.y + sin(a) * ry * r)
        }
        return Way(path: path, length: length, start: random.unit(), strokes: 8)
    }

    /// Comes in on one side and leaves on the other.
    private func passing(_ c: Point, _ length: Double, _ random: inout SeededRandom) -> Way {
        let isTall = stage.shape == .portrait
        let span = isTall ? stage.height : stage.width
        let lead = random.uniform(-0.18, 0.18)
        let (bow, phase) = (stage.unit * random.uniform(0.08, 0.16), random.unit())
        let path = SwimPath(closed: false) { t in
            let along = lerp(-stage.unit * 0.1, span + stage.unit * 0.1, t)
            let across = bow * wave(t * 0.9 + phase)
            return isTall
                ? Point(c.x + lead * stage.width + across, along)
                : Point(along, c.y + lead * stage.height + across)
        }
        return Way(path: path, length: length, start: random.unit(), strokes: 9)
    }
}

extension Koi.Coat {
    /// The coat in coloured light.
    func lit(_ light: Colour, _ share: Double) -> Koi.Coat {
        var coat = self
        coat.base = base.mixed(light, share)
        coat.patch = patch.mixed(light, share * 0.6)
        coat.spot = spot.mixed(light, share * 0.5)
        return coat
    }
}
