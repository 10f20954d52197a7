import BatchVideo
import Foundation

/// Lines of the palm and of the finger joints.
struct HandDetail {
    let surface: PaintSurface
    let placement: HandPlacement
    let shade: Colour

    private func place(_ x: Double, _ y: Double, _ z: Double) -> Point {
        let p = placement.place(SIMD3(Float(x), Float(y), Float(z)))
        return Point(Double(p.x), Double(p.y))
    }

    func creases(_ model: HandModel) {
        let k = placement.length
        // The lines of life, head and heart.
        for (line, alpha) in [
            ([(0.130, 0.385), (0.075, 0.345), (0.040, 0.240), (0.030, 0.110)], 0.30),
            ([(0.130, 0.395), (0.060, 0.370), (-0.030, 0.320), (-0.105, 0.260)], 0.22),
            ([(0.075, 0.455), (0.010, 0.405), (-0.070, 0.385), (-0.165, 0.375)], 0.26),
        ] {
            surface.spline(line.map { place($0.0, $0.1, 0.07) })
            surface.stroke(shade, alpha, width: max(k * 0.006, 0.8))
        }
        for line in model.joints { joints(line) }
    }

    /// A crease across a finger at each of its joints, bent with its roundness.
    private func joints(_ line: [SIMD3<Float>]) {
        guard line.count == 4 else { return }
        let k = placement.length
        for i in 1...2 {
            let (before, at) = (placement.place(line[i - 1]), placement.place(line[i]))
            let (dx, dy) = (Double(at.x - before.x), Double(at.y - before.y))
            let length = max(hypot(dx, dy), 1)
            let (ux, uy) = (dx / length, dy / length)
            let half = k * (i == 1 ? 0.036 : 0.033)
            let c = Point(Double(at.x) - ux * k * 0.004, Double(at.y) - uy * k * 0.004)
            surface.spline(
                [-1.0, -0.5, 0, 0.5, 1].map { t in
                    let bow = k * 0.010 * (1 - t * t)
                    return Point(c.x - uy * half * t - ux * bow, c.y + ux * half * t - uy * bow)
                })
            surface.stroke(shade, 0.20, width: max(k * 0.0055, 0.8))
        }
    }
}

/// A knitted sleeve with a ribbed cuff around a forearm.
struct Sleeve {
    let surface: PaintSurface
    let placement: HandPlacement
    let cloth: Colour
    let light: Colour
    /// How far the forearm stands off towards the thumb, in radians.
    let bend: Double

    /// Across the forearm and along it from the wrist, in hand lengths.
    private func place(_ across: Double, _ along: Double) -> Point {
        let (s, c) = (sin(bend), cos(bend))
        let (x, y) = (across * c - along * s, -0.10 + across * s + (along + 0.10) * c)
        let p = placement.place(SIMD3(Float(x - 0.10 * s), Float(y), -0.03))
        return Point(Double(p.x), Double(p.y))
    }

    func paint() {
        body()
        cuff()
    }

    private func body() {
        let s = surface
        let edge: [(Double, Double)] = [(0.150, -0.30), (0.185, -0.50), (0.215, -0.80), (0.25, -1.2)]
        let right = edge.map { place($0.0, $0.1) }
        let left = edge.map { place(-$0.0, $0.1) }
        s.spline(right)
        if let foot = left.last { s.line(foot.x, foot.y) }
        for p in left.reversed() { s.line(p.x, p.y) }
        s.close()
        s.fill(from: place(-0.2, -0.6), to: place(0.2, -0.6), folds)
        for k in 0..<5 {
            let y = -0.40 - 0.13 * Double(k)
            let half = 0.165 + 0.028 * Double(k)
            let (a, b) = (place(-half, y), place(half * 0.4, y - 0.05))
            s.move(a.x, a.y)
            s.curve(place(-half * 0.5, y - 0.05), place(0, y - 0.07), to: b)
            s.stroke(cloth.darker(0.45), 0.30, width: placement.length * 0.012)
        }
    }

    private var folds: [Stop] {
        [
            Stop(0, cloth.darker(0.45)), Stop(0.22, cloth.darker(0.08)),
            Stop(0.45, cloth.mixed(light, 0.22)), Stop(0.72, cloth), Stop(1, cloth.darker(0.5)),
        ]
    }

    private func cuff() {
        let s = surface
        let (top, low, half) = (-0.165, -0.335, 0.142)
        let (a, b) = (place(-half, top), place(half, top))
        s.move(a.x, a.y)
        s.curve(place(-half * 0.5, top + 0.042), place(half * 0.5, top + 0.042), to: b)
        let c = place(half + 0.02, low)
        s.line(c.x, c.y)
        s.curve(place(half * 0.5, low + 0.03), place(-half * 0.5, low + 0.03), to: place(-half - 0.02, low))
        s.close()
        s.fill(from: place(-half, -0.25), to: place(half, -0.25), folds)
        for k in 0...13 {
            let t = lerp(-0.95, 0.95, Double(k) / 13)
            let bow = 0.030 * (1 - t * t)
            let (p, q) = (place(half * t, top + bow * 1.05), place((half + 0.015) * t, low + bow * 0.8))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
        }
        s.stroke(cloth.darker(0.5), 0.42, width: max(placement.length * 0.006, 0.8))
        s.move(a.x, a.y)
        s.curve(place(-half * 0.5, top + 0.042), place(half * 0.5, top + 0.042), to: b)
        s.stroke(light, 0.5, width: max(placement.length * 0.008, 1))
    }
}
