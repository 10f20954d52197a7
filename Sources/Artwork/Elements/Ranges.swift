import BatchVideo

/// Several ridges one behind the other, each a layer of its own with haze at its foot.
struct Ranges {
    var far: Colour
    var near: Colour
    var haze: Colour
    var light: Colour
    var count = 4
    /// Rows of the farthest and the nearest skyline.
    var farBase: Double
    var nearBase: Double
    var farSwing: Double
    var nearSwing: Double
    var peaks = 2.4
    var character = Ridge.Character.sharp
    var relief = 0.5
    /// Snow on the ridges from the far end up to this share of the way to the near one.
    var snowUntil = -1.0
    var snow = Colour.white
    var lightSide = 1.0
    var farDepth = 0.04
    var nearDepth = 0.22
    var fog = 0.5
    /// Row below which other layers hide the nearest ridge; nil paints it to the bottom.
    var floor: Double?

    func add(to scene: inout SceneBuilder, _ purpose: String) {
        let stage = scene.stage
        let rock = NoiseField(
            width: stage.size.width / 2, height: stage.size.height / 2,
            .init(cells: 12 * stage.width / stage.unit, octaves: 5, ridged: character == .sharp),
            seed: scene.noiseSeed(purpose + "rock"))
        let ridges = (0..<count).map { i in
            Ridge(
                stage, base: lerp(farBase, nearBase, share(i)),
                amplitude: lerp(farSwing, nearSwing, share(i)),
                peaks: peaks * (1 + 0.25 * Double(i)), character,
                seed: scene.noiseSeed("\(purpose)\(i)"))
        }
        for (i, ridge) in ridges.enumerated() {
            let t = share(i)
            let swing = lerp(farSwing, nearSwing, t)
            let hidden =
                i + 1 < count
                ? ridges[i + 1].lowest + Double(stage.margin) : floor ?? stage.bottom
            let top = far.mixed(near, t)
            let surface = scene.surface()
            Mountains(
                ridge: ridge, top: top, foot: top.mixed(haze, 0.78 - 0.35 * t),
                light: light.mixed(top, 0.15 + 0.3 * (1 - t)), relief: relief * lerp(0.5, 1, t),
                depth: swing * 2 + stage.unit * 0.10,
                snow: t <= snowUntil ? swing * lerp(1.7, 1.2, t) : 0,
                snowColour: snow.mixed(haze, 0.35 * (1 - t)), lightSide: lightSide
            ).paint(on: surface, rock: rock, bottom: min(hidden, stage.bottom))
            Mist.band(
                haze, fog * (1 - 0.5 * t), on: surface, centre: ridge.lowest + stage.unit * 0.02,
                reach: stage.unit * 0.10, seed: scene.noiseSeed("\(purpose)mist\(i)"))
            scene.add(surface, depth: lerp(farDepth, nearDepth, t))
        }
    }

    /// 0 for the farthest ridge, 1 for the nearest.
    private func share(_ i: Int) -> Double { count > 1 ? Double(i) / Double(count - 1) : 1 }
}

/// Rolling ground: a soft skyline, lit from one side, mottled.
struct Ground {
    var top: Colour
    var foot: Colour
    var light: Colour
    var depth: Double
    var lightSide = 1.0
    var relief = 0.35
    /// Strength of the mottling.
    var grit = 0.05

    func paint(
        _ ridge: Ridge, on surface: PaintSurface, seed: UInt64, cells: Double = 9,
        bottom: Double? = nil
    ) {
        let folds = NoiseField(
            width: surface.columns / 3, height: surface.rows / 3,
            .init(cells: cells, octaves: 4, gain: 0.45, aspect: 0.35), seed: seed)
        Mountains(
            ridge: ridge, top: top, foot: foot, light: light, relief: relief, depth: depth,
            lightSide: lightSide
        ).paint(on: surface, rock: folds, bottom: bottom)
        let paper = NoiseField(
            width: surface.columns / 2, height: surface.rows / 2,
            .init(cells: 120, octaves: 3, aspect: 0.5), seed: seed &+ 1)
        surface.mottle(paper, strength: grit, top: ridge.highest, bottom: bottom)
    }
}
