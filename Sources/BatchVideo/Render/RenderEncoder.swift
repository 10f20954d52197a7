/// Which program encodes the film's pictures.
package enum RenderEncoder: String, Sendable, Codable, CaseIterable {
    /// x264, whatever else the machine has: its quality was measured, and it is the same on every
    /// machine.
    case auto
    case x264
    case x265
    case svtAV1 = "svt-av1"
    case nvenc
    case qsv
    case vaapi

    /// Those that must pass a test encode before they are used; else x264 takes their place.
    package static let tried: [RenderEncoder] = [.x265, .svtAV1, .nvenc, .qsv, .vaapi]
}

/// What a test encode found.
package struct EncoderReport: Hashable, Sendable, Codable {
    package var encoder: RenderEncoder
    /// Nil when it works.
    package var reason: String?

    package init(encoder: RenderEncoder, reason: String?) {
        self.encoder = encoder
        self.reason = reason
    }
}
