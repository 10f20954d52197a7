import BatchVideo

/// The picture being composed: its pixels and the rulers every element measures with.
///
/// Picture coordinates are pixels from the top left of what is shown. Layers are painted larger by
/// `margin` on every side, so that the camera can drift without showing an edge.
struct Stage: Hashable, Sendable {
    enum Shape: Sendable { case landscape, portrait, square }

    let size: PixelSize
    let margin: Int

    init(_ size: PixelSize) {
        self.size = size
        margin = Int((Double(size.shorter) * 0.07).rounded(.up)) + 4
    }

    var width: Double { Double(size.width) }
    var height: Double { Double(size.height) }
    /// The shorter side: the ruler for things that keep their proportions.
    var unit: Double { Double(size.shorter) }
    var left: Double { -Double(margin) }
    var right: Double { width + Double(margin) }
    var top: Double { -Double(margin) }
    var bottom: Double { height + Double(margin) }

    var shape: Shape {
        if width > height * 1.15 { return .landscape }
        return height > width * 1.15 ? .portrait : .square
    }

    /// A portrait picture is composed anew, not cropped: every position says where it goes.
    func pick<T>(_ landscape: T, portrait: T, square: T) -> T {
        switch shape {
        case .landscape: landscape
        case .portrait: portrait
        case .square: square
        }
    }

    /// Fractions of the picture to picture coordinates.
    func x(_ fraction: Double) -> Double { fraction * width }
    func y(_ fraction: Double) -> Double { fraction * height }
}
