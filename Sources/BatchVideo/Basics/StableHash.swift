import Foundation

/// A 64-bit hash that is the same in every process and on every machine, for seeds and file names.
/// Not for integrity: fingerprints of content are SHA-256 (`Fingerprint`).
///
/// FNV-1a (Fowler, Noll, Vo) with a final SplitMix64 avalanche.
package struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    package mutating func add(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }

    /// Adds the UTF-8 bytes and a terminator, so that ("ab", "c") differs from ("a", "bc").
    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(UInt8(0xFF))
    }

    package var value: UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    package static func of(_ text: String) -> UInt64 {
        var hash = StableHash()
        hash.add(text)
        return hash.value
    }
}

extension Double {
    static func log(_ x: Double) -> Double { Foundation.log(x) }
    static func cos(_ x: Double) -> Double { Foundation.cos(x) }
}
