package import Foundation

/// Port: paints a still picture.
///
/// Writes a PNG of exactly the asked size at `file` or throws and leaves nothing there. The same
/// request gives the same bytes. Called from several tasks at once; does not block the caller's pool.
package protocol PicturePainter: Sendable {
    /// Part of every fingerprint: changes when the same request would look different.
    var version: String { get }
    func paint(_ picture: PaintedPicture, to file: URL) async throws

    /// The words of a card over another picture, in place of its scene. `ground` is a PNG of ours; it
    /// fills the card, and what hangs over is left off evenly.
    func paint(_ picture: PaintedPicture, over ground: URL, to file: URL) async throws
}

/// Port: paints a moving picture that loops without a seam.
///
/// Writes a video file at `file` or throws and leaves nothing there; returns the length of the loop.
package protocol LoopPainter: Sendable {
    var version: String { get }
    func paint(_ picture: PaintedPicture, fps: Int, to file: URL) async throws -> MediaTime
}

/// Port: makes a video file of frames that the caller draws.
///
/// Calls `draw(k, buffer)` for k in 0 ..< frameCount in order, on a thread of its own; the buffer is
/// width x height x 4 bytes, BGRA (cairo's ARGB32 on little-endian), rows without padding.
/// Writes `file` complete or not at all. High quality, quick to decode; not for delivery.
package protocol FrameRecorder: Sendable {
    func record(
        size: PixelSize, fps: Int, frameCount: Int, to file: URL,
        draw: @escaping @Sendable (_ frame: Int, _ buffer: UnsafeMutableRawBufferPointer) throws -> Void
    ) async throws
}
