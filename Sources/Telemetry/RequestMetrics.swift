package import BatchVideo
import CoreMetrics
import Synchronization

/// Counts answered requests. Each route's instruments are made once and found by route, method and status afterwards:
/// counting a request allocates nothing.
package final class RequestMetrics: Sendable {
    private struct Route: Hashable {
        var method: String
        var endpoint: String
        var status: Int
    }

    private struct Instruments {
        var count: any CounterHandler
        var time: any TimerHandler
        var received: any RecorderHandler
        var sent: any RecorderHandler
    }

    private let registry: MetricRegistry
    private let known = Mutex<[Route: Instruments]>([:])

    package init(_ registry: MetricRegistry) { self.registry = registry }

    /// Methods that are names of HTTP; others are one.
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    /// - Parameters:
    ///   - endpoint: the route's pattern; nil when there is no such route: all of these are one series.
    ///   - seconds: until the answer begins.
    ///   - sent: nil for streams.
    package func note(
        method: String, endpoint: String?, status: Int, seconds: Double, received: Int, sent: Int?
    ) {
        let route = Route(
            method: Self.methods.contains(method) ? method : "other", endpoint: endpoint ?? "unknown", status: status)
        let instruments = known.withLock { known in
            if let found = known[route] { return found }
            let made = make(route)
            known[route] = made
            return made
        }
        instruments.count.increment(by: 1)
        instruments.time.recordNanoseconds(Int64(seconds * 1e9))
        instruments.received.record(Int64(received))
        if let sent { instruments.sent.record(Int64(sent)) }
    }

    private func make(_ route: Route) -> Instruments {
        let place = [("method", route.method), ("endpoint", route.endpoint)]
        let outcome = place + [("status", String(route.status))]
        return Instruments(
            count: registry.makeCounter(label: "http_requests_total", dimensions: outcome),
            time: registry.makeTimer(label: "http_request_duration_seconds", dimensions: outcome),
            received: registry.makeRecorder(label: "http_request_size_bytes", dimensions: place, aggregate: true),
            sent: registry.makeRecorder(label: "http_response_size_bytes", dimensions: place, aggregate: true))
    }
}
