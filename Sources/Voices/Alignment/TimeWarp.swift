/// Which moment of one sound is which of another that says the same: dynamic time warping (Sakoe &
/// Chiba 1978) in a band around the diagonal, of long sounds first coarsely, then in a corridor around
/// the coarse way (Salvador & Chan 2007).
struct TimeWarp: Sendable {
    typealias Frame = SpeechFeatures.Frame

    /// For each frame of the first sound the earliest frame of the second that it meets; ascending.
    let places: [Int]
    /// Mean distance of the frames that meet.
    let cost: Double

    /// The larger of these, either way from the diagonal.
    private static let bandSeconds = 3
    private static let bandShare = 0.2
    /// Of the finer way around the coarser one, either way.
    private static let corridorSeconds = 2
    private static let coarsening = 4
    /// Longer sounds are warped coarsely first: 8 MB for the way back.
    private static let mostCells = 8 << 20

    /// Neither may be empty. Throws `CancellationError`.
    init(_ first: [Frame], _ second: [Frame]) throws {
        self = try Self.warp(first, second, framesPerSecond: SpeechFeatures.framesPerSecond)
    }

    private init(places: [Int], cost: Double) {
        self.places = places
        self.cost = cost
    }

    private static func warp(
        _ first: [Frame], _ second: [Frame], framesPerSecond: Int
    ) throws -> TimeWarp {
        let longer = max(first.count, second.count)
        let reach = max(bandSeconds * framesPerSecond, Int(Double(longer) * bandShare))
        if first.count * (2 * reach + 1) <= mostCells || longer < 1000 {
            let slope = Double(second.count - 1) / Double(max(1, first.count - 1))
            let rows = first.indices.map { row in
                let centre = Int((Double(row) * slope).rounded())
                return max(0, centre - reach)..<min(second.count, centre + reach + 1)
            }
            return try warp(first, second, rows: rows)
        }
        let coarse = try warp(
            coarsened(first), coarsened(second), framesPerSecond: framesPerSecond / coarsening)
        let around = corridorSeconds * framesPerSecond
        let rows = first.indices.map { row in
            let place = row / coarsening
            let from = coarse.places[place] * coarsening
            let to = coarse.places[min(place + 1, coarse.places.count - 1)] * coarsening
            return max(0, from - around)..<min(second.count, to + coarsening + around)
        }
        return try warp(first, second, rows: rows)
    }

    private static func coarsened(_ frames: [Frame]) -> [Frame] {
        stride(from: 0, to: frames.count, by: coarsening).map { start in
            let part = frames[start..<min(start + coarsening, frames.count)]
            return part.reduce(.zero, +) / Float(part.count)
        }
    }

    private enum Step: UInt8 { case start, both, first, second }

    /// - Parameter rows: for each frame of the first the frames of the second that it may meet.
    private static func warp(
        _ first: [Frame], _ second: [Frame], rows: [Range<Int>]
    ) throws -> TimeWarp {
        var offsets = [0]
        for row in rows { offsets.append(offsets[offsets.count - 1] + row.count) }
        var steps = [UInt8](repeating: 0, count: offsets[rows.count])
        let width = rows.lazy.map(\.count).max() ?? 0
        var before = [Float](repeating: .infinity, count: width)
        var costs = before
        for (row, columns) in rows.enumerated() {
            if row % 256 == 0 { try Task.checkCancellation() }
            second.withUnsafeBufferPointer { distances(of: first[row], to: $0[columns], into: &costs) }
            steps.withUnsafeMutableBufferPointer { steps in
                let steps = UnsafeMutableBufferPointer(rebasing: steps[offsets[row]..<offsets[row + 1]])
                fill(&costs, steps, from: before, columns, earlier: row > 0 ? rows[row - 1] : nil)
            }
            swap(&before, &costs)
        }
        let total = before[max(0, (rows.last?.count ?? 1) - 1)]
        return walkBack(
            rows, offsets, steps, total: Double(total))
    }

    /// Euclidean distances of a frame to others. Read as pieces of 4 numbers: the standard library adds up the
    /// lanes of larger vectors one by one through memory, which took ten times as long.
    private static func distances(
        of frame: Frame, to others: Slice<UnsafeBufferPointer<Frame>>, into distances: inout [Float]
    ) {
        typealias Piece = SIMD4<Float>
        let pieces = MemoryLayout<Frame>.size / MemoryLayout<Piece>.size
        withUnsafeBytes(of: frame) { frame in
            let others = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: others))
            distances.withUnsafeMutableBufferPointer { distances in
                for place in 0..<others.count / MemoryLayout<Frame>.stride {
                    let start = place * MemoryLayout<Frame>.stride
                    var square = Piece.zero
                    for piece in 0..<pieces {
                        let offset = piece * MemoryLayout<Piece>.size
                        let difference = frame.load(fromByteOffset: offset, as: Piece.self)
                            - others.load(fromByteOffset: start + offset, as: Piece.self)
                        square += difference * difference
                    }
                    distances[place] = (square.x + square.z + (square.y + square.w)).squareRoot()
                }
            }
        }
    }

    /// One row of the table: to each of `costs`, which are distances, the least of what leads there.
    ///
    /// - Parameters:
    ///   - before: the costs of the row before, which meets the columns `earlier`; nil for the first row.
    private static func fill(
        _ costs: inout [Float], _ steps: UnsafeMutableBufferPointer<UInt8>, from before: [Float],
        _ columns: Range<Int>, earlier: Range<Int>?
    ) {
        costs.withUnsafeMutableBufferPointer { costs in
            before.withUnsafeBufferPointer { before in
                let shift = columns.lowerBound - (earlier?.lowerBound ?? 0)
                let count = earlier?.count ?? 0
                // Of the row before: the cost one column to the left, or infinity.
                func cost(_ place: Int) -> Float { place >= 0 && place < count ? before[place] : .infinity }
                var left = Float.infinity
                for place in 0..<columns.count {
                    let (both, above) = (cost(place + shift - 1), cost(place + shift))
                    var (best, step) = (both, both < .infinity ? Step.both : .start)
                    if earlier == nil, place == 0, columns.lowerBound == 0 { best = 0 }
                    if above < best { (best, step) = (above, .first) }
                    if left < best { (best, step) = (left, .second) }
                    left = costs[place] + best
                    costs[place] = left
                    steps[place] = step.rawValue
                }
            }
        }
    }

    private static func walkBack(
        _ rows: [Range<Int>], _ offsets: [Int], _ steps: [UInt8], total: Double
    ) -> TimeWarp {
        var places = [Int](repeating: 0, count: rows.count)
        var row = rows.count - 1
        var column = rows[row].upperBound - 1
        var length = 1
        walk: while true {
            places[row] = column
            switch Step(rawValue: steps[offsets[row] + column - rows[row].lowerBound]) {
            case .both:
                row -= 1
                column -= 1
            case .first: row -= 1
            case .second: column -= 1
            case .start, nil: break walk
            }
            length += 1
        }
        return TimeWarp(places: places, cost: total / Double(length))
    }

    /// The place of a fraction of a frame.
    func place(_ frame: Double) -> Double {
        let inside = min(max(frame, 0), Double(places.count - 1))
        let low = Int(inside)
        let high = min(low + 1, places.count - 1)
        return Double(places[low]) + Double(places[high] - places[low]) * (inside - Double(low))
    }
}
