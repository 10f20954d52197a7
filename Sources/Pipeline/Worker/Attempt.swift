import BatchVideo
import Foundation
import Logging
import Synchronization

/// One try of a claimed execution: runner, heartbeat and limits side by side; the first to end
/// decides what becomes of it.
struct Attempt: Sendable {
    let claim: Claim
    let queue: any JobQueue
    let runner: any JobRunner
    let settings: WorkerSettings
    let logger: Logger
    let meter: any Meter
    let now: @Sendable () -> Date

    private var lease: Lease { claim.lease }

    private enum End: Sendable {
        case succeeded([String: String])
        case failed(any Error)
        /// Another worker has the execution, or it is over: nothing may be written.
        case leaseLost
        case cancelRequested
        case timedOut
        case shutDown

        var isLost: Bool { if case .leaseLost = self { true } else { false } }
    }

    /// Returns when the execution's state is written, or another has it.
    func run(untilShutdown shutdown: Latch<Void>) async {
        let start = ContinuousClock.now
        let reports = ReportBox()
        let desk = RunDesk(lease: lease) { reports.put($0) }
        let result = Latch<End>()
        // unstructured: a runner that does not obey must not hold up the worker for ever
        let work = Task {
            do {
                result.give(.succeeded(try await runner.run(claim, desk)))
            } catch {
                result.give(.failed(error))
            }
        }
        let end = await firstEnd(result, reports, shutdown)
        work.cancel()
        // unstructured: the end is waited for and written even when this task was cancelled
        await Task { await conclude(end, after: result, reports) }.value
        tell(end, seconds: (ContinuousClock.now - start).inSeconds)
    }

    private func tell(_ end: End, seconds: Double) {
        switch end {
        case .succeeded: meter.run(ended: "SUCCESS", step: nil, reason: nil, seconds: seconds)
        case .failed(let error):
            let known = error as? BatchVideoError
            let isRetried =
                known.map {
                    settings.retries.nextTry(after: claim.job.latest.retryCount, of: $0, now: now(), jitter: 0) != nil
                } ?? true
            meter.run(
                ended: isRetried ? "RETRY" : "FAILED", step: known?.stage,
                reason: isRetried ? known?.code.rawValue ?? "internal" : nil, seconds: seconds)
        case .cancelRequested: meter.run(ended: "CANCELLED", step: nil, reason: nil, seconds: seconds)
        case .timedOut: meter.run(ended: "FAILED", step: nil, reason: nil, seconds: seconds)
        case .leaseLost: meter.leaseLost()
        case .shutDown: break
        }
    }

    private func conclude(_ end: End, after result: Latch<End>, _ reports: ReportBox) async {
        // Steps that ended since the last report are told before the end is written.
        if let last = reports.take(), !end.isLost {
            await written { try await queue.report(last, lease: lease, now: now()) }
        }
        await settle(end, after: result)
    }

    private func firstEnd(
        _ result: Latch<End>, _ reports: ReportBox, _ shutdown: Latch<Void>
    ) async -> End {
        await withTaskGroup(of: End?.self) { group in
            group.addTask { await result.wait() }
            group.addTask { await heartbeat() }
            group.addTask { await post(reports) }
            group.addTask {
                do {
                    try await Task.sleep(for: settings.softLimit)
                    return .timedOut
                } catch {
                    return nil
                }
            }
            group.addTask { await shutdown.wait().map { .shutDown } }
            while let end = await group.next() {
                guard let end else { continue }
                group.cancelAll()
                return end
            }
            return .shutDown
        }
    }

    /// Keeps the lease; ends when it must not be kept.
    private func heartbeat() async -> End? {
        var renewed = ContinuousClock.now
        while true {
            do { try await Task.sleep(for: settings.heartbeat) } catch { return nil }
            do {
                if case .cancelRequested = try await queue.renew(
                    lease, for: settings.lease, now: now())
                {
                    return .cancelRequested
                }
                renewed = .now
            } catch let error as BatchVideoError where error.code == .conflict {
                return .leaseLost
            } catch {
                logger.warning("cannot renew a lease", metadata: metadata(error))
                // Nobody else has it for sure only while the lease lasts.
                if ContinuousClock.now - renewed > settings.lease { return .leaseLost }
            }
        }
    }

