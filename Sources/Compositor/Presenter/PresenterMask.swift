import BatchVideo
import Foundation

/// How much of a presenter's area is presenter: 0 ... 255 for each sample of luma and of chroma.
struct PresenterMask: Sendable {
    var luma: [UInt8]
    var chroma: [UInt8]

    /// Of what the rounded corners' radius is of the shorter side.
    private static let rounding = 0.1

    /// Nil for a shape whose mask depends on the picture.
    init?(_ shape: PresenterTrack.Shape, size: PixelSize) {
        let (width, height) = (Double(size.width), Double(size.height))
        let radius: (x: Double, y: Double)
        switch shape {
        case .keyed: return nil
        case .rectangle: radius = (0, 0)
        case .rounded:
            let r = min(width, height) * Self.rounding
            radius = (r, r)
        case .circle: radius = (width / 2, height / 2)
        }
        func coverage(_ x: Double, _ y: Double) -> UInt8 {
            // Distance beyond the corner's ellipse, in units of its radius.
            let dx = max(0, abs(x - width / 2) - (width / 2 - radius.x))
            let dy = max(0, abs(y - height / 2) - (height / 2 - radius.y))
            guard radius.x > 0, radius.y > 0, dx > 0, dy > 0 else { return 255 }
            let reach = ((dx / radius.x) * (dx / radius.x) + (dy / radius.y) * (dy / radius.y))
                .squareRoot()
            let inside = (1 - reach) * min(radius.x, radius.y) + 0.5
            return UInt8((min(max(inside, 0), 1) * 255).rounded())
        }
        luma = (0..<size.pixels).map { i in
            coverage(Double(i % size.width) + 0.5, Double(i / size.width) + 0.5)
        }
        let columns = size.width / 2
        chroma = (0..<size.pixels / 4).map { i in
            coverage(Double(i % columns) * 2 + 0.5, Double(i / columns) * 2 + 1)
        }
    }
}
