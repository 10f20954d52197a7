import BatchVideo
import Foundation

/// Dunes as ground in perspective: heights and light over a grid of picture columns and depths.
///
/// Lengths are in eye heights: the eye is 1 above the plain, the picture's unit is its focal length.
struct DuneField {
    /// A crest line seen from above: it winds, is highest in its middle and falls to the plain at its
    /// ends; one flank lies at the angle of repose, the other is the wind's long slope.
    struct Crest {
        /// The summit: right of the picture's middle, away from the eye, above the plain.
        var x: Double
        var z: Double
        var height: Double
        /// Where the crest runs, in radians: 0 across the picture, pi / 2 away from the eye. The steep
        /// flank is on its left.
        var turn: Double
        /// From the summit to either end.
        var length: Double
        var steep = 0.62
        var gentle = 0.42
        var meander = 0.0
        var waves = 5.0
        var phase = 0.0
    }

    static let steps = 440
    static let farthest: Float = 60

    let stage: Stage
    let horizon: Float
    let focal: Float
    let middle: Float
    /// Picture columns per node.
    let cell: Int
    let nodes: Int
    /// Distance of each step, near to far.
    let distances: [Float]
    private(set) var heights: [Float]
    /// 0 in shadow ... 1 facing the sun.
    private(set) var tones: [Float] = []
    private let crests: [Line]
    private let roughness: NoiseField

    /// `sun` points from the ground to the sun: right, up, away.
    init(_ stage: Stage, horizon: Double, crests: [Crest], sun: SIMD3<Double>, seed: UInt64) {
        self.stage = stage
        self.horizon = Float(horizon)
        focal = Float(stage.unit)
        middle = Float(stage.width / 2)
        cell = max(Int(stage.unit / 340), 1)
        nodes = (stage.size.width + 2 * stage.margin) / cell + 2
        let nearest = Float(0.62 * stage.unit / (stage.bottom - horizon))
        let ratio = Self.farthest / nearest
        distances = (0...Self.steps).map { nearest * pow(ratio, Float($0) / Float(Self.steps)) }
        self.crests = crests.map(Line.init)
        roughness = NoiseField(
            width: 256, height: 256, .init(cells: 10, octaves: 4, gain: 0.42, aspect: 0.8), seed: seed)
        heights = []
        heights = raised()
        tones = lit(by: SIMD3(Float(sun.x), Float(sun.y), Float(sun.z)))
    }

    /// How far right of the middle a node's column looks, per distance.
    func heading(_ node: Int) -> Float {
        (Float(node * cell - stage.margin) + 0.5 - middle) / focal
    }

    /// The step at a distance, near to far.
    func step(_ z: Double) -> Int {
        distances.firstIndex { Double($0) >= z } ?? Self.steps
    }

    /// Where a point of the ground is in the picture; nil behind nearer dunes.
    func place(x: Double, z: Double) -> Point? {
        let k = step(z)
        let column = Double(middle) + x / z * Double(focal)
        let node = (Int(column) + stage.margin) / cell
        guard (0..<nodes).contains(node), k <= Self.steps else { return nil }
        let y = row(k, node)
        let hidden = (0..<k).contains { row($0, node) < y - 1.5 }
        return hidden ? nil : Point(column, Double(y))
    }

    func row(_ step: Int, _ node: Int) -> Float {
        horizon + focal * (1 - heights[step * nodes + node]) / distances[step]
    }

    private func raised() -> [Float] {
        var heights = [Float](repeating: 0, count: (Self.steps + 1) * nodes)
        let scale = 1 / Float(nodes)
        for (k, z) in distances.enumerated() {
            let v = Float(k) / Float(Self.steps) * 0.75
            let lines = crests.filter { $0.reaches(z) }
            for i in 0..<nodes {
                let h = Self.height(lines, heading(i) * z, z)
                let rough = roughness.sample(Float(i) * scale, v + h * 0.14) - 0.5
                heights[k * nodes + i] = h + rough * min(z * 0.018, 0.2)
            }
        }
        return heights
    }

