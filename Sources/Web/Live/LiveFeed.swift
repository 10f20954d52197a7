internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import ServiceLifecycle
internal import Synchronization

/// Tells listeners that there are newer events. They read the log themselves, each at its own pace, so that a
/// slow one costs a row's number and never a queue.
final class LiveFeed: Service {
    private struct Waiter {
        var last: Int
        var deadline: ContinuousClock.Instant
        var continuation: CheckedContinuation<News, Never>
    }

    enum News: Sendable {
        /// There are events beyond the last seen.
        case more
        /// Nothing happened for the time asked: say that we are alive.
        case quiet
        /// The server shuts down or the listener went.
        case over
    }

    private struct State {
        var newest = 0
        var isOver = false
        var waiters: [UUID: Waiter] = [:]
        /// Waits that were cancelled before they began.
        var cancelled: Set<UUID> = []
        var listeners: [String: Int] = [:]
    }

    private let events: any EventLog
    private let changes: ChangeSignal
    private let poll: Duration
    private let state = Mutex(State())

    init(events: any EventLog, changes: ChangeSignal, poll: Duration) {
        self.events = events
        self.changes = changes
        self.poll = poll
    }

    /// Watches the log until the server shuts down.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in self.changes.rings() { await self.look() } }
                // Other processes change the database too, and nobody rings for them.
                group.addTask {
                    while !Task.isCancelled {
                        await self.look()
                        do { try await Task.sleep(for: self.poll) } catch { break }
                    }
                }
            }
        }
        let waiters = state.withLock { state in
            state.isOver = true
            defer { state.waiters = [:] }
            return state.waiters.values.map(\.continuation)
        }
        for waiter in waiters { waiter.resume(returning: .over) }
    }

    private func look() async {
        // Also for listeners that are about to wait: what rings before they do must not be lost.
        guard state.withLock({ !$0.waiters.isEmpty || !$0.listeners.isEmpty }) else { return }
        // The database may be busy or away; the next look may find it again.
        guard let newest = try? await events.latestID() else { return }
        note(newest)
    }

    /// Wakes those who wait for events up to `newest`, and those whose time is up.
    private func note(_ newest: Int) {
        let now = ContinuousClock.now
        let woken = state.withLock { state in
            state.newest = max(state.newest, newest)
            let ready = state.waiters.filter { $0.value.last < state.newest || $0.value.deadline <= now }
            for id in ready.keys { state.waiters[id] = nil }
            return ready.values.map { ($0.continuation, $0.last < newest ? News.more : .quiet) }
        }
        for (continuation, news) in woken { continuation.resume(returning: news) }
    }

    /// Waits for events after `last`, at most `patience`. The server's end is heard here and not in `run`: the
    /// group ends this service after the server, which waits for its connections.
    func wait(after last: Int, atMost patience: Duration) async -> News {
        let id = UUID()
        // A release may come when the wait has just ended.
        defer { state.withLock { _ = $0.cancelled.remove(id) } }
        return await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await withCheckedContinuation { continuation in
                    let answer = state.withLock { state -> News? in
                        if state.isOver || state.cancelled.remove(id) != nil { return .over }
                        if state.newest > last { return .more }
                        state.waiters[id] = Waiter(
                            last: last, deadline: .now + patience, continuation: continuation)
                        return nil
                    }
                    if let answer { continuation.resume(returning: answer) }
                }
            } onGracefulShutdown: {
                self.release(id)
            }
        } onCancel: {
            release(id)
        }
    }

    private func release(_ id: UUID) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.removeValue(forKey: id)
            // Not waiting yet, or not any more: whoever comes with this number is turned away.
            if waiter == nil { state.cancelled.insert(id) }
            return waiter
        }
        waiter?.continuation.resume(returning: .over)
    }

    /// - Throws: 429 when a user has that many listeners. They are counted by `enter` when their stream begins,
    ///   for a response that is never written never leaves.
    func admit(_ user: String, limit: Int) throws {
        guard state.withLock({ $0.listeners[user, default: 0] < limit }) else {
            throw Refusal(
                .tooManyRequests, "limited", "you listen \(limit) times already; close a page",
                headers: [.retryAfter: "5"])
        }
    }

    func enter(_ user: String) { state.withLock { $0.listeners[user, default: 0] += 1 } }

    func leave(_ user: String) {
        state.withLock { state in
            let rest = state.listeners[user, default: 1] - 1
            state.listeners[user] = rest > 0 ? rest : nil
        }
    }
}
