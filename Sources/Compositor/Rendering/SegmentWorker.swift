import BatchVideo
import CPixels

/// Composes and encodes segments on one thread.
final class SegmentWorker {
    private let timeline: Timeline
    private let plan: RenderPlan
    private let composer: FrameComposer
    private let base: VideoFrame
    private let dressing: Dressing
    private var reframing: [Reframe: ReframeStage] = [:]
    /// Where overlays are laid while the bare frame is still needed.
    private var copy: VideoFrame?
    private let avx2 = px_has_avx2()
    private var captions: CaptionRenderer?

    init(
        timeline: Timeline, plan: RenderPlan, sources: SourceShelf, dressing: Dressing
    ) throws {
        self.timeline = timeline
        self.plan = plan
        self.dressing = dressing
        composer = try FrameComposer(timeline: timeline, sources: sources)
        base = try VideoFrame(size: timeline.canvas.size)
    }

    /// Encodes each of `variants` of one segment; every frame is composed once.
    ///
    /// `frameDone` may throw to stop.
    func encode(
        _ frames: Range<Int>, _ variants: [RenderPlan.Variant], frameDone: () throws -> Void
    ) throws -> [EncodedTrack] {
        let encoders = try variants.map { variant in
            try VideoEncoder(plan.settings(variant.look), canvas: plan.canvas(variant.look))
        }
        let plainFirst = variants.indices.sorted {
            (variants[$0].look.order, $0) < (variants[$1].look.order, $1)
        }
        for k in frames {
            try base.makeWritable()
            try composer.compose(k, on: base)
            for index in plainFirst {
                let frame = try branded(variants[index], k, isLast: index == plainFirst.last)
                try encoders[index].encode(frame, index: k - frames.lowerBound)
            }
            try frameDone()
        }
        return try encoders.map { try $0.finish() }
    }

    /// Frame `k` as `variant` shows it; valid until the next is composed.
    func compose(_ k: Int, as variant: RenderPlan.Variant) throws -> VideoFrame {
        try base.makeWritable()
        try composer.compose(k, on: base)
        return try branded(variant, k, isLast: true)
    }

    /// `isLast`: nobody needs the bare frame any more, so the overlays are laid on it.
    private func branded(
        _ variant: RenderPlan.Variant, _ k: Int, isLast: Bool
    ) throws -> VideoFrame {
        guard let reframe = variant.look.reframe else {
            return try dressed(variant.look, k, onBare: isLast)
        }
        let frame = try dressed(variant.look, k, onBare: false)
        let stage = try reframing[reframe] ?? dressing.stage(for: reframe, like: frame)
        reframing[reframe] = stage
        return try stage.frame(of: frame, over: base, k)
    }

    /// Captions below the branding, as the specification has it.
    private func dressed(
        _ look: RenderPlan.Look, _ k: Int, onBare: Bool
    ) throws -> VideoFrame {
        let time = CaptionScript.time(ofFrame: k, fps: timeline.canvas.fps)
        let caption = look.hasCaptions ? try captionOverlay(at: time) : nil
        let layer = dressing.layer(look.layer)
        let brand = layer?.isSeen(inFrame: k) == true ? layer : nil
        guard caption != nil || brand != nil else { return base }
        let frame = try onBare ? base : copy ?? VideoFrame(size: timeline.canvas.size)
        try frame.makeWritable()
        if !onBare {
            copy = frame
            frame.copy(from: base)
        }
        caption?.lay(on: frame, avx2: avx2)
        brand?.lay(on: frame, frame: k, avx2: avx2)
        return frame
    }

    private func captionOverlay(at time: MediaTime) throws -> Overlay? {
        guard let text = plan.captionText, let script = plan.captions else { return nil }
        let renderer = try captions ?? CaptionRenderer(
            text: text, script: script, canvas: timeline.canvas.size)
        captions = renderer
        return renderer.overlay(at: time)
    }
}
