/// Changes the sample rate by a ratio of whole numbers, one polyphase windowed-sinc branch per phase.
///
/// Any stretch of the output is a pure function of the input around it: no state, no delay, no shift.
/// Output sample n lies exactly at input time n · from / to. Pass band to 0.45 of the lower rate
/// (ripple below 0.01 dB), everything mirrored or folded more than 95 dB down.
struct Resampler: Sendable {
    private let up: Int
    private let down: Int
    private let taps: Int
    /// `up` branches of `taps` coefficients each.
    private let branches: [Float]

    static let attenuationDB = 100.0
    static let baseTaps = 128

    init(from source: Int, to target: Int) {
        let divisor = Self.greatestCommonDivisor(source, target)
        up = target / divisor
        down = source / divisor
        let ratio = min(1, Double(up) / Double(down))
        taps = (Int((Double(Self.baseTaps) / ratio).rounded(.up)) + 7) / 8 * 8
        branches = Self.design(up: up, taps: taps, ratio: ratio)
    }

    /// Samples of output that `inputCount` samples of input make.
    func outputCount(for inputCount: Int) -> Int { (inputCount * up + down - 1) / down }

    /// The output in `range`; `read` gives the input in any range, zero beyond its ends.
    func output(_ range: Range<Int>, reading read: (Range<Int>) throws -> [Float]) rethrows -> [Float] {
        guard !range.isEmpty else { return [] }
        if up == down { return try read(range) }
        let before = taps / 2 - 1
        let first = range.lowerBound * down / up - before
        let last = (range.upperBound - 1) * down / up - before + taps
        let input = try read(first..<last)
        return branches.withUnsafeBytes { branches in
            input.withUnsafeBytes { input in
                range.map { n in
                    let start = n * down / up - before - first
                    return Self.dot(branches, n * down % up * taps, input, start, taps)
                }
            }
        }
    }

    @inline(__always)
    private static func dot(
        _ a: UnsafeRawBufferPointer, _ i: Int, _ b: UnsafeRawBufferPointer, _ j: Int, _ count: Int
    ) -> Float {
        var sum = SIMD8<Float>.zero
        for k in stride(from: 0, to: count, by: 8) {
            let x = a.loadUnaligned(fromByteOffset: (i + k) * 4, as: SIMD8<Float>.self)
            let y = b.loadUnaligned(fromByteOffset: (j + k) * 4, as: SIMD8<Float>.self)
            sum += x * y
        }
        return sum.sum()
    }

    private static func design(up: Int, taps: Int, ratio: Double) -> [Float] {
        let transition = Kaiser.transition(attenuationDB: attenuationDB, taps: taps)
        let cutoff = 0.5 * ratio - transition / 2
        let beta = Kaiser.beta(attenuationDB: attenuationDB)
        var all: [Float] = []
        all.reserveCapacity(up * taps)
        for phase in 0..<up {
            let shift = Double(phase) / Double(up)
            let branch = (0..<taps).map { k in
                Kaiser.sinc(
                    offset: Double(k - (taps / 2 - 1)) - shift, cutoff: cutoff,
                    halfWidth: Double(taps) / 2, beta: beta)
            }
            let gain = branch.reduce(0, +)
            all += branch.map { Float($0 / gain) }
        }
        return all
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
