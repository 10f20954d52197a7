import Foundation

/// What every spoken piece gets: rumble out, a little less edge, soft ends.
///
/// The filters are minimum phase and start afresh for each piece, so nothing moves and the pauses
/// between pieces stay digital silence.
struct SpeechPolish: Sendable {
    static let fadeMs = 5
    static let rumbleHz = 70.0
    static let edgeHz = 3200.0
    static let edgeDB = -3.0

    private let fadeSamples: Int
    private let count: Int
    private var position = 0
    private var filters: [Biquad]

    /// For one piece of `count` samples at `rate`; `isWarm` lowers the treble.
    init(count: Int, rate: Int, isWarm: Bool) {
        self.count = count
        fadeSamples = min(Self.fadeMs * rate / 1000, count / 2)
        filters = [.highPass(Self.rumbleHz, rate: Double(rate))]
        if isWarm { filters.append(.highShelf(Self.edgeHz, gainDB: Self.edgeDB, rate: Double(rate))) }
    }

    mutating func process(_ samples: inout [Float]) {
        for index in samples.indices {
            var value = Double(samples[index])
            for filter in filters.indices { value = filters[filter].next(value) }
            samples[index] = Float(value) * fade(position + index)
        }
        position += samples.count
    }

    /// Half a cosine up at the start, down at the end.
    private func fade(_ index: Int) -> Float {
        let distance = min(index, count - 1 - index)
        guard distance < fadeSamples else { return 1 }
        return Float(0.5 - 0.5 * cos(Double.pi * Double(distance) / Double(fadeSamples)))
    }
}
