import BatchVideo
import Foundation
import TestKit

@testable import Providers

/// Measures media with ffprobe, as the program does through `Media`, which tests here do not see.
enum SampleMeasure {
    static func measure(_ file: URL) async throws -> VendorTools.Measured {
        let head = try FileHandle(forReadingFrom: file).read(upToCount: 64) ?? Data()
        let isPicture = MediaBytes.kind(of: head).type.hasPrefix("image/")
        let output = try await DiskThread.run { try ask(file) }
        let numbers = output.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
        guard numbers.count >= (isPicture ? 2 : 3) else {
            throw BatchVideoError(.media, "\(file.lastPathComponent) is no picture or video")
        }
        return VendorTools.Measured(
            isPicture: isPicture, length: isPicture ? .zero : MediaTime(seconds: numbers[2]),
            size: PixelSize(width: Int(numbers[0]), height: Int(numbers[1])))
    }

    private static func ask(_ file: URL) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/ffprobe")
        process.arguments = [
            "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height,duration",
            "-of", "csv=p=0", file.path,
        ]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return String(decoding: output, as: UTF8.self)
    }
}
