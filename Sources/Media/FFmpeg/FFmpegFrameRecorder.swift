package import BatchVideo
package import Foundation
import Synchronization

/// Records drawn frames with x264, nearly without loss and quick to decode: short closed GOPs, no
/// B-frames, BT.709. Drawing and encoding overlap; the pipe between them sets the pace.
package struct FFmpegFrameRecorder: FrameRecorder {
    private let runner: ToolRunner

    package init(paths: ToolPaths) { runner = ToolRunner(paths: paths) }

    package func record(
        size: PixelSize, fps: Int, frameCount: Int, to file: URL,
        draw: @escaping @Sendable (_ frame: Int, _ buffer: UnsafeMutableRawBufferPointer) throws -> Void
    ) async throws {
        guard size.width > 0, size.height > 0, size.width % 2 == 0, size.height % 2 == 0, fps > 0,
            frameCount > 0
        else {
            throw BatchVideoError(
                .invalid, "cannot record \(frameCount) frames of \(size.width)x\(size.height)")
        }
        let frames = DrawnFrames(size: size, count: frameCount, draw: draw)
        try await PartialFile.write(file) { partial in
            let command = Command(
                runner.paths.ffmpeg, arguments(size: size, fps: fps, to: partial),
                limits: ProcessLimits(deadline: .seconds(60 + frameCount)))
            do {
                try await runner.run(command, input: .source { try frames.next() })
            } catch let failure as ToolFailure {
                throw failure.error("cannot record \(file.lastPathComponent)")
            }
        }
    }

    private func arguments(size: PixelSize, fps: Int, to file: URL) -> [String] {
        FFmpegArguments.opening
            + ["-f", "rawvideo", "-pixel_format", "bgra"]
            + ["-video_size", "\(size.width)x\(size.height)", "-framerate", "\(fps)"]
            + ["-i", "pipe:0"]
            + ["-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd,format=yuv420p"]
            + ["-c:v", "libx264", "-preset", "superfast", "-crf", "13", "-g", "30", "-bf", "0"]
            + FFmpegArguments.colourTags + FFmpegArguments.reproducible
            + ["-movflags", "+faststart", "-f", "mp4", FFmpegArguments.path(file)]
    }
}

/// Draws one frame after the other into one buffer.
///
/// @unchecked Sendable, proof: the buffer is touched only by `next`, which the recorder's one child
/// thread calls in sequence, and by `deinit`, after which there is no caller.
private final class DrawnFrames: @unchecked Sendable {
    private let buffer: UnsafeMutableRawBufferPointer
    private let count: Int
    private let draw: @Sendable (Int, UnsafeMutableRawBufferPointer) throws -> Void
    private var frame = 0

    init(
        size: PixelSize, count: Int,
        draw: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) throws -> Void
    ) {
        buffer = .allocate(byteCount: size.pixels * 4, alignment: 64)
        self.count = count
        self.draw = draw
    }

    deinit { buffer.deallocate() }

    func next() throws -> UnsafeRawBufferPointer? {
        guard frame < count else { return nil }
        try draw(frame, buffer)
        frame += 1
        return UnsafeRawBufferPointer(buffer)
    }
}
