import BatchVideo
import Foundation

extension CatBrush {
    private var base: Colour { cat.furColour(cat.coat.base) }
    private var mark: Colour { cat.furColour(cat.coat.mark) }
    private var pale: Colour { cat.furColour(cat.coat.pale) }
    private var ink: Colour { Colour(0x2A1C1A).mixed(cat.light.shade, 0.2) }

    /// Turned a little to the right, so that cheek and whiskers show.
    func headFromBehind() {
        whiskers(from: Point(0.15, -0.70), [-0.25, -0.05, 0.15], 0.15)
        ear(from: Point(-0.145, -0.79), to: Point(-0.04, -0.86), tip: Point(-0.135, -0.985), inside: false)
        let outline = {
            move(-0.11, -0.62)
            curve((-0.2, -0.66), (-0.2, -0.80), (-0.13, -0.845))
            curve((-0.06, -0.885), (0.06, -0.885), (0.13, -0.845))
            curve((0.19, -0.80), (0.20, -0.70), (0.175, -0.675))
            curve((0.15, -0.63), (0.06, -0.60), (-0.11, -0.62))
            s.close()
        }
        form(outline, centre: Point(0, -0.72), reach: 0.22, neck: -0.70) {
            switch cat.coat.pattern {
            case .tabby:
                for x in [-0.05, 0.0, 0.05] { stripe([(x, -0.88), (x * 0.8, -0.8), (x * 0.7, -0.7)], 0.02) }
            case .patched: patch(0.1, -0.82, 0.1, 0.08, mark)
            case .bibbed, .plain: break
            }
        }
        fur(outline, bounds: (-0.19, -0.88, 0.2, -0.6), count: 420) { x, y in
            .pi / 2 + x * 3.2
        }
    }

    /// Looks out to the right.
    func headInProfile() {
        ear(from: Point(0.06, -0.875), to: Point(0.135, -0.865), tip: Point(0.115, -0.985), inside: false)
        whiskers(from: Point(0.19, -0.715), [-0.2, 0.05, 0.3], 0.13)
        let outline = {
            move(-0.06, -0.64)
            curve((-0.12, -0.74), (-0.10, -0.86), (0.0, -0.88))
            curve((0.08, -0.90), (0.14, -0.87), (0.17, -0.81))
            curve((0.185, -0.785), (0.215, -0.775), (0.222, -0.755))
            curve((0.228, -0.735), (0.215, -0.71), (0.19, -0.695))
            curve((0.16, -0.665), (0.12, -0.63), (0.05, -0.62))
            curve((0.0, -0.61), (-0.03, -0.62), (-0.06, -0.64))
            s.close()
        }
        form(outline, centre: Point(0.03, -0.73), reach: 0.24, neck: -0.72) {
            patchesOfFace()
            patch(0.175, -0.715, 0.06, 0.045, pale)
        }
        fur(outline, bounds: (-0.11, -0.88, 0.22, -0.62), count: 360) { x, _ in .pi * 0.85 - x * 1.5 }
        // Eye, nose, mouth.
        move(0.105, -0.785)
        curve((0.12, -0.815), (0.15, -0.812), (0.158, -0.782))
        curve((0.145, -0.768), (0.12, -0.768), (0.105, -0.785))
        s.close()
        s.fill(Colour(0xD9C25A).mixed(cat.light.room, 0.15), keep: true)
        s.stroke(ink, width: max(k * 0.006, 0.7))
        s.ellipse(0.142 * k, -0.788 * k, 0.0075 * k, 0.018 * k)
        s.fill(ink)
        s.circle(0.146 * k, -0.797 * k, k * 0.004)
        s.fill(.white, 0.9)
        s.ellipse(0.217 * k, -0.757 * k, 0.013 * k, 0.012 * k)
        s.fill(Colour(0xC9756A).mixed(cat.light.shade, 0.2))
        move(0.212, -0.742)
        curve((0.205, -0.725), (0.19, -0.718), (0.168, -0.722))
        s.stroke(ink, 0.7, width: max(k * 0.006, 0.7))
    }

