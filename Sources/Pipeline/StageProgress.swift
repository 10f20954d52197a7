import BatchVideo
import Synchronization

/// Counts what a stage has done and tells the listener.
final class StageProgress: Sendable {
    private let stage: Stage
    private let events: any EventSink
    private let start = ContinuousClock.now
    private let counts = Mutex(Counts())

    private struct Counts {
        var done = 0
        var total = 0
        var reused = 0
    }

    init(_ stage: Stage, _ events: any EventSink) {
        self.stage = stage
        self.events = events
        events.note(FilmEvent(.started, stage))
    }

    func expect(_ total: Int) {
        note { $0.total = total }
    }

    func advance(reused: Bool = false) {
        note {
            $0.done += 1
            $0.reused += reused ? 1 : 0
        }
    }

    func set(done: Int, total: Int, reused: Int) {
        note { $0 = Counts(done: done, total: total, reused: reused) }
    }

    /// The whole stage came from an earlier run.
    func noteReused() {
        note { $0 = Counts(done: 1, total: 1, reused: 1) }
    }

    func warn(_ message: String) {
        events.note(FilmEvent(.warning, stage, message: message))
    }

    /// Tells that the stage is done; its wall time in milliseconds.
    func finish() -> Int {
        let counts = counts.withLock { $0 }
        let elapsed = elapsedMs
        events.note(event(.finished, counts, elapsed))
        return elapsed
    }

    /// Made anew, and found from an earlier run.
    var units: (made: Int, reused: Int) {
        counts.withLock { (max(0, $0.done - $0.reused), $0.reused) }
    }

    private func note(_ change: (inout Counts) -> Void) {
        let now = counts.withLock { counts in
            change(&counts)
            return counts
        }
        events.note(event(.progress, now, elapsedMs))
    }

    private func event(_ kind: FilmEvent.Kind, _ counts: Counts, _ elapsed: Int) -> FilmEvent {
        FilmEvent(
            kind, stage, done: counts.done, total: counts.total, reused: counts.reused,
            elapsedMs: elapsed)
    }

    var elapsedMs: Int {
        let span = (ContinuousClock.now - start).components
        return Int(span.seconds) * 1000 + Int(span.attoseconds / 1_000_000_000_000_000)
    }
}
