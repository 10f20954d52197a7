import BatchVideo
import Foundation

/// Rows of old houses along a street: wood or plaster, lit lattice windows, tiled eaves.
struct StreetHouses {
    struct Paint {
        var wood: Colour
        var woodLight: Colour
        var plaster: Colour
        var tile: Colour
        var tileLight: Colour
        /// Light in windows; its strength is 0 by day ... 1 by night.
        var lamp: Colour
        var lit: Double
        var pane: Colour
        /// Light of the lanterns on walls and eaves.
        var glow: Colour
        var haze: Colour
        var cloths: [Colour]
        var snow: Colour?
    }

    struct House {
        var side: Double
        var z0: Double
        var z1: Double
        /// Heights of the lower eaves, of the upper ones, in metres.
        var low: Double
        var high: Double
        var isPlastered: Bool
    }

    let street: Street
    let paint: Paint
    let surface: PaintSurface

    /// Both sides, the farthest first.
    func draw(random: inout SeededRandom) {
        var houses: [House] = []
        for side in [-1.0, 1.0] {
            var z = 1.3
            while z < street.end {
                let length = random.uniform(4.2, 6.4)
                houses.append(
                    House(
                        side: side, z0: z, z1: z + length, low: random.uniform(2.5, 2.75),
                        high: random.uniform(4.6, 5.5), isPlastered: random.unit() < 0.45))
                z += length
            }
        }
        for house in houses.sorted(by: { $0.z0 > $1.z0 }) { draw(house, &random) }
    }

    /// How much of the air lies before something at `z`, 0...1.
    func air(_ z: Double) -> Double { 0.9 * (1 - exp(-max(z - 3, 0) / 26)) }
    func hazed(_ colour: Colour, _ z: Double) -> Colour {
        colour.mixed(paint.haze, air(z))
    }

    private func draw(_ house: House, _ random: inout SeededRandom) {
        let bays = max(Int((house.z1 - house.z0) / 1.9), 2)
        let step = (house.z1 - house.z0) / Double(bays)
        lowerWall(house)
        for k in (0..<bays).reversed() {
            let z = house.z0 + Double(k) * step
            bay(house, z, z + step, &random)
            post(house, z, 0, house.low + 0.3)
        }
        upperWall(house)
        for k in (0..<bays).reversed() {
            let z = house.z0 + Double(k) * step
            window(house, z + step * 0.14, z + step * 0.86, house.low + 1.0, house.high - 0.45, &random)
            post(house, z, house.low + 0.45, house.high)
        }
        rail(house)
        LowerEave(houses: self, house: house).draw()
        upperEave(house)
    }

    private func lowerWall(_ house: House) {
        let s = surface
        let x = house.side * street.half
        s.polygon(street.wall(x, 0, house.low + 0.5, house.z0, house.z1))
        let z = (house.z0 + house.z1) / 2
        let base = house.isPlastered ? paint.plaster : paint.wood
        s.fill(
            from: street.place(x, 0, house.z0), to: street.place(x, house.low, house.z0),
            [
                Stop(0, hazed(base.darker(0.42), z)), Stop(0.3, hazed(base.darker(0.12), z)),
                Stop(0.8, hazed(base.mixed(paint.glow, 0.22 * paint.lit), z)),
                Stop(1, hazed(base.darker(0.2), z)),
            ])
        // Boards at the foot.
        s.polygon(street.wall(x, 0, 0.75, house.z0, house.z1))
        s.fill(hazed(paint.wood.darker(0.35), z), house.isPlastered ? 0.85 : 0.5)
        boards(house, x, 0, 0.75, 0.24, z)
    }

    private func boards(
        _ house: House, _ x: Double, _ y0: Double, _ y1: Double, _ pitch: Double, _ z: Double
    ) {
        guard street.scale(z) * pitch > 3.5 else { return }
        var at = house.z0
        while at < house.z1 {
            let (p, q) = (street.place(x, y0, at), street.place(x, y1, at))
            surface.move(p.x, p.y)
            surface.line(q.x, q.y)
            at += pitch
        }
        surface.stroke(hazed(paint.wood.darker(0.6), z), 0.5, width: max(street.scale(z) * 0.012, 0.6))
    }

    private func post(_ house: House, _ z: Double, _ y0: Double, _ y1: Double) {
        let s = surface
        let x = house.side * (street.half - 0.03)
        s.polygon(street.wall(x, y0, y1, z, z + 0.17))
        s.fill(
            from: street.place(x, y0, z), to: street.place(x, y1, z),
            [
                Stop(0, hazed(paint.wood.darker(0.45), z)),
                Stop(1, hazed(paint.woodLight.mixed(paint.glow, 0.2 * paint.lit), z)),
            ])
    }

    private func upperWall(_ house: House) {
        let x = house.side * street.half
        let z = (house.z0 + house.z1) / 2
        let base = house.isPlastered ? paint.plaster : paint.wood.mixed(paint.woodLight, 0.3)
        surface.polygon(street.wall(x, house.low + 0.4, house.high + 0.1, house.z0, house.z1))
        surface.fill(
            from: street.place(x, house.low + 0.4, z), to: street.place(x, house.high, z),
            [
                Stop(0, hazed(base.mixed(paint.glow, 0.16 * paint.lit), z)),
                Stop(1, hazed(base.darker(0.38), z)),
            ])
    }

    /// A balustrade before the upper windows.
    private func rail(_ house: House) {
        let s = surface
        let x = house.side * (street.half - 0.18)
        let z = (house.z0 + house.z1) / 2
        let (y0, y1) = (house.low + 0.5, house.low + 1.05)
        let colour = hazed(paint.woodLight.mixed(paint.glow, 0.25 * paint.lit), z)
        for y in [y0, (y0 + y1) / 2, y1] {
            let (p, q) = (street.place(x, y, house.z0), street.place(x, y, house.z1))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
        }
        s.stroke(colour, width: max(street.scale(z) * 0.035, 0.7))
        guard street.scale(z) > 8 else { return }
        var at = house.z0
        while at < house.z1 {
            let (p, q) = (street.place(x, y0, at), street.place(x, y1, at))
            s.move(p.x, p.y)
            s.line(q.x, q.y)
            at += 0.22
        }
        s.stroke(colour.darker(0.12), width: max(street.scale(z) * 0.022, 0.5))
    }
}
