package import Foundation

/// Port: plays a piece.
///
/// Writes a stereo 48 kHz float WAV at `file`, or throws and leaves nothing there: exactly the piece's
/// length, so that it can be repeated without a seam, at -20 LUFS. The same piece gives the same bytes.
/// Does not block the caller's pool.
package protocol MusicPerformer: Sendable {
    /// Part of every fingerprint: changes when the same piece would sound different.
    var version: String { get }
    func play(_ piece: MusicPiece, to file: URL) async throws
}
