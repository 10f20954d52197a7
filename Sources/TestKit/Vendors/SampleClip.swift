package import Foundation
import Synchronization

/// A real little video, made once by ffmpeg.
package enum SampleClip {
    private static let kept = Mutex<Data?>(nil)

    /// Two seconds of 320x180 at 16 frames a second, H.264 in MP4.
    package static func data() async throws -> Data {
        if let known = kept.withLock({ $0 }) { return known }
        let made = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try make() }) }
        }
        kept.withLock { $0 = made }
        return made
    }

    private static func make() throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString).mp4")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/ffmpeg")
        process.arguments = [
            "-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=16:duration=2",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", file.path,
        ]
        try process.run()
        process.waitUntilExit()
        return try Data(contentsOf: file)
    }
}
