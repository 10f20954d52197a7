import BatchVideo
import Foundation
import Store
import Synchronization
import Telemetry
import Web

/// What is counted in a server, and what a scrape reads of its database.
struct Watch: Sendable {
    let registry = MetricRegistry()

    var films: FilmMetrics { FilmMetrics(registry) }

    /// Tells of the machine, of what is in the store, and of requests.
    func attach(to tools: inout WebTools, _ stores: Stores, data: URL) {
        let (registry, requests) = (registry, RequestMetrics(registry))
        let system = SystemReadings(disks: [data.path])
        let seen = StatesSeen()
        registry.collect { system.samples() }
        registry.collect { await Self.queue(stores) }
        registry.collect { await seen.samples(stores.events) }
        registry.collect {
            [MetricSample("app_info", [("version", Version.current)], value: 1)]
        }
        tools.observe = { seen in
            requests.note(
                method: seen.method, endpoint: seen.endpoint, status: seen.status, seconds: seen.duration.inSeconds,
                received: seen.requestBytes, sent: seen.responseBytes)
        }
        tools.metrics = { accept in
            let format = Exposition(accept: accept)
            return (await format.text(of: registry), format.contentType)
        }
    }

    /// A database that does not answer tells nothing, which alerts notice.
    private static func queue(_ stores: Stores) async -> [MetricSample] {
        let start = ContinuousClock.now
        guard let counts = try? await stores.executions.counts(owner: .everyone) else { return [] }
        var samples = ExecutionState.allCases.map { state in
            MetricSample("jobs", [("status", state.rawValue)], value: Double(counts[state] ?? 0))
        }
        samples.append(
            MetricSample("db_read_seconds", value: (ContinuousClock.now - start).inSeconds))
        if let due = try? await stores.queue.nextDue() {
            samples.append(MetricSample("queue_oldest_job_age_seconds", value: max(0, -due.timeIntervalSinceNow)))
        } else {
            samples.append(MetricSample("queue_oldest_job_age_seconds", value: 0))
        }
        return samples
    }
}

/// How often runs entered each state since this process began: counted from the event log, which every process writes.
private actor StatesSeen {
    private static let states: [StoredEvent.Kind: ExecutionState] = [
        .jobCreated: .waiting, .waiting: .waiting, .started: .running, .succeeded: .succeeded, .failed: .failed,
        .cancelled: .cancelled,
        .skipped: .skipped,
    ]

    private var counts: [ExecutionState: Int] = [:]
    /// The last event that was counted; nil: none was looked at yet.
    private var position: Int?

    func samples(_ events: any EventLog) async -> [MetricSample] {
        if let position {
            if let (found, latest) = try? await events.counts(after: position), self.position == position {
                for (kind, count) in found {
                    if let state = Self.states[kind] { counts[state, default: 0] += count }
                }
                self.position = latest
            }
        } else {
            position = try? await events.latestID()
        }
        return ExecutionState.allCases.map { state in
            MetricSample("jobs_total", [("status", state.rawValue)], value: Double(counts[state] ?? 0))
        }
    }
}
