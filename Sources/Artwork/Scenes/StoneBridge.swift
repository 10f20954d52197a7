import BatchVideo
import Foundation

/// An arched bridge of stone across the view, with steps and a balustrade.
struct StoneBridge {
    let view: Perspective
    /// Distance of its near face, and its depth, in metres.
    let z: Double
    let deep = 3.4
    /// Half the arch, half the whole bridge, and heights over the water.
    let arch = 4.0
    let half = 10.5
    let foot = 0.9
    let crest: Double
    let stone: Colour
    let light: Colour
    let shade: Colour
    let lightSide: Double
    /// Snow or moss that lies on it.
    let cap: Colour?

    /// Height of the way over it at `x` metres from the middle.
    func deck(_ x: Double) -> Double {
        let t = min(abs(x) / half, 1)
        return foot + (crest - foot) * (1 - t * t * (3 - 2 * t) * 0.75 - 0.25 * t)
    }

    private func archPoint(_ t: Double, _ z: Double, grow: Double = 0) -> Point {
        let a = Double.pi * (1 - t)
        return view.at(cos(a) * (arch + grow), sin(a) * (arch + grow) * 1.02, z)
    }

    /// All but the balustrade on our side, which comes before whoever walks there.
    func paint(on s: PaintSurface, random: inout SeededRandom) {
        rail(on: s, z + deep, back: true)
        vault(on: s)
        face(on: s, &random)
        voussoirs(on: s, &random)
        way(on: s)
    }

    func balustrade(on s: PaintSurface) { rail(on: s, z, back: false) }

    /// The inside of the arch, seen between its near and its far edge.
    private func vault(on s: PaintSurface) {
        let steps = 24
        s.spline((0...steps).map { archPoint(Double($0) / Double(steps), z) })
        for i in (0...steps).reversed() {
            let p = archPoint(Double(i) / Double(steps), z + deep)
            s.line(p.x, p.y)
        }
        s.close()
        s.fill(
            from: archPoint(0.5, z), to: view.at(0, 0, z),
            [
                Stop(0, stone.mixed(shade, 0.72)), Stop(0.6, stone.mixed(shade, 0.6)),
                Stop(1, stone.mixed(shade, 0.48)),
            ])
    }

    private func outline(on s: PaintSurface) {
        let steps = 40
        let top = (0...steps).map { i -> Point in
            let x = lerp(-half, half, Double(i) / Double(steps))
            return view.at(x, deck(x), z)
        }
        s.spline(top)
        let (r, l) = (view.at(half, 0, z), view.at(-half, 0, z))
        s.line(r.x, r.y)
        for i in (0...24).reversed() {
            let p = archPoint(Double(i) / 24, z)
            s.line(p.x, p.y)
        }
        s.line(l.x, l.y)
        s.close()
    }

    private func face(on s: PaintSurface, _ random: inout SeededRandom) {
        s.isolated {
            outline(on: s)
            s.clip()
            let (a, b) = (view.at(-half * lightSide * -1, crest, z), view.at(half * lightSide * -1, 0, z))
            s.rectangle(min(a.x, b.x), a.y - 4, abs(b.x - a.x), b.y - a.y + 8)
            s.fill(
                from: a, to: b,
                [
                    Stop(0, stone.mixed(light, 0.3)), Stop(0.45, stone),
                    Stop(1, stone.mixed(shade, 0.34)),
                ])
            blocks(on: s, &random)
            let low = view.at(0, 0.9, z).y
            s.rectangle(a.x < b.x ? a.x : b.x, low, abs(b.x - a.x), b.y - low + 8)
            s.fill(
                from: Point(0, low), to: Point(0, b.y),
                [Stop(0, shade, 0), Stop(1, Colour(0x2E4A38).mixed(shade, 0.5), 0.55)])
        }
    }

