import Foundation

/// 0 below `low`, 1 above `high`, smooth between; `high` may be the smaller.
@inline(__always)
func smoothstep(_ low: Float, _ high: Float, _ x: Float) -> Float {
    let t = min(max((x - low) / (high - low), 0), 1)
    return t * t * (3 - 2 * t)
}

func smoothstep(_ low: Double, _ high: Double, _ x: Double) -> Double {
    let t = min(max((x - low) / (high - low), 0), 1)
    return t * t * (3 - 2 * t)
}

func lerp(_ a: Double, _ b: Double, _ t: Double) -> Double { a + (b - a) * t }
func lerp(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }

/// sin(2 pi x): `x` counts whole turns.
func wave(_ turns: Double) -> Double { sin(2 * .pi * turns) }

/// The fractional part, in 0 ..< 1 for negative numbers too.
func wrapped(_ x: Double) -> Double { x - x.rounded(.down) }

/// 0 at both ends of 0...1, 1 in the middle; `edge` is the share of the way spent rising.
func envelope(_ t: Double, edge: Double = 0.25) -> Double {
    smoothstep(0, edge, t) * smoothstep(1, 1 - edge, t)
}
