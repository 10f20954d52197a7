internal import BatchVideo
internal import HTTPTypes

/// Where a user is logged in, and ending it.
struct SessionRoutes: Sendable {
    let parts: ServerParts

    private static let row = Schema.named(
        "LoginSession",
        [
            .required("id", .id),
            .required("agent", .string(0...255).noted("What the program called itself: its User-Agent")),
            .required("address", .string(0...64)), .required("created_at", .time),
            .required("last_used_at", .time), .required("expires_at", .time),
            .required("is_current", .boolean.noted("The one this request came with")),
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/sessions", .user, "auth", "Where I am logged in",
                answer: .json(.named("LoginSessionList", .list(of: Self.row)))
            ) { call in
                let caller = try call.user
                let logins = try await parts.ports.stores.logins.list(owner: caller.owner, now: parts.ports.now())
                return .json(.list(logins.map { Self.json($0, caller) }, total: logins.count))
            },
            Endpoint(
                .delete, "/sessions/{id}", .owner, "auth", "Log out there", answer: .json(.idOnly)
            ) { call in
                let id = try call.id()
                try await parts.ports.stores.logins.end(id, owner: call.user.owner)
                try await parts.ports.audit("session.end", call.user, "session:\(id)", call)
                return .json(["id": .int(id)])
            },
            Endpoint(
                .delete, "/sessions", .user, "auth", "Log out everywhere but here",
                answer: .json(
                    .named("EndedSessions", [.required("ended", .integer(0...Schema.safeIntegers.upperBound))]))
            ) { call in
                let caller = try call.user
                let ended = try await parts.ports.stores.logins.endAll(of: caller.userID, except: caller.loginID)
                try await parts.ports.audit("session.end", caller, "user:\(caller.userID)", call)
                return .json(["ended": .int(ended)])
            },
        ]
    }

    private static func json(_ login: LoginSession, _ caller: Caller) -> JSON {
        [
            "id": .int(login.id), "agent": .string(login.agent), "address": .string(login.address),
            "created_at": .time(login.createdAt), "last_used_at": .time(login.lastUsedAt),
            "expires_at": .time(login.expiresAt), "is_current": .bool(login.id == caller.loginID),
        ]
    }
}
