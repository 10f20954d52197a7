import BatchVideo
import Foundation

struct SQLLedger: VendorLedger {
    let database: any SQLDatabase

    func begin(
        _ order: CallOrder, caps: SpendCaps, lease: Lease, now: Date
    ) async throws -> (call: VendorCall, isNew: Bool) {
        try await database.write { session in
            _ = try session.held(lease)
            let known = try session.row(
                """
                SELECT * FROM vendor_calls WHERE job_id = ? AND fingerprint = ? AND provider = ?
                AND operation = ? AND state NOT IN ('failed', 'lost') ORDER BY id DESC LIMIT 1
                """, lease.jobID, order.fingerprint, order.provider, order.operation.rawValue)
            if let known { return (try VendorCall(row: known), false) }
            let user = try session.owner(of: lease.jobID)
            try session.checkCaps(caps, for: order.estimate, job: lease.jobID, user: user, now: now)
            let id = try session.run(
                """
                INSERT INTO vendor_calls (user_id, job_id, execution_id, provider, operation, fingerprint,
                state, cost_micros, currency, created_at, updated_at, result)
                VALUES (?, ?, ?, ?, ?, ?, 'begun', ?, ?, ?, ?, '{}')
                """, user, lease.jobID, lease.executionID, order.provider, order.operation.rawValue,
                order.fingerprint, order.estimate.micros, order.estimate.currency, now, now
            ).lastID
            let call = VendorCall(
                id: id, userID: user, jobID: lease.jobID, executionID: lease.executionID,
                provider: order.provider, operation: order.operation.rawValue,
                fingerprint: order.fingerprint, state: .begun, taskID: nil,
                costMicros: order.estimate.micros, currency: order.estimate.currency,
                result: .emptyObject, createdAt: now, updatedAt: now)
            return (call, true)
        }
    }

    func accept(_ call: Int, taskID: String, lease: Lease, now: Date) async throws {
        try await database.write { session in
            _ = try Self.open(call, lease, session)
            try session.run(
                "UPDATE vendor_calls SET state = 'accepted', task_id = ?, updated_at = ? WHERE id = ?",
                taskID, now, call)
        }
    }

    func settle(
        _ call: Int, succeeded: Bool, result: JSONValue, cost: VendorCost, lease: Lease, now: Date
    ) async throws {
        try await database.write { session in
            _ = try Self.open(call, lease, session)
            try session.run(
                """
                UPDATE vendor_calls SET state = ?, result = ?, cost_micros = ?, currency = ?, updated_at = ?
                WHERE id = ?
                """, succeeded ? VendorCall.State.succeeded.rawValue : VendorCall.State.failed.rawValue,
                result, cost.micros, cost.currency, now, call)
        }
    }

    func giveUpLost(of job: Int, owner: Owner, now: Date) async throws -> Int {
        try await database.write { session in
            let found = try session.jobToChange(job, owner)
            guard found.latest.state != .running else {
                throw BatchVideoError(.conflict, "the job is running; stop it first")
            }
            return try session.run(
                "UPDATE vendor_calls SET state = 'lost', updated_at = ? WHERE job_id = ? AND state = 'begun'", now, job
            ).changes
        }
    }

    func calls(of job: Int, owner: Owner) async throws -> [VendorCall] {
        try await database.read { session in
            _ = try session.job(job, owner)
            return try session.rows("SELECT * FROM vendor_calls WHERE job_id = ? ORDER BY id", job)
                .map(VendorCall.init)
        }
    }

    /// A call of the lease's job that has not ended yet.
    private static func open(_ call: Int, _ lease: Lease, _ session: any SQLSession) throws -> VendorCall {
        _ = try session.held(lease)
        let row = try session.row(
            "SELECT * FROM vendor_calls WHERE id = ? AND job_id = ?\(session.dialect.forUpdate)", call,
            lease.jobID)
        guard let row else { throw BatchVideoError.missing("vendor call") }
        let found = try VendorCall(row: row)
        guard found.state == .begun || found.state == .accepted else {
            throw BatchVideoError(.conflict, "the vendor call has ended already")
        }
        return found
    }
}

extension VendorCall {
    fileprivate init(row: SQLRow) throws {
        guard let state = State(rawValue: try row.text("state")) else {
            throw BatchVideoError(.internal, "the database is damaged or foreign: unknown state of a vendor call")
        }
        self.init(
            id: try row.int("id"), userID: try row.optionalText("user_id"), jobID: try row.int("job_id"),
            executionID: try row.int("execution_id"), provider: try row.text("provider"),
            operation: try row.text("operation"), fingerprint: try row.text("fingerprint"), state: state,
            taskID: try row.optionalText("task_id"), costMicros: try row.int("cost_micros"),
            currency: try row.text("currency"), result: try row.json("result"),
            createdAt: try row.date("created_at"), updatedAt: try row.date("updated_at"))
    }
}
