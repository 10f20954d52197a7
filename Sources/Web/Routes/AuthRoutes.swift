internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Registering, logging in, who one is (U1-U5).
struct AuthRoutes: Sendable {
    let parts: ServerParts
    private let perAddress: AttemptLimit
    let perName = AttemptLimit(10, per: .seconds(300))
    private let registrations: AttemptLimit

    init(parts: ServerParts) {
        self.parts = parts
        perAddress = AttemptLimit(parts.settings.loginsPerMinute, per: .seconds(60))
        registrations = AttemptLimit(parts.settings.registrationsPerHour, per: .seconds(3_600))
    }

    static let user = Schema.named(
        "User",
        [
            .required("user_id", .string(1...64)), .required("username", .string(1...255)),
            .required("created_at", .time), .required("last_login_at", .time.nullable),
            .required("is_admin", .boolean),
        ])

    static let name = Schema.string(3...64).matching(
        "^[A-Za-z0-9._@一-鿿-]{3,64}$", Usernames.isValid
    ).noted("must be 3-64 letters, digits or . _ @ -")
    static let newPassword = Schema.string(8...128).matching(
        "^[^\\u0000-\\u001f\\u007f]{8,128}$", Usernames.isPrintable
    ).noted("must be 8-128 characters without control characters").writeOnly
    private static let credentials = Schema.named(
        "Credentials",
        [
            .required("username", .string(1...255)),
            .required("password", .string(1...1_024).writeOnly),
        ])

    var endpoints: [Endpoint] {
        [register, login, logout, session, me, ticket, password, sync]
    }

    private var register: Endpoint {
        Endpoint(
            .post, "/auth/register", .public, "auth", "Register",
            body: .json(
                .named(
                    "Registration",
                    [.required("username", Self.name), .required("password", Self.newPassword)])),
            answer: .json(Self.user), faults: [400, 403, 429]
        ) { call in
            guard parts.settings.allowsRegistration else {
                throw Refusal(
                    .forbidden, "forbidden", "registration is closed; ask an administrator")
            }
            try registrations.count(call.context.peer ?? "", now: parts.ports.now())
            let (name, password) = try Self.credentials(of: call)
            let user = User(
                id: UUID().uuidString.lowercased(), name: name,
                passwordHash: try await parts.passwords.hash(password),
                createdAt: parts.ports.now())
            do {
                try await parts.ports.users.create(user)
            } catch let error as BatchVideoError where error.code == .conflict {
                throw Refusal(
                    .badRequest, "duplicate", "this user name is taken; choose another",
                    field: "username")
            }
            try await parts.ports.audit("register", Caller(user), "user:\(user.id)", call)
            return .json(Self.json(user))
        }
    }

    private var login: Endpoint {
        Endpoint(
            .post, "/auth/login", .public, "auth", "Log in; also sets the session cookie for pages",
            body: .jsonOrForm(Self.credentials),
            answer: .json(
                .named(
                    "Token",
                    [
                        .required("access_token", .string(1...4_096)),
                        .required("token_type", .choice(["bearer"])),
                        .required("expires_in", .integer(1...315_360_000).noted("Seconds")),
                    ])),
            faults: [401, 429]
        ) { call in
            let (name, password) = try Self.credentials(of: call)
            let now = parts.ports.now()
            try perAddress.count(call.context.peer ?? "", now: now)
            try perName.count(name, now: now)
            let known = try await parts.ports.users.user(named: name)
            let isRight = try await parts.passwords.matches(password, known?.passwordHash)
            guard isRight, let known else {
                throw Refusal(
                    .unauthorized, "unauthorized", "user name or password is wrong",
                    headers: [.wwwAuthenticate: "Bearer"])
            }
            perName.forget(name)
            let user = try await parts.ports.users.update(known.id) { $0.lastLoginAt = now }
            try await parts.ports.audit("login", Caller(user), "user:\(user.id)", call)
            let login = try await parts.ports.stores.logins.begin(
                LoginSession(
                    userID: user.id, agent: Self.agent(of: call), address: call.context.peer ?? "",
                    createdAt: now, expiresAt: now.addingTimeInterval(lifetime)))
            let token = parts.tokens.issue(to: user, login: login.id, now: now)
            return Reply.json([
                "access_token": .string(token), "token_type": "bearer", "expires_in": .int(Int(lifetime)),
            ]).header(.setCookie, cookie(token, Int(lifetime))).header(.cacheControl, "no-store")
        }
    }

