/// Holds a stereo stream below a true peak without shifting or lengthening it.
///
/// The gain that each peak needs is spread over the samples before it by a sliding minimum, recovers
/// slowly, and is smoothed by an average as long as the look-ahead, so it never arrives late
/// (the scheme of Signalsmith's limiter, 2022). Output comes `delay` samples late and is aligned here:
/// the first `delay` samples are swallowed, `finish` gives the last ones.
struct PeakLimiter: Sendable {
    static let lookAheadSamples = 240
    static let releaseSeconds = 0.08
    private static let delay = lookAheadSamples + TruePeak.delay

    private let ceiling: Float
    private let recovery: Float
    private var left = TruePeak()
    private var right = TruePeak()
    private var lowest = SlidingMinimum(window: lookAheadSamples + 2)
    private var held: Float = 1
    private var average = MovingAverage(window: lookAheadSamples + 1)
    private var delayed = StereoBlock(
        left: [Float](repeating: 0, count: delay), right: [Float](repeating: 0, count: delay))
    private var toSwallow = delay

    /// `ceilingDBTP` below 0; a tenth of a decibel is kept back for what the moving gain adds.
    init(ceilingDBTP: Double, rate: Int) {
        ceiling = Float(Decibel.ratio(ceilingDBTP - 0.1))
        recovery = Float(1 / (Self.releaseSeconds * Double(rate)))
    }

    mutating func process(_ block: StereoBlock) -> StereoBlock {
        let gains = gains(for: block)
        delayed.left += block.left
        delayed.right += block.right
        let start = min(toSwallow, block.count)
        toSwallow -= start
        let result = StereoBlock(
            left: (start..<block.count).map { delayed.left[$0] * gains[$0] },
            right: (start..<block.count).map { delayed.right[$0] * gains[$0] })
        delayed.left.removeFirst(block.count)
        delayed.right.removeFirst(block.count)
        return result
    }

    mutating func finish() -> StereoBlock {
        let rest = [Float](repeating: 0, count: Self.delay)
        return process(StereoBlock(left: rest, right: rest))
    }

    /// The gain of the sample that leaves for each that comes in.
    private mutating func gains(for block: StereoBlock) -> [Float] {
        let l = left.magnitudes(block.left)
        let r = right.magnitudes(block.right)
        return (0..<block.count).map { index in
            let peak = max(l[index], r[index])
            let needed = lowest.next(peak > ceiling ? ceiling / peak : 1)
            held = min(needed, held + (1 - held) * recovery)
            return average.next(held)
        }
    }
}

/// The smallest of the last `window` values, in constant time on average (monotone queue).
struct SlidingMinimum: Sendable {
    private let window: Int
    private var values: [(index: Int, value: Float)] = []
    private var head = 0
    private var index = 0

    init(window: Int) { self.window = window }

    mutating func next(_ value: Float) -> Float {
        while values.count > head, let last = values.last, last.value >= value { values.removeLast() }
        values.append((index, value))
        if values[head].index <= index - window { head += 1 }
        index += 1
        if head > 1024 {
            values.removeFirst(head)
            head = 0
        }
        return values[head].value
    }
}

/// The mean of the last `window` values; before the first they count as 1.
struct MovingAverage: Sendable {
    private var ring: [Float]
    private var position = 0
    private var sum: Double

    init(window: Int) {
        ring = [Float](repeating: 1, count: window)
        sum = Double(window)
    }

    mutating func next(_ value: Float) -> Float {
        sum += Double(value) - Double(ring[position])
        ring[position] = value
        position = position + 1 == ring.count ? 0 : position + 1
        return Float(sum / Double(ring.count))
    }
}
