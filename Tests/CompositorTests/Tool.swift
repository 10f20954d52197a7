import BatchVideo
import Foundation
import TestKit

/// Runs the ffmpeg and ffprobe of this machine for tests.
enum Tool {
    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        guard process.terminationStatus == 0 else {
            throw BatchVideoError(.media, "\(name) \(arguments.joined(separator: " ")) failed")
        }
        return data
    }

    /// Quiet, overwriting, with a fixed clock.
    @discardableResult
    static func ffmpeg(_ arguments: String...) throws -> Data {
        try run("ffmpeg", ["-nostdin", "-v", "error", "-y", "-bitexact"] + arguments)
    }

    /// `key=value` facts of one stream.
    static func facts(_ file: URL, stream: String) throws -> [String: String] {
        let data = try run(
            "ffprobe",
            [
                "-v", "error", "-count_packets", "-select_streams", stream, "-show_streams",
                file.path,
            ])
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        let pairs = lines.compactMap { line -> (String, String)? in
            let parts = line.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The film's pictures, decoded.
    static func pictures(_ film: URL, size: PixelSize) throws -> [RawPicture] {
        let data = try ffmpeg(
            "-i", film.path, "-map", "0:v", "-fps_mode", "passthrough", "-f", "rawvideo",
            "-pix_fmt", "yuv420p", "-")
        let length = size.pixels * 3 / 2
        return stride(from: 0, to: data.count, by: length).map { start in
            RawPicture(size: size, bytes: [UInt8](data[start..<start + length]))
        }
    }
}

/// A YUV 4:2:0 picture without padding.
struct RawPicture: Hashable {
    var size: PixelSize
    var bytes: [UInt8]

    func luma(_ x: Int, _ y: Int) -> Int { Int(bytes[y * size.width + x]) }

    var luma: ArraySlice<UInt8> { bytes[..<size.pixels] }
    var blue: ArraySlice<UInt8> { bytes[size.pixels..<size.pixels * 5 / 4] }
    var red: ArraySlice<UInt8> { bytes[(size.pixels * 5 / 4)...] }
}

func mean(_ samples: ArraySlice<UInt8>) -> Double {
    Double(samples.reduce(0) { $0 + Int($1) }) / Double(samples.count)
}
