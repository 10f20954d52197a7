import BatchVideo
import Foundation

extension ClassroomScene {
    /// Cuts the windows into the left wall and builds their frames.
    static func windows(_ b: RoomBrush, _ paint: Paint, _ plan: Plan) {
        let (x, y0, y1) = (-plan.view.left, plan.sill, plan.top)
        for window in plan.windows {
            let (z0, z1) = (window.lowerBound, window.upperBound)
            // The wall's thickness behind the opening, bright from outside.
            let deep = x - 0.22
            b.cut([(x, y1, z1), (x, y1, z0), (x, y0, z0), (x, y0, z1)])
            b.face(
                [(x, y1, z1), (deep, y1, z1), (deep, y0, z1), (x, y0, z1)],
                paint.wallNear.mixed(paint.light, 0.5), paint.wallNear.mixed(paint.light, 0.25))
            b.face(
                [(x, y0, z1), (deep, y0, z1), (deep, y0, z0), (x, y0, z0)],
                paint.frame.mixed(paint.light, 0.6), paint.frame.mixed(paint.light, 0.3))
            let k = b.view.scale(z0)
            for t in [0.0, 0.5, 1.0] {
                let z = lerp(z0 + 0.02, z1 - 0.02, t)
                b.line((deep, y0, z), (deep, y1, z), paint.frame, width: k * (t == 0.5 ? 0.03 : 0.045))
                b.line((deep, y0, z), (deep, y1, z), paint.light, 0.35, width: max(k * 0.008, 0.6))
            }
            for t in [0.01, 0.36, 0.70, 0.99] {
                let y = lerp(y0, y1, t)
                b.line((deep, y, z0), (deep, y, z1), paint.frame, width: k * (t == 0.36 ? 0.03 : 0.04))
            }
            b.line((x, y0, z0), (x, y1, z0), paint.frame.darker(0.15), width: k * 0.03)
            b.line((x, y1, z0), (x, y1, z1), paint.frame.darker(0.1), width: k * 0.03)
            b.line((x, y0, z1), (x, y1, z1), paint.frame.mixed(paint.light, 0.3), width: k * 0.02)
        }
        // One long sill.
        if let first = plan.windows.first, let last = plan.windows.last {
            let (a, z) = (max(first.lowerBound - 0.3, 0.6), last.upperBound + 0.1)
            b.face(
                [(x, y0, z), (x + 0.16, y0, z), (x + 0.16, y0, a), (x, y0, a)],
                paint.frame.mixed(paint.light, 0.65), paint.frame.mixed(paint.light, 0.35))
            b.face(
                [(x + 0.16, y0, z), (x + 0.16, y0 - 0.05, z), (x + 0.16, y0 - 0.05, a), (x + 0.16, y0, a)],
                paint.frame.darker(0.2), paint.frame.darker(0.35))
        }
    }

    /// Pots on the sill and curtains between the windows.
    static func sill(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ unit: Double,
        _ random: inout SeededRandom
    ) {
        let v = plan.view
        let x = -v.left
        for (i, window) in plan.windows.enumerated().reversed() {
            let z = window.upperBound + 0.115
            guard z < v.depth - 0.05 else { continue }
            let cloth = scene.surface()
            curtain(
                RoomBrush(view: v, surface: cloth, light: paint.light), paint, x: x + 0.05, z: z,
                top: plan.top + 0.12, foot: plan.sill - 0.12, &random)
            scene.add(
                cloth, depth: 0.19,
                .sway(
                    pivot: v.place(x, plan.top, z).y, reach: -(plan.top - plan.sill) * v.scale(z),
                    pixels: unit * 0.006, turns: 1, phase: 0.2 * Double(i)))
        }
        for (i, window) in plan.windows.enumerated().reversed() {
            guard i > 0 || random.unit() < 0.6 else { continue }
            let z = lerp(window.lowerBound, window.upperBound, random.uniform(0.35, 0.65))
            let p = v.place(x + 0.06, plan.sill, z)
            let tall = v.scale(z) * random.uniform(0.36, 0.5)
            let s = scene.surface()
            Furniture(surface: s, light: paint.light, scale: unit).plant(
                at: p, height: tall, paint.leaf,
                pot: paint.papers[i % paint.papers.count].mixed(paint.shade, 0.2), &random)
            scene.add(
                s, depth: 0.2,
                .sway(
                    pivot: p.y - tall * 0.25, reach: tall * 0.8, pixels: tall * 0.014, turns: 2,
                    phase: 0.3 * Double(i)))
        }
    }

