import BatchVideo
import Foundation

/// One tower of a skyline: a front, a side in shade, a top, and windows.
struct Tower {
    enum Top: CaseIterable { case flat, stepped, slanted, spire, crown, round }

    struct Paint {
        var front: Colour
        var side: Colour
        var edge: Colour
        /// Lit panes, strongest first; empty when nobody needs light.
        var lights: [Colour]
        /// Share of panes that are lit.
        var litShare: Double
        /// Unlit panes against the front.
        var pane: Colour
        var paneAlpha: Double
        /// The haze that swallows the foot.
        var haze: Colour
    }

    var left: Double
    var width: Double
    var height: Double
    var top: Top
    /// The lit side: -1 left, 1 right.
    var lightSide: Double
    /// Width and height of a window's cell.
    var cell: Point

    /// Paints it standing on `base`; returns panes that may twinkle.
    func paint(
        _ paint: Paint, base: Double, on surface: PaintSurface, random: inout SeededRandom
    ) -> [Pane] {
        let roof = base - height
        let split = width * 0.3
        let frontX = lightSide < 0 ? left : left + split
        let frontWidth = width - split
        drawRoof(paint, roof, surface)
        surface.rectangle(left, roof, width, height + 2)
        surface.fill(
            from: Point(0, roof), to: Point(0, base),
            [
                Stop(0, paint.side), Stop(0.6, paint.side),
                Stop(1, paint.side.mixed(paint.haze, 0.35)),
            ])
        surface.rectangle(frontX, roof, frontWidth, height + 2)
        surface.fill(
            from: Point(0, roof), to: Point(0, base),
            [
                Stop(0, paint.front.mixed(paint.edge, 0.22)), Stop(0.35, paint.front),
                Stop(1, paint.front.mixed(paint.haze, 0.4)),
            ])
        let edgeX = lightSide < 0 ? left : left + width
        surface.move(edgeX, roof)
        surface.line(edgeX, base)
        surface.stroke(paint.edge, 0.35, width: max(surface.stage.unit * 0.0016, 0.8))
        return windows(paint, base, surface, &random)
    }

    private func drawRoof(_ paint: Paint, _ roof: Double, _ surface: PaintSurface) {
        let middle = left + width / 2
        let shade = paint.front.mixed(paint.side, 0.4)
        switch top {
        case .flat:
            surface.rectangle(left + width * 0.2, roof - width * 0.09, width * 0.34, width * 0.1)
            surface.fill(paint.side)
        case .stepped:
            surface.rectangle(left + width * 0.14, roof - width * 0.22, width * 0.72, width * 0.24)
            surface.fill(shade)
            surface.rectangle(left + width * 0.3, roof - width * 0.40, width * 0.4, width * 0.2)
            surface.fill(paint.front.mixed(paint.edge, 0.2))
        case .slanted:
            let high = roof - width * 0.5
            surface.polygon([
                Point(left, lightSide < 0 ? high : roof + 1),
                Point(left + width, lightSide < 0 ? roof + 1 : high),
                Point(left + width, roof + 1), Point(left, roof + 1),
            ])
            surface.fill(paint.front.mixed(paint.edge, 0.3))
        case .spire:
            surface.polygon([
                Point(left, roof + 1), Point(middle, roof - width * 0.75),
                Point(left + width, roof + 1),
            ])
            surface.fill(shade.mixed(paint.edge, 0.15))
            surface.move(middle, roof - width * 0.6)
            surface.line(middle, roof - width * 1.7)
            surface.stroke(shade, width: max(width * 0.05, 1))
        case .crown:
            for k in 0..<4 {
                surface.rectangle(
                    left + width * (0.06 + 0.235 * Double(k)), roof - width * 0.2, width * 0.15,
                    width * 0.22)
            }
            surface.fill(shade)
            surface.move(middle, roof)
            surface.line(middle, roof - width * 0.7)
            surface.stroke(paint.side, width: max(width * 0.03, 1))
        case .round:
            surface.ellipse(middle, roof + 1, width / 2, width * 0.34)
            surface.fill(shade.mixed(paint.edge, 0.2))
        }
    }

    /// Rows of panes; a floor is likelier to be lit as a whole, as offices are.
    private func windows(
        _ paint: Paint, _ base: Double, _ surface: PaintSurface, _ random: inout SeededRandom
    ) -> [Pane] {
        let columns = Int(width / cell.x)
        let rows = Int((height - cell.y * 1.5) / cell.y)
        guard columns > 1, rows > 1 else { return [] }
        let inset = (width - Double(columns) * cell.x) / 2
        var twinkling: [Pane] = []
        var dark: [Pane] = []
        var lit = [[Pane]](repeating: [], count: max(paint.lights.count, 1))
        for row in 0..<rows {
            let mood = random.uniform(0.45, 1.6)
            for column in 0..<columns {
                let pane = Pane(
                    x: left + inset + (Double(column) + 0.2) * cell.x,
                    y: base - height + (Double(row) + 0.9) * cell.y, width: cell.x * 0.6,
                    height: cell.y * 0.52)
                guard random.unit() < paint.litShare * mood, !paint.lights.isEmpty else {
                    dark.append(pane)
                    continue
                }
                let hue = Int(Double(paint.lights.count) * random.unit() * random.unit())
                lit[hue].append(pane)
                if random.unit() < 0.05 { twinkling.append(pane) }
            }
        }
        for pane in dark { surface.rectangle(pane.x, pane.y, pane.width, pane.height) }
        surface.fill(paint.pane, paint.paneAlpha)
        for (hue, panes) in lit.enumerated() where !panes.isEmpty {
            for pane in panes { surface.rectangle(pane.x, pane.y, pane.width, pane.height) }
            surface.fill(paint.lights[hue], 0.92)
        }
        return twinkling
    }

    struct Pane: Sendable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }
}

/// Lamps in windows that go off and on again, once per loop each.
struct WindowLightLayer: SceneLayer {
    let panes: [Tower.Pane]
    let dark: Colour
    let depth: Double

    func draw(on frame: Frame, at moment: Moment) {
        let surface = PaintSurface(frame)
        let shift = moment.shift(depth, frame.stage)
        for (i, pane) in panes.enumerated() {
            let start = Double(i * 37 % 100) / 100
            let off = envelope(min(wrapped(moment.phase + start) * 2, 1), edge: 0.08)
            guard off > 0.01 else { continue }
            surface.rectangle(
                pane.x + shift.x - 0.5, pane.y + shift.y - 0.5, pane.width + 1, pane.height + 1)
            surface.fill(dark, off * 0.9)
        }
    }
}
