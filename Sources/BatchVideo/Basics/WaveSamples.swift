package import Foundation

/// The samples of a small WAVE file in memory. Long sound is streamed (`Media`), never held like this.
package struct WaveSamples: Hashable, Sendable {
    package var format: WaveFormat
    /// Interleaved, -1 ... 1 (16-bit full scale is 32768).
    package var samples: [Float]

    /// Throws `.media` when the file is not one that `WaveHeader` reads.
    package init(_ file: Data) throws {
        guard let header = try WaveHeader.parse(file) else {
            throw BatchVideoError(.media, "the sound file cannot be read: it ends in its header")
        }
        format = header.format
        let available = (file.count - header.dataOffset) / format.bytesPerFrame
        let count = min(header.frameCount ?? available, available) * format.channelCount
        let body = file.dropFirst(header.dataOffset)
        let isFloat = format.encoding == .float32
        samples = body.withUnsafeBytes { raw in
            (0..<count).map { index in
                guard isFloat else {
                    let bits = raw.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
                    return Float(Int16(bitPattern: UInt16(littleEndian: bits))) / 32_768
                }
                let bits = raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                return Float(bitPattern: UInt32(littleEndian: bits))
            }
        }
    }
}
