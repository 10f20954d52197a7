import BatchVideo
import Foundation
import Glibc

/// Writes a 32-bit float WAV piece by piece; the sizes in the header are set at the end.
final class WaveWriter {
    private let descriptor: Int32
    private let name: String
    private let sampleRate: Int
    private let channels: Int
    private var dataBytes = 0

    static let headerBytes = 58

    /// Truncates what is there. Throws `.unwritable`.
    init(_ file: URL, sampleRate: Int, channels: Int) throws {
        name = file.lastPathComponent
        self.sampleRate = sampleRate
        self.channels = channels
        descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DiskFailure.error(writing: name) }
        try write([UInt8](repeating: 0, count: Self.headerBytes))
    }

    deinit { close(descriptor) }

    var frameCount: Int { dataBytes / (4 * channels) }

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
        let zeros = [Float](repeating: 0, count: min(max(0, frames), 48_000) * channels)
        while left > 0 {
            let count = min(left, 48_000)
            try append(mono: count * channels == zeros.count ? zeros : Array(zeros.prefix(count * channels)))
            left -= count
        }
    }

    /// Completes the header; nothing may be appended after it.
    func finish() throws {
        let header = Self.header(sampleRate: sampleRate, channels: channels, dataBytes: dataBytes)
        let written = header.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard written == header.count else { throw DiskFailure.error(writing: name) }
    }

    /// The sizes of a WAV are 32 bits wide: three hours of stereo.
    private func checkSize() throws {
        guard dataBytes <= Int(UInt32.max) - Self.headerBytes else {
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

    static func header(sampleRate: Int, channels: Int, dataBytes: Int) -> [UInt8] {
        func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        func half(_ value: Int) -> [UInt8] { Array(word(value).prefix(2)) }
        let frameBytes = 4 * channels
        let format = half(3) + half(channels) + word(sampleRate) + word(sampleRate * frameBytes)
            + half(frameBytes) + half(32) + half(0)
        return Array("RIFF".utf8) + word(headerBytes - 8 + dataBytes) + Array("WAVE".utf8)
            + Array("fmt ".utf8) + word(format.count) + format
            + Array("fact".utf8) + word(4) + word(dataBytes / frameBytes)
            + Array("data".utf8) + word(dataBytes)
    }
}

/// A stretch of two channels, equally long.
struct StereoBlock: Sendable {
    var left: [Float]
    var right: [Float]

    var count: Int { left.count }

    static let empty = StereoBlock(left: [], right: [])
}
