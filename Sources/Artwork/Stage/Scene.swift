import BatchVideo

/// A picture in layers, far to near, that can be drawn at any phase of its loop.
struct Scene: Sendable {
    let stage: Stage
    let layers: [any SceneLayer]
    let finish: Finish
    let mirrored: Bool
    /// The phase that makes the best still.
    let stillPhase: Double

    func draw(on frame: Frame, phase: Double) {
        let moment = Moment(phase: wrapped(phase))
        for layer in layers { layer.draw(on: frame, at: moment) }
        finish.apply(to: frame)
        if mirrored { frame.mirror() }
    }
}

/// Collects layers while a family composes its picture.
struct SceneBuilder {
    let stage: Stage
    let palette: ScenePalette
    let seed: UInt64
    /// When in the day it plays; always one of the palette's.
    let dayTime: DayTime
    /// What was asked for; a family that shows a season has one of its own for nil.
    let season: Season?
    /// Strength of vignette, bloom and grain.
    var look = Finish.Look()
    var stillPhase = 0.0
    private(set) var layers: [any SceneLayer] = []

    init(
        stage: Stage, palette: ScenePalette, seed: UInt64, dayTime: DayTime? = nil,
        season: Season? = nil
    ) {
        self.stage = stage
        self.palette = palette
        self.seed = seed
        self.season = season
        let possible = DayTime.of(palette)
        var random = SeededRandom(seed: seed, "day time", 0)
        let chosen = possible[random.index(possible.count)]
        self.dayTime = dayTime.flatMap { possible.contains($0) ? $0 : nil } ?? chosen
    }

    /// An independent stream of chance for one part of the picture.
    func random(_ purpose: String, _ index: Int = 0) -> SeededRandom {
        SeededRandom(seed: seed, purpose, index)
    }

    func noiseSeed(_ purpose: String) -> UInt64 {
        var random = self.random(purpose)
        return random.next()
    }

    func pick<T>(warm: T, clear: T, deep: T) -> T {
        switch palette {
        case .warm: warm
        case .clear: clear
        case .deep: deep
        }
    }

    func surface() -> PaintSurface { PaintSurface(stage) }

    mutating func add(_ layer: some SceneLayer) { layers.append(layer) }

    mutating func add(
        _ surface: PaintSurface, depth: Double, _ motion: PlateLayer.Motion = .still,
        blend: PlateBlit.Blend = .over, breath: (low: Double, turns: Int, phase: Double)? = nil
    ) {
        layers.append(
            PlateLayer(
                plate: Plate(surface), depth: depth, blend: blend, motion: motion, breath: breath))
    }

    /// All the plates so far on one surface, at rest: what water mirrors.
    func flattened() -> PaintSurface {
        let whole = surface()
        let plates = layers.compactMap { $0 as? PlateLayer }
        _ = whole.withPixels { target in
            for layer in plates { Self.lay(layer, on: target, columns: whole.columns) }
        }
        return whole
    }

    private static func lay(
        _ layer: PlateLayer, on target: UnsafeMutablePointer<UInt32>, columns: Int
    ) {
        let plate = layer.plate
        plate.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            for (i, row) in plate.rows.enumerated() where row.start < row.end {
                let taps = PlateBlit.Taps(offsets: (0, 0, 0, 0), weights: (256, 0, 0, 0))
                PlateBlit.row(
                    base + i * columns, taps, on: target + (plate.firstRow + i) * columns,
                    count: columns, layer.blend)
            }
        }
    }

    /// Drops what can never be seen, and looks at the picture once to know its bloom.
    func build(mirrored: Bool) -> Scene {
        let shown = visibleLayers()
        return Scene(
            stage: stage, layers: shown,
            finish: Finish(stage, look, layers: shown, phase: stillPhase, seed: seed),
            mirrored: mirrored, stillPhase: stillPhase)
    }

    private func visibleLayers() -> [any SceneLayer] {
        var covered = [Bool](repeating: false, count: stage.size.height + 2 * stage.margin)
        var shown: [any SceneLayer] = []
        for layer in layers.reversed() {
            shown.append(layer.dropping { covered[$0] })
            for row in covered.indices where !covered[row] { covered[row] = layer.covers(row: row) }
        }
        return shown.reversed()
    }
}
