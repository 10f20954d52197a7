package import Foundation

/// Port: draws a presenter who speaks.
///
/// Writes a video of `mouth.frameCount` frames at `mouth.fps` without sound at `file`, or throws and
/// leaves nothing there. The same request gives the same bytes. Outside `shown` (frames) the picture
/// may stand still. Throws `.invalid` for sizes and rates out of range and for a photo in which no
/// mouth is found, `.notFound` for a photo that cannot be read.
package protocol PresenterPainter: Sendable {
    /// Part of every fingerprint: changes when the same request would look different.
    var version: String { get }
    func paint(
        _ presenter: DrawnPresenter, speaking mouth: MouthTrack, shown: [Range<Int>], to file: URL
    ) async throws
}