    private func post(_ reports: ReportBox) async -> End? {
        while true {
            do { try await Task.sleep(for: .milliseconds(500)) } catch { return nil }
            guard let report = reports.take() else { continue }
            do {
                try await queue.report(report, lease: lease, now: now())
            } catch let error as BatchVideoError where error.code == .conflict {
                return .leaseLost
            } catch {
                logger.warning("cannot report progress", metadata: metadata(error))
            }
        }
    }

    private func settle(_ end: End, after result: Latch<End>) async {
        switch end {
        case .succeeded(let keys): await finish(.succeeded(resultKeys: keys))
        case .failed(let error): await finish(failure(error))
        case .leaseLost:
            logger.warning("the lease was lost; another worker goes on", metadata: metadata(nil))
            await runnerEnds(result, within: settings.grace)
        case .cancelRequested:
            await runnerEnds(result, within: settings.grace)
            await finish(.cancelled)
        case .timedOut:
            await runnerEnds(result, within: settings.hardLimit - settings.softLimit)
            await finish(
                .failed(
                    message: "timeout: it took longer than \(settings.softLimit.components.seconds) s", retryAt: nil))
        case .shutDown:
            await runnerEnds(result, within: settings.grace)
            await written { try await queue.release(lease, now: now()) }
        }
    }

    private func failure(_ error: any Error) -> ExecutionOutcome {
        let known =
            error as? BatchVideoError
            ?? BatchVideoError(
                .internal, "an unexpected fault; please report it: \(error)", retry: .backoff)
        logger.error("an execution failed", metadata: metadata(known))
        let retryAt = settings.retries.nextTry(
            after: claim.job.latest.retryCount, of: known, now: now(),
            jitter: Double.random(in: 0..<1))
        let place = known.stage.map { "\($0): " } ?? ""
        return .failed(message: place + known.message, retryAt: retryAt)
    }

    /// Waits for a runner that was cancelled; one that does not obey is left behind.
    private func runnerEnds(_ result: Latch<End>, within limit: Duration) async {
        let hasEnded = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await result.wait() != nil }
            group.addTask {
                try? await Task.sleep(for: limit)  // cancelled when the runner has ended
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
        if !hasEnded {
            logger.critical("a runner does not obey; restart this worker", metadata: metadata(nil))
        }
    }

    private func finish(_ outcome: ExecutionOutcome) async {
        await written { _ = try await queue.finish(outcome, lease: lease, now: now()) }
    }

    /// Tries for as long as the lease lasts; after that another worker decides.
    private func written(_ body: () async throws -> Void) async {
        let start = ContinuousClock.now
        while true {
            do {
                return try await body()
            } catch let error as BatchVideoError where error.code == .conflict {
                return logger.warning("a late result was refused", metadata: metadata(error))
            } catch {
                logger.error("cannot write how an execution ended", metadata: metadata(error))
                guard ContinuousClock.now - start < settings.lease else { return }
                try? await Task.sleep(for: .milliseconds(300))  // then it tries at once
            }
        }
    }

    private func metadata(_ error: (any Error)?) -> Logger.Metadata {
        var facts: Logger.Metadata = [
            "job.id": "\(lease.jobID)", "execution.id": "\(lease.executionID)",
            "epoch": "\(lease.epoch)",
        ]
        if let error { facts["error"] = "\(error)" }
        return facts
    }
}

/// The latest report that nobody has written yet.
private final class ReportBox: Sendable {
    private let latest = Mutex<ExecutionReport?>(nil)

    func put(_ report: ExecutionReport) { latest.withLock { $0 = report } }

    func take() -> ExecutionReport? {
        latest.withLock { report in
            defer { report = nil }
            return report
        }
    }
}
