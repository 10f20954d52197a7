import BatchVideo
import Foundation

/// Integrated loudness of a stereo programme at 48 kHz.
///
/// ITU-R BS.1770-4: K-weighting, mean square over 400 ms blocks that overlap by three quarters, gated at
/// -70 LUFS and again at 10 LU below what is left. Keeps one number per 100 ms.
struct LoudnessMeter: Sendable {
    private var left = KWeighting()
    private var right = KWeighting()
    /// Sum of squares of both channels in each full 100 ms.
    private var steps: [Double] = []
    private var open = 0.0
    private var openCount = 0

    static let stepSamples = 4800
    static let silenceLUFS = -70.0

    mutating func add(_ block: StereoBlock) {
        for index in 0..<block.count {
            let l = left.next(Double(block.left[index]))
            let r = right.next(Double(block.right[index]))
            open += l * l + r * r
            openCount += 1
            if openCount == Self.stepSamples { closeStep() }
        }
    }

    /// In LUFS; -70 for silence. What is shorter than a block is measured as it is, without a gate.
    var integratedLUFS: Double {
        guard steps.count >= 4 else {
            let count = steps.count * Self.stepSamples + openCount
            return Self.lufs((steps.reduce(0, +) + open) / Double(max(1, count)))
        }
        let blockSamples = Double(4 * Self.stepSamples)
        let blocks = (0...steps.count - 4).map { steps[$0..<$0 + 4].reduce(0, +) / blockSamples }
        let audible = blocks.filter { Self.lufs($0) > Self.silenceLUFS }
        guard !audible.isEmpty else { return Self.silenceLUFS }
        let gate = Self.lufs(Self.mean(audible)) - 10
        return Self.lufs(Self.mean(audible.filter { Self.lufs($0) > gate }))
    }

    private mutating func closeStep() {
        steps.append(open)
        open = 0
        openCount = 0
    }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(1, values.count))
    }

    private static func lufs(_ meanSquare: Double) -> Double {
        max(silenceLUFS, -0.691 + 10 * log10(max(meanSquare, 1e-20)))
    }
}

/// The head's and the ear's frequency response of BS.1770-4, coefficients for 48 kHz as printed there.
private struct KWeighting: Sendable {
    private var head = Biquad(
        b0: 1.53512485958697, b1: -2.69169618940638, b2: 1.19839281085285,
        a1: -1.69065929318241, a2: 0.73248077421585)
    private var ear = Biquad(
        b0: 1, b1: -2, b2: 1, a1: -1.99004745483398, a2: 0.99007225036621)

    @inline(__always)
    mutating func next(_ x: Double) -> Double { ear.next(head.next(x)) }
}
