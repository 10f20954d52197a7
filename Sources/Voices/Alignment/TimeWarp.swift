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
        var before: [Float] = []
        for (row, columns) in rows.enumerated() {
            if row % 256 == 0 { try Task.checkCancellation() }
            let earlier = row > 0 ? rows[row - 1] : 0..<0
            var costs = [Float](repeating: .infinity, count: columns.count)
            for column in columns {
                var (best, step) = (Float.infinity, Step.start)
                if row == 0, column == 0 { best = 0 }
                if earlier.contains(column - 1), before[column - 1 - earlier.lowerBound] <= best {
                    (best, step) = (before[column - 1 - earlier.lowerBound], .both)
                }
                if earlier.contains(column), before[column - earlier.lowerBound] < best {
                    (best, step) = (before[column - earlier.lowerBound], .first)
                }
                let place = column - columns.lowerBound
                if place > 0, costs[place - 1] < best { (best, step) = (costs[place - 1], .second) }
                let difference = first[row] - second[column]
                costs[place] = best + (difference * difference).sum().squareRoot()
                steps[offsets[row] + place] = step.rawValue
            }
            before = costs
        }
        return walkBack(
            rows, offsets, steps, total: Double(before.last ?? .infinity))
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