    private static func height(_ lines: [Line], _ x: Float, _ z: Float) -> Float {
        var height: Float = 0
        let soft = z * 0.005
        for line in lines {
            let rise = line.rise(x, z, soft)
            guard rise > 0 else { continue }
            // A smooth maximum: flanks run into each other.
            let low = min(min(height, rise) * 20, 1)
            let blend = max(0.05 - abs(height - rise), 0)
            height = max(height, rise) + blend * blend * 5 * low
        }
        return height
    }

    private func lit(by sun: SIMD3<Float>) -> [Float] {
        var tones = [Float](repeating: 0, count: heights.count)
        let slope = sun.y / max(abs(sun.x), 0.05)
        for k in 0...Self.steps {
            let z = distances[k]
            let (before, after) = (max(k - 1, 0), min(k + 1, Self.steps))
            let dz = distances[after] - distances[before]
            let dx = Float(cell) / focal * z
            var shadow: Float = -1
            for n in 0..<nodes {
                let i = sun.x > 0 ? nodes - 1 - n : n
                let h = heights[k * nodes + i]
                let (l, r) = (max(i - 1, 0), min(i + 1, nodes - 1))
                let across =
                    (heights[k * nodes + r] - heights[k * nodes + l]) / (Float(r - l) * dx)
                let along =
                    (heights[after * nodes + i] - heights[before * nodes + i]) / dz
                    - across * heading(i)
                let length = (1 + across * across + along * along).squareRoot()
                let facing = (sun.y - across * sun.x - along * sun.z) / length
                let open = 1 - smoothstep(0, 0.05 + 0.01 * z, shadow - h)
                shadow = max(shadow - slope * dx, h)
                let direct = min(max(0.5 + (facing - sun.y) * 0.95, 0), 1)
                // Shade is lit by the sky: more where it lies open to it.
                let sky = 0.05 + 0.16 * max(1 / length - 0.6, 0) - 0.04 * along
                tones[k * nodes + i] = max(sky, lerp(min(sky + 0.06, direct), direct, open))
            }
        }
        return tones
    }
}

/// A crest prepared for many questions.
private struct Line {
    private let x: Float
    private let z: Float
    private let height: Float
    private let ux: Float
    private let uz: Float
    private let inverse: Float
    private let steep: Float
    private let gentle: Float
    private let meander: Float
    private let waves: Float
    private let phase: Float

    init(_ crest: DuneField.Crest) {
        x = Float(crest.x)
        z = Float(crest.z)
        height = Float(crest.height)
        ux = Float(cos(crest.turn))
        uz = Float(sin(crest.turn))
        inverse = 1 / Float(crest.length)
        steep = Float(crest.steep)
        gentle = Float(crest.gentle)
        meander = Float(crest.meander)
        waves = Float(crest.waves)
        phase = Float(crest.phase)
    }

    /// Whether any of it lies at a distance from the eye.
    func reaches(_ pz: Float) -> Bool {
        let breadth = height * 1.24 / min(steep, gentle) + abs(meander)
        return abs(pz - z) < abs(uz) / inverse + abs(ux) * breadth
    }

    /// Height at a place; the crest is rounded within `soft`.
    func rise(_ px: Float, _ pz: Float, _ soft: Float) -> Float {
        let (dx, dz) = (px - x, pz - z)
        let along = (dx * ux + dz * uz) * inverse
        guard abs(along) < 0.99 else { return 0 }
        let fall = 1 - (along * along + 0.002).squareRoot()
        let crest = height * fall * (0.55 + 0.45 * fall)
        guard crest > 0.002 else { return 0 }
        let across = dz * ux - dx * uz - meander * sin(along * waves + phase)
        let away = (across * across + soft * soft).squareRoot() - soft
        let share = 1 - away * (across > 0 ? steep : gentle) / crest
        // The foot runs out instead of meeting the plain in a fold.
        let foot: Float = 0.24
        guard share > -foot else { return 0 }
        return crest * (share > foot ? share : (share + foot) * (share + foot) / (4 * foot))
    }
}
