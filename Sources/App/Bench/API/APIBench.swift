import BatchVideo
import Foundation

/// `batchvideo bench api`: the real `batchvideo serve` with many jobs, under load, and beside the same
/// routes in FastAPI on the same database.
struct APIBench: Sendable {
    /// In this order: rates and memory are those of the filed jobs alone, which no film was made of.
    enum Part: String, CaseIterable, Sendable {
        case start, rate, memory, list, flat, crowd, table = "import"
    }

    static let user = "bench"

    let sizes: APIBenchSizes
    let parts: Set<Part>
    /// With FastAPI, SQLAlchemy and uvicorn; nil: the twin is not measured.
    let python: Python?
    /// The twin's source.
    let twin: URL
    let folder: URL
    let installation: BenchInstallation

    init(
        sizes: APIBenchSizes, parts: Set<Part>, python: Python?, twin: URL, folder: URL
    ) {
        self.sizes = sizes
        self.parts = parts
        self.python = python
        self.twin = twin
        self.folder = folder
        installation = BenchInstallation(folder: folder)
    }

    /// Measures part after part; one that fails says so in its figure and does not stop the others.
    func run() async throws -> [Figure] {
        guard !FileManager.default.fileExists(atPath: installation.database.path) else {
            throw BatchVideoError(
                .conflict, "\(folder.path) has a database already; choose an empty folder with --work")
        }
        try await installation.addUser(Self.user)
        var figures = [try await fill()]
        for part in Part.allCases where parts.contains(part) {
            say(part.rawValue)
            do {
                figures += try await measured(part)
            } catch let error as BatchVideoError where error.code != .cancelled {
                figures.append(Figure(part.rawValue, nil, note: "failed: \(error.message)"))
            }
        }
        return figures
    }

    private func measured(_ part: Part) async throws -> [Figure] {
        switch part {
        case .start: [try await start()]
        case .rate: try await rate()
        case .memory: try await memory()
        case .list: try await list()
        case .flat: try await flat()
        case .crowd: try await crowd()
        case .table: try await table()
        }
    }

    /// Files the jobs and ends them, so that nobody makes their films; the database keeps them all.
    private func fill() async throws -> Figure {
        say("filing \(sizes.jobs) jobs")
        let count = sizes.jobs
        return try await installation.serving(slots: 0) { server in
            let client = try await server.login(Self.user)
            var seconds = 0.0
            for first in stride(from: 0, to: count, by: BenchJobs.batch) {
                let body = BenchJobs.fillers(first..<min(first + BenchJobs.batch, count))
                let began = ContinuousClock.now
                let filed = try await client.ask("POST", "/jobs/batch", body)
                seconds += (ContinuousClock.now - began) / .seconds(1)
                let batch = filed["batch"]?["id"]?.int ?? 0
                _ = try await client.ask("POST", "/batches/\(batch)/cancel")
            }
            return Figure(
                "filing \(count) jobs, \(BenchJobs.batch) a request", seconds, "s")
        }
    }

    private func start() async throws -> Figure {
        var seconds: [Double] = []
        for _ in 0..<sizes.starts {
            seconds.append(try await installation.serving(slots: nil) { $0.startSeconds })
        }
        return Figure(
            "start until /health answers, median", seconds.median, "s", target: .atMost(1),
            note: "\(seconds.count) starts, slowest \((seconds.max() ?? 0).short) s")
    }

    func say(_ text: String) { Terminal.complain("bench: \(text)") }
}
