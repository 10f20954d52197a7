internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// Five routes for one kind of catalogue row: file, list, read, change, delete (C1-C7).
struct CatalogRoutes<Fields: CatalogFields>: Sendable {
    /// How a kind looks on the wire.
    struct Kind: Sendable {
        /// "accounts": the path and the section.
        var plural: String
        var schema: Schema
        var fields: [Schema.Field]
        /// Puts what the body names into the fields.
        var apply: @Sendable (JSON, inout Fields) throws -> Void
        var members: @Sendable (Fields) -> [(String, JSON)]
        /// Keys of uploads that the fields name, by field.
        var uploads: @Sendable (Fields) -> [(field: String, key: String)]
        var empty: Fields
    }

    let parts: ServerParts
    let store: any CatalogStore<Fields>
    let kind: Kind

    var endpoints: [Endpoint] {
        let path = "/" + kind.plural
        let name = kind.schema.name ?? ""
        let version = Parameter("If-Match", ETags.schema, "The version that is to be changed")
        return [
            Endpoint(
                .post, path, .user, kind.plural, "File one",
                body: .json(.named("Create\(name)Request", kind.fields)),
                answer: .created(kind.schema), faults: [404, 409], run: create),
            Endpoint(
                .get, path, .user, kind.plural, "My own and the shared ones, newest first",
                query: [.page, .pageSize(10)],
                answer: .json(.named("\(name)List", .list(of: kind.schema))), run: list),
            Endpoint(
                .get, path + "/{id}", .shared, kind.plural, "One of them",
                answer: .json(kind.schema)
            ) { call in
                reply(try await store.find(call.id(), owner: call.user.owner))
            },
            Endpoint(
                .put, path + "/{id}", .owner, kind.plural,
                "Change what is sent; extra is merged member by member", headers: [version],
                body: .json(.named("Create\(name)Request", kind.fields).partial),
                answer: .json(kind.schema), faults: [409], run: update),
            Endpoint(
                .delete, path + "/{id}", .owner, kind.plural, "Delete it, unless jobs use it",
                answer: .json(.idOnly), faults: [409]
            ) { call in
                let id = try call.id()
                try await store.delete(id, owner: call.user.owner)
                return .json(["id": .int(id)])
            },
        ]
    }

    private func create(_ call: Call) async throws -> Reply {
        var fields = kind.empty
        try kind.apply(call.body, &fields)
        try await checkUploads(fields, call)
        let row = try await store.create(fields, owner: call.user.owner, now: parts.ports.now())
        var reply = reply(row)
        reply.status = .created
        return reply
    }

    private func list(_ call: Call) async throws -> Reply {
        let page = Page(call.page, size: call.pageSize)
        let rows = try await store.list(page, owner: call.user.owner)
        return .json(.list(rows.items.map(json), total: rows.total))
    }

    private func update(_ call: Call) async throws -> Reply {
        let id = try call.id()
        let owner = try call.user.owner
        let present = try await store.find(id, owner: owner)
        var wanted = present.fields
        try kind.apply(call.body, &wanted)
        try await checkUploads(wanted, call)
        let body = call.body
        let apply = kind.apply
        do {
            let row = try await store.update(
                id, ifVersion: try ETags.version(call), owner: owner, now: parts.ports.now()
            ) { try apply(body, &$0) }
            return reply(row)
        } catch let error as BatchVideoError where error.code == .conflict && call.request.headers[.ifMatch] != nil {
            let present = try await store.find(id, owner: owner)
            throw Refusal.conflict(error.message, facts: ["present": json(present), "wanted": call.body])
        }
    }

    /// Files are named by keys of own uploads, never by paths (B83).
    private func checkUploads(_ fields: Fields, _ call: Call) async throws {
        for (field, key) in kind.uploads(fields) where !key.isEmpty {
            try await parts.requireUpload(key, field: field, call)
        }
    }

    private func reply(_ row: CatalogRow<Fields>) -> Reply {
        Reply.json(json(row)).header(.eTag, ETags.tag(row.version))
    }

    private func json(_ row: CatalogRow<Fields>) -> JSON {
        let identity: [(String, JSON)] = [
            ("id", .int(row.id)), ("is_shared", .bool(row.userID == nil)),
            ("version", .int(row.version)), ("created_at", .time(row.createdAt)),
            ("updated_at", .time(row.updatedAt)),
        ]
        return .object(JSONObject(identity + kind.members(row.fields)))
    }

    func shape(_ row: CatalogRow<Fields>) -> JSON { json(row) }
}

/// Versions of editable things as entity tags: `"v3"`.
enum ETags {
    static let schema = Schema.string(1...64).noted("* or a version as \"v3\"; any other matches none")

    static func tag(_ version: Int) -> String { "\"v\(version)\"" }

    /// The version a change is meant for: from `If-Match`, else from `version` in the body.
    static func version(_ call: Call) throws -> Int? {
        if let header = call.request.headers[.ifMatch] {
            return header == "*" ? nil : number(header) ?? -1
        }
        return call.body["version"]?.int
    }

    private static func number(_ text: String) -> Int? {
        guard text.hasPrefix("\"v"), text.hasSuffix("\""), text.utf8.count >= 4 else { return nil }
        return Int(text.dropFirst(2).dropLast())
    }
}
