import BatchVideo
import Foundation

/// Broad-leaved trees: branches that divide, and foliage in lit clumps.
struct Tree {
    struct Look {
        var bark: Colour
        var barkLight: Colour
        /// From shadow to light.
        var leaves: ColourRamp
        /// A second hue strewn among the leaves, and its share.
        var accent: Colour?
        var accentShare = 0.12
        /// Leaf dabs per clump; 0 leaves the tree bare.
        var fullness = 90
        /// Size of a dab as a share of the tree's height.
        var leafSize = 0.0092
        /// -1 when the light comes from the left, 1 from the right.
        var lightSide = 1.0
        /// How wide the branches spread, 1 is a linden.
        var spread = 1.0
        var lean = 0.0
        /// Branches hang from their tips, like a willow's; 0...1.
        var weeping = 0.0
    }

    private struct Branch {
        var from: Point
        var to: Point
        var bend: Point
        var width: Double
    }

    private struct Clump {
        var centre: Point
        var radius: Double
    }

    private var branches: [Branch] = []
    private var clumps: [Clump] = []
    private let look: Look
    private let foot: Point
    private let height: Double

    init(at foot: Point, height: Double, _ look: Look, random: inout SeededRandom) {
        self.look = look
        self.foot = foot
        self.height = height
        grow(
            from: foot, angle: -.pi / 2 + look.lean, length: height * 0.25,
            width: height * 0.042, level: 0, &random)
        fillCrown(&random)
    }

    /// Clumps between the twigs, so that the crown is full and its outline uneven.
    private mutating func fillCrown(_ random: inout SeededRandom) {
        let twigs = clumps.map(\.centre)
        guard let first = twigs.first else { return }
        let top = twigs.map(\.y).min() ?? first.y
        let low = twigs.map(\.y).max() ?? first.y
        let middle = twigs.map(\.x).reduce(0, +) / Double(twigs.count)
        let half = (twigs.map { abs($0.x - middle) }.max() ?? 0)
        let tall = max(half * 0.74, (low - top) * 0.55)
        let centre = (top + low) / 2 + height * 0.05
        for _ in 0..<26 {
            let angle = random.uniform(0, 2 * .pi)
            let reach = random.unit().squareRoot() * 0.92
            clumps.append(
                Clump(
                    centre: Point(
                        middle + cos(angle) * reach * half * 0.88,
                        centre + sin(angle) * reach * tall),
                    radius: height * random.uniform(0.055, 0.095)))
        }
    }

    private mutating func grow(
        from a: Point, angle: Double, length: Double, width: Double, level: Int,
        _ random: inout SeededRandom
    ) {
        let b = Point(a.x + cos(angle) * length, a.y + sin(angle) * length)
        let bow = random.uniform(-0.09, 0.09) * length
        let bend = Point(
            (a.x + b.x) / 2 - sin(angle) * bow, (a.y + b.y) / 2 + cos(angle) * bow)
        branches.append(Branch(from: a, to: b, bend: bend, width: width))
        if level >= 2 {
            clumps.append(
                Clump(centre: b, radius: height * random.uniform(0.055, 0.095)))
        }
        guard level < 5 else { return }
        let count = level == 0 ? 3 : random.unit() < 0.3 ? 3 : 2
        for k in 0..<count {
            let open = level == 0 ? 0.52 : random.uniform(0.40, 0.70)
            let fan = (Double(k) - Double(count - 1) / 2) * open * look.spread
            var next = angle + fan + random.uniform(-0.16, 0.16)
            let upright = -Double.pi / 2
            next += (upright - next) * (level > 1 ? 0.14 : 0.03)
            grow(
                from: b, angle: next, length: length * random.uniform(0.68, 0.84),
                width: width * (count == 3 ? 0.56 : 0.64), level: level + 1, &random)
        }
    }

    func paint(on surface: PaintSurface, random: inout SeededRandom) {
        roots(on: surface)
        if look.fullness > 0 { foliage(on: surface, back: true, &random) }
        for branch in branches {
            surface.move(branch.from.x, branch.from.y)
            surface.curve(branch.bend, branch.bend, to: branch.to)
            surface.stroke(look.bark, width: max(branch.width, 0.7))
            if branch.width > height * 0.012 { highlight(branch, on: surface) }
        }
        if look.fullness > 0 { foliage(on: surface, back: false, &random) }
    }

