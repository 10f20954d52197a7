/// Every port of the database, ready to hand on.
package struct Stores: Sendable {
    package var users: any UserStore
    package var apiKeys: any APIKeyStore
    package var logins: any LoginSessionStore
    package var files: any FileStore
    package var audit: any AuditLog
    package var idempotency: any IdempotencyStore
    package var accounts: any CatalogStore<AccountFields>
    package var languages: any CatalogStore<LanguageFields>
    package var voices: any CatalogStore<VoiceFields>
    package var topics: any CatalogStore<TopicFields>
    package var templates: any CatalogStore<TemplateFields>
    package var jobs: any JobStore
    package var batches: any BatchStore
    package var executions: any ExecutionStore
    package var shots: any ShotStore
    package var captions: any CaptionStore
    package var queue: any JobQueue
    package var checkpoints: any CheckpointStore
    package var vendorCalls: any VendorLedger
    package var footage: any FootageLedger
    package var events: any EventLog
    package var webhooks: any WebhookStore
    package var outbox: any WebhookOutbox
    package var housekeeping: any Housekeeping
    package var changes: ChangeSignal

    package init(
        users: any UserStore, apiKeys: any APIKeyStore, logins: any LoginSessionStore, files: any FileStore,
        audit: any AuditLog, idempotency: any IdempotencyStore, accounts: any CatalogStore<AccountFields>,
        languages: any CatalogStore<LanguageFields>, voices: any CatalogStore<VoiceFields>,
        topics: any CatalogStore<TopicFields>, templates: any CatalogStore<TemplateFields>,
        jobs: any JobStore, batches: any BatchStore, executions: any ExecutionStore,
        shots: any ShotStore, captions: any CaptionStore, queue: any JobQueue, checkpoints: any CheckpointStore,
        vendorCalls: any VendorLedger, footage: any FootageLedger, events: any EventLog, webhooks: any WebhookStore,
        outbox: any WebhookOutbox, housekeeping: any Housekeeping,
        changes: ChangeSignal = ChangeSignal()
    ) {
        self.users = users
        self.apiKeys = apiKeys
        self.logins = logins
        self.files = files
        self.audit = audit
        self.idempotency = idempotency
        self.accounts = accounts
        self.languages = languages
        self.voices = voices
        self.topics = topics
        self.templates = templates
        self.jobs = jobs
        self.batches = batches
        self.executions = executions
        self.shots = shots
        self.captions = captions
        self.queue = queue
        self.checkpoints = checkpoints
        self.vendorCalls = vendorCalls
        self.footage = footage
        self.events = events
        self.webhooks = webhooks
        self.outbox = outbox
        self.housekeeping = housekeeping
        self.changes = changes
    }
}
