import BatchVideo
import Foundation

/// What the books say after the storm: the client's, the database's, the disk's and the vendor's.
struct Verdict: Sendable {
    private var lines: [(name: String, count: Int, isFault: Bool)] = []
    private let took: Duration

    var isGood: Bool { lines.allSatisfy { !$0.isFault || $0.count == 0 } }

    var text: String {
        let figures = lines.map { line in
            let mark = line.isFault ? (line.count == 0 ? "ok     " : "FAULT  ") : "       "
            return mark + line.name + ": \(line.count)"
        }
        return (figures + ["       seconds: \(took.components.seconds)", isGood ? "PASSED" : "FAILED"])
            .joined(separator: "\n")
    }

    init(
        stores: Stores, objects: URL, account: URL, accepted: Filing.Accepted, blows: Storm.Blows,
        took: Duration
    ) async throws {
        self.took = took
        let jobs = try await Self.jobs(stores)
        let successes = try await Self.successes(stores)
        let ids = Set(accepted.ids.values)
        add("jobs accepted", accepted.ids.count)
        add("requests sent, with those repeated", accepted.requests)
        add("answers lost", accepted.lost)
        add("kill -9 of a worker", blows.workerKills)
        add("kill -9 of the server", blows.serverKills)
        add("workers stopped past the lease", blows.stops)
        add("tries taken over from dead workers", jobs.reduce(0) { $0 + $1.latest.retryCount })
        fault("accepted but not in the database", ids.subtracting(jobs.map(\.id)).count)
        fault("filed twice", jobs.count - ids.count)
        fault("not ended as SUCCESS", jobs.count { $0.latest.state != .succeeded })
        fault("ended more than once", jobs.count { successes[$0.id] != 1 })
        try await compareResults(jobs, stores, objects)
        try compareVendor(account, jobs: jobs.count)
    }

    private mutating func add(_ name: String, _ count: Int) { lines.append((name, count, false)) }
    private mutating func fault(_ name: String, _ count: Int) { lines.append((name, count, true)) }

    private mutating func compareResults(_ jobs: [Job], _ stores: Stores, _ objects: URL) async throws {
        var wrong = 0
        var double = 0
        for job in jobs {
            let artifacts = try await stores.checkpoints.artifacts(of: job.id, owner: .everyone)
            let runs = try await stores.executions.executions(of: job.id, owner: .everyone)
            if artifacts.count > 1 || runs.count > 1 { double += 1 }
            let wanted = DrillRunner.text(
                (0..<DrillRunner.units).map { Vendor.result(of: DrillRunner.work(job.draft.title, $0)) })
            let key = job.latest.resultKeys["audio_oss_key"] ?? ""
            let held = try? String(contentsOf: objects.appending(path: key), encoding: .utf8)
            if artifacts.first?.key != key || held != wanted { wrong += 1 }
        }
        fault("with two results", double)
        fault("with a missing or wrong result", wrong)
    }

    private mutating func compareVendor(_ account: URL, jobs: Int) throws {
        let text = try String(contentsOf: account, encoding: .utf8)
        var started: [Substring: Int] = [:]
        var completed: [Substring: Int] = [:]
        var repeated = 0
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            switch words[0] {
            case "started": started[words[2], default: 0] += 1
            case "completed": completed[words[2], default: 0] += 1
            default: repeated += 1
            }
        }
        add("vendor calls completed", completed.values.reduce(0, +))
        add("vendor calls asked for again with their key, not paid again", repeated)
        fault("vendor calls started more than once", started.values.count { $0 > 1 })
        fault("completed vendor calls repeated", completed.values.count { $0 > 1 })
        fault("vendor calls missing", jobs * DrillRunner.units - completed.count)
    }

    private static func jobs(_ stores: Stores) async throws -> [Job] {
        var jobs: [Job] = []
        for page in 1... {
            let items = try await stores.jobs.list(JobFilter(), Page(page, size: 100), owner: .everyone).items
            if items.isEmpty { break }
            jobs += items
        }
        return jobs
    }

    /// How often each job was told to have succeeded.
    private static func successes(_ stores: Stores) async throws -> [Int: Int] {
        var counts: [Int: Int] = [:]
        var last = 0
        while true {
            let events = try await stores.events.events(
                after: last, jobID: nil, limit: 1_000, owner: .everyone)
            guard let newest = events.last else { return counts }
            last = newest.id
            for event in events where event.kind == .succeeded {
                if let job = event.jobID { counts[job, default: 0] += 1 }
            }
        }
    }
}