    private func roots(on surface: PaintSurface) {
        let w = height * 0.042
        let slant = sin(look.lean) * w * 2.2
        surface.move(foot.x + slant - w * 0.48, foot.y - w * 2.2)
        surface.curve(
            Point(foot.x - w * 0.5, foot.y - w * 0.5), Point(foot.x - w * 0.8, foot.y),
            to: Point(foot.x - w * 1.3, foot.y + w * 0.25))
        surface.line(foot.x + w * 1.25, foot.y + w * 0.25)
        surface.curve(
            Point(foot.x + w * 0.8, foot.y), Point(foot.x + w * 0.5, foot.y - w * 0.5),
            to: Point(foot.x + slant + w * 0.48, foot.y - w * 2.2))
        surface.close()
        surface.fill(look.bark)
    }

    private func highlight(_ branch: Branch, on surface: PaintSurface) {
        let side = look.lightSide * branch.width * 0.3
        surface.move(branch.from.x + side, branch.from.y)
        surface.curve(
            Point(branch.bend.x + side, branch.bend.y), Point(branch.bend.x + side, branch.bend.y),
            to: Point(branch.to.x + side, branch.to.y))
        surface.stroke(look.barkLight, 0.55, width: branch.width * 0.26)
    }

    /// Dabs around the twigs: behind the branches in shadow, before them in the light.
    private func foliage(
        on surface: PaintSurface, back: Bool, _ random: inout SeededRandom
    ) {
        let top = clumps.map { $0.centre.y - $0.radius }.min() ?? foot.y
        let low = clumps.map { $0.centre.y + $0.radius }.max() ?? foot.y
        let count = back ? look.fullness / 3 : look.fullness * 2 / 3
        for clump in clumps.sorted(by: { $0.centre.y > $1.centre.y }) {
            for _ in 0..<count {
                let angle = random.uniform(0, 2 * .pi)
                let reach = clump.radius * pow(random.unit(), 0.62)
                let (dx, dy) = (cos(angle) * reach * 1.15, sin(angle) * reach * 0.85)
                let facing = (dx * look.lightSide * 0.55 - dy * 0.85) / clump.radius
                let rise = 1 - (clump.centre.y + dy - top) / max(low - top, 1)
                var tone = 0.36 + 0.30 * facing + 0.34 * rise - 0.18 + random.gauss(0, 0.10)
                if back { tone = tone * 0.5 - 0.05 }
                dab(
                    Point(clump.centre.x + dx, clump.centre.y + dy), tone, back: back, on: surface,
                    &random)
            }
        }
    }

    private func dab(
        _ p: Point, _ tone: Double, back: Bool, on surface: PaintSurface,
        _ random: inout SeededRandom
    ) {
        let size = height * look.leafSize * random.uniform(0.6, 1.35) * (back ? 1.35 : 1)
        let droop = look.weeping * height * 0.10 * random.unit()
        let tilt = lerp(random.uniform(-0.9, 0.9), .pi / 2, look.weeping)
        surface.leaf(p.x, p.y + droop, size * 1.15, size * random.uniform(0.5, 0.8), tilt: tilt)
        var colour = look.leaves.colour(tone)
        if let accent = look.accent, random.unit() < look.accentShare {
            colour = accent.mixed(colour, 0.25)
        }
        surface.fill(colour, back ? 0.95 : 0.9)
    }

    /// A small round tree far away, as three strokes of a brush.
    static func distant(
        at p: Point, height h: Double, dark: Colour, light: Colour, lightSide: Double,
        on surface: PaintSurface, random: inout SeededRandom
    ) {
        surface.rectangle(p.x - h * 0.03, p.y - h * 0.35, h * 0.06, h * 0.36)
        surface.fill(dark.darker(0.2))
        for i in 0..<5 {
            let t = Double(i) / 4
            let x = p.x + random.gauss(0, h * 0.17) + lightSide * h * 0.10 * t
            let y = p.y - h * (0.30 + 0.40 * t) + random.gauss(0, h * 0.06)
            surface.circle(x, y, h * lerp(0.25, 0.13, t))
            surface.fill(dark.mixed(light, t * 0.9))
        }
    }
}
