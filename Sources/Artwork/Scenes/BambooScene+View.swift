import BatchVideo
import Foundation

extension BambooScene {
    /// The view along the path. Ground at nearness `d` (0 on the horizon, 1 at the picture's foot)
    /// lies in one row; what stands there is `d` times as large as at the foot.
    struct View {
        var horizon: Double
        var vanish: Double
        var light: Point
        /// Pixels from the horizon to the foot: the height of one's eyes, at nearness 1.
        var eye: Double
        /// Where the path's middle is at nearness 1, and how it winds before.
        var foot: Double
        var winding: Double
        /// Half the path's breadth at nearness 1.
        var half: Double
        /// How near the stone lantern stands, and on which side of the path.
        var lantern: (nearness: Double, side: Double)

        func row(_ d: Double) -> Double { horizon + eye * d }
        func path(_ d: Double) -> Double {
            lerp(vanish, foot, d) + winding * sin(3.4 * d.squareRoot() * .pi) * d * (1 - 0.6 * d)
        }
        var lanternX: Double {
            path(lantern.nearness) + lantern.side * half * lantern.nearness * 1.75
        }
    }
}

extension BambooScene.View {
    init(_ stage: Stage, _ random: inout SeededRandom) {
        let side = random.unit() < 0.5 ? 1.0 : -1.0
        horizon = stage.y(stage.pick(0.56, portrait: 0.60, square: 0.57))
        vanish = stage.x(0.5 + side * random.uniform(0.02, 0.09))
        light = Point(
            vanish + side * stage.unit * random.uniform(0.02, 0.08),
            horizon - stage.unit * stage.pick(0.27, portrait: 0.36, square: 0.28))
        eye = stage.bottom - horizon
        foot = stage.x(0.5 - side * random.uniform(0.02, 0.14))
        winding = -side * stage.unit * random.uniform(0.10, 0.22)
        half = stage.unit * stage.pick(0.27, portrait: 0.30, square: 0.26)
        lantern = (stage.pick(0.44, portrait: 0.36, square: 0.42), side)
    }
}
