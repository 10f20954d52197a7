/// A stretch of one encoded stream: its decoder header and its packets in decoding order.
struct EncodedTrack: Hashable, Sendable {
    /// H.264 parameter sets, or the AAC configuration.
    var header: [UInt8]
    /// Samples of silence that the encoder put before the first one (audio).
    var padding: Int
    var packets: [EncodedPacket]
}

struct EncodedPacket: Hashable, Sendable {
    /// Frames from the start of the segment, or audio samples from the start of the film.
    var presentation: Int
    var duration: Int
    var isKey: Bool
    var bytes: [UInt8]
}
