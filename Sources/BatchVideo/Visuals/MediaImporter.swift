package import Foundation

/// A user's video file, looked at.
package struct FootageFacts: Hashable, Sendable, Codable {
    package var length: MediaTime
    /// As shown: rotation and sample aspect ratio applied.
    package var size: PixelSize
    package var fps: Double

    package init(length: MediaTime, size: PixelSize, fps: Double) {
        self.length = length
        self.size = size
        self.fps = fps
    }
}

/// Port: makes files that people bring usable. Everything is decoded in a sandboxed child process.
///
/// Throws `.notFound` when the file is missing or unreadable, `.media` when it is not what it claims
/// to be, is broken, or is larger than the limits; the message names the file and the reason.
package protocol MediaImporter: Sendable {
    var version: String { get }

    /// Writes a PNG of the picture (first frame of a GIF), EXIF rotation applied, scaled so that it
    /// covers `canvas` with room for a camera move, never larger than that.
    func importStill(_ source: URL, covering canvas: PixelSize, to file: URL) async throws -> PixelSize

    /// Checks that the video can be decoded and says what it is.
    func examineFootage(_ source: URL) async throws -> FootageFacts

    /// Writes a PNG with alpha, `width` pixels wide.
    func importLogo(_ source: URL, width: Int, to file: URL) async throws -> PixelSize

    /// Writes a JPEG of a PNG, or of one frame of a video at `time`.
    func exportJPEG(_ source: URL, at time: MediaTime?, to file: URL) async throws
}
