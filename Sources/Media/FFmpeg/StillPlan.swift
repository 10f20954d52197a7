import BatchVideo

/// How large a picture becomes, and which part of it is kept.
struct StillPlan: Hashable, Sendable {
    /// Room for a camera move: the picture covers this many canvases in each direction.
    static let cover = 1.3
    /// A panorama keeps at most this much more than that in its longer direction.
    static let longest = 2.0

    /// The middle of the upright source that is kept, in its own pixels.
    var kept: PixelSize
    /// What that becomes.
    var scaled: PixelSize

    /// For an upright picture of `size` and a film of `canvas`.
    init(size: PixelSize, canvas: PixelSize) {
        let wanted = (width: Double(canvas.width) * Self.cover, height: Double(canvas.height) * Self.cover)
        let scale = max(wanted.width / Double(size.width), wanted.height / Double(size.height))
        let most = PixelSize(
            width: Int((wanted.width * Self.longest).rounded()),
            height: Int((wanted.height * Self.longest).rounded()))
        kept = PixelSize(
            width: min(size.width, max(1, Int(Double(most.width) / scale))),
            height: min(size.height, max(1, Int(Double(most.height) / scale))))
        scaled = PixelSize(
            width: max(1, Int((Double(kept.width) * scale).rounded())),
            height: max(1, Int((Double(kept.height) * scale).rounded())))
    }
}
