import BatchVideo

extension SegmentFingerprint {
    /// What of the presenter a segment shows.
    struct Presenter: Encodable {
        var sha256: String
        var lengthMs: Int?
        var inPointMs: Int
        var area: PixelArea
        var shape: PresenterTrack.Shape
        var transition: Transition
        /// Frame of the presenter's clip at the segment's first frame.
        var offset: Int
        /// Beginning and end of each stretch, as far as it can be told in this segment.
        var spans: [[Int]]

        /// Nil when the presenter is not seen in these frames.
        init?(_ track: PresenterTrack, frames: Range<Int>, filmFrames: Int) {
            let seen = track.spans.filter { $0.overlaps(frames) }
            guard !seen.isEmpty else { return nil }
            sha256 = track.source.sha256
            lengthMs = track.source.length?.ms
            inPointMs = track.source.inPoint.ms
            area = track.area
            shape = track.shape
            transition = track.transition
            offset = frames.lowerBound - track.startFrame
            let fade = track.transition.frames + 1
            spans = seen.map { span in
                // Where nothing comes or goes, the distance does not count.
                let comes = span.lowerBound > track.startFrame
                let goes = span.upperBound < filmFrames
                return [
                    comes ? max(span.lowerBound - frames.lowerBound, -fade) : -fade,
                    goes
                        ? min(span.upperBound - frames.lowerBound, frames.count + fade)
                        : frames.count + fade,
                ]
            }
        }
    }

    /// Overlays that a segment shows, with their times in it.
    struct Branding: Encodable {
        struct Part: Encodable {
            var sha256: String
            var x: Int
            var y: Int
            var opacity: Double
            var presence: Presence?
        }

        /// Of an overlay that comes or goes within the segment.
        struct Presence: Encodable {
            var first: Int
            var end: Int
            var fadeFrames: Int
        }

        struct Bar: Encodable {
            var bar: ProgressBar
            var startFrame: Int
            var filmFrames: Int
        }

        var parts: [Part]
        var bar: Bar?

        /// Nil when nothing is seen in these frames.
        init?(
            _ overlays: [PictureOverlay], bar: ProgressBar?, frames: Range<Int>, filmFrames: Int
        ) {
            parts = overlays.compactMap { Part($0, frames) }
            self.bar = bar.map {
                Bar(bar: $0, startFrame: frames.lowerBound, filmFrames: filmFrames)
            }
            if parts.isEmpty, bar == nil { return nil }
        }
    }

    struct ReframePrint: Encodable {
        var canvas: PixelSize
        var film: PixelArea
        var ground: Reframe.Ground
        var texts: Branding?

        init(_ reframe: Reframe, frames: Range<Int>) {
            canvas = reframe.canvas
            film = reframe.film
            ground = reframe.ground
            texts = Branding(reframe.texts, bar: nil, frames: frames, filmFrames: 0)
        }
    }
}

extension SegmentFingerprint.Branding.Part {
    init?(_ overlay: PictureOverlay, _ segment: Range<Int>) {
        sha256 = overlay.sha256
        (x, y) = (overlay.x, overlay.y)
        opacity = overlay.opacity
        guard let shown = overlay.frames else { return }
        guard shown.overlaps(segment) else { return nil }
        let isWhole =
            overlay.presence(inFrame: segment.lowerBound) == 1
            && overlay.presence(inFrame: segment.upperBound - 1) == 1
        guard !isWhole else { return }
        presence = SegmentFingerprint.Branding.Presence(
            first: shown.lowerBound - segment.lowerBound,
            end: shown.upperBound - segment.lowerBound, fadeFrames: overlay.fadeFrames)
    }
}
