import BatchVideo
import Foundation
import Glibc

/// A stereo 48 kHz WAV file of 32-bit floats (or 16-bit integers), read piece by piece: memory
/// does not grow with its length.
final class WaveFile: Sendable {
    private enum Format: Sendable { case float32, int16 }

    /// Samples per channel.
    let frameCount: Int
    private let file: FileDescriptor
    private let start: Int
    private let format: Format

    /// Throws `.notFound`, or `.media` when it is not such a file.
    init(path: String) throws {
        let name = (path as NSString).lastPathComponent
        guard let opened = FileDescriptor(path: path) else {
            throw BatchVideoError(.notFound, "cannot read the sound \(name)")
        }
        file = opened
        let wrong = BatchVideoError(
            .media, "\(name) is not a stereo 48 kHz float WAV; master the sound again")
        let head = file.bytes(at: 0, count: 12)
        guard head.count == 12, Self.text(head, 0) == "RIFF", Self.text(head, 8) == "WAVE"
        else { throw wrong }
        var (offset, format): (Int, Format?) = (12, nil)
        while true {
            let chunk = file.bytes(at: offset, count: 8)
            guard chunk.count == 8 else { throw wrong }
            let (name, body) = (Self.text(chunk, 0), offset + 8)
            let size = min(Int(Self.number(chunk, 4, bytes: 4)), file.size - body)
            if name == "fmt ", size >= 16 {
                format = Self.format(file.bytes(at: body, count: min(size, 40)))
            }
            if name == "data" {
                guard let format else { throw wrong }
                self.format = format
                start = body
                frameCount = size / (format == .float32 ? 8 : 4)
                return
            }
            offset = body + size + size % 2
        }
    }

    /// `count` samples of both channels from `position` on; silence beyond the end.
    func samples(_ position: Int, _ count: Int) -> (left: [Float], right: [Float]) {
        var left = [Float](repeating: 0, count: count)
        var right = left
        let wanted = max(0, min(count, frameCount - position))
        let width = format == .float32 ? 8 : 4
        let bytes = file.bytes(at: start + position * width, count: wanted * width)
        bytes.withUnsafeBytes { bytes in
            for i in 0..<bytes.count / width {
                left[i] = value(bytes, 2 * i)
                right[i] = value(bytes, 2 * i + 1)
            }
        }
        return (left, right)
    }

    private func value(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Float {
        switch format {
        case .float32:
            let pattern = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
            let value = Float(bitPattern: UInt32(littleEndian: pattern))
            return value.isFinite ? value : 0
        case .int16:
            let value = bytes.loadUnaligned(fromByteOffset: 2 * index, as: Int16.self)
            return Float(Int16(littleEndian: value)) / 32768
        }
    }

    /// From the body of a `fmt ` chunk.
    private static func format(_ body: [UInt8]) -> Format? {
        guard body.count >= 16 else { return nil }
        var tag = number(body, 0, bytes: 2)
        if tag == 0xFFFE, body.count >= 26 { tag = number(body, 24, bytes: 2) }
        let (channels, bits) = (number(body, 2, bytes: 2), number(body, 14, bytes: 2))
        guard channels == 2, number(body, 4, bytes: 4) == UInt64(EncoderSettings.soundRate)
        else { return nil }
        if tag == 3, bits == 32 { return .float32 }
        return tag == 1 && bits == 16 ? .int16 : nil
    }

    private static func text(_ bytes: [UInt8], _ offset: Int) -> String {
        String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, bytes count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }
}

/// An open file that is only read, at any place, from any thread.
private final class FileDescriptor: Sendable {
    let size: Int
    private let number: Int32

    init?(path: String) {
        number = open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard number >= 0, fstat(number, &status) == 0 else {
            if number >= 0 { close(number) }
            return nil
        }
        size = Int(status.st_size)
    }

    deinit { close(number) }

    /// Fewer than `count` at the end of the file, or where it cannot be read.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                let got = pread(number, start + filled, count - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                filled += got
            }
        }
    }
}
