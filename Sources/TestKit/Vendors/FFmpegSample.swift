package import Foundation
import Synchronization

/// A real little file, made once by ffmpeg.
package final class FFmpegSample: Sendable {
    /// Two seconds of 320x180 at 16 frames a second, H.264 in MP4.
    package static let clip = FFmpegSample(
        "mp4",
        [
            "-i", "testsrc2=size=320x180:rate=16:duration=2", "-c:v", "libx264", "-preset", "ultrafast",
            "-pix_fmt", "yuv420p",
        ])
    /// 1.2 s of a tone: MP3, 24 kHz, 48 kbit/s, mono.
    package static let sound = FFmpegSample(
        "mp3",
        [
            "-i", "sine=frequency=220:duration=1.2:sample_rate=24000", "-ac", "1", "-b:a", "48k",
            "-write_xing", "0", "-id3v2_version", "0",
        ])

    private let ending: String
    private let arguments: [String]
    private let kept = Mutex<Data?>(nil)

    private init(_ ending: String, _ arguments: [String]) {
        self.ending = ending
        self.arguments = arguments
    }

    package func data() async throws -> Data {
        if let known = kept.withLock({ $0 }) { return known }
        let made = try await withCheckedThrowingContinuation { continuation in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread { continuation.resume(with: Result { try self.make() }) }
        }
        kept.withLock { $0 = made }
        return made
    }

    private func make() throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString).\(ending)")
        defer { try? FileManager.default.removeItem(at: file) }  // a leftover in /tmp harms nobody
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/ffmpeg")
        process.arguments = ["-nostdin", "-loglevel", "error", "-f", "lavfi"] + arguments + [file.path]
        try process.run()
        process.waitForEnd()
        return try Data(contentsOf: file)
    }
}
