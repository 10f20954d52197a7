import BatchVideo
import Foundation

/// Reads samples of a WAV file anywhere in it, without holding the file in memory.
///
/// PCM of 16, 24 or 32 bits and 32-bit float, plain or extensible. A data chunk that claims more than
/// the file holds is read as far as it goes (streams are written that way).
struct WaveReader: Sendable {
    enum Encoding: Sendable { case pcm16, pcm24, pcm32, float32 }

    let sampleRate: Int
    let channels: Int
    let encoding: Encoding
    /// Samples per channel.
    let frameCount: Int
    private let file: OpenFile
    private let dataOffset: Int

    static let rates = 8000...192_000

    init(_ url: URL) throws {
        try self.init(OpenFile(url))
    }

    init(_ file: OpenFile) throws {
        let chunks = try WaveChunks(file)
        let format = try chunks.format()
        guard let encoding = format.encoding, (1...8).contains(format.channels),
            Self.rates.contains(format.sampleRate)
        else {
            throw BatchVideoError(.media, "\(file.name) is a WAV of a kind that is not read here")
        }
        self.file = file
        self.encoding = encoding
        channels = format.channels
        sampleRate = format.sampleRate
        dataOffset = chunks.data.offset
        frameCount = chunks.data.count / (encoding.bytes * format.channels)
    }

    /// The mean of all channels in `range`; zero outside the file.
    func mono(_ range: Range<Int>) throws -> [Float] {
        let samples = try interleaved(range)
        guard channels > 1 else { return samples }
        let scale = 1 / Float(channels)
        return range.indices.map { index in
            let frame = index - range.lowerBound
            return samples[frame * channels..<(frame + 1) * channels].reduce(0, +) * scale
        }
    }

    /// The first two channels, a mono file in both; zero outside the file.
    func stereo(_ range: Range<Int>) throws -> StereoBlock {
        let samples = try interleaved(range)
        let second = channels > 1 ? 1 : 0
        return StereoBlock(
            left: (0..<range.count).map { samples[$0 * channels] },
            right: (0..<range.count).map { samples[$0 * channels + second] })
    }

    private func interleaved(_ range: Range<Int>) throws -> [Float] {
        var result = [Float](repeating: 0, count: range.count * channels)
        let inside = range.clamped(to: 0..<frameCount)
        guard !inside.isEmpty else { return result }
        let stride = encoding.bytes * channels
        let bytes = file.bytes(at: dataOffset + inside.lowerBound * stride, count: inside.count * stride)
        guard bytes.count == inside.count * stride else {
            throw BatchVideoError(.media, "\(file.name) changed or broke off while it was read")
        }
        let start = (inside.lowerBound - range.lowerBound) * channels
        bytes.withUnsafeBytes { raw in
            for index in 0..<inside.count * channels { result[start + index] = encoding.value(raw, index) }
        }
        return result
    }
}

extension WaveReader.Encoding {
    var bytes: Int {
        switch self {
        case .pcm16: 2
        case .pcm24: 3
        case .pcm32, .float32: 4
        }
    }

    /// Sample `index` of little-endian `raw`, full scale at 1. What is not finite is silence.
    @inline(__always)
    fileprivate func value(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Float {
        switch self {
        case .pcm16:
            return Float(Int16(littleEndian: raw.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)))
                / 32768
        case .pcm24:
            let low = Int32(raw[index * 3]) << 8 | Int32(raw[index * 3 + 1]) << 16
            return Float(low | Int32(bitPattern: UInt32(raw[index * 3 + 2]) << 24)) / 2_147_483_648
        case .pcm32:
            return Float(Int32(littleEndian: raw.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)))
                / 2_147_483_648
        case .float32:
            let value = Float(
                bitPattern: UInt32(
                    littleEndian: raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
            return value.isFinite ? value : 0
        }
    }
}
