import BatchVideo
import Foundation

extension HeartHandsScene {
    /// The heart, beating, with its light before and behind it and small hearts that rise.
    static func heart(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        let unit = scene.stage.unit
        let halo = scene.surface()
        halo.glow(plan.heart.x, plan.heart.y, radius: plan.radius * 3.4, paint.glow, 0.62, as: .over)
        scene.add(halo, depth: 0.5, blend: .screen, breath: (low: 0.62, turns: 5, phase: 0.05))
        let colours = paint.heart
        scene.add(
            LiveLayer { s, moment in
                let shift = moment.shift(0.5, s.stage)
                let rise = unit * 0.009 * wave(moment.phase + 0.1)
                s.isolated {
                    s.translate(plan.heart.x + shift.x, plan.heart.y + shift.y + rise)
                    Heart.paint(colours, radius: plan.radius * (1 + 0.045 * beat(moment.phase * 5)), on: s)
                }
            })
        small(&scene, paint, plan)
        let flare = scene.surface()
        flare.glow(plan.heart.x, plan.heart.y, radius: plan.radius * 1.5, paint.heart.light, 0.30, as: .over)
        scene.add(flare, depth: 0.5, blend: .screen, breath: (low: 0.2, turns: 5, phase: 0.05))
    }

    /// Two thrusts, then a rest: 0...1 over one turn.
    private static func beat(_ turns: Double) -> Double {
        let t = wrapped(turns)
        return exp(-pow((t - 0.18) / 0.085, 2)) + 0.6 * exp(-pow((t - 0.44) / 0.10, 2))
    }

    private static func small(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        var random = scene.random("hearts")
        let unit = scene.stage.unit
        let flock = (0..<11).map { _ in
            (
                x: random.gauss(0, plan.radius * 0.75), rise: unit * random.uniform(0.22, 0.42),
                size: plan.radius * random.uniform(0.05, 0.115), phase: random.unit(),
                turns: 1 + random.index(2), lean: random.uniform(-0.35, 0.35)
            )
        }
        let colours = paint.heart
        scene.add(
            LiveLayer { s, moment in
                let shift = moment.shift(0.55, s.stage)
                for one in flock {
                    let age = wrapped(moment.phase * Double(one.turns) + one.phase)
                    let sway = unit * 0.018 * wave(age * 1.5 + one.phase)
                    s.isolated {
                        s.translate(
                            plan.heart.x + shift.x + one.x * (0.7 + 0.8 * age) + sway,
                            plan.heart.y + shift.y - plan.radius * 0.3 - one.rise * age)
                        s.rotate(one.lean + 0.2 * wave(age + one.phase))
                        Heart.trace(on: s, radius: one.size * (0.6 + 0.4 * age))
                        s.fill(colours.middle.mixed(colours.light, 0.25), 0.8 * envelope(age, edge: 0.3))
                    }
                }
            })
    }
}

/// A heart of glass with light in it, its middle at (0, 0).
enum Heart {
    struct Paint: Sendable {
        var light: Colour
        var middle: Colour
        var deep: Colour
    }

    static func trace(on s: PaintSurface, radius r: Double) {
        func p(_ x: Double, _ y: Double) -> Point { Point(x * r, y * r) }
        s.move(0, r * 1.0)
        s.curve(p(-0.26, 0.70), p(-1.06, 0.30), to: p(-1.06, -0.34))
        s.curve(p(-1.06, -0.74), p(-0.80, -0.98), to: p(-0.53, -0.98))
        s.curve(p(-0.28, -0.98), p(-0.08, -0.80), to: p(0, -0.56))
        s.curve(p(0.08, -0.80), p(0.28, -0.98), to: p(0.53, -0.98))
        s.curve(p(0.80, -0.98), p(1.06, -0.74), to: p(1.06, -0.34))
        s.curve(p(1.06, 0.30), p(0.26, 0.70), to: p(0, 1.0))
        s.close()
    }

    static func paint(_ paint: Paint, radius r: Double, on s: PaintSurface) {
        trace(on: s, radius: r)
        s.fill(
            around: Point(-r * 0.20, -r * 0.30), radius: r * 1.55,
            [
                Stop(0, paint.light), Stop(0.32, paint.light.mixed(paint.middle, 0.55)),
                Stop(0.66, paint.middle), Stop(1, paint.deep),
            ])
        s.isolated {
            trace(on: s, radius: r)
            s.clip()
            // Light that comes from inside, and the thick edge of the glass.
            s.circle(0, 0, r * 1.3)
            s.fill(
                around: Point(0, -r * 0.02), radius: r * 0.95,
                [
                    Stop(0, paint.light.lighter(0.6), 0.85), Stop(0.35, paint.light, 0.45),
                    Stop(1, paint.light, 0),
                ])
            for step in 1...7 {
                trace(on: s, radius: r)
                s.stroke(paint.deep, 0.075, width: r * 0.098 * Double(step))
            }
            trace(on: s, radius: r * 0.992)
            s.stroke(paint.light.lighter(0.3), 0.35, width: r * 0.028)
            gloss(on: s, r)
        }
    }

    private static func gloss(on s: PaintSurface, _ r: Double) {
        for (x, y, rx, ry, tilt, alpha) in [
            (-0.60, -0.60, 0.30, 0.15, -0.65, 0.85), (0.44, -0.70, 0.20, 0.08, 0.35, 0.5),
            (-0.86, -0.20, 0.05, 0.16, 0.1, 0.5),
        ] {
            s.isolated {
                s.translate(x * r, y * r)
                s.rotate(tilt)
                s.scale(1, ry / rx)
                s.circle(0, 0, rx * r)
                s.fill(
                    around: Point(0, 0), radius: rx * r,
                    [Stop(0, .white, alpha), Stop(0.5, .white, alpha * 0.55), Stop(1, .white, 0)])
            }
        }
        // Light gathers at the lower edge, away from the gloss.
        s.move(r * 0.92, -r * 0.05)
        s.curve(
            Point(r * 0.80, r * 0.38), Point(r * 0.40, r * 0.62), to: Point(r * 0.10, r * 0.86))
        s.stroke(.white, 0.16, width: r * 0.06)
    }
}
