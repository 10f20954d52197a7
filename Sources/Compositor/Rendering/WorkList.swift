import BatchVideo
import Synchronization

/// What the cache does not hold, handed out to the threads one by one; the first error stops all.
final class WorkList: Sendable {
    enum Job: Sendable {
        case sound
        case segment(Range<Int>, [RenderPlan.Variant])
    }

    private struct State {
        var next = 0
        var failure: (any Error)?
    }

    private let tasks: [Job]
    private let state = Mutex(State())

    init(
        _ order: RenderOrder, plan: RenderPlan, cache: SegmentCache, progress: RenderProgress
    ) throws {
        var tasks: [Job] = cache.load(plan.soundKey) == nil ? [.sound] : []
        var claimed: Set<String> = []
        for segment in plan.segments {
            let missing = segment.variants.filter { variant in
                claimed.insert(variant.key).inserted && cache.load(variant.key) == nil
            }
            if missing.isEmpty {
                progress.segmentReused(frames: segment.frames.count)
            } else {
                tasks.append(.segment(segment.frames, missing))
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
