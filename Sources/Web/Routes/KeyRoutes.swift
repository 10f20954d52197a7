internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes

/// API keys for programs. The key is shown once; only its hash is kept.
struct KeyRoutes: Sendable {
    let parts: ServerParts

    private static let fields: [Schema.Field] = [
        .required("id", .id), .required("name", .string(1...100)),
        .required("prefix", .string(1...32).noted("The key's first characters")),
        .required("created_at", .time), .required("expires_at", .time.nullable),
        .required("last_used_at", .time.nullable), .required("revoked_at", .time.nullable),
    ]
    private static let key = Schema.named("APIKey", fields)
    private static let newKey = Schema.named(
        "NewAPIKey", fields + [.required("key", .string(1...128).noted("Shown only now"))])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/keys", .user, "keys", "Make an API key",
                body: .json(
                    .named(
                        "APIKeyRequest",
                        [
                            .required("name", .string(1...100)),
                            .optional("days", .integer(1...3_650).nullable.noted("Days it lives; null: for ever")),
                        ])),
                answer: .created(Self.newKey), faults: [409], run: create),
            Endpoint(
                .get, "/keys", .user, "keys", "My API keys",
                answer: .json(.named("APIKeyList", .list(of: Self.key)))
            ) { call in
                let keys = try await parts.ports.keys.list(owner: call.user.owner)
                return .json(.list(keys.map(Self.json), total: keys.count))
            },
            Endpoint(
                .delete, "/keys/{id}", .owner, "keys", "Revoke an API key",
                answer: .json(.idOnly)
            ) { call in
                let id = try call.id()
                try await parts.ports.keys.revoke(id, owner: call.user.owner, now: parts.ports.now())
                try await parts.ports.audit("key.revoke", call.user, "key:\(id)", call)
                return .json(["id": .int(id)])
            },
        ]
    }

    private func create(_ call: Call) async throws -> Reply {
        let secret = Data(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }).base64URL
        let text = Gate.keyPrefix + secret
        let now = parts.ports.now()
        let days = call.body["days"]?.int
        let key = try await parts.ports.keys.create(
            APIKey(
                userID: call.user.userID, name: call.body["name"]?.string ?? "",
                prefix: String(text.prefix(11)), hash: Gate.hash(text), createdAt: now,
                expiresAt: days.map { now.addingTimeInterval(TimeInterval($0) * 86_400) }))
        try await parts.ports.audit("key.create", call.user, "key:\(key.id)", call)
        guard case .object(var members) = Self.json(key) else { return .json(.null) }
        members["key"] = .string(text)
        return Reply.created(.object(members)).header(.cacheControl, "no-store")
    }

    private static func json(_ key: APIKey) -> JSON {
        [
            "id": .int(key.id), "name": .string(key.name), "prefix": .string(key.prefix),
            "created_at": .time(key.createdAt), "expires_at": .time(key.expiresAt),
            "last_used_at": .time(key.lastUsedAt), "revoked_at": .time(key.revokedAt),
        ]
    }
}

extension Schema {
    static let idOnly = Schema.named("Identity", [.required("id", .id)])
    static func named(_ name: String, _ schema: Schema) -> Schema {
        var schema = schema
        schema.name = name
        return schema
    }
    /// A page of rows.
    static func list(of row: Schema) -> Schema {
        .object([
            .required("total", .integer(0...safeIntegers.upperBound)),
            .required("items", .array(row, 0...1_000)),
        ])
    }
}

extension JSON {
    static func list(_ items: [JSON], total: Int) -> JSON {
        ["total": .int(total), "items": .array(items)]
    }
}
