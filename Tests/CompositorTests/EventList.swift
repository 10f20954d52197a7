import BatchVideo
import Synchronization

/// Keeps what a render reports.
final class EventList: Sendable {
    private let events = Mutex<[RenderEvent]>([])

    func add(_ event: RenderEvent) { events.withLock { $0.append(event) } }
    var all: [RenderEvent] { events.withLock { $0 } }
}
