import BatchVideo
import Foundation

/// A cat in parts: body, head, an ear that twitches, tail. Lengths are shares of its height sitting;
/// its seat's middle is the origin, up is negative.
struct Cat {
    enum Pose: CaseIterable { case behind, profile, curled }

    enum Pattern: CaseIterable { case tabby, patched, plain, bibbed }

    struct Coat {
        var base: Colour
        var mark: Colour
        var pale: Colour
        var pattern: Pattern

        static let all: [Coat] = [
            Coat(base: Colour(0xD98A3E), mark: Colour(0x9E4F1C), pale: Colour(0xF6DDB8), pattern: .tabby),
            Coat(base: Colour(0x8C8680), mark: Colour(0x45403E), pale: Colour(0xD9D2C8), pattern: .tabby),
            Coat(base: Colour(0xF0E9DE), mark: Colour(0xD07A34), pale: Colour(0x3A322E), pattern: .patched),
            Coat(base: Colour(0x2E2A2C), mark: Colour(0x1A171A), pale: Colour(0xF4EFE8), pattern: .bibbed),
            Coat(base: Colour(0xF2ECE2), mark: Colour(0xD9CCBA), pale: Colour(0xFFFBF4), pattern: .plain),
            Coat(base: Colour(0x6F7684), mark: Colour(0x4C525E), pale: Colour(0xA9B0BC), pattern: .plain),
        ]
    }

    struct Light {
        /// From the window, on outlines.
        var rim: Colour
        /// In the room, and how much of it lies on the fur.
        var room: Colour
        var share: Double
        var shade: Colour
    }

    let pose: Pose
    let coat: Coat
    let light: Light
    /// Pixels of its height when it sits.
    let height: Double
    let seed: UInt64

    /// Where sprites have the origin.
    var pivot: Point { Point(height * 0.6, height * 1.12) }
    var size: PixelSize {
        PixelSize(width: max(Int(height * 1.2), 24), height: max(Int(height * 1.2), 24))
    }
    var headPivot: Point {
        switch pose {
        case .behind: Point(0, -0.64)
        case .profile: Point(0.02, -0.66)
        case .curled: Point(0.24, -0.1)
        }
    }
    var earPivot: Point {
        switch pose {
        case .behind: Point(0.1, -0.82)
        case .profile: Point(0.03, -0.83)
        case .curled: Point(0.33, -0.2)
        }
    }

    func part(_ paint: @escaping (CatBrush) -> Void) -> Sprite {
        Sprite(size) { s in
            s.translate(pivot.x, pivot.y)
            paint(CatBrush(cat: self, s: s, k: height))
        }
    }

    func body() -> Sprite {
        part { brush in
            switch pose {
            case .behind: brush.bodyFromBehind()
            case .profile: brush.bodyInProfile()
            case .curled: brush.bodyCurled()
            }
        }
    }

    func head() -> Sprite {
        part { brush in
            switch pose {
            case .behind: brush.headFromBehind()
            case .profile: brush.headInProfile()
            case .curled: brush.headAsleep()
            }
        }
    }

    func ear() -> Sprite {
        part { brush in
            switch pose {
            case .behind:
                brush.ear(
                    from: Point(0.045, -0.855), to: Point(0.15, -0.79), tip: Point(0.135, -0.99),
                    inside: false)
            case .profile:
                brush.ear(
                    from: Point(-0.03, -0.85), to: Point(0.075, -0.875), tip: Point(0.0, -1.0),
                    inside: true)
            case .curled:
                brush.ear(
                    from: Point(0.28, -0.225), to: Point(0.385, -0.165), tip: Point(0.375, -0.315),
                    inside: true)
            }
        }
    }

    /// Straight, its root on the left.
    func tail() -> Sprite {
        let length = height * (pose == .curled ? 0.82 : 0.72)
        let size = PixelSize(width: max(Int(length), 16), height: max(Int(height * 0.14), 8))
        return Sprite(size) { s in
            let (w, y) = (Double(size.width), Double(size.height) / 2)
            let half = height * 0.042
            func outline() {
                s.move(0, y - half * 1.1)
                s.curve(
                    Point(w * 0.4, y - half * 1.1), Point(w * 0.8, y - half * 1.15),
                    to: Point(w * 0.96, y - half * 0.7))
                s.curve(
                    Point(w * 1.01, y - half * 0.3), Point(w * 1.01, y + half * 0.3),
                    to: Point(w * 0.96, y + half * 0.7))
                s.curve(
                    Point(w * 0.8, y + half * 1.15), Point(w * 0.4, y + half * 1.1),
                    to: Point(0, y + half * 1.1))
                s.close()
            }
            let fur = furColour(coat.base)
            outline()
            s.fill(
                from: Point(0, y - half), to: Point(0, y + half),
                [
                    Stop(0, fur.mixed(light.rim, 0.35)), Stop(0.4, fur),
                    Stop(1, fur.mixed(light.shade, 0.55)),
                ])
            s.isolated {
                outline()
                s.clip()
                rings(s, w, y, half)
            }
            hairs(s, fur, w, y, half)
        }
    }

    private func rings(_ s: PaintSurface, _ w: Double, _ y: Double, _ half: Double) {
        switch coat.pattern {
        case .tabby, .patched:
            for k in 1..<8 {
                let x = w * (0.1 + 0.115 * Double(k))
                s.move(x, y - half * 1.2)
                s.curve(
                    Point(x + half * 0.5, y - half * 0.4), Point(x + half * 0.5, y + half * 0.4),
                    to: Point(x, y + half * 1.2))
                s.stroke(furColour(coat.mark), 0.6, width: half * 0.7)
            }
        case .bibbed:
            s.rectangle(w * 0.86, y - half * 1.2, w * 0.2, half * 2.4)
            s.fill(furColour(coat.pale), 0.9)
        case .plain: break
        }
    }

    private func hairs(_ s: PaintSurface, _ fur: Colour, _ w: Double, _ y: Double, _ half: Double) {
        var random = SeededRandom(seed: seed, "tail")
        for _ in 0..<240 {
            let (x, side) = (random.uniform(0, w * 0.95), random.uniform(-1, 1))
            let long = height * random.uniform(0.014, 0.03)
            s.move(x, y + side * half)
            s.line(x + long, y + side * half * 1.12)
            let tone =
                side < -0.5
                ? fur.mixed(light.rim, 0.5) : fur.mixed(light.shade, random.uniform(0, 0.5))
            s.stroke(tone, 0.4, width: max(height * 0.004, 0.5))
        }
    }

    /// A colour of the coat in the room's light.
    func furColour(_ colour: Colour) -> Colour { colour.mixed(light.room, light.share) }
}
