import BatchVideo
import Foundation
import Store
import Synchronization
import TestKit
import Testing

/// What must stay fast with 50,000 jobs, told by how SQLite means to answer and not by a clock.
@Suite("Query plans")
struct QueryPlanTests {
    @Test("lists, counts and claims go by index and are not sorted afterwards")
    func plans() async throws {
        let folder = try TemporaryFolder()
        let database = ExplainedDatabase(try SQLiteDatabase(file: folder.file("p.sqlite")))
        let stores = try await SQLStore(migrating: database, now: Date()).stores
        let alice = Owner.user("a")
        try await stores.users.create(User(id: "a", name: "a", passwordHash: "-", createdAt: Date()))
        let batch = try await stores.batches.create(
            BatchDraft(name: "b", jobs: [JobDraft(title: "t", content: "c"), JobDraft(title: "u", content: "c")]),
            seed: 1, owner: alice, now: Date())
        database.plans.withLock { $0 = [] }

        for owner in [alice, .everyone] {
            for filter in [JobFilter(), JobFilter(state: .waiting), JobFilter(batchID: batch.batch.id)] {
                _ = try await stores.jobs.list(filter, Page(), owner: owner)
            }
            _ = try await stores.executions.counts(owner: owner)
            _ = try await stores.events.events(after: 0, jobID: nil, limit: 10, owner: owner)
        }
        let job = batch.jobIDs[1]
        _ = try await stores.jobs.find(job, owner: alice)
        _ = try await stores.jobs.raisePriority(job, owner: alice, now: Date())
        _ = try await stores.queue.nextDue()
        let claim = try #require(try await stores.queue.claim(worker: "w", lease: .seconds(1), now: Date()))
        _ = try await stores.queue.finish(.failed(message: "m", retryAt: Date()), lease: claim.lease, now: Date())
        _ = try await stores.queue.rescue(maxRetries: 1, owner: .everyone, now: Date())
        _ = try await stores.executions.executions(of: job, owner: alice)

        let plans = database.plans.withLock { $0 }
        #expect(plans.count > 20)
        for plan in plans where !plan.isSmall {
            let scans = plan.steps.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN page") }
            let sorts = plan.steps.count { $0.contains("TEMP B-TREE FOR ORDER BY") }
            #expect(scans.isEmpty, "\(scans) in \(plan.sql)")
            // The rows of one page, found in order, are sorted once more after their join.
            #expect(sorts <= (plan.sql.contains(") page") ? 1 : 0), "\(plan.steps) in \(plan.sql)")
        }
    }
}

/// A database that asks SQLite for the plan of every query it passes on.
private final class ExplainedDatabase: SQLDatabase {
    struct Plan: Sendable {
        var sql: String
        var steps: [String]

        /// Reads what is few by nature: migrations, a user's webhooks, a job's runs, running executions.
        var isSmall: Bool {
            ["schema_migrations", "FROM webhooks", "WHERE job_id = ?", "status = 'RUNNING'"]
                .contains { sql.contains($0) }
        }
    }

    let plans = Mutex<[Plan]>([])
    private let base: SQLiteDatabase

    init(_ base: SQLiteDatabase) { self.base = base }

    var dialect: SQLDialect { base.dialect }
    var changes: ChangeSignal { base.changes }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        try await base.read { try body(Session(base: $0, note: self.note)) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws -> Value {
        try await base.write { try body(Session(base: $0, note: self.note)) }
    }

    private func note(_ plan: Plan) { plans.withLock { $0.append(plan) } }

    private struct Session: SQLSession {
        let base: any SQLSession
        let note: (Plan) -> Void

        var dialect: SQLDialect { base.dialect }

        func execute(_ sql: String, _ arguments: [SQLValue]) throws -> (changes: Int, lastID: Int) {
            try base.execute(sql, arguments)
        }

        func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
            if sql.hasPrefix("SELECT") {
                let steps = try base.query("EXPLAIN QUERY PLAN " + sql, arguments).map { try $0.text("detail") }
                note(Plan(sql: sql, steps: steps))
            }
            return try base.query(sql, arguments)
        }
    }
}
