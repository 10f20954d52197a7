package import BatchVideo
package import Foundation
package import Logging
import ServiceLifecycle
import Synchronization

/// Claims executions and runs them, several at once, until it is shut down: then it hands back
/// what is unfinished, and no try is counted.
package struct Worker: Service {
    private let queue: any JobQueue
    private let runner: any JobRunner
    private let settings: WorkerSettings
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let bell: WorkBell
    private let meter: any Meter

    /// `bell` is rung by whoever files work in this process.
    package init(
        queue: any JobQueue, runner: any JobRunner, settings: WorkerSettings, bell: WorkBell,
        logger: Logger, meter: any Meter = SilentMeter(), now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.queue = queue
        self.runner = runner
        self.settings = settings
        self.bell = bell
        self.logger = logger
        self.meter = meter
        self.now = now
    }

    package func run() async throws {
        let shutdown = Latch<Void>()
        await withTaskCancellationOrGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<settings.slots {
                    group.addTask { await work(untilShutdown: shutdown) }
                }
                await group.waitForAll()
            }
        } onCancelOrGracefulShutdown: {
            shutdown.give(())
            bell.ring()
        }
    }

    private func work(untilShutdown shutdown: Latch<Void>) async {
        while shutdown.value == nil {
            do {
                if let claim = try await queue.claim(
                    worker: settings.name, lease: settings.lease, now: now())
                {
                    bell.ring()  // there may be more: wake the next slot
                    await Attempt(
                        claim: claim, queue: queue, runner: runner, settings: settings,
                        logger: logger, meter: meter, now: now
                    ).run(untilShutdown: shutdown)
                } else {
                    await bell.wait(atMost: settings.poll)
                }
            } catch {
                logger.error("cannot claim work", metadata: ["error": "\(error)"])
                await bell.wait(atMost: settings.poll)
            }
        }
    }
}

/// Wakes a worker that waits for work.
package final class WorkBell: Sendable {
    private struct State {
        var isRung = false
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextID = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes one that waits, or the next one to wait.
    package func ring() {
        let woken = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let id = state.waiting.keys.min() else {
                state.isRung = true
                return nil
            }
            return state.waiting.removeValue(forKey: id)
        }
        woken?.resume()
    }

    func wait(atMost limit: Duration) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.rest(id) }
            group.addTask {
                try? await Task.sleep(for: limit)  // cancelled when the bell was rung
                self.wake(id)
            }
            await group.next()
            group.cancelAll()
            wake(id)
        }
    }

    private func rest(_ id: Int) async {
        await withCheckedContinuation { continuation in
            let isRung = state.withLock { state in
                if state.isRung {
                    state.isRung = false
                    return true
                }
                // The wait is over already: nobody would wake it.
                if Task.isCancelled { return true }
                state.waiting[id] = continuation
                return false
            }
            if isRung { continuation.resume() }
        }
    }

    private func wake(_ id: Int) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
    }
}
