import CoreMetrics
import Foundation
import Testing

@testable import Telemetry

@Suite("Metrics and their text")
struct ExpositionTests {
    private func text(_ registry: MetricRegistry, _ format: Exposition = .prometheus) async -> String {
        await format.text(of: registry)
    }

    @Test("counters, gauges and histograms as Prometheus reads them")
    func prometheus() async {
        let registry = MetricRegistry([
            .init("calls_total", .counter, "Calls \\ made\nso far"),
            .init("wait_seconds", .histogram, "Waiting", buckets: [0.1, 1]),
        ])
        registry.makeCounter(label: "calls_total", dimensions: [("b", "2"), ("a", "say \"hi\"\n")]).increment(by: 3)
        let timer = registry.makeTimer(label: "wait_seconds", dimensions: [])
        for milliseconds in [50, 100, 500, 5_000] { timer.recordNanoseconds(Int64(milliseconds) * 1_000_000) }
        registry.makeMeter(label: "level", dimensions: []).set(2.5)

        #expect(
            await text(registry) == """
                # HELP calls_total Calls \\\\ made\\nso far
                # TYPE calls_total counter
                calls_total{a="say \\"hi\\"\\n",b="2"} 3
                # HELP level\u{20}
                # TYPE level gauge
                level 2.5
                # HELP wait_seconds Waiting
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="0.1"} 2
                wait_seconds_bucket{le="1"} 3
                wait_seconds_bucket{le="+Inf"} 4
                wait_seconds_sum 5.65
                wait_seconds_count 4

                """)
    }

    @Test("OpenMetrics names counters without their ending, tells units and ends")
    func openMetrics() async {
        let registry = MetricRegistry([.init("cpu_seconds_total", .counter, "Time")])
        registry.makeFloatingPointCounter(label: "cpu_seconds_total", dimensions: []).increment(by: 1.5)

        #expect(
            await text(registry, .openMetrics) == """
                # HELP cpu_seconds Time
                # TYPE cpu_seconds counter
                # UNIT cpu_seconds seconds
                cpu_seconds_total 1.5
                # EOF

                """)
        #expect(Exposition(accept: "application/openmetrics-text; version=1.0.0,text/plain;q=0.5") == .openMetrics)
        #expect(Exposition(accept: "text/plain") == .prometheus && Exposition(accept: nil) == .prometheus)
    }

    @Test("one name and set of labels is one instrument, whatever the labels' order")
    func same() async {
        let registry = MetricRegistry([])
        registry.makeCounter(label: "x_total", dimensions: [("a", "1"), ("b", "2")]).increment(by: 1)
        registry.makeCounter(label: "x_total", dimensions: [("b", "2"), ("a", "1")]).increment(by: 1)

        #expect(await text(registry).contains("x_total{a=\"1\",b=\"2\"} 2\n"))
    }

    @Test("counters do not lose what many threads add at once, and never fall")
    func threads() async {
        let registry = MetricRegistry([])
        let counter = registry.makeFloatingPointCounter(label: "x_total", dimensions: [])
        let timer = registry.makeTimer(label: "t_seconds", dimensions: [])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<10_000 {
                        counter.increment(by: 0.5)
                        timer.recordNanoseconds(1_000_000)
                    }
                }
            }
        }
        counter.increment(by: -7)
        counter.increment(by: .nan)

        let told = await text(registry)
        #expect(told.contains("x_total 40000\n"))
        #expect(told.contains("t_seconds_count 80000\n"))
    }

    @Test("a family that is full keeps what it has and says that more was dropped")
    func full() async {
        let registry = MetricRegistry([])
        for index in 0..<(MetricRegistry.seriesLimit + 50) {
            registry.makeCounter(label: "x_total", dimensions: [("i", "\(index)")]).increment(by: 1)
        }

        let told = await text(registry)
        #expect(told.split(separator: "\n").count { $0.hasPrefix("x_total{") } == MetricRegistry.seriesLimit)
        #expect(told.contains("metrics_series_dropped_total 50\n"))
    }

    @Test("ten thousand paths that nobody knows are one series")
    func unknownPaths() async {
        let registry = MetricRegistry()
        let requests = RequestMetrics(registry)
        for index in 0..<10_000 {
            requests.note(
                method: "GET", endpoint: nil, status: 404, seconds: 0.001, received: 0, sent: index)
        }
        for method in ["BREW", "X\"}", "get"] {
            requests.note(method: method, endpoint: nil, status: 405, seconds: 0, received: 0, sent: nil)
        }

        let counts = await text(registry).split(separator: "\n").filter { $0.hasPrefix("http_requests_total{") }
        #expect(
            counts == [
                "http_requests_total{endpoint=\"unknown\",method=\"GET\",status=\"404\"} 10000",
                "http_requests_total{endpoint=\"unknown\",method=\"other\",status=\"405\"} 3",
            ])
    }

    @Test("what is collected at a scrape stands beside what was counted")
    func collected() async {
        let registry = MetricRegistry()
        registry.collect { [MetricSample("jobs", [("status", "PENDING")], value: 4)] }
        let system = SystemReadings(disks: ["/"])
        registry.collect { system.samples() }

        let told = await text(registry)
        #expect(told.contains("# TYPE jobs gauge\njobs{status=\"PENDING\"} 4\n"))
        for name in [
            "system_memory_usage_percent", "system_disk_usage_percent{path=\"/\"}", "process_cpu_seconds_total",
        ] {
            #expect(told.contains("\n\(name) "), "\(name)")
        }
        // No family twice, no series twice.
        let types = told.split(separator: "\n").filter { $0.hasPrefix("# TYPE") }
        #expect(Set(types).count == types.count)
        let series = told.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ")[0] }
        #expect(Set(series).count == series.count)
    }

    @Test("outcomes of vendors' requests")
    func vendors() async {
        let registry = MetricRegistry()
        let films = FilmMetrics(registry)
        for status in [200, 302, 404, 429, 500, nil] { films.vendorRequest("azure", status: status, seconds: 1) }
        films.stage("render", isDone: true, seconds: 3, made: 2, reused: 10)

        let told = await text(registry)
        #expect(told.contains("provider_requests_total{outcome=\"ok\",provider=\"azure\"} 2\n"))
        #expect(told.contains("provider_requests_total{outcome=\"none\",provider=\"azure\"} 1\n"))
        #expect(told.contains("job_step_units_total{source=\"reused\",step=\"render\"} 10\n"))
    }
}
