import BatchVideo
import Foundation

/// A number as large as it goes, its unit smaller beside it, and what it means below.
struct NumberCard {
    let value: String
    let caption: String
    let ink: CardInk

    func draw(on frame: Frame) {
        CardGround(frame: frame).soften(0.026, keep: 0.5, tint: ink.ground)
        let surface = PaintSurface(frame)
        let stage = frame.stage
        let (middle, unit) = (stage.width / 2, stage.unit)
        let captionBlock = TextBlock.fitting(
            CardWording.clausesOnLines(caption, most: 2), .plain,
            .init(
                width: stage.width * stage.pick(0.66, portrait: 0.78, square: 0.74),
                height: stage.height * 0.22, lines: 4,
                sizes: unit * 0.034...unit * stage.pick(0.062, portrait: 0.066, square: 0.06),
                leading: 0.98, tracking: 0.03), on: surface)
        let number = NumberSetting(
            value, width: stage.width * stage.pick(0.7, portrait: 0.8, square: 0.76),
            height: stage.height * stage.pick(0.42, portrait: 0.22, square: 0.34), on: surface)
        guard let number, let captionBlock else { return }

        let gap = unit * 0.06
        let total = number.height + 2 * gap + captionBlock.height
        let top = stage.height * stage.pick(0.49, portrait: 0.46, square: 0.48) - total / 2
        drawHalo(on: surface, Point(middle, top + number.height / 2), unit)
        number.draw(on: surface, centre: middle, top: top, ink)
        let ruleY = top + number.height + gap
        CardOrnament.rule(on: surface, centre: middle, y: ruleY, reach: unit * 0.2, ink.accent)
        captionBlock.drawShadow(
            on: surface, centre: middle, top: ruleY + gap, radius: captionBlock.size * 0.25, strength: 0.7)
        captionBlock.draw(on: surface, centre: middle, top: ruleY + gap, ink.letter)
    }

    /// Light behind the number, and thin circles around it.
    private func drawHalo(on surface: PaintSurface, _ p: Point, _ unit: Double) {
        surface.glow(p.x, p.y, radius: unit * 0.62, ink.accent, 0.22)
        for (radius, alpha) in [(0.33, 0.16), (0.40, 0.10), (0.49, 0.06)] {
            surface.circle(p.x, p.y, unit * radius)
            surface.stroke(ink.accentLight, alpha, width: max(1, unit * 0.002))
        }
    }
}

/// Digits and unit side by side on one base line.
private final class NumberSetting {
    let height: Double
    private let digits: TextBlock
    private let unit: TextBlock?
    private let gap: Double
    private let unitDrop: Double

    init?(_ value: String, width: Double, height limit: Double, on surface: PaintSurface) {
        let split = value.lastIndex { $0.isNumber }.map { value.index(after: $0) } ?? value.endIndex
        let number = String(value[..<split])
        let unitText = value[split...].trimmingCharacters(in: .whitespaces)
        var size = limit / 1.2
        let wide = 100_000.0
        func block(_ text: String, _ size: Double) -> TextBlock? {
            TextBlock(text, .strong, size: size, width: wide, leading: 1, on: surface)
        }
        let share = unitText.count > 3 ? 0.26 : ["%", "％", "٪"].contains(unitText) ? 0.62 : 0.42
        var digits = block(number, size)
        var unit = unitText.isEmpty ? nil : block(unitText, size * share)
        let needed = (digits?.width ?? 0) + (unit?.width ?? 0) + size * 0.08
        if needed > width {
            size *= width / needed
            digits = block(number, size)
            unit = unitText.isEmpty ? nil : block(unitText, size * share)
        }
        guard let digits else { return nil }
        self.digits = digits
        self.unit = unit
        gap = unit == nil ? 0 : size * 0.08
        height = digits.height * 0.86
        // Base lines together: both fonts sit at the same share of their height.
        unitDrop = (digits.height - (unit?.height ?? 0)) * 0.802
    }

    func draw(on surface: PaintSurface, centre: Double, top: Double, _ ink: CardInk) {
        let total = digits.width + gap + (unit?.width ?? 0)
        let left = centre - total / 2
        let y = top - digits.height * 0.10
        let trace = { (target: PaintSurface) in
            self.digits.trace(on: target, centre: left + self.digits.width / 2, top: y)
            self.unit?.trace(
                on: target, centre: left + total - (self.unit?.width ?? 0) / 2,
                top: y + self.unitDrop)
        }
        surface.shadow(radius: digits.size * 0.09, strength: 0.8) { mask in
            trace(mask)
            mask.fill(.black)
        }
        trace(surface)
        surface.fill(
            from: Point(0, y + digits.height * 0.2), to: Point(0, y + digits.height * 0.85),
            [Stop(0, .white), Stop(0.35, ink.accentLight), Stop(1, ink.accent.darker(0.05))])
    }
}
