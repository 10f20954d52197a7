import BatchVideo

/// The first page of the job list while films are made.
extension APIBench {
    /// Between two requests for the page.
    private static let pause = Duration.milliseconds(50)
    private static let limit = Duration.seconds(1_800)
    /// Newest first, so it shows the films.
    static let page = "/api/v1/jobs?page=1"

    /// Twice as many films are filed as are made at once: while the first ones are sampled, every place
    /// is taken until the last of them ends.
    func list() async throws -> [Figure] {
        let (films, quality) = (sizes.films, sizes.filmQuality)
        let samples = try await installation.serving(slots: films) { server in
            let client = try await server.login(Self.user)
            _ = try await client.ask("POST", "/jobs/batch", BenchJobs.films(2 * films, quality: quality))
            return try await Self.samples(client, films: films)
        }
        let note = "\(samples.count) requests while \(films) films were made"
        return [
            Figure("first page of the job list, p50", samples.percentile(0.5), "ms"),
            Figure(
                "first page of the job list, p95", samples.percentile(0.95), "ms", target: .atMost(50),
                note: note),
        ]
    }

    /// Milliseconds of every request at which all films were being made, until so many have ended.
    private static func samples(_ client: BenchClient, films: Int) async throws -> [Double] {
        let deadline = ContinuousClock.now + limit
        var samples: [Double] = []
        while ContinuousClock.now < deadline {
            let (page, seconds) = try await client.timed(Self.page)
            let states = page.items.compactMap { $0["execution_status"]?.string }
            if let failed = page.items.first(where: { $0["execution_status"]?.string == "FAILED" }) {
                throw BatchVideoError(.media, "a film failed: \(failed.text("status_detail"))")
            }
            if states.count(where: { $0 == "RUNNING" }) == films { samples.append(seconds * 1_000) }
            guard states.count(where: { $0 == "SUCCESS" }) < films else { return samples }
            try await Task.sleep(for: pause)
        }
        throw BatchVideoError(.timeout, "\(films) films were not made in \(limit / .seconds(60)) minutes")
    }
}
