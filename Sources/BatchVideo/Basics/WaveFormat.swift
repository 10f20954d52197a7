package import Foundation

/// How the samples of a RIFF/WAVE file are stored: 16-bit integers or 32-bit floats, interleaved.
package struct WaveFormat: Hashable, Sendable {
    package enum Encoding: UInt16, Sendable {
        case int16 = 1
        case float32 = 3
    }

    /// Frames per second.
    package var sampleRate: Int
    package var channelCount: Int
    package var encoding: Encoding

    package init(sampleRate: Int, channelCount: Int, encoding: Encoding) {
        self.sampleRate = sampleRate
        self.channelCount = channelCount
        self.encoding = encoding
    }

    package var bytesPerSample: Int { encoding == .int16 ? 2 : 4 }
    package var bytesPerFrame: Int { bytesPerSample * channelCount }

    /// Everything that stands before the samples of a file of `frameCount` frames.
    ///
    /// Sizes beyond RIFF's 4 GiB are written as `0xFFFF_FFFF`, which readers take as "to the end".
    package func header(frameCount: Int) -> Data {
        let dataBytes = frameCount * bytesPerFrame
        let isFloat = encoding == .float32
        var out = Data("RIFF".utf8)
        out.append(size: dataBytes + (isFloat ? 50 : 36))
        out.append(contentsOf: "WAVEfmt ".utf8)
        out.append(size: isFloat ? 18 : 16)
        out.append(word: Int(encoding.rawValue))
        out.append(word: channelCount)
        out.append(size: sampleRate)
        out.append(size: sampleRate * bytesPerFrame)
        out.append(word: bytesPerFrame)
        out.append(word: bytesPerSample * 8)
        if isFloat {
            out.append(word: 0)
            out.append(contentsOf: "fact".utf8)
            out.append(size: 4)
            out.append(size: frameCount)
        }
        out.append(contentsOf: "data".utf8)
        out.append(size: dataBytes)
        return out
    }

    /// A complete file of 16-bit samples.
    package static func file(_ samples: [Int16], sampleRate: Int, channelCount: Int = 1) -> Data {
        let format = WaveFormat(
            sampleRate: sampleRate, channelCount: channelCount, encoding: .int16)
        var out = format.header(frameCount: samples.count / channelCount)
        out.reserveCapacity(out.count + samples.count * 2)
        samples.map(\.littleEndian).withUnsafeBytes { out.append(contentsOf: $0) }
        return out
    }
}

extension Data {
    fileprivate mutating func append(word value: Int) {
        Swift.withUnsafeBytes(of: UInt16(clamping: value).littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(size value: Int) {
        Swift.withUnsafeBytes(of: UInt32(clamping: value).littleEndian) { append(contentsOf: $0) }
    }
}
