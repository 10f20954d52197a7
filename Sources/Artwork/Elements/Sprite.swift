import BatchVideo
import Foundation

/// A small painted thing that is turned, stretched or bent anew for every frame.
struct Sprite: Sendable {
    /// A place on the frame, and which of the sprite's own picture coordinates goes there.
    struct Corner {
        var place: Point
        var paint: Point

        init(_ place: Point, _ paint: Point) {
            self.place = place
            self.paint = paint
        }
    }

    let size: PixelSize
    let columns: Int
    let rows: Int
    let origin: Double
    /// Premultiplied ARGB, `columns` x `rows`; the overscan around `size` is left unpainted.
    private(set) var pixels: [UInt32]

    /// Paints a picture of `size`; its overscan must stay free, it is the sprite's soft edge.
    init(_ size: PixelSize, _ paint: (PaintSurface) -> Void) {
        let surface = PaintSurface(Stage(size))
        paint(surface)
        self.size = size
        columns = surface.columns
        rows = surface.rows
        origin = Double(surface.origin)
        let count = columns * rows
        pixels = surface.withPixels { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    }

    var width: Double { Double(size.width) }
    var height: Double { Double(size.height) }

    /// The same outline, softened by `blur` pixels, in one colour.
    func silhouette(_ colour: Colour, _ alpha: Double, blur: Int) -> Sprite {
        let cover = NoiseField(
            width: columns, height: rows, values: pixels.map { Float($0 >> 24) / 255 }
        ).blurred(blur)
        var copy = self
        copy.pixels = cover.values.map {
            Pixel.packed(colour.rgba() * min($0 * Float(alpha), 1))
        }
        return copy
    }

    /// Draws it with its point `pivot` at `place`, turned by `angle` radians.
    func draw(
        at place: Point, pivot: Point, angle: Double = 0, scale: Point = Point(1, 1),
        strength: Double = 1, on frame: Frame
    ) {
        let (c, s) = (cos(angle), sin(angle))
        func corner(_ u: Double, _ v: Double) -> Corner {
            let (x, y) = ((u - pivot.x) * scale.x, (v - pivot.y) * scale.y)
            return Corner(Point(place.x + x * c - y * s, place.y + x * s + y * c), Point(u, v))
        }
        let (left, right) = (-origin, Double(columns) - origin)
        let (top, bottom) = (-origin, Double(rows) - origin)
        draw(
            [
                (corner(left, top), corner(left, bottom)),
                (corner(right, top), corner(right, bottom)),
            ], strength: strength, on: frame)
    }

    /// Draws it as a ribbon: each pair of corners is one crossing, neighbours span a quad.
    func draw(_ ribbon: [(Corner, Corner)], strength: Double = 1, on frame: Frame) {
        let weight = UInt32(min(max(strength, 0), 1) * 256)
        guard weight > 0 else { return }
        pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            let texture = SpriteBlit(
                pixels: base, columns: columns, rows: rows, origin: origin, weight: weight)
            for (a, b) in zip(ribbon, ribbon.dropFirst()) {
                texture.triangle(a.0, a.1, b.0, on: frame)
                texture.triangle(a.1, b.1, b.0, on: frame)
            }
        }
    }
}

/// Lays triangles of a sprite over a frame. Triangles that share an edge neither overlap nor gape:
/// a pixel belongs to that which holds its centre, edges on the left and above included.
private struct SpriteBlit {
    let pixels: UnsafePointer<UInt32>
    let columns: Int
    let rows: Int
    let origin: Double
    /// Of 256.
    let weight: UInt32

