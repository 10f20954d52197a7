import BatchVideo
import CPixels

/// Composes and encodes segments on one thread.
final class SegmentWorker {
    private let timeline: Timeline
    private let plan: RenderPlan
    private let composer: FrameComposer
    private let base: VideoFrame
    private let copy: VideoFrame
    private let logo: Overlay?
    private let avx2 = px_has_avx2()
    private var captions: CaptionRenderer?

    init(timeline: Timeline, plan: RenderPlan, sources: SourceShelf, logo: Overlay?) throws {
        self.timeline = timeline
        self.plan = plan
        self.logo = logo
        composer = try FrameComposer(timeline: timeline, sources: sources)
        base = try VideoFrame(size: timeline.canvas.size)
        copy = try VideoFrame(size: timeline.canvas.size)
    }

    /// Encodes each of `variants` of one segment; every frame is composed once.
    ///
    /// `frameDone` may throw to stop.
    func encode(
        _ frames: Range<Int>, _ variants: [RenderPlan.Variant], frameDone: () throws -> Void
    ) throws -> [EncodedTrack] {
        let encoders = try variants.map { _ in
            try VideoEncoder(plan.settings, canvas: timeline.canvas)
        }
        for k in frames {
            try base.makeWritable()
            try composer.compose(k, on: base)
            for (variant, encoder) in zip(variants, encoders) {
                let frame = try branded(variant, k)
                try encoder.encode(frame, index: k - frames.lowerBound)
            }
            try frameDone()
        }
        return try encoders.map { try $0.finish() }
    }

    /// Frame `k` as `variant` shows it; valid until the next is composed.
    func compose(_ k: Int, as variant: RenderPlan.Variant) throws -> VideoFrame {
        try base.makeWritable()
        try composer.compose(k, on: base)
        return try branded(variant, k)
    }

    private func branded(_ variant: RenderPlan.Variant, _ k: Int) throws -> VideoFrame {
        let time = CaptionScript.time(ofFrame: k, fps: timeline.canvas.fps)
        let caption = variant.hasCaptions ? try captionOverlay(at: time) : nil
        let mark = variant.hasLogo ? logo : nil
        guard caption != nil || mark != nil else { return base }
        try copy.makeWritable()
        copy.copy(from: base)
        caption?.lay(on: copy, avx2: avx2)
        mark?.lay(on: copy, avx2: avx2)
        return copy
    }

    private func captionOverlay(at time: MediaTime) throws -> Overlay? {
        guard let text = plan.captionText, let script = plan.captions else { return nil }
        let renderer = try captions ?? CaptionRenderer(
            text: text, script: script, canvas: timeline.canvas.size)
        captions = renderer
        return renderer.overlay(at: time)
    }
}
