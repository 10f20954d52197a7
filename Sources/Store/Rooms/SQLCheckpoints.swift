import BatchVideo
import Foundation

struct SQLCheckpoints: CheckpointStore {
    let database: any SQLDatabase

    func put(_ checkpoint: CheckpointRow, lease: Lease) async throws {
        let upsert = database.dialect.upsert(
            key: ["job_id", "stage", "unit"], set: ["fingerprint", "updated_at", "value"])
        try await database.write { session in
            _ = try session.held(lease)
            try session.run(
                """
                INSERT INTO checkpoints (job_id, stage, unit, fingerprint, updated_at, `value`)
                VALUES (?, ?, ?, ?, ?, ?) \(upsert)
                """, lease.jobID, checkpoint.stage, checkpoint.unit, checkpoint.fingerprint,
                checkpoint.updatedAt, checkpoint.value)
        }
    }

    func checkpoints(of job: Int) async throws -> [CheckpointRow] {
        try await database.read { session in
            try session.rows("SELECT * FROM checkpoints WHERE job_id = ? ORDER BY stage, unit", job).map { row in
                CheckpointRow(
                    jobID: job, stage: try row.text("stage"), unit: try row.text("unit"),
                    fingerprint: try row.text("fingerprint"), value: try row.json("value"),
                    updatedAt: try row.date("updated_at"))
            }
        }
    }

    func drop(stages: [String], lease: Lease) async throws {
        try await database.write { session in
            _ = try session.held(lease)
            for stage in stages {
                try session.run("DELETE FROM checkpoints WHERE job_id = ? AND stage = ?", lease.jobID, stage)
            }
        }
    }

    func put(_ artifact: ArtifactRow, lease: Lease) async throws {
        let upsert = database.dialect.upsert(
            key: ["execution_id", "role"], set: ["key", "sha256", "size_bytes", "type", "created_at"])
        try await database.write { session in
            _ = try session.held(lease)
            try session.run(
                """
                INSERT INTO artifacts (execution_id, role, job_id, `key`, sha256, size_bytes, `type`, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) \(upsert)
                """, lease.executionID, artifact.role, lease.jobID, artifact.key, artifact.sha256,
                artifact.sizeBytes, artifact.type, artifact.createdAt)
        }
    }

    func artifacts(of job: Int, owner: Owner) async throws -> [ArtifactRow] {
        try await database.read { session in
            _ = try session.job(job, owner)
            let rows = try session.rows(
                "SELECT * FROM artifacts WHERE job_id = ? ORDER BY execution_id, role", job)
            return try rows.map { row in
                ArtifactRow(
                    executionID: try row.int("execution_id"), jobID: job, role: try row.text("role"),
                    key: try row.text("key"), sha256: try row.text("sha256"),
                    sizeBytes: try row.int("size_bytes"), type: try row.text("type"),
                    createdAt: try row.date("created_at"))
            }
        }
    }
}
