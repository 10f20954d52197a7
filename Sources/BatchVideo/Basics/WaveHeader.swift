package import Foundation

/// What the first bytes of a RIFF/WAVE file say: the format and where the samples lie.
package struct WaveHeader: Hashable, Sendable {
    package var format: WaveFormat
    /// Bytes before the first sample.
    package var dataOffset: Int
    /// Frames that the file claims; nil when it was written as a stream (read to the end).
    package var frameCount: Int?

    package init(format: WaveFormat, dataOffset: Int, frameCount: Int?) {
        self.format = format
        self.dataOffset = dataOffset
        self.frameCount = frameCount
    }

    /// Chunks before the samples may be this long together; longer is not a file we read.
    package static let longestBytes = 1 << 20

    /// Reads the header at the start of a file.
    ///
    /// Returns nil when `prefix` ends too early: read more (up to `longestBytes`) and try again.
    /// Throws `.media` for anything but mono or stereo 16-bit PCM or 32-bit float.
    package static func parse(_ prefix: Data) throws -> WaveHeader? {
        let bytes = LittleEndianBytes(prefix)
        guard let riff = bytes.tag(0), let wave = bytes.tag(8) else { return nil }
        guard riff == "RIFF", wave == "WAVE" else { throw unreadable("it is not a WAVE file") }
        var offset = 12
        var format: WaveFormat?
        while let tag = bytes.tag(offset), let size = bytes.size(offset + 4) {
            let body = offset + 8
            if tag == "data" {
                guard let format else { throw unreadable("its format is missing") }
                let isStream = size == 0 || size >= Int(UInt32.max) - 64
                return WaveHeader(
                    format: format, dataOffset: body,
                    frameCount: isStream ? nil : size / format.bytesPerFrame)
            }
            if tag == "fmt " {
                guard bytes.count >= body + min(size, 40) else { return nil }
                format = try parseFormat(bytes, body, size)
            }
            offset = body + size + (size & 1)
            guard offset <= longestBytes else { throw unreadable("its header is too long") }
        }
        return nil
    }

    private static func parseFormat(
        _ bytes: LittleEndianBytes, _ at: Int, _ size: Int
    ) throws -> WaveFormat {
        guard size >= 16, var code = bytes.word(at), let channelCount = bytes.word(at + 2),
            let sampleRate = bytes.size(at + 4), let bits = bytes.word(at + 14)
        else { throw unreadable("its format is cut short") }
        // WAVE_FORMAT_EXTENSIBLE names the true format in the first word of a GUID.
        if code == 0xFFFE, size >= 26, let inner = bytes.word(at + 24) { code = inner }
        guard let encoding = WaveFormat.Encoding(rawValue: UInt16(code)),
            (1...2).contains(channelCount), (1...768_000).contains(sampleRate)
        else { throw unreadable("only mono and stereo PCM and float are read") }
        let format = WaveFormat(
            sampleRate: sampleRate, channelCount: channelCount, encoding: encoding)
        guard bits == format.bytesPerSample * 8 else { throw unreadable("it has \(bits)-bit samples") }
        return format
    }

    private static func unreadable(_ reason: String) -> BatchVideoError {
        BatchVideoError(.media, "the sound file cannot be read: \(reason)")
    }
}

/// Bounds-checked little-endian fields.
private struct LittleEndianBytes {
    private let data: Data

    init(_ data: Data) { self.data = data }

    var count: Int { data.count }

    func byte(_ at: Int) -> Int? {
        at >= 0 && at < data.count ? Int(data[data.startIndex + at]) : nil
    }

    func word(_ at: Int) -> Int? {
        guard let low = byte(at), let high = byte(at + 1) else { return nil }
        return low | high << 8
    }

    func size(_ at: Int) -> Int? {
        guard let low = word(at), let high = word(at + 2) else { return nil }
        return low | high << 16
    }

    func tag(_ at: Int) -> String? {
        guard at >= 0, at + 4 <= data.count else { return nil }
        return String(decoding: data[(data.startIndex + at)..<(data.startIndex + at + 4)], as: UTF8.self)
    }
}
