import BatchVideo
import Foundation

/// The gate tower at the end of a street: an arch, a hall on it, two roofs.
struct GateTower {
    let street: Street
    let paint: StreetHouses.Paint

    func draw(on s: PaintSurface) {
        let z = street.end
        let body = paint.wood.darker(0.2).mixed(paint.haze, 0.5)
        // Metres, as seen from our distance, made a little larger for the eye.
        let k = street.scale(z) * 1.35
        let foot = Point(street.vanish.x, street.ground(z) + 2)
        func box(_ half: Double, _ low: Double, _ high: Double, _ colour: Colour, slant: Double = 0) {
            s.polygon([
                Point(foot.x - half * k, foot.y - low * k),
                Point(foot.x - (half - slant) * k, foot.y - high * k),
                Point(foot.x + (half - slant) * k, foot.y - high * k),
                Point(foot.x + half * k, foot.y - low * k),
            ])
            s.fill(
                from: Point(0, foot.y - high * k), to: Point(0, foot.y - low * k),
                [Stop(0, colour), Stop(1, colour.mixed(paint.haze, 0.35))])
        }
        box(5.2, 0, 5, body.mixed(paint.tileLight, 0.15), slant: 0.4)
        arch(s, foot, k)
        box(3.4, 5, 7.6, body)
        windows(s, foot, k, low: 5.5, high: 7.1, half: 3.0, count: 6)
        roof(s, foot, k, eave: 7.5, ridge: 9.3, half: 5.0, top: 3.0)
        box(2.5, 9.1, 11, body)
        windows(s, foot, k, low: 9.5, high: 10.6, half: 2.1, count: 4)
        roof(s, foot, k, eave: 10.9, ridge: 13.1, half: 3.9, top: 1.9)
    }

    private func arch(_ s: PaintSurface, _ foot: Point, _ k: Double) {
        s.move(foot.x - 1.2 * k, foot.y)
        s.line(foot.x - 1.2 * k, foot.y - 2 * k)
        s.curve(
            Point(foot.x - 1.2 * k, foot.y - 3.7 * k), Point(foot.x + 1.2 * k, foot.y - 3.7 * k),
            to: Point(foot.x + 1.2 * k, foot.y - 2 * k))
        s.line(foot.x + 1.2 * k, foot.y)
        s.close()
        s.fill(paint.haze.mixed(paint.lamp, 0.55 * paint.lit).lighter(0.1))
    }

    private func windows(
        _ s: PaintSurface, _ foot: Point, _ k: Double, low: Double, high: Double, half: Double,
        count: Int
    ) {
        let step = 2 * half / Double(count)
        for i in 0..<count {
            s.rectangle(
                foot.x + (-half + step * (Double(i) + 0.18)) * k, foot.y - high * k, step * 0.64 * k,
                (high - low) * k)
        }
        s.fill(paint.pane.mixed(paint.lamp, 0.35 + 0.6 * paint.lit).mixed(paint.haze, 0.15))
    }

    private func roof(
        _ s: PaintSurface, _ foot: Point, _ k: Double, eave: Double, ridge: Double, half: Double,
        top: Double
    ) {
        let (y0, y1) = (foot.y - eave * k, foot.y - ridge * k)
        s.move(foot.x - half * k, y0 - 0.5 * k)
        s.curve(
            Point(foot.x - half * 0.75 * k, y0 - 0.15 * k), Point(foot.x - top * 1.05 * k, y1 + 0.6 * k),
            to: Point(foot.x - top * k, y1))
        s.line(foot.x + top * k, y1)
        s.curve(
            Point(foot.x + top * 1.05 * k, y1 + 0.6 * k), Point(foot.x + half * 0.75 * k, y0 - 0.15 * k),
            to: Point(foot.x + half * k, y0 - 0.5 * k))
        s.curve(
            Point(foot.x + half * 0.7 * k, y0 + 0.12 * k), Point(foot.x - half * 0.7 * k, y0 + 0.12 * k),
            to: Point(foot.x - half * k, y0 - 0.5 * k))
        s.close()
        let tile = (paint.snow ?? paint.tile).mixed(paint.haze, 0.45)
        s.fill(
            from: Point(0, y1), to: Point(0, y0),
            [Stop(0, tile.mixed(paint.tileLight, 0.3)), Stop(1, tile)])
        s.move(foot.x - (top + 0.25) * k, y1 - 0.18 * k)
        s.line(foot.x + (top + 0.25) * k, y1 - 0.18 * k)
        s.stroke(tile.darker(0.3), width: max(0.34 * k, 1))
    }
}
