import BatchVideo
import Foundation

/// How speech sounds, a hundred times a second: 13 mel-frequency cepstra (Davis & Mermelstein 1980)
/// and their slopes, each with mean 0 and deviation 1 over the sound, which takes most of the voice and
/// of the microphone out of it.
///
/// Works at any sample rate: the filters lie at the same frequencies of each, so that sounds of
/// different rates can be compared.
struct SpeechFeatures: Sendable {
    typealias Frame = SIMD32<Float>

    /// 26 values, the rest is 0.
    let frames: [Frame]

    static let framesPerSecond = 100
    private static let windowSeconds = 0.025
    private static let filters = 26
    private static let cepstra = 13
    /// Slopes count less than what they are the slopes of.
    private static let slopeWeight: Float = 0.6
    private static let lowestHertz = 80.0
    /// Bands this far below the loudest are silence, be it digital or a room's.
    private static let floorRatio: Float = 1e-6

    /// - Parameter highestHertz: the same for sounds that are compared; see `highest(of:)`.
    init(_ sound: MonoSound, highestHertz: Double) {
        let energies = Self.bandEnergies(sound, highestHertz)
        let floor = max(1e-12, (energies.lazy.flatMap { $0 }.max() ?? 0) * Self.floorRatio)
        var cepstra = energies.map { Self.cosines(of: $0.map { log(max($0, floor)) }) }
        Self.normalize(&cepstra)
        var slopes = Self.slopes(of: cepstra)
        Self.normalize(&slopes)
        frames = zip(cepstra, slopes).map { values, slopes in
            var frame = Frame.zero
            for (index, value) in values.enumerated() { frame[index] = value }
            for (index, slope) in slopes.enumerated() {
                frame[Self.cepstra + index] = slope * Self.slopeWeight
            }
            return frame
        }
    }

    /// What sounds of these rates have in common, in hertz.
    static func highest(of sampleRates: Int...) -> Double {
        min(7600, Double(sampleRates.min() ?? 16_000) * 0.475)
    }

    /// The middle of a frame.
    static func seconds(ofFrame frame: Double) -> Double {
        frame / Double(framesPerSecond) + windowSeconds / 2
    }

    static func frame(atSeconds seconds: Double) -> Double {
        (seconds - windowSeconds / 2) * Double(framesPerSecond)
    }

    private static func bandEnergies(_ sound: MonoSound, _ highestHertz: Double) -> [[Float]] {
        let rate = Double(sound.sampleRate)
        let window = Int((windowSeconds * rate).rounded())
        let transform = FourierTransform(holding: window)
        let bank = filterBank(transform.size, rate, highestHertz)
        let shape = (0..<window).map {
            Float(0.54 - 0.46 * cos(2 * .pi * Double($0) / Double(max(1, window - 1))))
        }
        let count = max(1, Int((sound.seconds - windowSeconds) * Double(framesPerSecond)) + 1)
        var frame = [Float](repeating: 0, count: transform.size)
        return (0..<count).map { index in
            let start = Int((Double(index) / Double(framesPerSecond) * rate).rounded())
            for place in 0..<window {
                let at = start + place
                frame[place] = at < sound.samples.count ? sound.samples[at] * shape[place] : 0
            }
            let power = transform.power(frame)
            return bank.map { filter in
                var sum: Float = 0
                for (offset, weight) in filter.weights.enumerated() {
                    sum += power[filter.first + offset] * weight
                }
                return sum
            }
        }
    }

    private struct Filter {
        var first: Int
        var weights: [Float]
    }

    /// Triangles that are evenly spaced in mel; their weights sum to 1, whatever the rate.
    private static func filterBank(_ size: Int, _ rate: Double, _ highestHertz: Double) -> [Filter] {
        func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }
        func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
        let (low, high) = (mel(lowestHertz), mel(highestHertz))
        let edges = (0..<filters + 2).map {
            hertz(low + (high - low) * Double($0) / Double(filters + 1)) * Double(size) / rate
        }
        return (0..<filters).map { index in
            let (left, peak, right) = (edges[index], edges[index + 1], edges[index + 2])
            let first = max(0, Int(left.rounded(.down)))
            let last = min(size / 2, Int(right.rounded(.up)))
            let weights = (first...max(first, last)).map { bin -> Float in
                let at = Double(bin)
                let weight = at <= peak ? (at - left) / (peak - left) : (right - at) / (right - peak)
                return Float(max(0, weight))
            }
            let sum = weights.reduce(0, +)
            guard sum > 0 else { return Filter(first: Int(peak.rounded()), weights: [1]) }
            return Filter(first: first, weights: weights.map { $0 / sum })
        }
    }

    /// The first coefficients of the discrete cosine transform.
    private static func cosines(of energies: [Float]) -> [Float] {
        (0..<cepstra).map { order in
            var sum: Float = 0
            for (index, energy) in energies.enumerated() { sum += energy * cosineTable[order][index] }
            return sum
        }
    }

    private static let cosineTable: [[Float]] = (0..<cepstra).map { order in
        (0..<filters).map { Float(cos(.pi * Double(order) * (Double($0) + 0.5) / Double(filters))) }
    }

    /// By least squares over five frames.
    private static func slopes(of frames: [[Float]]) -> [[Float]] {
        frames.indices.map { index in
            func frame(_ offset: Int) -> [Float] {
                frames[min(max(index + offset, 0), frames.count - 1)]
            }
            let (a, b, c, d) = (frame(-2), frame(-1), frame(1), frame(2))
            return (0..<cepstra).map { (2 * (d[$0] - a[$0]) + c[$0] - b[$0]) / 10 }
        }
    }

    private static func normalize(_ frames: inout [[Float]]) {
        for order in 0..<cepstra {
            let mean = frames.reduce(0) { $0 + $1[order] } / Float(frames.count)
            let variance = frames.reduce(0) { $0 + ($1[order] - mean) * ($1[order] - mean) }
            let deviation = (variance / Float(frames.count)).squareRoot() + 1e-6
            for index in frames.indices {
                frames[index][order] = (frames[index][order] - mean) / deviation
            }
        }
    }
}
