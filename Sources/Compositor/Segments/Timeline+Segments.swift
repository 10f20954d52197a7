import BatchVideo

extension Timeline {
    /// The longest segment: bounds what a changed caption re-encodes and what a kill loses.
    private static let longestSegmentSeconds = 10

    /// The stretches of the film that are encoded apart, in order, without gap: each transition,
    /// and what is left of the shot after it, long shots in equal parts. A changed shot touches
    /// its own segments and the short one in which the next shot enters.
    var segments: [Range<Int>] {
        let longest = Self.longestSegmentSeconds * canvas.fps
        return clips.flatMap { clip -> [Range<Int>] in
            let body = clip.startFrame + clip.transition.frames
            let count = clip.endFrame - body
            let parts = (count + longest - 1) / longest
            let entrance = body > clip.startFrame ? [clip.startFrame..<body] : []
            return entrance
                + (0..<parts).map { body + count * $0 / parts..<body + count * ($0 + 1) / parts }
        }
    }
}
