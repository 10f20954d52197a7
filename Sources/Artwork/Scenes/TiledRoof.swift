import BatchVideo
import Foundation

/// A slope of grey tiles between a ridge (top) and an eave (bottom).
struct TiledRoof {
    let slope: Facet
    /// Columns of half-round tiles.
    let columns: Int
    let tile: Colour
    let light: Colour
    let shade: Colour
    /// Snow that lies on it; nil for none.
    var snow: Colour?
    /// How far the slope hangs below the straight line, in shares of its height.
    var sag = 0.06
    /// Thickness of the ridge in pixels.
    var ridge: Double

    private func point(_ u: Double, _ v: Double) -> Point {
        let p = slope.at(u, v)
        let height = slope.at(u, 1).y - slope.at(u, 0).y
        return Point(p.x, p.y + height * sag * sin(.pi * v))
    }

    func paint(on s: PaintSurface) {
        body(on: s)
        tiles(on: s)
        if let snow { lay(snow, on: s) }
        eave(on: s)
        crest(on: s)
    }

    /// Breadth of the column of tiles at `u`, at the eave.
    private func width(_ u: Double) -> Double {
        let half = 0.5 / Double(columns)
        let (a, b) = (slope.at(max(u - half, 0), 1), slope.at(min(u + half, 1), 1))
        return hypot(b.x - a.x, b.y - a.y)
    }

    private func body(on s: PaintSurface) {
        let steps = 8
        s.spline((0...steps).map { point(0, Double($0) / Double(steps)) })
        for i in (0...steps).reversed() {
            let p = point(1, Double(i) / Double(steps))
            s.line(p.x, p.y)
        }
        s.close()
        s.fill(
            from: slope.at(0.5, 0), to: slope.at(0.5, 1),
            [
                Stop(0, tile.mixed(light, 0.26)), Stop(0.5, tile.mixed(light, 0.06)),
                Stop(1, tile.mixed(shade, 0.28)),
            ])
    }

    private func tiles(on s: PaintSurface) {
        for (offset, colour, share, alpha) in [
            (0.0, tile.mixed(shade, 0.75), 0.34, 0.85), (0.42, tile.mixed(light, 0.42), 0.2, 0.75),
        ] {
            for i in 0...columns {
                let u = (Double(i) + offset) / Double(columns)
                guard u <= 1 else { continue }
                s.spline([point(u, 0), point(u, 0.33), point(u, 0.67), point(u, 1)])
                s.stroke(colour, alpha, width: max(width(u) * share, 0.7))
            }
        }
        let rows = 13
        for j in 1..<rows {
            let v = pow(Double(j) / Double(rows), 0.9)
            let (a, b) = (point(0, v), point(1, v))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        s.stroke(shade, 0.22, width: max(width(0.5) * 0.12, 0.7))
    }

    /// Snow with an uneven hem; the tiles' ends stay bare.
    private func lay(_ snow: Colour, on s: PaintSurface) {
        let steps = columns * 2
        s.move(point(0, 0).x, point(0, 0).y)
        s.line(point(1, 0).x, point(1, 0).y)
        for i in (0...steps).reversed() {
            let u = Double(i) / Double(steps)
            let p = point(u, 0.90 + 0.05 * sin(Double(i) * 1.7) + 0.03 * sin(Double(i) * 0.37))
            s.line(p.x, p.y)
        }
        s.close()
        s.fill(
            from: slope.at(0.5, 0), to: slope.at(0.5, 1),
            [Stop(0, snow), Stop(0.7, snow.mixed(shade, 0.07)), Stop(1, snow.mixed(shade, 0.22))])
        for i in 0...columns {
            let u = Double(i) / Double(columns)
            let (a, b) = (point(u, 0.1), point(u, 0.88))
            s.move(a.x, a.y)
            s.line(b.x, b.y)
        }
        s.stroke(shade, 0.09, width: 1)
    }

    /// Round ends of the tiles, with drip tiles between them and their shadow.
    private func eave(on s: PaintSurface) {
        let (a, b) = (point(0, 1), point(1, 1))
        let (ra, rb) = (max(width(0) * 0.34, 0.8), max(width(1) * 0.34, 0.8))
        s.polygon([
            Point(a.x, a.y), Point(b.x, b.y), Point(b.x, b.y + rb * 1.8), Point(a.x, a.y + ra * 1.8),
        ])
        s.fill(shade, 0.8)
        guard max(ra, rb) > 1.1 else { return }
        for (share, colour) in [(1.0, tile.mixed(light, 0.32)), (0.55, tile.mixed(shade, 0.4))] {
            for i in 0...columns {
                let u = Double(i) / Double(columns)
                let (p, r) = (point(u, 1), max(width(u) * 0.34, 0.8))
                s.circle(p.x, p.y + r * 0.4, r * share)
            }
            s.fill(colour)
        }
    }

    private func crest(on s: PaintSurface) {
        let (a, b) = (point(0, 0), point(1, 0))
        for (lift, thick, colour) in [
            (0.35, 1.0, tile.mixed(shade, 0.55)), (0.62, 0.42, tile.mixed(light, 0.22)),
            (0.95, 0.26, snow ?? tile.mixed(light, 0.5)),
        ] {
            s.move(a.x, a.y - ridge * lift)
            s.line(b.x, b.y - ridge * lift)
            s.stroke(colour, width: max(ridge * thick, 0.8))
        }
        guard ridge > 3 else { return }
        for (p, side) in [(a, -1.0), (b, 1.0)] {
            s.move(p.x - side * ridge, p.y - ridge * 0.1)
            s.curve(
                Point(p.x + side * ridge * 0.2, p.y - ridge * 0.2),
                Point(p.x + side * ridge * 0.9, p.y - ridge * 0.7),
                to: Point(p.x + side * ridge * 1.1, p.y - ridge * 2.2))
            s.curve(
                Point(p.x + side * ridge * 0.3, p.y - ridge * 1.5),
                Point(p.x - side * ridge * 0.4, p.y - ridge * 1.1),
                to: Point(p.x - side * ridge, p.y - ridge * 1.05))
            s.close()
            s.fill((snow ?? tile).mixed(shade, snow == nil ? 0.5 : 0.15))
        }
    }
}
