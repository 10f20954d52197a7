package import Foundation

/// A talking head that a vendor is asked for.
package struct PresenterRequest: Hashable, Sendable, Codable {
    /// Who speaks: a video or a picture; absolute path. Empty when `avatar` names one of the vendor's.
    package var source: String
    package var isPicture: Bool
    /// The vendor's own figure.
    package var avatar: String?
    /// What is said: WAV; absolute path.
    package var speech: String
    package var length: MediaTime
    package var size: PixelSize
    /// A colour behind the figure to be keyed out, RRGGBB; nil: its own background.
    package var background: String?

    package init(
        source: String, isPicture: Bool, avatar: String? = nil, speech: String, length: MediaTime,
        size: PixelSize, background: String? = nil
    ) {
        self.source = source
        self.isPicture = isPicture
        self.avatar = avatar
        self.speech = speech
        self.length = length
        self.size = size
        self.background = background
    }
}

/// Port: a vendor that makes a figure speak. A unit of cost is a second.
///
/// Writes a video file at `file` as long as the speech (within half a second), or throws and
/// leaves nothing there.
package protocol PresenterGenerator: VendorPart {
    func generate(
        _ request: PresenterRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia
}
