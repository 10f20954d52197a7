import BatchVideo
import Foundation

/// Reads samples of a WAV file anywhere in it, without holding the file in memory.
///
/// Reads what the hub's `WaveHeader` reads. A data chunk that claims more than the file holds is read
/// as far as it goes (streams are written that way).
struct WaveReader: Sendable {
    /// Samples per channel.
    let frameCount: Int
    private let format: WaveFormat
    private let file: OpenFile
    private let dataOffset: Int

    init(_ url: URL) throws {
        try self.init(OpenFile(url))
    }

    init(_ file: OpenFile) throws {
        let header = try Self.header(of: file)
        self.file = file
        format = header.format
        dataOffset = header.dataOffset
        let available = max(0, file.sizeBytes - dataOffset) / format.bytesPerFrame
        frameCount = min(header.frameCount ?? available, available)
    }

    var sampleRate: Int { format.sampleRate }
    var channels: Int { format.channelCount }

    /// Throws `.media` naming the file.
    private static func header(of file: OpenFile) throws -> WaveHeader {
        do {
            for count in [4096, WaveHeader.longestBytes] {
                let prefix = Data(file.bytes(at: 0, count: count))
                if let header = try WaveHeader.parse(prefix) { return header }
            }
        } catch let error as BatchVideoError {
            throw BatchVideoError(.media, "\(file.name): \(error.message)")
        }
        throw BatchVideoError(.media, "\(file.name) is a WAV without samples")
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
        let stride = format.bytesPerFrame
        let bytes = file.bytes(at: dataOffset + inside.lowerBound * stride, count: inside.count * stride)
        guard bytes.count == inside.count * stride else {
            throw BatchVideoError(.media, "\(file.name) changed or broke off while it was read")
        }
        let start = (inside.lowerBound - range.lowerBound) * channels
        bytes.withUnsafeBytes { raw in
            for index in 0..<inside.count * channels {
                result[start + index] = format.encoding.value(raw, index)
            }
        }
        return result
    }
}

extension WaveFormat.Encoding {
    /// Sample `index` of little-endian `raw`, full scale at 1. What is not finite is silence.
    @inline(__always)
    fileprivate func value(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Float {
        switch self {
        case .int16:
            let bits = raw.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
            return Float(Int16(bitPattern: UInt16(littleEndian: bits))) / 32_768
        case .float32:
            let bits = raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
            let value = Float(bitPattern: UInt32(littleEndian: bits))
            return value.isFinite ? value : 0
        }
    }
}
