import Synchronization

/// Spares a vendor that fails, and the films that would wait for it.
///
/// Closed until, within a minute, at least 10 calls were made of which at least 5 and at least half
/// failed; then no call passes for a minute; then one at a time, and two good ones close it again
/// (the states of M. Nygard, Release It!).
package final class CircuitBreaker: Sendable {
    package enum State: String, Sendable { case closed, open, probing }

    private struct Call {
        var at: Duration
        var isGood: Bool
    }

    private struct Memory {
        var calls: [Call] = []
        var openedAt: Duration?
        var probesOut = 0
        var goodProbes = 0
    }

    static let window = Duration.seconds(60)
    static let pause = Duration.seconds(60)
    private static let leastCalls = 10
    private static let leastFailures = 5
    private static let probesToClose = 2

    private let memory = Mutex(Memory())

    package init() {}

    package func state(at now: Duration) -> State {
        memory.withLock { memory in
            guard let opened = memory.openedAt else { return .closed }
            return now - opened < Self.pause ? .open : .probing
        }
    }

    /// Nil when a call may be made, which must be followed by `note` or `forget`; else how long to wait.
    func admit(at now: Duration) -> Duration? {
        memory.withLock { memory in
            guard let opened = memory.openedAt else { return nil }
            let left = Self.pause - (now - opened)
            if left > .zero { return left }
            guard memory.probesOut == 0 else { return .seconds(1) }
            memory.probesOut = 1
            return nil
        }
    }

    func note(isGood: Bool, at now: Duration) {
        memory.withLock { memory in
            if memory.openedAt != nil {
                memory.probesOut = 0
                memory.goodProbes = isGood ? memory.goodProbes + 1 : 0
                if !isGood { memory.openedAt = now }
                if memory.goodProbes >= Self.probesToClose { memory = Memory() }
                return
            }
            memory.calls.removeAll { now - $0.at > Self.window }
            memory.calls.append(Call(at: now, isGood: isGood))
            let failures = memory.calls.count { !$0.isGood }
            if memory.calls.count >= Self.leastCalls, failures >= Self.leastFailures,
                failures * 2 >= memory.calls.count
            {
                memory = Memory(openedAt: now)
            }
        }
    }

    /// The call told nothing about the vendor's health (cancelled, refused, too many).
    func forget() { memory.withLock { $0.probesOut = 0 } }
}