    /// A gathered curtain seen along the wall.
    private static func curtain(
        _ b: RoomBrush, _ paint: Paint, x: Double, z: Double, top: Double, foot: Double,
        _ random: inout SeededRandom
    ) {
        let folds = 5
        for k in 0..<folds {
            let (a, c) = (Double(k) / Double(folds), Double(k + 1) / Double(folds))
            func at(_ t: Double, _ y: Double) -> (x: Double, y: Double, z: Double) {
                let gather = y < (top + foot) / 2 ? 0.16 : 0.20
                return (x, y, z + (t - 0.5) * gather)
            }
            let tone = paint.curtain.mixed(k % 2 == 0 ? paint.light : paint.shade, k % 2 == 0 ? 0.28 : 0.22)
            b.face([at(a, top), at(c, top), at(c, foot), at(a, foot)], tone, tone.darker(0.14))
        }
    }

    /// The patches of sun on the floor.
    static func sunlight(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        guard paint.sunStrength > 0 else { return }
        let s = scene.surface()
        let v = plan.view
        let rows = [0.0, 0.36, 0.70, 1.0]
        for window in plan.windows {
            for column in 0..<2 {
                let half = (window.upperBound - window.lowerBound) / 2
                let a = window.lowerBound + half * Double(column) + 0.03
                for k in 0..<3 {
                    let low = lerp(plan.sill, plan.top, rows[k]) + 0.03
                    let high = lerp(plan.sill, plan.top, rows[k + 1]) - 0.03
                    let corners = [(high, a), (high, a + half - 0.06), (low, a + half - 0.06), (low, a)]
                        .map { floor(of: $0.0, $0.1, plan) }
                    guard corners.allSatisfy({ $0.z > 1 && $0.z < v.depth && $0.x < v.right }) else {
                        continue
                    }
                    s.polygon(corners.map { v.place($0.x, 0, $0.z) })
                    s.fill(paint.sun.lighter(0.25), 0.42 * paint.sunStrength)
                }
            }
        }
        scene.add(s, depth: 0.24, blend: .screen, breath: (low: 0.72, turns: 1, phase: 0))
    }

    /// Where light that passes the window wall at a height and a distance meets the floor.
    private static func floor(
        of y: Double, _ z: Double, _ plan: Plan
    ) -> (x: Double, y: Double, z: Double) {
        let way = y / plan.fall.down
        return (way - plan.view.left, 0, z + plan.fall.away * way)
    }

    /// Shafts of light from each window to the floor.
    static func shafts(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        guard paint.sunStrength > 0 else { return }
        let v = plan.view
        for (i, window) in plan.windows.enumerated() {
            let s = scene.surface()
            let (z0, z1) = (window.lowerBound, window.upperBound)
            let open = [(plan.sill, z0), (plan.sill, z1), (plan.top, z1), (plan.top, z0)]
            // From soft to sharp: the beam is brightest in its core.
            for inset in [0.0, 0.06, 0.12, 0.18] {
                let corners = open.map { y, z in
                    (
                        y + (y > (plan.sill + plan.top) / 2 ? -inset : inset),
                        z + (z > (z0 + z1) / 2 ? -inset : inset)
                    )
                }
                let glass = corners.map { v.place(-v.left, $0.0, $0.1) }
                let ground = corners.map { corner in
                    let p = floor(of: corner.0, corner.1, plan)
                    return v.place(p.x, 0, max(p.z, 1))
                }
                s.polygon(ConvexHull.of(glass + ground))
                let (a, b) = (Self.middle(glass), Self.middle(ground))
                s.fill(
                    from: a, to: b,
                    [
                        Stop(0, paint.light, 0.060 * paint.sunStrength),
                        Stop(0.5, paint.light, 0.030 * paint.sunStrength), Stop(1, paint.light, 0.004),
                    ])
            }
            scene.add(
                s, depth: 0.3, blend: .screen,
                breath: (low: 0.45, turns: 1 + i % 2, phase: 0.3 * Double(i)))
        }
    }

    private static func middle(_ points: [Point]) -> Point {
        let n = Double(points.count)
        return Point(points.map(\.x).reduce(0, +) / n, points.map(\.y).reduce(0, +) / n)
    }
}

/// The convex hull of points in a plane (Andrew 1979).
enum ConvexHull {
    static func of(_ points: [Point]) -> [Point] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        return half(sorted) + half(sorted.reversed())
    }

    private static func half(_ points: [Point]) -> [Point] {
        var hull: [Point] = []
        for p in points {
            while hull.count > 1, turn(hull[hull.count - 2], hull[hull.count - 1], p) <= 0 {
                hull.removeLast()
            }
            hull.append(p)
        }
        return Array(hull.dropLast())
    }

    private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
}