    func triangle(_ a: Sprite.Corner, _ b: Sprite.Corner, _ c: Sprite.Corner, on frame: Frame) {
        let (ab, ac) = (delta(a.place, b.place), delta(a.place, c.place))
        let area = ab.x * ac.y - ac.x * ab.y
        guard abs(area) > 1e-6 else { return }
        let (abPaint, acPaint) = (delta(a.paint, b.paint), delta(a.paint, c.paint))
        let across = Point(
            (abPaint.x * ac.y - acPaint.x * ab.y) / area,
            (abPaint.y * ac.y - acPaint.y * ab.y) / area)
        let down = Point(
            (acPaint.x * ab.x - abPaint.x * ac.x) / area,
            (acPaint.y * ab.x - abPaint.y * ac.x) / area)
        let ys = [a.place.y, b.place.y, c.place.y]
        let first = max(Int(((ys.min() ?? 0) - 0.5).rounded(.up)), 0)
        let end = min(Int(((ys.max() ?? 0) - 0.5).rounded(.up)), frame.rows)
        guard first < end else { return }
        for row in first..<end {
            let y = Double(row) + 0.5
            guard let span = span(y, a.place, b.place, c.place) else { continue }
            let x0 = max(Int((span.left - 0.5).rounded(.up)), 0)
            let x1 = min(Int((span.right - 0.5).rounded(.up)), frame.columns)
            guard x0 < x1 else { continue }
            let (dx, dy) = (Double(x0) + 0.5 - a.place.x, y - a.place.y)
            let u = a.paint.x + across.x * dx + down.x * dy + origin - 0.5
            let v = a.paint.y + across.y * dx + down.y * dy + origin - 0.5
            line(
                frame.pixels + row * frame.columns + x0, count: x1 - x0,
                u: Int(u * 65536), v: Int(v * 65536), du: Int(across.x * 65536),
                dv: Int(across.y * 65536))
        }
    }

    private func delta(_ p: Point, _ q: Point) -> Point { Point(q.x - p.x, q.y - p.y) }

    /// Where the row at `y` enters and leaves the triangle.
    private func span(
        _ y: Double, _ a: Point, _ b: Point, _ c: Point
    ) -> (left: Double, right: Double)? {
        var (left, right) = (Double.infinity, -Double.infinity)
        func cross(_ p: Point, _ q: Point) {
            // Always from the upper end, so that both owners of an edge reckon the same.
            let (p, q) = p.y < q.y ? (p, q) : (q, p)
            guard p.y <= y, y < q.y else { return }
            let x = p.x + (q.x - p.x) * ((y - p.y) / (q.y - p.y))
            left = min(left, x)
            right = max(right, x)
        }
        cross(a, b)
        cross(b, c)
        cross(c, a)
        return left < right ? (left, right) : nil
    }

    /// Bilinear; positions and steps in texels times 65536.
    private func line(
        _ target: UnsafeMutablePointer<UInt32>, count: Int, u: Int, v: Int, du: Int, dv: Int
    ) {
        let mask: UInt32 = 0x00FF_00FF
        let (lastColumn, lastRow) = (UInt(columns - 2), UInt(rows - 2))
        var (u, v) = (u, v)
        for x in 0..<count {
            let (column, row) = (u &>> 16, v &>> 16)
            let fx = UInt32(truncatingIfNeeded: u &>> 8 & 0xFF)
            let fy = UInt32(truncatingIfNeeded: v &>> 8 & 0xFF)
            u &+= du
            v &+= dv
            // Negative ones are larger than any.
            guard UInt(bitPattern: column) <= lastColumn, UInt(bitPattern: row) <= lastRow else {
                continue
            }
            let p = pixels + (row &* columns &+ column)
            let (a, b, c, d) = (p[0], p[1], p[columns], p[columns + 1])
            guard (a | b | c | d) != 0 else { continue }
            let wd = (fx &* fy) >> 8
            let (wb, wc) = (fx &- wd, fy &- wd)
            let wa = 256 &- wb &- wc &- wd
            func mixed(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
                let top = (a & mask) &* wa &+ (b & mask) &* wb
                return (top &+ (c & mask) &* wc &+ (d & mask) &* wd) >> 8 & mask
            }
            var redBlue = mixed(a, b, c, d)
            var alphaGreen = mixed(a >> 8, b >> 8, c >> 8, d >> 8)
            if weight < 256 {
                redBlue = (redBlue &* weight) >> 8 & mask
                alphaGreen = (alphaGreen &* weight) >> 8 & mask
            }
            let alpha = alphaGreen >> 16
            let keep = 256 &- alpha &- (alpha >> 7)
            let under = target[x]
            let rb = redBlue &+ (((under & mask) &* keep) >> 8 & mask)
            let ag = alphaGreen &+ (((under >> 8 & mask) &* keep) >> 8 & mask)
            target[x] = rb | ag << 8
        }
    }
}
