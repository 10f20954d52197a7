import BatchVideo
import Foundation

/// A stereo 48 kHz WAV file of 32-bit floats (or 16-bit integers), read where it lies.
struct WaveFile: Sendable {
    private enum Format: Sendable { case float32, int16 }

    /// Samples per channel.
    let frameCount: Int
    private let data: Data
    private let start: Int
    private let format: Format

    /// Throws `.notFound`, or `.media` when it is not such a file.
    init(path: String) throws {
        let name = (path as NSString).lastPathComponent
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw BatchVideoError(.notFound, "cannot read the sound \(name)", cause: error)
        }
        let wrong = BatchVideoError(
            .media, "\(name) is not a stereo 48 kHz float WAV; master the sound again")
        guard data.count >= 12, Self.text(data, 0) == "RIFF", Self.text(data, 8) == "WAVE"
        else { throw wrong }
        var (offset, format): (Int, Format?) = (12, nil)
        while offset + 8 <= data.count {
            let (name, body) = (Self.text(data, offset), offset + 8)
            let stated = Int(Self.number(data, offset + 4, bytes: 4))
            let size = min(stated, data.count - body)
            if name == "fmt ", size >= 16 { format = Self.format(data, body, size) }
            if name == "data" {
                guard let format else { throw wrong }
                self.format = format
                start = body
                frameCount = size / (format == .float32 ? 8 : 4)
                return
            }
            offset = body + size + size % 2
        }
        throw wrong
    }

    /// `count` samples of both channels from `position` on; silence beyond the end.
    func samples(_ position: Int, _ count: Int) -> (left: [Float], right: [Float]) {
        var left = [Float](repeating: 0, count: count)
        var right = left
        data.withUnsafeBytes { bytes in
            for i in 0..<max(0, min(count, frameCount - position)) {
                left[i] = value(bytes, 2 * (position + i))
                right[i] = value(bytes, 2 * (position + i) + 1)
            }
        }
        return (left, right)
    }

    private func value(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Float {
        switch format {
        case .float32:
            let pattern = bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)
            let value = Float(bitPattern: UInt32(littleEndian: pattern))
            return value.isFinite ? value : 0
        case .int16:
            let value = bytes.loadUnaligned(fromByteOffset: start + 2 * index, as: Int16.self)
            return Float(Int16(littleEndian: value)) / 32768
        }
    }

    private static func format(_ data: Data, _ body: Int, _ size: Int) -> Format? {
        var tag = number(data, body, bytes: 2)
        if tag == 0xFFFE, size >= 26 { tag = number(data, body + 24, bytes: 2) }
        let channels = number(data, body + 2, bytes: 2)
        let rate = number(data, body + 4, bytes: 4)
        let bits = number(data, body + 14, bytes: 2)
        guard channels == 2, rate == UInt64(EncoderSettings.soundRate) else { return nil }
        if tag == 3, bits == 32 { return .float32 }
        return tag == 1 && bits == 16 ? .int16 : nil
    }

    private static func text(_ data: Data, _ offset: Int) -> String {
        String(decoding: data[offset..<min(offset + 4, data.count)], as: UTF8.self)
    }

    private static func number(_ data: Data, _ offset: Int, bytes: Int) -> UInt64 {
        (0..<bytes).reduce(0) { $0 | UInt64(data[offset + $1]) << UInt64(8 * $1) }
    }
}
