import BatchVideo
import Foundation

/// Resident memory of the server's process. What makes films beside it are children of their own.
extension APIBench {
    private static let settling = Duration.seconds(3)

    /// Idle, and after many pages of the job list.
    func memory() async throws -> [Figure] {
        let (connections, pages) = (APIBenchSizes.connections, sizes.pages)
        let found = try await installation.serving(slots: 0) { server in
            let client = try await server.login(Self.user)
            try await Task.sleep(for: Self.settling)
            let idle = try ResidentSet.megabytes(of: server.pid)
            let answered = try await client.repeated(
                Self.page, connections: connections, count: pages / connections, limit: .seconds(600))
            return (idle: idle, after: try ResidentSet.megabytes(of: server.pid), answered: answered)
        }
        return [
            Figure("memory when idle", found.idle, "MB", target: .atMost(60)),
            Figure(
                "memory after \(pages) pages of the job list", found.after, "MB", target: .atMost(60),
                note: "\(found.answered) answered, over \(connections) connections"),
        ]
    }

    /// While films are made all the time. What is painted comes and goes with the films; what is never
    /// given back shows in the lowest tenth.
    func flat() async throws -> [Figure] {
        let (minutes, quality) = (sizes.minutes, sizes.filmQuality)
        // More than two cores make; the server hands back what is left.
        let count = min(BenchJobs.batch, 8 + Int(minutes * 40))
        let found = try await installation.serving(slots: nil) { server in
            let client = try await server.login(Self.user)
            let films = try await client.ask("POST", "/jobs/batch", BenchJobs.films(count, quality: quality))
            let samples = try await Self.samples(of: server, minutes: minutes)
            let batch = films["batch"]?["id"]?.int ?? 0
            let done = try await server.login(Self.user).get("/batches/\(batch)")["counts"]
            return (samples: samples, made: done?["SUCCESS"]?.int ?? 0, waiting: done?["PENDING"]?.int ?? 0)
        }
        guard found.waiting > 0 else {
            throw BatchVideoError(
                .invalid, "all \(count) films were made in less than \(minutes.short) minutes; choose fewer")
        }
        let lines = found.samples.map { String(format: "%.2f\n", $0) }.joined()
        try Data(lines.utf8).write(to: folder.appending(path: "memory.txt"))
        let name = "while making films for \(minutes.short) minutes, second half's growth"
        return [(0.1, "memory between films"), (0.5, "memory, median")].map { share, what in
            Figure(
                "\(what) \(name)", ResidentSet.growth(found.samples, at: share).map { $0 * 100 }, "%",
                target: .atMost(5), note: Self.note(found.samples, at: share, films: found.made))
        }
    }

    private static func note(_ samples: [Double], at share: Double, films: Int) -> String {
        let half = samples.count / 2
        let parts = [samples[..<half], samples[half...]].map { part in
            "\((part.percentile(share) ?? 0).short) (highest \((part.max() ?? 0).short))"
        }
        return "halves: \(parts.joined(separator: ", ")) MB; \(films) films"
    }

    private static func samples(of server: RunningServer, minutes: Double) async throws -> [Double] {
        let end = ContinuousClock.now + .seconds(minutes * 60)
        var samples: [Double] = []
        while ContinuousClock.now < end {
            samples.append(try ResidentSet.megabytes(of: server.pid))
            try await Task.sleep(for: .seconds(min(1, minutes * 2)))
        }
        return samples
    }
}
