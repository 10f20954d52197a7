internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes

/// Addresses that hear of events, and what became of each delivery.
struct WebhookRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "webhooks"
    private static let kinds = StoredEvent.Kind.allCases.filter(\.isForWebhooks).map(\.rawValue)
    private static let url = Schema.string(8...2_000).matching(
        WebhookAddress.expression, WebhookAddress.isValid
    ).noted("must be an http or https address without user name, as https://example.com/hook")

    private static let fields: [Schema.Field] = [
        .required("id", .id), .required("url", .string(1...2_000)),
        .required("kinds", .array(.choice(kinds), 0...64).noted("Empty: all")),
        .required("is_active", .boolean), .required("created_at", .time),
        .required("updated_at", .time),
    ]
    private static let webhook = Schema.named("Webhook", fields)
    private static let newWebhook = Schema.named(
        "NewWebhook", fields + [.required("secret", .string(1...255).noted("Shown only now"))])

    private static let request = Schema.named(
        "WebhookRequest",
        [
            .required("url", url), .optional("kinds", .array(.choice(kinds), 0...64), []),
            .optional("is_active", .boolean, true),
        ])

    private static let delivery = Schema.named(
        "WebhookDelivery",
        [
            .required("id", .id), .required("webhook_id", .id),
            .required("event_id", .integer(0...Schema.safeIntegers.upperBound)),
            .required("kind", .string(1...64)), .required("state", .choice(["pending", "delivered", "failed"])),
            .required("attempts", .integer(0...10_000)), .required("next_attempt_at", .time),
            .required("last_status", .integer(0...999).nullable),
            .required("last_error", .string(0...4_000).nullable),
            .required("created_at", .time), .required("finished_at", .time.nullable),
        ])

    private var webhooks: any WebhookStore { parts.ports.stores.webhooks }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/webhooks", .user, Self.tag, "Have events sent to an address, signed",
                body: .json(Self.request), answer: .created(Self.newWebhook), faults: [429],
                run: create),
            Endpoint(
                .get, "/webhooks", .user, Self.tag, "My webhooks",
                answer: .json(.named("WebhookList", .list(of: Self.webhook)))
            ) { call in
                let rows = try await webhooks.list(owner: call.user.owner)
                return .json(.list(rows.map { .object(Self.members($0)) }, total: rows.count))
            },
            Endpoint(
                .put, "/webhooks/{id}", .owner, Self.tag, "Change what is sent",
                body: .json(Self.request.partial), answer: .json(Self.webhook)
            ) { call in
                let body = call.body
                let row = try await webhooks.update(
                    call.id(), owner: call.user.owner, now: parts.ports.now()
                ) { Self.apply(body, &$0) }
                return .json(.object(Self.members(row)))
            },
            Endpoint(
                .delete, "/webhooks/{id}", .owner, Self.tag, "Send it nothing more",
                answer: .json(.idOnly)
            ) { call in
                let id = try call.id()
                try await webhooks.delete(id, owner: call.user.owner)
                return .json(["id": .int(id)])
            },
            Endpoint(
                .get, "/webhooks/{id}/deliveries", .owner, Self.tag, "Its deliveries, newest first",
                query: [.page, .pageSize(10)],
                answer: .json(.named("WebhookDeliveryList", .list(of: Self.delivery)))
            ) { call in
                let rows = try await parts.ports.stores.outbox.deliveries(
                    of: call.id(), Page(call.page, size: call.pageSize), owner: call.user.owner)
                return .json(.list(rows.items.map(Self.json), total: rows.total))
            },
            Endpoint(
                .post, "/webhooks/deliveries/{delivery_id}/replay", .owner, Self.tag,
                "Make a delivery once more", answer: .json(.idOnly, status: 202, "Filed")
            ) { call in
                let id = try call.id("delivery_id")
                try await parts.ports.stores.outbox.replay(
                    id, owner: call.user.owner, now: parts.ports.now())
                return .json(["id": .int(id)], status: .accepted)
            },
        ]
    }

    private func create(_ call: Call) async throws -> Reply {
        let now = parts.ports.now()
        let secret =
            "whsec_" + Data(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }).base64URL
        var webhook = Webhook(
            userID: try call.user.userID, url: "", secret: secret, createdAt: now, updatedAt: now)
        Self.apply(call.body, &webhook)
        let row = try await webhooks.create(webhook)
        try await parts.ports.audit("webhook.create", call.user, "webhook:\(row.id)", call)
        var members = Self.members(row)
        members["secret"] = .string(secret)
        return Reply.created(.object(members)).header(.cacheControl, "no-store")
    }

    private static func apply(_ body: JSON, _ webhook: inout Webhook) {
        webhook.url = body["url"]?.string ?? webhook.url
        webhook.isActive = body["is_active"]?.bool ?? webhook.isActive
        if let kinds = body["kinds"]?.array {
            webhook.kinds = kinds.compactMap { $0.string.flatMap(StoredEvent.Kind.init) }
        }
    }

    private static func members(_ row: Webhook) -> JSONObject {
        JSONObject([
            ("id", .int(row.id)), ("url", .string(row.url)),
            ("kinds", .array(row.kinds.map { .string($0.rawValue) })),
            ("is_active", .bool(row.isActive)), ("created_at", .time(row.createdAt)),
            ("updated_at", .time(row.updatedAt)),
        ])
    }

    private static func json(_ row: WebhookDelivery) -> JSON {
        [
            "id": .int(row.id), "webhook_id": .int(row.webhookID), "event_id": .int(row.event.id),
            "kind": .string(row.event.kind.rawValue), "state": .string(row.state.rawValue),
            "attempts": .int(row.attempts), "next_attempt_at": .time(row.nextAttemptAt),
            "last_status": .number(row.lastStatus), "last_error": .text(row.lastError),
            "created_at": .time(row.createdAt), "finished_at": .time(row.finishedAt),
        ]
    }
}

/// Addresses we may try. Whether one leads into our own network is asked when a delivery is made: names can
/// change what they mean.
enum WebhookAddress {
    static let expression =
        #"^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?"#
        + #"(/(%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@/?-])*)?$"#

    static func isValid(_ text: String) -> Bool {
        guard let pattern = try? Regex(expression) else { return false }
        return text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && text.wholeMatch(of: pattern) != nil
    }
}
