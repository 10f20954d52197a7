import BatchVideo
import Foundation

/// A house with white walls and dark tiles that stands on the quay of a canal, its front along the
/// view, its stepped gable towards us.
struct CanalHouse {
    struct Paint {
        var wall: Colour
        var tile: Colour
        var wood: Colour
        var stone: Colour
        var light: Colour
        var shade: Colour
        /// Colour of the air between it and us.
        var haze: Colour
        /// Light behind its windows, and the share of windows that are lit.
        var lamp: Colour
        var lit: Double
        var snow: Colour?
    }

    let view: Perspective
    let paint: Paint
    /// Left (-1) or right (1) of the canal.
    let side: Double
    /// Metres: distance of its front from the middle, its ends, heights of quay, eave and ridge.
    let x: Double
    let near: Double
    let far: Double
    let quay: Double
    let eave: Double
    var ridge: Double { eave + 1.9 }
    var storeys: Int { eave > 5 ? 2 : 1 }

    /// 0 near us ... 1 lost in the air.
    private var veil: Double { min(max((far + near) / 2 - 12, 0) / 70, 0.66) }

    private func air(_ colour: Colour) -> Colour { colour.mixed(paint.haze, veil) }

    func draw(on s: PaintSurface, random: inout SeededRandom) {
        roof(on: s)
        front(on: s, &random)
        gable(on: s)
    }

    private func roof(on s: PaintSurface) {
        let columns = max(Int((far - near) * 3.2), 6)
        TiledRoof(
            slope: view.slope(
                side * (x - 0.5), eave - 0.1, side * (x + 2.8), ridge, near: near, far: far),
            columns: columns, tile: air(paint.tile), light: air(paint.light), shade: air(paint.shade),
            snow: paint.snow.map(air), sag: 0.03, ridge: view.scale((near + far) / 2) * 0.16
        ).paint(on: s)
    }

    private func front(on s: PaintSurface, _ random: inout SeededRandom) {
        let wall = view.side(side * x, quay, eave, near: near, far: far)
        wall.trace(on: s)
        s.fill(
            from: wall.topLeft, to: wall.bottomLeft,
            [
                Stop(0, air(paint.wall.mixed(paint.shade, 0.3))),
                Stop(0.25, air(paint.wall.mixed(paint.shade, 0.1))),
                Stop(0.7, air(paint.wall.mixed(paint.shade, 0.14))),
                Stop(1, air(paint.wall.mixed(paint.stone, 0.5))),
            ])
        stains(on: s, wall, &random)
        let isShop = random.unit() < 0.55
        let bays = max(Int((far - near) / 1.9), 1)
        if storeys == 2 { windows(on: s, wall, bays, 0.13, 0.36, &random) }
        let ground = storeys == 2 ? wall.part(0, 0.54, 1, 1) : wall.part(0, 0.16, 1, 1)
        if isShop {
            shop(on: s, ground, bays, &random)
        } else {
            windows(on: s, ground, bays, 0.14, 0.62, &random)
        }
        if storeys == 2 { canopy(on: s) }
    }

    private func windows(
        on s: PaintSurface, _ wall: Facet, _ bays: Int, _ top: Double, _ bottom: Double,
        _ random: inout SeededRandom
    ) {
        for bay in 0..<bays {
            let (u0, u1) = (Double(bay) / Double(bays), Double(bay + 1) / Double(bays))
            window(
                on: s, wall.part(lerp(u0, u1, 0.18), top, lerp(u0, u1, 0.82), bottom), &random)
        }
    }

