/// A small, fast, reproducible generator: the same seed gives the same film on every machine.
///
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014).
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A generator for one purpose: independent streams for (seed, "motion", 3), (seed, "scene", 3) ...
    package init(seed: UInt64, _ purpose: String, _ index: Int = 0) {
        var hash = StableHash()
        hash.add(seed)
        hash.add(purpose)
        hash.add(UInt64(bitPattern: Int64(index)))
        state = hash.value
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in 0 ..< 1.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Uniform in `range`.
    package mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * unit()
    }

    /// Uniform in 0 ..< `count`; `count` must be positive.
    package mutating func index(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// Normal with the given mean and standard deviation (Box and Muller 1958).
    package mutating func gauss(_ mean: Double, _ deviation: Double) -> Double {
        let u = max(unit(), 0x1p-53)
        let v = unit()
        return mean + deviation * (-2 * Double.log(u)).squareRoot() * Double.cos(2 * .pi * v)
    }
}
