package import Foundation
import Synchronization

/// A real little MP3, made once by ffmpeg.
package enum SampleSound {
    private static let kept = Mutex<Data?>(nil)

    /// 1.2 s of a tone: 24 kHz, 48 kbit/s, mono.
    package static func mp3() async throws -> Data {
        if let known = kept.withLock({ $0 }) { return known }
        let made = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try make() }) }
        }
        kept.withLock { $0 = made }
        return made
    }

    private static func make() throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString).mp3")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/ffmpeg")
        process.arguments = [
            "-nostdin", "-loglevel", "error", "-f", "lavfi", "-i",
            "sine=frequency=220:duration=1.2:sample_rate=24000",
            "-ac", "1", "-b:a", "48k", "-write_xing", "0", "-id3v2_version", "0", file.path,
        ]
        try process.run()
        process.waitUntilExit()
        return try Data(contentsOf: file)
    }
}
