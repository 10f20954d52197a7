import BatchVideo

extension Timeline {
    /// The longest segment: bounds what a changed caption re-encodes and what a kill loses.
    private static let longestSegmentSeconds = 10

    /// The stretches of the film that are encoded apart, in order, without gap: one per shot, long
    /// shots in equal parts. A transition lies in the incoming shot's first segment, so a changed
    /// shot touches its own segments and the first of the next shot.
    var segments: [Range<Int>] {
        let longest = Self.longestSegmentSeconds * canvas.fps
        return clips.flatMap { clip -> [Range<Int>] in
            let count = clip.endFrame - clip.startFrame
            let parts = (count + longest - 1) / longest
            return (0..<parts).map { part in
                let start = clip.startFrame + count * part / parts
                return start..<clip.startFrame + count * (part + 1) / parts
            }
        }
    }
}
