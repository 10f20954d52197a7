import BatchVideo
import Foundation

/// The order in which the places of a picture change during a transition.
///
/// Places are in units of the picture, (0, 0) upper left and (1, 1) lower right.
enum RevealShape: Hashable, Sendable {
    case line(Heading, softness: Double)
    /// An L-shaped front that moves into the corner.
    case corner(right: Bool, bottom: Bool)
    case diagonal(right: Bool, bottom: Bool)
    case circle(isOpening: Bool)
    case doors(isVertical: Bool, isOpening: Bool)
    /// Ten blinds that turn one after another.
    case slices(Heading)
    /// Clockwise from the top.
    case clock
    case cloud

    /// Width of the changing edge as a part of the whole time.
    var softness: Double {
        switch self {
        case .line(_, let softness): softness
        case .corner: 0.06
        case .diagonal: 0.25
        case .circle: 0.08
        case .doors: 0.12
        case .slices: 0.04
        case .clock: 0.05
        case .cloud: 0.6
        }
    }

    /// Ink spreads evenly; the others start and end gently.
    var isEased: Bool { self != .cloud }

    /// The time of change at a place, nearly 0 ... 1; `size` gives the proportions.
    func time(_ place: SIMD2<Double>, size: PixelSize) -> Double {
        switch self {
        case .line(let heading, _): return 1 - along(place, heading)
        case .corner(let right, let bottom):
            return 1 - max(toward(place.x, right), toward(place.y, bottom))
        case .diagonal(let right, let bottom):
            return 1 - (toward(place.x, right) + toward(place.y, bottom)) / 2
        case .circle(let isOpening):
            let radius = Self.radius(place, size)
            return isOpening ? radius : 1 - radius
        case .doors(let isVertical, let isOpening):
            let distance = abs(2 * (isVertical ? place.y : place.x) - 1)
            return isOpening ? distance : 1 - distance
        case .slices(let heading):
            let position = along(place, heading)
            let inSlice = (Self.sliceCount * position).truncatingRemainder(dividingBy: 1)
            return 1 - (position + 0.5 * (1 - inSlice)) / 1.5
        case .clock:
            return (Double.pi - atan2(place.x - 0.5, place.y - 0.5)) / (2 * Double.pi)
        case .cloud: return InkCloud.density(place, size)
        }
    }

    private static let sliceCount = 10.0

    /// Distance from where the front ends.
    private func along(_ place: SIMD2<Double>, _ heading: Heading) -> Double {
        switch heading {
        case .left: place.x
        case .right: 1 - place.x
        case .up: place.y
        case .down: 1 - place.y
        }
    }

    private func toward(_ value: Double, _ isFar: Bool) -> Double { isFar ? 1 - value : value }

    /// 0 in the middle, 1 in the corners.
    private static func radius(_ place: SIMD2<Double>, _ size: PixelSize) -> Double {
        let (width, height) = (Double(size.width), Double(size.height))
        let (dx, dy) = (place.x * width - width / 2, place.y * height - height / 2)
        return (dx * dx + dy * dy).squareRoot() * 2 / (width * width + height * height).squareRoot()
    }
}
