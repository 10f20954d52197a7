package import BatchVideo
package import Foundation

/// The platform's data in a database: every port of the hub, each a small type in `Rooms`.
package struct SQLStore: Sendable {
    package let database: any SQLDatabase

    /// Takes a database whose schema is brought up to date first.
    ///
    /// - Throws: `.conflict` when the schema cannot be used; see `Migrator`.
    package init(migrating database: any SQLDatabase, now: Date) async throws {
        _ = try await Migrator().migrate(database, now: now)
        self.database = database
    }

    package var stores: Stores {
        Stores(
            users: SQLUsers(database: database), apiKeys: SQLAPIKeys(database: database),
            logins: SQLLoginSessions(database: database),
            files: SQLFiles(database: database), audit: SQLAudit(database: database),
            idempotency: SQLIdempotency(database: database),
            accounts: SQLCatalog<AccountFields>(database: database),
            languages: SQLCatalog<LanguageFields>(database: database),
            voices: SQLCatalog<VoiceFields>(database: database),
            topics: SQLCatalog<TopicFields>(database: database),
            templates: SQLCatalog<TemplateFields>(database: database),
            jobs: SQLJobs(database: database), batches: SQLBatches(database: database),
            executions: SQLExecutions(database: database), shots: SQLShots(database: database),
            captions: SQLCaptions(database: database), queue: SQLQueue(database: database),
            checkpoints: SQLCheckpoints(database: database),
            vendorCalls: SQLLedger(database: database), footage: SQLFootage(database: database),
            events: SQLEvents(database: database),
            webhooks: SQLWebhooks(database: database), outbox: SQLOutbox(database: database),
            housekeeping: SQLHousekeeping(database: database), changes: database.changes)
    }
}
