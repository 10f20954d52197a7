import BatchVideo
import Foundation

/// A skyline across the water: haze behind, lit windows, reflections, lights moving on the quay.
struct CityScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) {
        let paint = self.paint(scene)
        let stage = scene.stage
        var random = scene.random("composition")
        let shore = stage.y(stage.pick(0.70, portrait: 0.66, square: 0.69))
        let lightSide = random.unit() < 0.5 ? -1.0 : 1.0
        let sun = Point(
            stage.x(0.5 + lightSide * random.uniform(0.16, 0.3)),
            sunRow(scene.palette, shore, stage, &random))
        sky(&scene, paint, sun, shore)
        for (row, depth) in [(0, 0.06), (1, 0.12), (2, 0.2)] {
            skyline(&scene, paint, row: row, depth: depth, shore: shore, lightSide: lightSide)
        }
        quay(&scene, paint, shore)
        var look = WaterLayer.Look(deep: paint.deep, glitter: paint.disc, pathX: sun.x)
        look.roughness = random.uniform(0.5, 0.75)
        look.farTint = 0.1
        look.nearTint = 0.5
        look.pathStrength = scene.pick(warm: 0.9, clear: 0.35, deep: 0.6)
        scene.add(
            WaterLayer(
                mirroring: scene.flattened(), horizon: shore, look,
                seed: scene.noiseSeed("water"), depth: 0.2))
        traffic(&scene, paint, shore)
        birds(&scene, paint, shore)
        scene.look.bloom = scene.pick(warm: 0.5, clear: 0.3, deep: 0.6)
    }

    private static func sunRow(
        _ palette: ScenePalette, _ shore: Double, _ stage: Stage, _ random: inout SeededRandom
    ) -> Double {
        switch palette {
        case .warm: shore - stage.unit * random.uniform(0.34, 0.42)
        case .clear, .deep: shore * random.uniform(0.2, 0.28)
        }
    }

    private static func sky(
        _ scene: inout SceneBuilder, _ paint: Paint, _ sun: Point, _ shore: Double
    ) {
        let unit = scene.stage.unit
        let s = scene.surface()
        Sky.paint(ColourRamp(paint.sky), on: s, horizon: shore, seed: scene.noiseSeed("sky"))
        if scene.palette == .deep {
            var random = scene.random("stars")
            Sky.stars(220, on: s, bottom: shore * 0.7, random: &random)
            Sky.moon(
                at: sun, radius: unit * 0.05, on: s, halo: paint.halo,
                seed: scene.noiseSeed("moon"))
        } else {
            Sky.sun(
                paint.disc, paint.halo, at: sun,
                radius: unit * (scene.palette == .warm ? 0.07 : 0.035), on: s)
        }
        s.glow(
            scene.stage.width / 2, shore, radius: scene.stage.width * 0.75, paint.haze,
            scene.pick(warm: 0.45, clear: 0.35, deep: 0.55), falloff: 0.8, squash: 0.45)
        scene.add(s, depth: 0)
        let clouds = scene.surface()
        Clouds.veil(
            .init(light: paint.cloudLight, shade: paint.cloudShade, alpha: 0.75),
            cover: scene.pick(warm: 0.55, clear: 0.5, deep: 0.42), on: clouds,
            top: scene.stage.top, bottom: shore * 0.8, sun: sun, seed: scene.noiseSeed("veil"),
            cells: 3, aspect: 0.3)
        scene.add(clouds, depth: 0.02, .drift(pixels: unit * 0.05))
    }

    /// Row 0 is the farthest. Near rows are lower at the sides and leave the middle to the tall.
    private static func skyline(
        _ scene: inout SceneBuilder, _ paint: Paint, row: Int, depth: Double, shore: Double,
        lightSide: Double
    ) {
        let stage = scene.stage
        var random = scene.random("row", row)
        let near = Double(row) / 2
        let s = scene.surface()
        let tall = stage.pick(
            stage.height * 0.46, portrait: stage.height * 0.36, square: stage.height * 0.42)
        let body = paint.far.mixed(paint.near, near)
        let tower = Tower.Paint(
            front: body, side: body.darker(0.12 + 0.2 * near),
            edge: paint.edge.mixed(body, 0.55 - 0.35 * near), lights: paint.lights,
            litShare: paint.litShare * (0.5 + 0.5 * near), pane: paint.pane,
            paneAlpha: 0.10 + 0.25 * near, haze: paint.haze)
        var panes: [Tower.Pane] = []
        var x = stage.left - stage.unit * 0.05
        let summit = random.uniform(0.35, 0.65)
        while x < stage.right {
            let width = stage.unit * random.uniform(0.055, 0.11) * (0.75 + 0.35 * near)
            let place = (x + width / 2) / stage.width
            let bell = exp(-pow((place - summit) * 2.2, 2))
            let reach =
                row == 2
                ? random.uniform(0.14, 0.42) + 0.12 * bell
                : random.uniform(0.3, 0.62) + 0.42 * bell * random.unit()
            let isTall = reach > 0.62
            let building = Tower(
                left: x, width: isTall ? width * 0.85 : width, height: tall * reach,
                top: isTall
                    ? [.spire, .crown, .slanted, .stepped][random.index(4)]
                    : Tower.Top.allCases[random.index(6)],
                lightSide: lightSide,
                cell: Point(
                    stage.unit * random.uniform(0.009, 0.013) * (0.65 + 0.35 * near),
                    stage.unit * random.uniform(0.015, 0.020) * (0.65 + 0.35 * near)))
            panes += building.paint(tower, base: shore, on: s, random: &random)
            x += width * random.uniform(0.82, row == 2 ? 1.3 : 1.12)
        }
        if row == 1 { landmark(s, tower, paint, shore: shore, tall: tall, &random, &scene) }
        Mist.band(
            paint.haze, row == 2 ? 0.22 : 0.55, on: s, centre: shore - stage.unit * 0.02,
            reach: stage.unit * (row == 2 ? 0.09 : 0.22), seed: scene.noiseSeed("haze\(row)"),
            ragged: 0.4)
        scene.add(s, depth: depth)
        if scene.palette != .clear {
            scene.add(WindowLightLayer(panes: Array(panes.prefix(90)), dark: body, depth: depth))
        }
    }

    /// One tower of its own shape that stands above all: tapered, with rings of light.
    private static func landmark(
        _ s: PaintSurface, _ tower: Tower.Paint, _ paint: Paint, shore: Double, tall: Double,
        _ random: inout SeededRandom, _ scene: inout SceneBuilder
    ) {
        let stage = s.stage
        let x = stage.x(random.uniform(0.3, 0.7))
        let height = tall * random.uniform(1.12, 1.24)
        let (foot, neck) = (stage.unit * 0.042, stage.unit * 0.013)
        let roof = shore - height
        for side in [-1.0, 1.0] {
            s.move(x, shore)
            s.line(x + side * foot, shore)
            s.curve(
                Point(x + side * foot * 0.55, shore - height * 0.35),
                Point(x + side * neck, shore - height * 0.6), to: Point(x + side * neck, roof))
            s.line(x, roof)
            s.close()
            s.fill(side == -1 ? tower.front.mixed(tower.edge, 0.25) : tower.side)
        }
        for (share, radius) in [(0.28, 0.030), (0.66, 0.034), (0.74, 0.022), (1.0, 0.018)] {
            let y = shore - height * share
            s.ellipse(x, y, stage.unit * radius, stage.unit * radius * 0.6)
            s.fill(
                from: Point(x - stage.unit * radius, y), to: Point(x + stage.unit * radius, y),
                [Stop(0, tower.front.mixed(tower.edge, 0.5)), Stop(1, tower.side)])
            guard let light = paint.lights.first else { continue }
            s.ellipse(
                x, y + stage.unit * radius * 0.15, stage.unit * radius * 0.92,
                stage.unit * radius * 0.16)
            s.fill(light, 0.85)
        }
        s.move(x, roof)
        s.line(x, roof - height * 0.2)
        s.stroke(tower.side, width: max(stage.unit * 0.004, 1))
        let beacon = Point(x, roof - height * 0.2)
        guard scene.palette != .clear else { return }
        scene.add(
            SparkLayer { frame, moment in
                let shift = moment.shift(0.12, frame.stage)
                let light = pow(0.5 + 0.5 * wave(moment.phase * 4), 3)
                SoftDisc.add(
                    Colour(0xFF5A4A), light, beacon.x + shift.x, beacon.y + shift.y,
                    radius: frame.stage.unit * 0.014, on: frame)
            })
    }

    /// The embankment: a dark wall with trees and lamps.
    private static func quay(_ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double) {
        let stage = scene.stage
        var random = scene.random("quay")
        let s = scene.surface()
        let bush = paint.near.mixed(
            scene.pick(
                warm: Colour(0x3A2A2A), clear: Colour(0x3E7A55), deep: Colour(0x0C1E26)), 0.75)
        var x = stage.left
        while x < stage.right {
            let r = stage.unit * random.uniform(0.010, 0.024)
            for k in 0..<3 {
                s.circle(
                    x + r * random.uniform(-0.8, 0.8), shore - r * (0.5 + 0.35 * Double(k)),
                    r * random.uniform(0.5, 0.8))
                s.fill(bush.mixed(paint.edge, 0.10 * Double(k)))
            }
            x += r * random.uniform(1.2, 3.2)
        }
        s.rectangle(
            stage.left, shore - stage.unit * 0.010, stage.right - stage.left, stage.unit * 0.012)
        s.fill(paint.near.darker(0.25))
        s.rectangle(
            stage.left, shore - stage.unit * 0.011, stage.right - stage.left,
            max(stage.unit * 0.002, 1))
        s.fill(paint.edge, 0.5)
        if let lamp = paint.lights.first {
            var x = stage.left + stage.unit * 0.04
            while x < stage.right {
                s.glow(
                    x, shore - stage.unit * 0.022, radius: stage.unit * 0.028, lamp, 0.85,
                    falloff: 1.3)
                s.circle(x, shore - stage.unit * 0.022, stage.unit * 0.0024)
                s.fill(.white, 0.95)
                x += stage.unit * 0.085
            }
        }
        scene.add(s, depth: 0.22)
    }

    /// Cars along the quay: white lights one way, red ones the other.
    private static func traffic(_ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double) {
        guard scene.palette != .clear else { return }
        var random = scene.random("traffic")
        let cars = (0..<26).map { i in
            (start: random.unit(), right: i % 2 == 0, speed: 1 + Double(random.index(2)))
        }
        scene.add(
            SparkLayer { frame, moment in
                let stage = frame.stage
                for car in cars {
                    let way = wrapped(car.start + moment.phase * car.speed)
                    let share = car.right ? way : 1 - way
                    let fade = envelope(way, edge: 0.05)
                    SoftDisc.add(
                        car.right ? Colour(0xFFF1CF) : Colour(0xFF4F3A), 0.85 * fade,
                        stage.left + share * (stage.right - stage.left),
                        shore - stage.unit * (car.right ? 0.006 : 0.0035),
                        radius: stage.unit * 0.0055, on: frame)
                }
            })
    }

    private static func birds(_ scene: inout SceneBuilder, _ paint: Paint, _ shore: Double) {
        guard scene.palette != .deep else { return }
        var random = scene.random("birds")
        let stage = scene.stage
        scene.add(
            BirdsLayer(
                5 + random.index(3), around: Point(stage.x(0.35), shore * 0.3),
                spread: stage.unit * 0.12, size: stage.unit * 0.014,
                travel: Point(stage.unit * 0.4, -stage.unit * 0.05),
                colour: paint.near.darker(0.3), alpha: 0.7, random: &random))
    }
}