    private func patchesOfFace() {
        switch cat.coat.pattern {
        case .tabby:
            for y in [-0.87, -0.84, -0.81] { stripe([(-0.02, y), (0.05, y - 0.005), (0.1, y + 0.01)], 0.015) }
            stripe([(0.03, -0.74), (0.08, -0.765), (0.11, -0.78)], 0.014)
        case .patched: patch(0.0, -0.82, 0.1, 0.08, mark)
        case .bibbed, .plain: break
        }
    }

    /// Rests on the paws, eyes closed, turned to us.
    func headAsleep() {
        ear(from: Point(0.125, -0.17), to: Point(0.215, -0.235), tip: Point(0.125, -0.315), inside: true)
        let outline = {
            move(0.1, -0.1)
            curve((0.10, -0.2), (0.18, -0.25), (0.255, -0.25))
            curve((0.33, -0.25), (0.41, -0.2), (0.41, -0.1))
            curve((0.42, -0.02), (0.33, 0.008), (0.255, 0.008))
            curve((0.18, 0.008), (0.09, -0.02), (0.1, -0.1))
            s.close()
        }
        form(outline, centre: Point(0.255, -0.12), reach: 0.19) {
            switch cat.coat.pattern {
            case .tabby:
                for x in [-0.035, 0.0, 0.035] {
                    stripe([(0.255 + x, -0.25), (0.255 + x * 0.7, -0.2), (0.255 + x * 0.5, -0.16)], 0.016)
                }
                for side in [-1.0, 1.0] {
                    let x = { 0.255 + side * $0 }
                    stripe([(x(0.1), -0.11), (x(0.13), -0.1), (x(0.16), -0.1)], 0.014)
                }
            case .patched:
                patch(0.33, -0.2, 0.08, 0.07, mark)
                patch(0.17, -0.2, 0.07, 0.06, pale)
            case .bibbed, .plain: break
            }
            patch(0.255, -0.05, 0.075, 0.05, cat.coat.pattern == .patched ? base : pale)
        }
        fur(outline, bounds: (0.1, -0.25, 0.42, 0), count: 360) { x, y in
            atan2(y + 0.12, x - 0.255)
        }
        for side in [-1.0, 1.0] {
            let x = 0.255 + side * 0.075
            move(x - 0.034, -0.122)
            curve((x - 0.015, -0.098), (x + 0.015, -0.098), (x + 0.034, -0.122))
            s.stroke(ink, width: max(k * 0.008, 0.8))
        }
        move(0.24, -0.083)
        s.line(0.27 * k, -0.083 * k)
        s.line(0.255 * k, -0.066 * k)
        s.close()
        s.fill(Colour(0xC9756A).mixed(cat.light.shade, 0.2))
        move(0.255, -0.066)
        curve((0.25, -0.05), (0.235, -0.045), (0.222, -0.052))
        move(0.255, -0.066)
        curve((0.26, -0.05), (0.275, -0.045), (0.288, -0.052))
        s.stroke(ink, 0.7, width: max(k * 0.006, 0.7))
        whiskers(from: Point(0.3, -0.06), [-0.15, 0.05, 0.22], 0.13)
        whiskers(from: Point(0.21, -0.06), [.pi + 0.15, .pi - 0.05, .pi - 0.22], 0.13)
    }

    private func whiskers(from p: Point, _ angles: [Double], _ length: Double) {
        for a in angles {
            move(p.x, p.y)
            curve(
                (p.x + cos(a) * length * 0.4, p.y + sin(a) * length * 0.4),
                (p.x + cos(a) * length * 0.8, p.y + sin(a) * length * 0.8 + 0.008),
                (p.x + cos(a) * length, p.y + sin(a) * length + 0.02))
            s.stroke(cat.light.rim.lighter(0.3), 0.7, width: max(k * 0.0035, 0.5))
        }
    }
}
