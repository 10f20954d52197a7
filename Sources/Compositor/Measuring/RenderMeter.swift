package import BatchVideo
import CAV
import Dispatch
import Foundation

/// Takes a render apart to measure it: composing alone, encoding alone, or the bare frames.
///
/// Uses the very composer, encoder and segments of `FilmRenderer`; the first rendition counts.
package struct RenderMeter {
    private let order: RenderOrder
    private let plan: RenderPlan
    private let sources: SourceShelf
    private let dressing: Dressing

    /// Throws what a render of `order` would throw.
    package init(_ order: RenderOrder, leftovers: Leftovers) throws {
        av_log_set_level(AV_LOG_QUIET)
        try order.check()
        self.order = order
        plan = try RenderPlan(order)
        sources = SourceShelf(
            timeline: order.timeline, workspace: order.workspace, leftovers: leftovers)
        dressing = try Dressing(order)
    }

    package func measure(_ part: RenderMeasurement.Part) throws -> RenderMeasurement {
        switch part {
        case .compose: try measureComposing()
        case .encode: try measureEncoding()
        }
    }

    /// Hands on every frame as tight YUV 4:2:0, in order. The bytes are valid during the call.
    package func frames(_ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        let size = order.timeline.canvas.size
        var bytes = [UInt8](repeating: 0, count: size.pixels * 3 / 2)
        try eachFrame { _, frame in
            frame.pack(into: &bytes)
            try bytes.withUnsafeBytes(take)
        }
    }

    private func measureComposing() throws -> RenderMeasurement {
        let watch = Stopwatch()
        try eachFrame { _, _ in }
        let spent = watch.spent
        return RenderMeasurement(
            part: .compose, frameCount: order.timeline.frameCount, wallSeconds: spent.wall,
            cpuSeconds: spent.cpu, copyCPUSeconds: try measureCopying())
    }

    /// A ring of frames far larger than any cache, each copied into the one after it.
    private func measureCopying() throws -> Double {
        let size = order.timeline.canvas.size
        let ring = try (0..<Self.ringBytes / (size.pixels * 3 / 2) + 2).map { _ in
            try VideoFrame(size: size)
        }
        for (frame, next) in zip(ring, ring.dropFirst()) { next.copy(from: frame) }
        let watch = Stopwatch()
        for k in 0..<order.timeline.frameCount {
            ring[(k + 1) % ring.count].copy(from: ring[k % ring.count])
        }
        return watch.spent.cpu
    }

    private static let ringBytes = 256 << 20

    private func measureEncoding() throws -> RenderMeasurement {
        let frames = try composedFrames()
        let segments = SegmentQueue(plan.segments.map(\.frames))
        let watch = Stopwatch()
        let ended = DispatchSemaphore(value: 0)
        for _ in 0..<order.workers {
            let thread = Thread {
                segments.encodeAll(frames, plan.settings, order.timeline.canvas)
                ended.signal()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        for _ in 0..<order.workers { ended.wait() }
        try segments.checkForErrors()
        let spent = watch.spent
        return RenderMeasurement(
            part: .encode, frameCount: frames.count, wallSeconds: spent.wall,
            cpuSeconds: spent.cpu, encoder: plan.settings.choice(fps: order.timeline.canvas.fps))
    }

    /// The whole film in memory; throws `.limited` when that is more than half of what there is.
    private func composedFrames() throws -> ComposedFrames {
        let size = order.timeline.canvas.size
        let needed = UInt64(order.timeline.frameCount * size.pixels * 3 / 2)
        guard needed < ProcessInfo.processInfo.physicalMemory / 2 else {
            throw BatchVideoError(
                .limited, "the film's frames need \(needed >> 20) MiB of memory: measure fewer shots")
        }
        var frames: [VideoFrame] = []
        try eachFrame { _, frame in
            let kept = try VideoFrame(size: size)
            kept.copy(from: frame)
            frames.append(kept)
        }
        return ComposedFrames(frames)
    }

    private func eachFrame(_ take: (Int, VideoFrame) throws -> Void) throws {
        let worker = try SegmentWorker(
            timeline: order.timeline, plan: plan, sources: sources, dressing: dressing)
        for segment in plan.segments {
            for k in segment.frames { try take(k, worker.compose(k, as: segment.variants[0])) }
        }
    }
}

extension EncoderSettings {
    func choice(fps: Int) -> RenderMeasurement.EncoderChoice {
        RenderMeasurement.EncoderChoice(
            preset: preset, constantRateFactor: constantRateFactor,
            parameters: x264Parameters(fps: fps))
    }
}

extension VideoFrame {
    /// Writes the three planes without padding; `bytes` holds exactly one frame.
    fileprivate func pack(into bytes: inout [UInt8]) {
        var at = 0
        for plane in planes {
            for y in 0..<plane.height {
                bytes.withUnsafeMutableBytes { room in
                    let row = UnsafeRawBufferPointer(start: plane.row(y), count: plane.width)
                    UnsafeMutableRawBufferPointer(rebasing: room[at..<at + plane.width])
                        .copyMemory(from: row)
                }
                at += plane.width
            }
        }
    }
}
