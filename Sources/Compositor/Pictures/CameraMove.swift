import BatchVideo
import Foundation

/// The part of a still that is visible, in samples of its luma plane.
struct Window: Hashable, Sendable {
    var left: Double
    var top: Double
    var width: Double
    var height: Double
}

extension Motion {
    /// The view at `progress` 0 ... 1 of the clip. Zoom runs geometrically, so that the picture
    /// grows by the same factor each second; the position runs linearly.
    func view(at progress: Double) -> View {
        let t = easing.value(at: min(max(progress, 0), 1))
        let (start, end) = (from.inside, to.inside)
        return View(
            zoom: start.zoom * pow(end.zoom / start.zoom, t),
            x: start.x + (end.x - start.x) * t,
            y: start.y + (end.y - start.y) * t)
    }

    /// How far the near edge is ahead of the far one at `progress`, in widths of the window.
    func lean(at progress: Double) -> Double {
        guard let parallax else { return 0 }
        return parallax * (easing.value(at: min(max(progress, 0), 1)) - 0.5)
    }

    /// The largest zoom of the move.
    var largestZoom: Double { max(from.inside.zoom, to.inside.zoom) }
}

extension Motion.View {
    static let largestZoom = 8.0

    /// The nearest view that shows nothing outside of the picture.
    var inside: Self {
        Self(
            zoom: min(max(zoom, 1), Self.largestZoom), x: min(max(x, 0), 1), y: min(max(y, 0), 1))
    }

    func window(width: Int, height: Int) -> Window {
        let view = inside
        let (shownWidth, shownHeight) = (Double(width) / view.zoom, Double(height) / view.zoom)
        return Window(
            left: (Double(width) - shownWidth) * view.x,
            top: (Double(height) - shownHeight) * view.y, width: shownWidth, height: shownHeight)
    }
}

extension Motion.Easing {
    /// Both fix 0 and 1; `gentle` is half smootherstep (Perlin 2002), half linear: it starts and
    /// ends at half speed and never stands still.
    func value(at t: Double) -> Double {
        switch self {
        case .linear: t
        case .gentle: 0.5 * (t + t * t * t * (t * (t * 6 - 15) + 10))
        }
    }
}