    /// A front of boards with lattices over them, and a door.
    private func shop(
        on s: PaintSurface, _ f: Facet, _ bays: Int, _ random: inout SeededRandom
    ) {
        let boards = f.part(0.03, 0.06, 0.97, 1)
        boards.trace(on: s)
        s.fill(
            from: boards.topLeft, to: boards.bottomLeft,
            [Stop(0, air(paint.wood.mixed(paint.shade, 0.45))), Stop(1, air(paint.wood.mixed(paint.shade, 0.1)))])
        let planks = Int((far - near) * 4)
        for k in 1..<max(planks, 2) {
            let (a, b) = (boards.at(Double(k) / Double(planks), 0), boards.at(Double(k) / Double(planks), 1))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        s.stroke(air(paint.shade), 0.4, width: 1)
        let door = random.index(bays)
        for bay in 0..<bays {
            let (u0, u1) = (Double(bay) / Double(bays), Double(bay + 1) / Double(bays))
            let isDoor = bay == door
            let opening = boards.part(
                lerp(u0, u1, isDoor ? 0.22 : 0.1), 0.12, lerp(u0, u1, isDoor ? 0.78 : 0.9), isDoor ? 1 : 0.58)
            window(on: s, opening, &random)
        }
    }

    /// A narrow roof between the storeys.
    private func canopy(on s: PaintSurface) {
        let y = quay + (eave - quay) * 0.47
        TiledRoof(
            slope: view.slope(side * (x - 0.75), y, side * x, y + 0.45, near: near, far: far),
            columns: max(Int((far - near) * 3.2), 6), tile: air(paint.tile), light: air(paint.light),
            shade: air(paint.shade), snow: paint.snow.map(air), sag: 0, ridge: 0
        ).paint(on: s)
    }

    /// Rain has drawn grey down the plaster.
    private func stains(on s: PaintSurface, _ wall: Facet, _ random: inout SeededRandom) {
        for _ in 0..<Int((far - near) * 3) {
            let (u, v) = (random.unit(), random.uniform(0, 0.5))
            let strip = wall.part(
                u, v, min(u + random.uniform(0.004, 0.02), 1), min(v + random.uniform(0.15, 0.5), 1))
            strip.trace(on: s)
            s.fill(air(paint.stone.mixed(paint.shade, 0.3)), random.uniform(0.04, 0.16))
        }
    }

    private func window(on s: PaintSurface, _ f: Facet, _ random: inout SeededRandom) {
        f.trace(on: s)
        s.fill(air(paint.wood.mixed(paint.shade, 0.3)))
        let pane = f.part(0.08, 0.08, 0.92, 0.92)
        let isLit = random.unit() < paint.lit
        pane.trace(on: s)
        isLit
            ? s.fill(
                from: pane.topLeft, to: pane.bottomLeft,
                [Stop(0, paint.lamp.lighter(0.25)), Stop(1, paint.lamp.mixed(paint.wood, 0.15))])
            : s.fill(air(paint.wood.mixed(paint.shade, 0.72)))
        for k in 1..<4 {
            let (a, b) = (pane.at(Double(k) / 4, 0), pane.at(Double(k) / 4, 1))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        for k in 1..<4 {
            let (a, b) = (pane.at(0, Double(k) / 4), pane.at(1, Double(k) / 4))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        let wide = hypot(f.topRight.x - f.topLeft.x, f.topRight.y - f.topLeft.y)
        s.stroke(air(paint.wood), width: max(wide * 0.035, 0.8))
        let sill = f.part(-0.06, 0.96, 1.06, 1.06)
        sill.trace(on: s)
        s.fill(air(paint.wood.mixed(paint.light, 0.2)))
    }

    /// The end wall rises over the roof in steps, each with a cap of tiles.
    private func gable(on s: PaintSurface) {
        let steps: [(out: Double, up: Double)] = [
            (-0.15, eave + 0.2), (0.8, eave + 0.2), (0.8, eave + 1.1), (1.8, eave + 1.1),
            (1.8, ridge + 0.35), (4.0, ridge + 0.35), (4.0, eave + 1.1), (5.0, eave + 1.1),
            (5.0, eave + 0.2), (6.0, eave + 0.2),
        ]
        let top = steps.map { view.at(side * (x + $0.out), $0.up, near) }
        let (a, b) = (view.at(side * (x + 6), quay, near), view.at(side * (x - 0.15), quay, near))
        s.polygon(top + [a, b])
        s.fill(
            from: Point(0, top[4].y), to: Point(0, a.y),
            [
                Stop(0, air(paint.wall)), Stop(0.6, air(paint.wall.mixed(paint.shade, 0.06))),
                Stop(1, air(paint.wall.mixed(paint.stone, 0.55))),
            ])
        let k = view.scale(near)
        for i in stride(from: 0, to: steps.count, by: 2) {
            let (p, q) = (top[i], top[i + 1])
            let (l, r) = p.x < q.x ? (p, q) : (q, p)
            let out = k * 0.22
            s.move(l.x - out, l.y - k * 0.16)
            s.curve(
                Point(l.x - out * 0.2, l.y + k * 0.02), Point(l.x, l.y + k * 0.04),
                to: Point(l.x + out, l.y + k * 0.04))
            s.line(r.x - out, r.y + k * 0.04)
            s.curve(
                Point(r.x, r.y + k * 0.04), Point(r.x + out * 0.2, r.y + k * 0.02),
                to: Point(r.x + out, r.y - k * 0.16))
            s.line(r.x, r.y - k * 0.22)
            s.line(l.x, l.y - k * 0.22)
            s.close()
            s.fill(air(paint.tile.mixed(paint.shade, 0.4)))
            s.move(l.x, l.y - k * 0.2)
            s.line(r.x, r.y - k * 0.2)
            s.stroke(
                air(paint.snow ?? paint.tile.mixed(paint.light, 0.35)),
                width: max(k * (paint.snow == nil ? 0.06 : 0.14), 0.8))
        }
    }
}
