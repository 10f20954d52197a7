import BatchVideo
import CAV
import CAss
import Foundation

/// Everything that the pixels and the bytes of a segment depend on. Places are relative to the
/// segment's start, so that a shot that only moves on the timeline is not encoded again.
struct SegmentFingerprint: Encodable {
    struct Picture: Encodable {
        var sha256: String
        var medium: Visual.Medium
        var motion: Motion?
        var fit: PictureFit?
        var inPointMs: Int?
        var lengthMs: Int?
        var pace: Double?
        /// Frame of the shot at the segment's first frame.
        var offset: Int
        /// Stills: the move is stretched over this many frames.
        var shownFrameCount: Int?
    }

    struct Captions: Encodable {
        struct Event: Encodable {
            var first: Int
            var end: Int
            var content: String
            var steps: [Int]
        }

        var header: String
        var events: [Event]
        /// Set when something moves all the time: then what counts is how far each event has come
        /// when the segment begins, in milliseconds, and how the frames' times are rounded from there.
        var movingStartsMs: [Int]?
        var rounding: Int?
    }

    let engine: String
    let libraries: [Int]
    let canvas: Canvas
    let encoder: EncoderSettings
    let frameCount: Int
    let pictures: [Picture]
    let transition: Transition?
    let presenter: Presenter?
    let captions: Captions?
    let branding: Branding?
    let reframe: ReframePrint?

    init(
        _ frames: Range<Int>, of timeline: Timeline, encoder: EncoderSettings,
        captions script: CaptionScript?, hasBranding: Bool, reframe: Reframe?
    ) {
        let index = timeline.clipIndex(atFrame: frames.lowerBound)
        let clip = timeline.clips[index]
        let entered = frames.lowerBound - clip.startFrame
        let isMixed = index > 0 && entered < clip.transition.frames && clip.transition.kind != .cut
        engine = FilmRenderer.engineVersion
        libraries = [
            Int(avcodec_version()), Int(swscale_version()), Int(ass_library_version()),
        ]
        canvas = timeline.canvas
        self.encoder = encoder
        frameCount = frames.count
        pictures = (isMixed ? [index - 1, index] : [index]).map {
            Picture($0, of: timeline, at: frames.lowerBound)
        }
        transition = isMixed ? clip.transition : nil
        captions = script.flatMap { Captions($0, frames: frames, fps: timeline.canvas.fps) }
        presenter = timeline.presenter.flatMap {
            Presenter($0, frames: frames, filmFrames: timeline.frameCount)
        }
        branding = Branding(
            hasBranding ? timeline.overlays : timeline.labels,
            bar: hasBranding ? timeline.progressBar : nil, frames: frames,
            filmFrames: timeline.frameCount)
        self.reframe = reframe.map { ReframePrint($0, frames: frames) }
    }

    /// The segment's name in the cache: SHA-256 in hexadecimal.
    func key() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try Checksum.hexadecimal([UInt8](encoder.encode(self)))
    }
}

extension SegmentFingerprint.Picture {
    init(_ index: Int, of timeline: Timeline, at frame: Int) {
        let clip = timeline.clips[index]
        let isStill = clip.source.medium == .still
        sha256 = clip.source.sha256
        medium = clip.source.medium
        motion = isStill ? clip.source.motion : nil
        fit = clip.source.fit
        inPointMs = isStill ? nil : clip.source.inPoint.ms
        lengthMs = isStill ? nil : clip.source.length?.ms
        pace = isStill ? nil : clip.source.pace
        offset = frame - clip.startFrame
        shownFrameCount = isStill ? timeline.shownFrameCount(ofClip: index) : nil
    }
}

extension SegmentFingerprint.Captions {
    /// Nil when no caption shows in these frames.
    init?(_ script: CaptionScript, frames: Range<Int>, fps: Int) {
        func frame(_ ms: Int) -> Int { CaptionScript.frame(atOrAfter: ms, fps: fps) }
        let visible = script.events.filter {
            frame($0.span.start.ms) < frames.upperBound && frame($0.span.end.ms) > frames.lowerBound
        }
        guard !visible.isEmpty else { return nil }
        header = script.header
        events = visible.map { event in
            Event(
                first: max(frame(event.span.start.ms), frames.lowerBound) - frames.lowerBound,
                end: min(frame(event.span.end.ms), frames.upperBound) - frames.lowerBound,
                content: event.content,
                steps: event.steps.map { frame($0) - frames.lowerBound })
        }
        guard !visible.allSatisfy(\.animations.isEmpty) else { return }
        let start = CaptionScript.time(ofFrame: frames.lowerBound, fps: fps)
        movingStartsMs = visible.map { ($0.span.start - start).ms }
        // Frame n + fps is a whole second later.
        rounding = (frames.lowerBound * 2000 + 1000) % (2 * fps)
    }
}
