import BatchVideo
import Foundation

extension StreetHouses {
    /// What a bay holds on the ground floor: a lattice window, a door with cloth, an open shop.
    func bay(_ house: House, _ z0: Double, _ z1: Double, _ random: inout SeededRandom) {
        let (a, b) = (z0 + (z1 - z0) * 0.12, z0 + (z1 - z0) * 0.88)
        let top = house.low - 0.35
        switch random.index(4) {
        case 0, 1: window(house, a, b, 0.85, top, &random)
        case 2:
            opening(house, a, b, 0.06, top, &random)
            cloth(house, a, b, top - 0.05, random.uniform(0.5, 0.75), &random)
        default: window(house, a, b, 0.12, top, &random)
        }
        if random.unit() < 0.3 { banner(house, z0, &random) }
    }

    /// A lattice with paper behind it.
    func window(
        _ house: House, _ z0: Double, _ z1: Double, _ y0: Double, _ y1: Double,
        _ random: inout SeededRandom
    ) {
        let s = surface
        let x = house.side * (street.half - 0.01)
        let z = (z0 + z1) / 2
        let isLit = random.unit() < 0.78
        let lamp = paint.pane.mixed(
            paint.lamp, isLit ? paint.lit * random.uniform(0.75, 1) : paint.lit * 0.12)
        s.polygon(street.wall(x, y0, y1, z0, z1))
        let (foot, head) = (street.place(x, y0, z), street.place(x, y1, z))
        s.fill(
            from: foot, to: head,
            [
                Stop(0, hazed(lamp.darker(0.28), z * 0.6)), Stop(0.55, hazed(lamp, z * 0.6)),
                Stop(1, hazed(lamp.lighter(0.18 * paint.lit), z * 0.6)),
            ])
        lattice(x, z0, z1, y0, y1, hazed(paint.wood.darker(0.3), z))
    }

    private func lattice(
        _ x: Double, _ z0: Double, _ z1: Double, _ y0: Double, _ y1: Double, _ colour: Colour
    ) {
        let s = surface
        let fine = street.scale((z0 + z1) / 2)
        let across = fine > 24 ? 7 : fine > 12 ? 5 : 3
        let rows = fine > 24 ? 4 : 2
        for k in 0...across {
            let z = 1 / lerp(1 / z0, 1 / z1, Double(k) / Double(across))
            let (p, q) = (street.place(x, y0, z), street.place(x, y1, z))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
        }
        for k in 0...rows {
            let y = lerp(y0, y1, Double(k) / Double(rows))
            let (p, q) = (street.place(x, y, z0), street.place(x, y, z1))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
        }
        s.stroke(colour, 0.92, width: max(fine * 0.034, 0.7))
        s.polygon(street.wall(x, y0, y1, z0, z1))
        s.stroke(colour.darker(0.2), width: max(fine * 0.07, 0.9))
    }

    /// A doorway, bright inside.
    private func opening(
        _ house: House, _ z0: Double, _ z1: Double, _ y0: Double, _ y1: Double,
        _ random: inout SeededRandom
    ) {
        let s = surface
        let x = house.side * (street.half - 0.01)
        let z = (z0 + z1) / 2
        let inside = paint.pane.mixed(paint.lamp, 0.2 + 0.75 * paint.lit)
        s.polygon(street.wall(x, y0, y1, z0, z1))
        s.fill(
            from: street.place(x, y0, z), to: street.place(x, y1, z),
            [Stop(0, hazed(inside.darker(0.5), z * 0.6)), Stop(1, hazed(inside, z * 0.6))])
        // Shelves and jars against the light.
        guard street.scale(z) > 12, z0 > 2.6 else { return }
        for shelf in 0..<3 {
            let y = lerp(y0, y1, 0.28 + 0.2 * Double(shelf))
            let (p, q) = (street.place(x, y, z0 + 0.1), street.place(x, y, z1 - 0.1))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
            s.stroke(hazed(paint.wood.darker(0.5), z), 0.8, width: max(street.scale(z) * 0.03, 0.7))
            for _ in 0..<5 {
                let at = street.place(x, y + 0.09, random.uniform(z0 + 0.15, z1 - 0.15))
                s.circle(at.x, at.y, street.scale(z) * random.uniform(0.05, 0.09))
            }
            s.fill(hazed(paint.wood.darker(0.4), z), 0.7)
        }
    }

    /// Halves of cloth before a door.
    private func cloth(
        _ house: House, _ z0: Double, _ z1: Double, _ top: Double, _ drop: Double,
        _ random: inout SeededRandom
    ) {
        let x = house.side * (street.half - 0.08)
        let colour = paint.cloths[random.index(paint.cloths.count)]
        for k in 0..<3 {
            let a = lerp(z0, z1, (Double(k) + 0.04) / 3)
            let b = lerp(z0, z1, (Double(k) + 0.96) / 3)
            surface.polygon(street.wall(x, top - drop, top, a, b))
            let z = (a + b) / 2
            surface.fill(
                from: street.place(x, top - drop, z), to: street.place(x, top, z),
                [
                    Stop(0, hazed(colour.mixed(paint.glow, 0.25 * paint.lit), z)),
                    Stop(1, hazed(colour.darker(0.3), z)),
                ])
        }
    }

    /// A long cloth that hangs across the wall, facing us.
    private func banner(_ house: House, _ z: Double, _ random: inout SeededRandom) {
        guard z > 2.6 else { return }
        let colour = paint.cloths[random.index(paint.cloths.count)]
        let (outer, inner) = (house.side * (street.half - 0.55), house.side * (street.half - 0.12))
        let (top, bottom) = (house.low - 0.25, house.low - random.uniform(1.35, 1.75))
        let points = [
            street.place(outer, bottom, z), street.place(outer, top, z),
            street.place(inner, top, z), street.place(inner, bottom, z),
        ]
        surface.polygon(points)
        surface.fill(
            from: points[1], to: points[0],
            [
                Stop(0, hazed(colour.darker(0.15), z)),
                Stop(1, hazed(colour.mixed(paint.glow, 0.3 * paint.lit), z)),
            ])
        let middle = Point((points[0].x + points[3].x) / 2, lerp(points[1].y, points[0].y, 0.3))
        surface.circle(middle.x, middle.y, street.scale(z) * 0.12)
        surface.stroke(hazed(paint.lamp.lighter(0.3), z), 0.8, width: max(street.scale(z) * 0.03, 0.7))
    }
}
