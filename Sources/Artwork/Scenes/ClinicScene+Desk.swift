import BatchVideo
import CCairo
import Foundation

extension ClinicScene {
    /// The doctor's desk before us and what lies on it.
    static func desk(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let v = plan.view
        let s = scene.surface()
        let far = v.place(0, plan.top, plan.edge).y
        Interior.wood(
            paint.desk, light: paint.light, top: far, bottom: stage.bottom,
            lightX: plan.opening.centre.x + stage.unit * 0.1,
            sheen: plan.isLampLit ? 0.2 : 0.46, on: s, seed: scene.noiseSeed("grain"))
        cutEnd(s, plan)
        let (a, b) = (v.place(-9, plan.top, plan.edge), v.place(plan.end, plan.top, plan.edge))
        s.move(a.x, a.y)
        s.line(b.x, b.y)
        s.stroke(paint.light, 0.55, width: max(stage.unit * 0.003, 1))
        let tools = DeskTools(view: v, surface: s, paint: paint, top: plan.top)
        let x = stage.pick(0.0, portrait: 0.18, square: 0.1)
        let screen = tools.monitor(x: x - stage.pick(1.22, portrait: 0.94, square: 1.05), z: 2.06)
        tools.keyboard(
            x: x - stage.pick(1.18, portrait: 0.74, square: 1.0),
            z: stage.pick(1.72, portrait: 1.60, square: 1.7))
        tools.clipboard(
            x: x - stage.pick(0.60, portrait: 0.36, square: 0.5),
            z: stage.pick(1.62, portrait: 1.24, square: 1.55))
        tools.penCup(x: x - 0.52, z: 2.12)
        let steam = tools.mug(x: x - 0.26, z: stage.pick(1.98, portrait: 1.84, square: 1.96))
        tools.stethoscope(
            x: x + stage.pick(0.16, portrait: 0.12, square: 0.2),
            z: stage.pick(1.86, portrait: 1.48, square: 1.82))
        if plan.isLampLit { tools.lamp(x: x + 0.42, z: 2.14) }
        scene.add(s, depth: 0.55)
        sprout(&scene, paint, plan, x: x + (plan.isLampLit ? 0.62 : 0.46), &random)
        pulse(&scene, paint, screen)
        scene.add(
            SmokeLayer(
                from: steam, rise: stage.unit * 0.12, width: stage.unit * 0.007,
                colour: paint.light.lighter(0.5), alpha: 0.13, lean: 0.1, depth: 0.55))
    }

    /// The desk ends before the couch.
    private static func cutEnd(_ s: PaintSurface, _ plan: Plan) {
        let v = plan.view
        let (p, q) = (v.place(plan.end, plan.top, plan.edge), v.place(plan.end, plan.top, 0.9))
        s.isolated {
            cairo_set_operator(s.context, CAIRO_OPERATOR_CLEAR)
            s.polygon([
                Point(p.x - s.stage.unit * 0.03, p.y), Point(p.x, p.y + s.stage.unit * 0.018), q,
                Point(s.stage.right + 9, q.y), Point(s.stage.right + 9, p.y - 2), Point(p.x, p.y - 2),
            ])
            s.fill(.black)
        }
    }

    /// A small plant in a pot on the desk.
    private static func sprout(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, x: Double,
        _ random: inout SeededRandom
    ) {
        let p = plan.view.place(x, plan.top, 2.12)
        let tall = plan.view.scale(2.12) * 0.34
        let s = scene.surface()
        Furniture(surface: s, light: paint.light, scale: scene.stage.unit).plant(
            at: p, height: tall, paint.leaf, pot: paint.sheet, &random)
        scene.add(
            s, depth: 0.56,
            .sway(pivot: p.y - tall * 0.25, reach: tall * 0.8, pixels: tall * 0.012, turns: 2, phase: 0.5))
    }

    /// A heart's rhythm that runs over the monitor.
    private static func pulse(_ scene: inout SceneBuilder, _ paint: Paint, _ screen: Interior.Opening) {
        let colour = paint.accents[0].lighter(0.55)
        scene.add(
            LiveLayer { s, moment in
                let shift = moment.shift(0.55, s.stage)
                s.translate(shift.x, shift.y)
                s.rectangle(screen.x, screen.y, screen.width, screen.height)
                s.clip()
                let (base, tall) = (screen.y + screen.height * 0.60, screen.height * 0.34)
                let steps = 120
                for k in 0...steps {
                    let t = Double(k) / Double(steps)
                    let y = base - tall * beat(wrapped(t * 3 - moment.phase * 6))
                    let x = screen.x + screen.width * t
                    k == 0 ? s.move(x, y) : s.line(x, y)
                }
                s.stroke(colour, 0.25, width: max(screen.width * 0.022, 2), keep: true)
                s.stroke(colour, 0.95, width: max(screen.width * 0.007, 1))
            })
    }

    /// One heartbeat, 0...1 in time.
    private static func beat(_ t: Double) -> Double {
        func bump(_ at: Double, _ width: Double) -> Double { exp(-pow((t - at) / width, 2)) }
        return 0.16 * bump(0.30, 0.035) - 0.14 * bump(0.43, 0.012) + 1.0 * bump(0.46, 0.014)
            - 0.28 * bump(0.495, 0.014) + 0.24 * bump(0.66, 0.05)
    }

    static func lamplight(_ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan) {
        guard plan.isLampLit else { return }
        let unit = scene.stage.unit
        let x = scene.stage.pick(0.0, portrait: 0.18, square: 0.1) + 0.34
        let p = plan.view.place(x, plan.top + 0.3, 2.1)
        let s = scene.surface()
        s.glow(p.x, p.y, radius: unit * 0.5, paint.lamp, 0.42, as: .over)
        let spot = plan.view.place(x - 0.06, plan.top, 1.96)
        s.glow(spot.x, spot.y, radius: unit * 0.42, paint.lamp, 0.5, squash: 0.32, as: .over)
        let top = plan.view.place(0, plan.view.height, 3.6)
        s.glow(top.x, top.y + unit * 0.1, radius: unit * 1.0, paint.lamp, 0.10, squash: 0.8, as: .over)
        scene.add(s, depth: 0.4, blend: .screen, breath: (low: 0.86, turns: 3, phase: 0))
    }
}
