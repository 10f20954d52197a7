package import BatchVideo
package import Foundation

/// The embedded painter: pictures with no AI, no network and no GPU.
package struct PaintedScenes: PicturePainter {
    package let version = "painted-scenes 2"

    package init() {}

    /// Throws `.invalid` for a size outside 16...8192, `.unwritable` when it cannot be written.
    package func paint(_ picture: PaintedPicture, to file: URL) async throws {
        try PictureLimits.check(picture.size)
        try await Easel.run { try Self.still(picture, to: file) }
    }

    private static func still(_ picture: PaintedPicture, to file: URL) throws {
        try canvas(picture, to: file) { frame in
            let scene = SceneCatalogue.scene(picture)
            scene.draw(on: frame, phase: scene.stillPhase)
        }
    }

    /// Throws what painting throws, and `.media` when `ground` is no PNG of a usable size.
    package func paint(_ picture: PaintedPicture, over ground: URL, to file: URL) async throws {
        try PictureLimits.check(picture.size)
        try await Easel.run {
            let photo = try PictureFile(ground)
            try Self.canvas(picture, to: file) { photo.fill(PaintSurface($0)) }
        }
    }

    private static func canvas(
        _ picture: PaintedPicture, to file: URL, ground: (Frame) throws -> Void
    ) throws {
        var pixels = [UInt32](repeating: 0xFF00_0000, count: picture.size.pixels)
        try pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let frame = Frame(stage: Stage(picture.size), pixels: base)
            try ground(frame)
            Cards.draw(picture, on: frame)
            try PNGFile.write(UnsafeBufferPointer(buffer), picture.size, to: file)
        }
    }
}

/// The embedded painter's moving pictures, recorded as files that loop without a seam.
package struct AmbientLoops: LoopPainter {
    package let version = "ambient-loops 2"
    /// Long enough not to look like a loop, short enough to be quick to make.
    package static let length = MediaTime(ms: 7000)

    private let recorder: any FrameRecorder

    package init(recorder: any FrameRecorder) { self.recorder = recorder }

    /// Throws `.invalid` for a size outside 16...8192 or fps outside 1...120, and what the recorder
    /// throws.
    package func paint(
        _ picture: PaintedPicture, fps: Int, to file: URL
    ) async throws -> MediaTime {
        try PictureLimits.check(picture.size)
        guard (1...120).contains(fps) else {
            throw BatchVideoError(
                .invalid, "loops are painted at 1 to 120 frames a second, not \(fps)")
        }
        let scene = try await Easel.run { SceneCatalogue.scene(picture) }
        let count = Self.length.frame(fps: fps)
        try await recorder.record(size: picture.size, fps: fps, frameCount: count, to: file) {
            index, buffer in
            try buffer.withMemoryRebound(to: UInt32.self) { words in
                guard let base = words.baseAddress, words.count >= picture.size.pixels else {
                    throw BatchVideoError(.internal, "the recorder's buffer is too small")
                }
                let frame = Frame(stage: scene.stage, pixels: base)
                let phase = scene.stillPhase + Double(index) / Double(count)
                scene.draw(on: frame, phase: phase)
                Cards.draw(picture, on: frame)
            }
        }
        return Self.length
    }
}

enum PictureLimits {
    static func check(_ size: PixelSize) throws {
        guard (16...8192).contains(size.width), (16...8192).contains(size.height) else {
            throw BatchVideoError(
                .invalid,
                "pictures are 16 to 8192 pixels wide and high, not \(size.width)x\(size.height)")
        }
    }
}
