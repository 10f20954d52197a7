package import Foundation

/// An address that wants to hear of events.
package struct Webhook: Sendable, Equatable {
    package var id: Int
    package var userID: String
    package var url: String
    /// Signs every delivery (HMAC-SHA256).
    package var secret: String
    /// Kinds of events; empty: all that are for webhooks.
    package var kinds: [StoredEvent.Kind]
    package var isActive: Bool
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int = 0, userID: String, url: String, secret: String, kinds: [StoredEvent.Kind] = [],
        isActive: Bool = true, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.userID = userID
        self.url = url
        self.secret = secret
        self.kinds = kinds
        self.isActive = isActive
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// One event on its way to one webhook.
package struct WebhookDelivery: Sendable, Equatable {
    package enum State: String, Sendable { case pending, delivered, failed }

    package var id: Int
    package var webhookID: Int
    package var event: StoredEvent
    package var state: State
    package var attempts: Int
    package var nextAttemptAt: Date
    /// The HTTP status of the last answer.
    package var lastStatus: Int?
    package var lastError: String?
    package var createdAt: Date
    package var finishedAt: Date?

    package init(
        id: Int, webhookID: Int, event: StoredEvent, state: State, attempts: Int,
        nextAttemptAt: Date, lastStatus: Int?, lastError: String?, createdAt: Date, finishedAt: Date?
    ) {
        self.id = id
        self.webhookID = webhookID
        self.event = event
        self.state = state
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.lastStatus = lastStatus
        self.lastError = lastError
        self.createdAt = createdAt
        self.finishedAt = finishedAt
    }
}

/// Port: webhooks. A user has at most 20.
package protocol WebhookStore: Sendable {
    /// Stores a new webhook (`id` is chosen here).
    /// - Throws: `.limited` when there are too many.
    func create(_ webhook: Webhook) async throws -> Webhook
    func list(owner: Owner) async throws -> [Webhook]
    func update(
        _ id: Int, owner: Owner, now: Date, _ change: @escaping @Sendable (inout Webhook) throws -> Void
    ) async throws -> Webhook
    func delete(_ id: Int, owner: Owner) async throws
}

/// Port: the outbox of webhooks. A delivery is written in the transaction of its event, so none is
/// lost; it is made at least once.
package protocol WebhookOutbox: Sendable {
    /// Newest first.
    func deliveries(of webhook: Int, _ page: Page, owner: Owner) async throws -> Paged<WebhookDelivery>
    /// Deliveries that are due, each with its webhook, counted as attempted and not due again before `hold`.
    func take(_ limit: Int, hold: Duration, now: Date) async throws -> [(Webhook, WebhookDelivery)]
    /// How an attempt went. `retryAt` nil after a failure: given up.
    func settle(
        _ delivery: Int, status: Int?, error: String?, retryAt: Date?, now: Date
    ) async throws
    /// Makes a delivery due again, whatever became of it.
    func replay(_ delivery: Int, owner: Owner, now: Date) async throws
}
