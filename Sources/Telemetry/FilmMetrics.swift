package import BatchVideo
import CoreMetrics

/// What is told of films and vendors. The numbers come from stages, runs and calls to vendors.
package struct FilmMetrics: BatchVideo.Meter {
    private let registry: MetricRegistry

    package init(_ registry: MetricRegistry) { self.registry = registry }

    package func stage(_ stage: String, isDone: Bool, seconds: Double, made: Int, reused: Int) {
        let labels = [("step", stage), ("outcome", isDone ? "done" : "failed")]
        registry.makeTimer(label: "job_step_duration_seconds", dimensions: labels).recordNanoseconds(
            Int64(seconds * 1e9))
        for (source, count) in [("made", made), ("reused", reused)] where count > 0 {
            registry.makeCounter(
                label: "job_step_units_total", dimensions: [("step", stage), ("source", source)]
            ).increment(by: Int64(count))
        }
    }

    package func rendered(filmSeconds: Double, seconds: Double) {
        registry.makeFloatingPointCounter(label: "film_seconds_total", dimensions: []).increment(by: filmSeconds)
        registry.makeFloatingPointCounter(label: "render_seconds_total", dimensions: []).increment(by: seconds)
    }

    package func run(ended state: String, step: String?, reason: String?, seconds: Double) {
        registry.makeTimer(label: "job_duration_seconds", dimensions: [("status", state)])
            .recordNanoseconds(Int64(seconds * 1e9))
        guard let reason else { return }
        registry.makeCounter(
            label: "job_retries_total", dimensions: [("step", step ?? "none"), ("reason", reason)]
        ).increment(by: 1)
    }

    package func leaseLost() { registry.makeCounter(label: "leases_lost_total", dimensions: []).increment(by: 1) }

    package func vendorRequest(_ vendor: String, status: Int?, seconds: Double) {
        let outcome =
            switch status {
            case nil: "none"
            case .some(200..<400): "ok"
            case 429: "limited"
            case .some(400..<500): "refused"
            default: "failed"
            }
        registry.makeCounter(
            label: "provider_requests_total", dimensions: [("provider", vendor), ("outcome", outcome)]
        ).increment(by: 1)
        registry.makeTimer(label: "provider_request_duration_seconds", dimensions: [("provider", vendor)])
            .recordNanoseconds(Int64(seconds * 1e9))
    }
}
