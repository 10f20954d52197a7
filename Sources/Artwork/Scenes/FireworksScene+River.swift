import BatchVideo
import Foundation

extension FireworksScene {
    /// Boats and little lights on the water.
    static func river(
        _ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double, _ side: Double,
        _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let depth = stage.height - shore
        let places = [
            (0.5 + side * 0.12, 0.16, 0.085), (0.5 - side * 0.3, 0.3, 0.13),
        ]
        for (k, place) in places.enumerated() {
            let p = Point(
                stage.x(place.0 + random.uniform(-0.04, 0.04)), shore + depth * place.1)
            let length = unit * place.2
            let s = scene.surface()
            s.isolated {
                s.translate(p.x, p.y)
                s.scale(1, -0.7)
                Figures.boat(
                    .init(body: paint.deep.darker(0.35), rim: paint.deep), at: Point(0, -length * 0.02),
                    length: length, on: s)
            }
            Figures.boat(
                .init(body: paint.bank, rim: paint.rim, lightSide: -side), at: p, length: length, on: s)
            let lamp = Point(p.x - length * 0.42, p.y - length * 0.19)
            s.glow(lamp.x, lamp.y, radius: length * 0.3, paint.lantern, 0.8, falloff: 1.1, as: .over)
            s.circle(lamp.x, lamp.y, length * 0.035)
            s.fill(paint.lantern.lighter(0.45))
            s.glow(
                lamp.x, p.y + length * 0.2, radius: length * 0.16, paint.lantern, 0.5, falloff: 1.1, squash: 2,
                as: .over)
            scene.add(
                s, depth: 0.24 + 0.08 * Double(k),
                .bob(pixels: unit * 0.002 * Double(k + 1), turns: 2, phase: 0.3 * Double(k)))
        }
        lights(&scene, paint, shore, depth)
    }

    /// Paper lights that drift downstream and come back with the loop.
    private static func lights(
        _ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double, _ depth: Double
    ) {
        let stage = scene.stage
        var random = scene.random("lights")
        let lights = (0..<Int(12 * stage.width / stage.unit)).map { _ in
            let near = random.unit()
            return (
                x: random.unit() * stage.width, y: shore + depth * (0.06 + 0.5 * near * near),
                near: near, phase: random.unit()
            )
        }
        let colour = paint.lantern
        scene.add(
            SparkLayer { frame, moment in
                let unit = frame.stage.unit
                let shift = moment.shift(0.22, frame.stage)
                for light in lights {
                    let way = wrapped(moment.phase + light.phase)
                    let fade = envelope(way, edge: 0.15)
                    let size = unit * lerp(0.0035, 0.0075, light.near)
                    let x = light.x + shift.x + (way - 0.5) * unit * lerp(0.04, 0.1, light.near)
                    let y = light.y + shift.y + size * 0.3 * wave(2 * moment.phase + light.phase)
                    SoftDisc.add(colour, 0.6 * fade, x, y, radius: size * 3.4, on: frame)
                    SoftDisc.add(colour, 0.4 * fade, x, y + size * 3, radius: size * 2.2, on: frame)
                    SoftDisc.add(.white, 0.9 * fade, x, y, radius: size * 0.8, on: frame)
                }
            })
    }

    /// The bank at our feet, a railing, and those who watch.
    static func bank(
        _ scene: inout SceneBuilder, _ paint: Paint, _ side: Double, _ fireworks: [Firework]
    ) {
        let stage = scene.stage
        let unit = stage.unit
        let top = stage.height - unit * stage.pick(0.075, portrait: 0.13, square: 0.08)
        func build(_ ground: Colour, _ ink: Figures.Ink, _ cover: Colour?, on s: PaintSurface) {
            s.move(stage.left, stage.bottom)
            s.line(stage.left, top)
            s.curve(
                Point(stage.x(0.3), top - unit * 0.012), Point(stage.x(0.7), top + unit * 0.012),
                to: Point(stage.right, top - unit * 0.004))
            s.line(stage.right, stage.bottom)
            s.close()
            s.fill(
                from: Point(0, top), to: Point(0, stage.bottom),
                [
                    Stop(0, cover ?? ground.mixed(paint.rim, 0.12)),
                    Stop(0.35, (cover ?? ground).darker(0.2)), Stop(1, ground.darker(0.5)),
                ])
            railing(s, ink, top)
            let people = Watchers(ink: ink, surface: s)
            let h = unit * stage.pick(0.19, portrait: 0.2, square: 0.18)
            people.family(
                at: Point(stage.x(0.5 - side * stage.pick(0.28, portrait: 0.2, square: 0.25)), top + unit * 0.035),
                height: h)
            people.pair(
                at: Point(stage.x(0.5 + side * stage.pick(0.22, portrait: 0.27, square: 0.26)), top + unit * 0.03),
                height: h * 0.94)
        }
        let s = scene.surface()
        build(
            paint.bank, .init(body: paint.bank.darker(0.25), rim: paint.rim, lightSide: side),
            paint.snow?.mixed(paint.bank, 0.45), on: s)
        scene.add(s, depth: 0.5)
        let lit = scene.surface()
        build(
            paint.bank.mixed(paint.gold, 0.16),
            .init(body: paint.bank.mixed(paint.gold, 0.10), rim: paint.rim.lighter(0.55), lightSide: side),
            paint.snow?.mixed(paint.bank, 0.2), on: lit)
        scene.add(
            FlashLayer(plate: Plate(lit), depth: 0.5) { FireworksLayer.flash(fireworks, $0) * 0.8 })
    }

    private static func railing(_ s: PaintSurface, _ ink: Figures.Ink, _ top: Double) {
        let unit = s.stage.unit
        let tall = unit * 0.062
        var x = s.stage.left
        while x < s.stage.right {
            s.rectangle(x - unit * 0.006, top - tall, unit * 0.012, tall + unit * 0.02)
            s.fill(ink.body)
            s.circle(x, top - tall - unit * 0.004, unit * 0.009)
            s.fill(ink.body)
            x += unit * 0.13
        }
        for row in [0.45, 0.92] {
            s.move(s.stage.left, top - tall * row)
            s.line(s.stage.right, top - tall * row)
            s.stroke(ink.body, width: unit * 0.007)
            s.move(s.stage.left, top - tall * row - unit * 0.003)
            s.line(s.stage.right, top - tall * row - unit * 0.003)
            s.stroke(ink.rim, 0.4, width: max(unit * 0.0014, 0.6))
        }
    }
}
