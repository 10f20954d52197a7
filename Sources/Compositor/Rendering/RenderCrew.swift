import BatchVideo
import Dispatch
import Foundation

/// The threads that bring into the cache whatever a render still lacks.
///
/// Threads of their own, not the cooperative pool: x264 and the decoders block for long.
struct RenderCrew: Sendable {
    private let order: RenderOrder
    private let plan: RenderPlan
    private let cache: SegmentCache
    private let progress: RenderProgress
    private let division: MemoryBudget.Division
    private let work: WorkList
    private let sources: SourceShelf
    private let dressing: Dressing

    init(
        _ order: RenderOrder, _ plan: RenderPlan, _ cache: SegmentCache,
        _ progress: RenderProgress, _ leftovers: Leftovers
    ) throws {
        self.order = order
        self.plan = plan
        self.cache = cache
        self.progress = progress
        // A film inside a larger canvas takes as much as a film of that size.
        let sizes = order.renditions.map { $0.reframe?.canvas ?? order.timeline.canvas.size }
        division = MemoryBudget.divide(
            plan.settings, size: sizes.max { $0.pixels < $1.pixels } ?? order.timeline.canvas.size,
            renditions: order.renditions.count, workers: order.workers)
        work = try WorkList(
            plan: plan, cache: cache, progress: progress, isTogether: division.isTogether)
        sources = SourceShelf(
            timeline: order.timeline, workspace: order.workspace, leftovers: leftovers)
        dressing = try Dressing(order)
    }

    /// Blocks until all is encoded; throws the first error of any thread, when all have ended.
    func encodeAll() throws {
        // The sound shares the cores with the pictures, so that all end at about the same time.
        var threads: [@Sendable () throws -> Void] = work.lacksSound ? [encodeSound] : []
        threads += Array(repeating: encodeUntilDone, count: min(division.workers, work.count))
        let ended = DispatchSemaphore(value: 0)
        for body in threads {
            let thread = Thread {
                work.catching { try body() }
                ended.signal()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        for _ in threads { ended.wait() }
        try work.checkForErrors()
    }

    @Sendable private func encodeUntilDone() throws {
        let worker = try SegmentWorker(
            timeline: order.timeline, plan: plan, sources: sources, dressing: dressing)
        while let job = try work.next() {
            let tracks = try worker.encode(job.frames, job.variants) {
                progress.frameDone(variants: job.variants.count, of: job.segmentVariants)
                try work.checkForErrors()
            }
            for (variant, track) in zip(job.variants, tracks) {
                try cache.store(track, as: variant.key)
            }
            progress.segmentDone()
        }
    }

    @Sendable private func encodeSound() throws {
        let wave = try WaveFile(path: order.workspace + "/" + order.timeline.sound.file)
        let length = order.timeline.soundLength
        let frame = EncoderSettings.soundRate / order.timeline.canvas.fps
        guard wave.frameCount <= length + frame else {
            throw BatchVideoError(
                .invalid, "the sound lasts longer than the picture: plan the timeline again")
        }
        try cache.store(try SoundEncoder.encode(wave, length: length), as: plan.soundKey)
    }
}
