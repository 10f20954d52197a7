import Synchronization

/// Wakes those who wait for news in the database: workers for jobs, live listeners for events.
///
/// Rung after every change that this process makes. Other processes' changes are not heard, so
/// waiters also look by themselves now and then; what they find in the database decides.
package final class ChangeSignal: Sendable {
    private struct Waiters {
        var next = 0
        var all: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let waiters = Mutex(Waiters())

    package init() {}

    package func ring() {
        waiters.withLock { waiters in
            for waiter in waiters.all.values { waiter.yield() }
        }
    }

    /// One element after each change from now on; several changes that were not waited for are one.
    package func rings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = waiters.withLock { waiters in
            waiters.next += 1
            waiters.all[waiters.next] = continuation
            return waiters.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.waiters.withLock { $0.all[number] = nil }
        }
        return stream
    }
}