    private var lifetime: TimeInterval { TimeInterval(parts.tokens.lifetime.components.seconds) }

    /// What the program calls itself, on one line.
    private static func agent(of call: Call) -> String {
        String((call.request.headers[.userAgent] ?? "").unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    }

    private func cookie(_ value: String, _ seconds: Int) -> String {
        let secure = parts.settings.publicURL.hasPrefix("https://") ? "; Secure" : ""
        return "\(Gate.cookieName)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
            + secure
    }

    private var logout: Endpoint {
        Endpoint(
            .post, "/auth/logout", .user, "auth", "End this page's session",
            answer: .nothing(204, "The session and its cookie are gone")
        ) { call in
            if let login = try call.user.loginID {
                try? await parts.ports.stores.logins.end(login, owner: call.user.owner)  // ended elsewhere: gone too
            }
            return Reply.nothing().header(.setCookie, cookie("", 0))
        }
    }

    /// Pages ask it first, and now and then: nobody being logged in is no error. The cookie is renewed when half of
    /// its time is over, so that whoever works is not thrown out.
    private var session: Endpoint {
        Endpoint(
            .get, "/auth/session", .public, "auth", "Who is logged in, if anybody",
            answer: .json(.named("Session", [.required("user", Self.user.nullable)]))
        ) { call in
            guard let caller = try? await parts.gate.caller(of: call.request, .user, from: call.context.peer),
                let user = try await parts.ports.users.user(id: caller.userID)
            else { return .json(["user": .null]) }
            let reply = Reply.json(["user": Self.json(user)]).header(.cacheControl, "no-store")
            guard let (token, seconds) = try await renewed(caller, user, call) else { return reply }
            return reply.header(.setCookie, cookie(token, seconds))
        }
    }

    /// A new token for a page whose cookie is half over; nil: not yet, or no longer.
    private func renewed(_ caller: Caller, _ user: User, _ call: Call) async throws -> (String, Int)? {
        let now = parts.ports.now()
        guard let id = caller.loginID, let old = call.request.cookies[Gate.cookieName]?.value,
            let claims = parts.tokens.verify(old, now: now),
            claims.expiresAt.timeIntervalSince(now) < lifetime / 2,
            let login = try await parts.ports.stores.logins.use(id, address: call.context.peer ?? "", now: now)
        else { return nil }
        let end = min(now.addingTimeInterval(lifetime), login.createdAt.addingTimeInterval(LoginSession.longest))
        guard end > claims.expiresAt else { return nil }
        try await parts.ports.stores.logins.renew(id, until: end)
        let token = parts.tokens.issue(to: user, login: id, now: now, expiresAt: end)
        return (token, Int(end.timeIntervalSince(now)))
    }

    private var me: Endpoint {
        Endpoint(
            .get, "/auth/users/me", .user, "auth", "Who I am", answer: .json(Self.user)
        ) { call in
            guard let user = try await parts.ports.users.user(id: call.user.userID) else {
                throw Refusal.unauthorized
            }
            return .json(Self.json(user))
        }
    }

    private var ticket: Endpoint {
        Endpoint(
            .post, "/auth/ticket", .user, "auth",
            "A one-use ticket for /events and /ws, good for half a minute",
            answer: .json(
                .named(
                    "Ticket",
                    [
                        .required("ticket", .string(1...128)),
                        .required("expires_in", .integer(1...3_600)),
                    ]))
        ) { call in
            let ticket = parts.tickets.issue(to: try call.user.userID, now: parts.ports.now())
            return Reply.json([
                "ticket": .string(ticket), "expires_in": .int(Int(Tickets.lifetime)),
            ]).header(.cacheControl, "no-store")
        }
    }
}
