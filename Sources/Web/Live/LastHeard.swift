internal import Synchronization

/// When the other side last said something.
final class LastHeard: Sendable {
    private let time = Mutex(ContinuousClock.now)

    func note() { time.withLock { $0 = .now } }

    var silence: Duration { ContinuousClock.now - time.withLock { $0 } }
}
