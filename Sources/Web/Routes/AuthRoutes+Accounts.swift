internal import BatchVideo
internal import Foundation
internal import HTTPTypes

extension AuthRoutes {
    var password: Endpoint {
        Endpoint(
            .put, "/auth/password", .user, "auth", "Change my password; ends all my tokens",
            body: .json(
                .named(
                    "PasswordChange",
                    [
                        .required("old_password", .string(1...1_024).writeOnly),
                        .required("new_password", Self.newPassword),
                    ])),
            answer: .nothing(204, "Changed"), faults: [429]
        ) { call in
            let caller = try call.user
            try perName.count(caller.username, now: parts.ports.now())
            let known = try await parts.ports.users.user(id: caller.userID)
            guard
                try await parts.passwords.matches(
                    call.body["old_password"]?.string ?? "", known?.passwordHash)
            else { throw Refusal.invalid("old_password", "is wrong") }
            let hash = try await parts.passwords.hash(call.body["new_password"]?.string ?? "")
            _ = try await parts.ports.users.update(caller.userID) { $0.passwordHash = hash }
            _ = try await parts.ports.stores.logins.endAll(of: caller.userID, except: nil)
            try await parts.ports.audit("password", caller, "user:\(caller.userID)", call)
            return .nothing()
        }
    }

    /// Another server of ours tells of a user. It never changes the password of one that is there (B79).
    var sync: Endpoint {
        Endpoint(
            .post, "/auth/sync", .service, "auth", "Create or rename a user (service token only)",
            body: .json(
                .named(
                    "UserSync",
                    [
                        .required(
                            "id",
                            .string(36...36).matching(
                                "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Usernames.isUUID
                            ).noted("must be a UUID in lower case")),
                        .required("username", Self.name), .required("password", Self.newPassword),
                    ])),
            answer: .json(Self.user), faults: [409]
        ) { call in
            let (name, password) = try Self.credentials(of: call)
            let id = call.body["id"]?.string ?? ""
            if try await parts.ports.users.user(id: id) != nil {
                let user = try await parts.ports.users.update(id) { $0.name = name }
                return .json(Self.json(user))
            }
            let user = User(
                id: id, name: name, passwordHash: try await parts.passwords.hash(password),
                createdAt: parts.ports.now())
            try await parts.ports.users.create(user)
            try await parts.ports.audit("sync", nil, "user:\(id)", call)
            return .json(Self.json(user))
        }
    }

    static func credentials(of call: Call) throws -> (String, String) {
        (call.body["username"]?.string ?? "", call.body["password"]?.string ?? "")
    }

    static func json(_ user: User) -> JSON {
        [
            "user_id": .string(user.id), "username": .string(user.name),
            "created_at": .time(user.createdAt), "last_login_at": .time(user.lastLoginAt),
            "is_admin": .bool(user.isAdmin),
        ]
    }
}
