import BatchVideo
import Foundation
import Store
import Synchronization

/// The drill: a server, workers and a vendor; jobs are filed while everything is killed; then the books are compared.
struct Drive: Sendable {
    let options: Options
    private let jobs: Int
    private let workerCount: Int
    private let seed: UInt64
    private let lease: Duration

    init(_ options: Options) throws {
        self.options = options
        jobs = try options.int("jobs", or: 1_000)
        workerCount = try options.int("workers", or: 4)
        seed = UInt64(try options.int("seed", or: 1))
        lease = try options.milliseconds("lease-ms", or: 3_000)
    }

    func run() async throws -> Verdict {
        let start = ContinuousClock.now
        let data = try options.data
        try FileManager.default.createDirectory(
            at: try options.objects, withIntermediateDirectories: true)
        let stores = try await SQLStore(migrating: SQLiteDatabase(file: options.database), now: Date()).stores
        let vendor = Child(
            "vendor", ["vendor", "--data", data.path, "--task-ms", "\(try options.int("task-ms", or: 240))"])
        let vendorPort = try Self.port(await vendor.start())
        let server = Child(
            "server",
            [
                "server", "--data", data.path, "--secret", "drill-\(UUID().uuidString)",
                "--stale-ms", "\(try options.int("stale-ms", or: 2_000))",
            ])
        let serverPort = try Self.port(await server.start())
        let workers = try (0..<workerCount).map { try worker($0, data, vendorPort) }
        for worker in workers { try await worker.start() }

        let client = try await Self.login(DrillClient(port: serverPort))
        let flight = Flight()
        let filing = Filing(
            client: client, orders: Filing.orders(jobs, seed: seed), lossPerCent: 10, seed: seed,
            flight: flight, backlog: { try await Self.open(stores) })
        let storm = Storm(
            server: server, workers: workers, serverPort: serverPort, flight: flight,
            lease: lease,
            pace: options.has("kill-every") ? .work(every: try options.int("kill-every")) : .time(500...2_000),
            seed: seed)
        let isFiled = Mutex(false)
        async let blows = storm.rage(
            ended: { try await Self.ended(stores) },
            isCalm: {
                guard isFiled.withLock({ $0 }) else { return false }
                return try await Self.open(stores) == 0
            })
        let accepted = try await filing.run()
        isFiled.withLock { $0 = true }
        let done = try await blows
        for child in workers + [server, vendor] { await child.kill9() }
        let took = ContinuousClock.now - start
        return try await Verdict(
            stores: stores, objects: try options.objects, account: data.appending(path: "vendor.account"),
            accepted: accepted, blows: done, took: took)
    }

    private func worker(_ number: Int, _ data: URL, _ vendor: Int) throws -> Child {
        Child(
            "worker-\(number)",
            [
                "worker", "--data", data.path, "--name", "worker-\(number)", "--vendor", "\(vendor)",
                "--lease-ms", "\(try options.int("lease-ms", or: 3_000))",
                "--rescue-ms", "\(try options.int("rescue-ms", or: 1_000))",
            ])
    }

    private static func port(_ line: String) throws -> Int {
        guard let port = line.split(separator: " ").last.flatMap({ Int($0) }) else {
            throw BatchVideoError(.unavailable, "a process of the drill did not start: '\(line)'")
        }
        return port
    }

    private struct Person: Encodable {
        var username = "drill"
        var password = "Correct-Horse-7"
    }

    private struct Login: Decodable {
        var token: String
        enum CodingKeys: String, CodingKey { case token = "access_token" }
    }

    private static func login(_ client: DrillClient) async throws -> DrillClient {
        _ = try await client.post("/api/auth/register", Person())
        let answer = try await client.post("/api/auth/login", Person())
        var known = client
        known.token = try answer.body.decode(Login.self).token
        return known
    }

    private static func ended(_ stores: Stores) async throws -> Int {
        try await stores.executions.counts(owner: .everyone).filter(\.key.isOver).values.reduce(0, +)
    }

    private static func open(_ stores: Stores) async throws -> Int {
        try await stores.executions.counts(owner: .everyone).filter { !$0.key.isOver }.values.reduce(0, +)
    }
}
