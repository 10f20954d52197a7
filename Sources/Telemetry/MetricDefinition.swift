/// What a metric is: its name, kind, unit and, for histograms, its buckets.
package struct MetricDefinition: Sendable {
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// With Prometheus's endings: `_total`, `_seconds`, `_bytes`.
    package var name: String
    package var kind: Kind
    package var help: String
    /// Upper bounds of a histogram.
    package var buckets: [Double]

    package init(_ name: String, _ kind: Kind, _ help: String, buckets: [Double]? = nil) {
        self.name = name
        self.kind = kind
        self.help = help
        self.buckets = buckets ?? (name.hasSuffix("_bytes") ? Self.sizes : Self.shortTimes)
    }

    /// From a millisecond to ten seconds.
    static let shortTimes = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// From a second to an hour.
    static let longTimes: [Double] = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1_200, 3_600]
    /// From 256 bytes to a gigabyte.
    static let sizes: [Double] = [
        256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 16_777_216, 268_435_456, 1_073_741_824,
    ]

    /// All that BatchVideo tells, the specification's names first (requirements N1-N4).
    package static let all: [MetricDefinition] = [
        .init("http_requests_total", .counter, "Requests that were answered"),
        .init("http_request_duration_seconds", .histogram, "Time from a request to its answer's beginning"),
        .init("http_request_size_bytes", .histogram, "Announced sizes of requests' bodies"),
        .init("http_response_size_bytes", .histogram, "Sizes of answers that are no streams"),
        .init("jobs_total", .counter, "Runs of jobs that entered a state"),
        .init("jobs", .gauge, "Jobs by the state of their latest run"),
        .init("job_duration_seconds", .histogram, "Time from a run's claim to its end", buckets: longTimes),
        .init("job_retries_total", .counter, "Runs that will be tried again, by step and reason"),
        .init("job_step_duration_seconds", .histogram, "Time that a step of a film took", buckets: longTimes),
        .init("job_step_units_total", .counter, "Sentences, shots, segments: made anew or found from before"),
        .init("film_seconds_total", .counter, "Seconds of finished film"),
        .init("render_seconds_total", .counter, "Seconds that rendering finished films took"),
        .init("queue_oldest_job_age_seconds", .gauge, "How long the job that waits longest has been due"),
        .init("leases_lost_total", .counter, "Runs whose worker lost them to another"),
        .init("provider_requests_total", .counter, "Requests to vendors, by outcome"),
        .init("provider_request_duration_seconds", .histogram, "Time of a request to a vendor", buckets: longTimes),
        .init("db_read_seconds", .gauge, "Time that the database took to count the jobs at this scrape"),
        .init("system_cpu_usage_percent", .gauge, "Share of all cores in use since the scrape before"),
        .init("system_memory_usage_percent", .gauge, "Share of the machine's memory in use"),
        .init("system_disk_usage_percent", .gauge, "Share of the disk in use that holds a path"),
        .init("process_resident_memory_bytes", .gauge, "Memory of this process"),
        .init("process_cpu_seconds_total", .counter, "Processor time of this process"),
        .init("process_start_time_seconds", .gauge, "When this process began, Unix time"),
        .init("app_info", .gauge, "Always 1; the labels say which program this is"),
        .init("metrics_series_dropped_total", .counter, "Series that were not kept because their family is full"),
    ]
}
