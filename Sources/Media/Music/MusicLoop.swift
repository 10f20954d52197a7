/// A stereo sound as long as a piece, bent to a circle: what is added beyond its end is added at its
/// start.
struct MusicLoop: Sendable {
    private(set) var left: [Float]
    private(set) var right: [Float]

    init(count: Int) {
        left = [Float](repeating: 0, count: count)
        right = left
    }

    var count: Int { left.count }

    /// Adds the first `length` samples of `take`, its first at `start`, which may be anywhere.
    mutating func add(_ take: MusicTake, at start: Int, gain: Float) {
        guard gain != 0 else { return }
        let count = count
        var position = ((start % count) + count) % count
        var read = 0
        while read < take.length {
            let piece = min(take.length - read, count - position)
            Self.add(take.left, from: read, to: &left, at: position, count: piece, gain)
            Self.add(take.right, from: read, to: &right, at: position, count: piece, gain)
            read += piece
            position = 0
        }
    }

    private static func add(
        _ source: [Float], from read: Int, to target: inout [Float], at write: Int, count: Int, _ gain: Float
    ) {
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for index in 0..<count { target[write &+ index] += source[read &+ index] * gain }
            }
        }
    }

    /// Replaces every block by what `process` makes of it, in order; first the last `lead` samples
    /// unheard, so that what the processor remembers at the start is what it remembers at the end.
    mutating func process(lead: Int, _ process: (StereoBlock) throws -> StereoBlock) rethrows {
        for range in Self.ranges(count - min(lead, count)..<count) { _ = try process(block(range)) }
        for range in Self.ranges(0..<count) { replace(range, with: try process(block(range))) }
    }

    /// Adds another loop that is as long.
    mutating func add(_ other: MusicLoop) {
        for index in left.indices {
            left[index] += other.left[index]
            right[index] += other.right[index]
        }
    }

    private mutating func replace(_ range: Range<Int>, with block: StereoBlock) {
        left.replaceSubrange(range, with: block.left)
        right.replaceSubrange(range, with: block.right)
    }

    /// In pieces of a tenth of a second.
    private static func ranges(_ range: Range<Int>) -> [Range<Int>] {
        stride(from: range.lowerBound, to: range.upperBound, by: 4800).map {
            $0..<min($0 + 4800, range.upperBound)
        }
    }

    func block(_ range: Range<Int>) -> StereoBlock {
        StereoBlock(left: Array(left[range]), right: Array(right[range]))
    }
}

/// One note's sound while it is made; used again for the next, so that memory is asked for once.
struct MusicTake: Sendable {
    var left: [Float] = []
    var right: [Float] = []
    /// Samples that count.
    private(set) var length = 0

    /// Silence of `length` samples.
    mutating func clear(_ length: Int) {
        let length = max(0, length)
        if left.count < length + Self.spare {
            left = [Float](repeating: 0, count: length + Self.spare)
            right = left
        } else {
            for index in 0..<length + Self.spare {
                left[index] = 0
                right[index] = 0
            }
        }
        self.length = length
    }

    /// Samples beyond the end that may be written, so that eight can be at once.
    static let spare = 8

    /// Both sides as the left one.
    mutating func copyLeft() { right.replaceSubrange(0..<length, with: left[0..<length]) }

    /// Multiplies the sample `index` by `gain(index)`.
    mutating func shape(_ range: Range<Int>, _ gain: (Int) -> Float) {
        for index in range.clamped(to: 0..<length) {
            let level = gain(index)
            left[index] *= level
            right[index] *= level
        }
    }
}
