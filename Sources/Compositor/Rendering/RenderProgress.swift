import BatchVideo
import Dispatch
import Foundation
import Glibc
import Synchronization

/// Counts what is done, and reports it every 400 ms and whenever a segment ends.
final class RenderProgress: Sendable {
    private static let interval = DispatchTimeInterval.milliseconds(400)

    /// Every number of renditions divides it.
    private static let parts = 12

    private struct Counts {
        /// In `parts` of a frame: renditions may be encoded one after the other.
        var partsDone = 0
        var segmentsReused = 0
    }

    private let frameCount: Int
    private let report: @Sendable (RenderEvent) -> Void
    private let counts = Mutex(Counts())
    private let end = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(frameCount: Int, report: @escaping @Sendable (RenderEvent) -> Void) {
        self.frameCount = frameCount
        self.report = report
        Thread { [self] in
            while end.wait(timeout: .now() + Self.interval) == .timedOut { send(.progress) }
            ended.signal()
        }.start()
    }

    /// A frame was encoded in some of the variants that it needs.
    func frameDone(variants: Int, of all: Int) {
        counts.withLock { $0.partsDone += Self.parts * variants / all }
    }

    func segmentDone() { send(.progress) }

    func segmentReused(frames: Int) {
        counts.withLock { counts in
            counts.partsDone += frames * Self.parts
            counts.segmentsReused += 1
        }
    }

    /// No report comes after this.
    func stop() {
        end.signal()
        ended.wait()
    }

    func send(_ kind: RenderEvent.Kind, _ message: String? = nil) {
        let counts = counts.withLock { $0 }
        report(
            RenderEvent(
                kind: kind, framesDone: counts.partsDone / Self.parts, frameCount: frameCount,
                segmentsReused: counts.segmentsReused, cpuSeconds: Self.cpuSeconds(),
                message: message))
    }

    /// Of this process and its ended children.
    static func cpuSeconds() -> Double {
        [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
            var usage = rusage()
            getrusage(__rusage_who_t(who.rawValue), &usage)
            return sum + seconds(usage.ru_utime) + seconds(usage.ru_stime)
        }
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
