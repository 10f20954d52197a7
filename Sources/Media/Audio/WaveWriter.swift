import BatchVideo
import Foundation
import Glibc

/// Writes a 32-bit float WAV piece by piece; the sizes in the header are set at the end.
final class WaveWriter {
    private let descriptor: Int32
    private let name: String
    private let format: WaveFormat
    private var dataBytes = 0

    /// Truncates what is there. Throws `.unwritable`.
    init(_ file: URL, sampleRate: Int, channels: Int) throws {
        name = file.lastPathComponent
        format = WaveFormat(sampleRate: sampleRate, channelCount: channels, encoding: .float32)
        descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DiskFailure.error(writing: name) }
        try write(header)
    }

    deinit { close(descriptor) }

    var frameCount: Int { dataBytes / format.bytesPerFrame }

    private var header: [UInt8] { [UInt8](format.header(frameCount: frameCount)) }

    func append(mono samples: [Float]) throws {
        try samples.withUnsafeBytes { try write($0) }
        dataBytes += samples.count * 4
        try checkSize()
    }

    func append(_ block: StereoBlock) throws {
        var woven = [Float](repeating: 0, count: block.count * 2)
        for index in 0..<block.count {
            woven[index * 2] = block.left[index]
            woven[index * 2 + 1] = block.right[index]
        }
        try append(mono: woven)
    }

    func appendSilence(frames: Int) throws {
        var left = frames
        let zeros = [Float](repeating: 0, count: min(max(0, frames), 48_000) * format.channelCount)
        while left > 0 {
            let count = min(left, 48_000)
            try append(mono: Array(zeros.prefix(count * format.channelCount)))
            left -= count
        }
    }

    /// Completes the header; nothing may be appended after it.
    func finish() throws {
        let header = header
        let written = header.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard written == header.count else { throw DiskFailure.error(writing: name) }
    }

    /// The sizes of a WAV are 32 bits wide: three hours of stereo.
    private func checkSize() throws {
        guard dataBytes <= Int(UInt32.max) - header.count else {
            throw BatchVideoError(.invalid, "the sound is longer than three hours; split the text")
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            guard count > 0 else {
                if errno == EINTR { continue }
                throw DiskFailure.error(writing: name)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}

/// A stretch of two channels, equally long.
struct StereoBlock: Sendable {
    var left: [Float]
    var right: [Float]

    var count: Int { left.count }

    static let empty = StereoBlock(left: [], right: [])
}

extension StereoBlock {
    init(silence count: Int) {
        self.init(
            left: [Float](repeating: 0, count: count), right: [Float](repeating: 0, count: count))
    }
}
