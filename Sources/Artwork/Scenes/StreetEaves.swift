import BatchVideo
import Foundation

extension StreetHouses {
    /// Seen from below: boards and rafters lit by the lanterns, and the edge with its tile ends.
    func upperEave(_ house: House) {
        let s = surface
        let (wall, edge) = (house.side * street.half, house.side * (street.half - 0.95))
        let z = (house.z0 + house.z1) / 2
        s.polygon([
            street.place(wall, house.high, house.z0), street.place(edge, house.high + 0.02, house.z0),
            street.place(edge, house.high + 0.02, house.z1), street.place(wall, house.high, house.z1),
        ])
        s.fill(hazed(paint.wood.darker(0.4).mixed(paint.glow, 0.2 * paint.lit), z))
        var at = house.z0
        while at < house.z1, street.scale(z) > 7 {
            let (p, q) = (street.place(wall, house.high, at), street.place(edge, house.high, at))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
            at += 0.34
        }
        s.stroke(hazed(paint.wood.darker(0.65), z), 0.8, width: max(street.scale(z) * 0.05, 0.6))
        edgeBand(house, edge, house.high, thick: 0.2)
    }

    /// The edge of a roof along the street, its corners turned up.
    func edgeBand(_ house: House, _ x: Double, _ y: Double, thick: Double) {
        let s = surface
        let z = (house.z0 + house.z1) / 2
        let length = house.z1 - house.z0
        func edge(_ lift: Double) -> [Point] {
            (0...10).map { k in
                let t = Double(k) / 10
                let end = pow(abs(t * 2 - 1), 5) * 0.22
                let out = house.side * 0.12 * pow(abs(t * 2 - 1), 5)
                return street.place(x - out, y + lift + end, house.z0 + length * t)
            }
        }
        s.polygon(edge(0) + edge(thick).reversed())
        s.fill(hazed(paint.tile, z))
        let top = edge(thick)
        s.move(top[0].x, top[0].y)
        for p in top.dropFirst() { s.line(p.x, p.y) }
        s.stroke(
            hazed(paint.snow ?? paint.tileLight, z), 0.95,
            width: max(street.scale(z) * (paint.snow == nil ? 0.04 : 0.13), 0.8))
        guard street.scale(z) > 9 else { return }
        var at = house.z0 + 0.1
        while at < house.z1 {
            let t = (at - house.z0) / length
            let end = pow(abs(t * 2 - 1), 5)
            let p = street.place(x - house.side * 0.12 * end, y + thick * 0.45 + end * 0.22, at)
            s.circle(p.x, p.y, street.scale(at) * 0.06)
            at += 0.26
        }
        s.fill(hazed(paint.tileLight.mixed(paint.tile, 0.45), z))
    }
}

/// The little roof over the ground floor, its tiles seen from above.
struct LowerEave {
    let houses: StreetHouses
    let house: StreetHouses.House

    func draw() {
        let (s, street, paint) = (houses.surface, houses.street, houses.paint)
        let (wall, edge) = (house.side * street.half, house.side * (street.half - 0.85))
        let (upper, lower) = (house.low + 0.42, house.low)
        let z = (house.z0 + house.z1) / 2
        let air = 0.9 * (1 - exp(-max(z - 3, 0) / 26))
        func hazed(_ colour: Colour) -> Colour { colour.mixed(paint.haze, air) }
        s.polygon([
            street.place(wall, upper, house.z0), street.place(edge, lower, house.z0),
            street.place(edge, lower, house.z1), street.place(wall, upper, house.z1),
        ])
        let face = paint.snow ?? paint.tile
        s.fill(
            from: street.place(edge, lower, z), to: street.place(wall, upper, z),
            [
                Stop(0, hazed(face.mixed(paint.tileLight, paint.snow == nil ? 0.35 : 0))),
                Stop(1, hazed(face.darker(paint.snow == nil ? 0.3 : 0.12))),
            ])
        if paint.snow == nil, street.scale(z) > 6 {
            var at = house.z0
            while at < house.z1 {
                let (p, q) = (street.place(wall, upper, at), street.place(edge, lower, at))
                s.move(p.x, p.y)
                s.line(q.x, q.y)
                at += 0.26
            }
            s.stroke(hazed(paint.tile.darker(0.5)), 0.8, width: max(street.scale(z) * 0.04, 0.6))
        }
        houses.edgeBand(house, edge, lower - 0.12, thick: 0.16)
    }
}
