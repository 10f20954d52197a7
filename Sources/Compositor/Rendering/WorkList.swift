import BatchVideo
import Synchronization

/// What the cache does not hold, handed out to the threads one by one; the first error stops all.
final class WorkList: Sendable {
    struct Job: Sendable {
        var frames: Range<Int>
        var variants: [RenderPlan.Variant]
        /// How many variants of these frames are missing in all.
        var segmentVariants: Int
    }

    private struct State {
        var next = 0
        var failure: (any Error)?
    }

    let lacksSound: Bool
    private let tasks: [Job]
    private let state = Mutex(State())

    /// `isTogether`: a job has all that a segment lacks, not one variant of it.
    init(plan: RenderPlan, cache: SegmentCache, progress: RenderProgress, isTogether: Bool) throws {
        lacksSound = cache.load(plan.soundKey) == nil
        var tasks: [Job] = []
        var claimed: Set<String> = []
        for segment in plan.segments {
            let missing = segment.variants.filter { variant in
                claimed.insert(variant.key).inserted && cache.load(variant.key) == nil
            }
            if missing.isEmpty {
                progress.segmentReused(frames: segment.frames.count)
            } else {
                tasks += (isTogether ? [missing] : missing.map { [$0] }).map { variants in
                    Job(
                        frames: segment.frames, variants: variants,
                        segmentVariants: missing.count)
                }
            }
        }
        self.tasks = tasks
    }

    var count: Int { tasks.count }

    func next() throws -> Job? {
        try checkForErrors()
        return state.withLock { state in
            guard state.next < tasks.count else { return nil }
            defer { state.next += 1 }
            return tasks[state.next]
        }
    }

    /// Keeps the first error of any thread.
    func catching(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            state.withLock { if $0.failure == nil { $0.failure = error } }
        }
    }

    /// Throws it, on whatever thread.
    func checkForErrors() throws {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