    private func blocks(on s: PaintSurface, _ random: inout SeededRandom) {
        let high = 0.46
        let rows = Int(crest / high) + 1
        for row in 0..<rows {
            let y = Double(row) * high
            var x = -half + random.uniform(-0.8, 0)
            while x < half {
                let w = random.uniform(0.8, 1.5)
                let f = view.front(x, x + w, y, y + high, z)
                if random.unit() < 0.6 {
                    f.trace(on: s)
                    s.fill(random.unit() < 0.5 ? light : shade, random.uniform(0.02, 0.14))
                }
                s.move(f.topRight.x, f.topRight.y)
                s.line(f.bottomRight.x, f.bottomRight.y)
                s.move(f.topLeft.x, f.topLeft.y)
                s.line(f.topRight.x, f.topRight.y)
                x += w
            }
        }
        s.stroke(shade, 0.3, width: max(view.scale(z) * 0.03, 0.7))
    }

    /// The ring of wedge stones.
    private func voussoirs(on s: PaintSurface, _ random: inout SeededRandom) {
        let count = 17
        for i in 0..<count {
            let (t0, t1) = (Double(i) / Double(count), Double(i + 1) / Double(count))
            s.polygon([
                archPoint(t0, z), archPoint((t0 + t1) / 2, z), archPoint(t1, z),
                archPoint(t1, z, grow: 0.55), archPoint((t0 + t1) / 2, z, grow: 0.57),
                archPoint(t0, z, grow: 0.55),
            ])
            let facing = (t0 + t1 - 1) * lightSide
            let tint = facing > 0 ? light : shade
            s.fill(
                stone.mixed(tint, abs(facing) * 0.2 + random.uniform(0, 0.08)).mixed(light, 0.12),
                keep: true)
            s.stroke(shade, 0.4, width: max(view.scale(z) * 0.025, 0.7))
        }
        s.spline((0...24).map { archPoint(Double($0) / 24, z) })
        s.stroke(light, 0.35, width: max(view.scale(z) * 0.03, 0.8))
    }

    /// The way over it, seen as a line of light along the edge.
    private func way(on s: PaintSurface) {
        let top = (0...40).map { i -> Point in
            let x = lerp(-half, half, Double(i) / 40)
            return view.at(x, deck(x) - 0.10, z)
        }
        s.spline(top)
        s.stroke(stone.mixed(shade, 0.45), width: max(view.scale(z) * 0.22, 1.2))
        s.spline(top.map { Point($0.x, $0.y - view.scale(z) * 0.08) })
        s.stroke(stone.mixed(light, 0.4), width: max(view.scale(z) * 0.10, 0.8))
    }

    private func rail(on s: PaintSurface, _ z: Double, back: Bool) {
        let k = view.scale(z)
        let tone = back ? stone.mixed(shade, 0.4) : stone
        let count = 14
        for i in 0..<count {
            let (x0, x1) = (
                lerp(-half, half, Double(i) / Double(count)),
                lerp(-half, half, Double(i + 1) / Double(count))
            )
            let (a, b) = (view.at(x0, deck(x0), z), view.at(x1, deck(x1), z))
            s.polygon([
                Point(a.x, a.y), Point(b.x, b.y), Point(b.x, b.y - k * 0.62),
                Point(a.x, a.y - k * 0.62),
            ])
            s.fill(tone.mixed(shade, 0.16), keep: true)
            s.stroke(shade, 0.3, width: max(k * 0.025, 0.6))
            s.move(a.x, a.y - k * 0.66)
            s.line(b.x, b.y - k * 0.66)
            s.stroke(cap ?? tone.mixed(light, 0.35), width: max(k * (cap == nil ? 0.12 : 0.2), 0.9))
        }
        for i in 0...count {
            let x = lerp(-half, half, Double(i) / Double(count))
            let p = view.at(x, deck(x), z)
            s.roundedRectangle(p.x - k * 0.12, p.y - k * 0.98, k * 0.24, k * 1.02, radius: k * 0.05)
            s.fill(
                from: Point(p.x + lightSide * k * 0.12, 0), to: Point(p.x - lightSide * k * 0.12, 0),
                [Stop(0, tone.mixed(light, 0.35)), Stop(1, tone.mixed(shade, 0.4))])
            s.circle(p.x, p.y - k * 1.04, k * 0.13)
            s.fill(cap ?? tone.mixed(light, 0.2))
        }
    }
}
