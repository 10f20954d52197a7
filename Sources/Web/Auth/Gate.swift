internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// Decides who a caller is and whether the route is open to them.
struct Gate: Sendable {
    static let keyPrefix = "bv_"
    static let cookieName = "bv_session"

    let ports: WebPorts
    let tokens: Tokens
    let tickets: Tickets
    /// Hash of the token that other servers of ours hold; nil: no such server.
    let serviceTokenHash: SHA256.Digest?
    /// Origins whose pages may use the session cookie, besides our own.
    let origins: Set<String>

    func caller(of request: Request, _ access: Access, from address: String?) async throws -> Caller? {
        switch access {
        case .public, .signature: return nil
        case .service:
            guard let token = Self.bearer(request), let serviceTokenHash,
                SHA256.hash(data: Data(token.utf8)) == serviceTokenHash
            else { throw Refusal.unauthorized }
            return nil
        case .user, .owner, .shared: return try await user(of: request, address)
        case .listener:
            if let ticket = request.uri.queryParameters["ticket"], !ticket.isEmpty {
                guard let id = tickets.redeem(String(ticket), now: ports.now()),
                    let user = try await ports.users.user(id: id)
                else { throw Refusal.unauthorized }
                return Caller(user)
            }
            return try await user(of: request, address)
        case .admin:
            let user = try await user(of: request, address)
            guard user.isAdmin else { throw Refusal.forbidden }
            return user
        }
    }

    private func user(of request: Request, _ address: String?) async throws -> Caller {
        if let token = Self.bearer(request) {
            return try await token.hasPrefix(Self.keyPrefix) ? owner(of: token) : holder(of: token, address)
        }
        guard request.headers[.authorization] == nil,
            let cookie = request.cookies[Self.cookieName]?.value
        else { throw Refusal.unauthorized }
        guard isFromOurPages(request) else {
            throw Refusal(.forbidden, "forbidden", "this page may not act for you; open it anew")
        }
        return try await holder(of: cookie, address)
    }

    /// The user a token was issued to. A deleted user's token is worth nothing (ruling 10).
    private func holder(of token: String, _ address: String?) async throws -> Caller {
        guard let claims = tokens.verify(token, now: ports.now()),
            let user = try await ports.users.user(id: claims.userID),
            claims.passwordMark == nil || claims.passwordMark == Tokens.mark(of: user)
        else { throw Refusal.unauthorized }
        guard let id = claims.loginID else { return Caller(user) }
        guard let login = try await ports.stores.logins.use(id, address: address ?? "", now: ports.now()),
            login.userID == user.id
        else { throw Refusal.unauthorized }
        return Caller(user, loginID: id)
    }

    private func owner(of key: String) async throws -> Caller {
        guard let row = try await ports.keys.use(hash: Self.hash(key), now: ports.now()),
            let user = try await ports.users.user(id: row.userID)
        else { throw Refusal.unauthorized }
        return Caller(user)
    }

    static func hash(_ key: String) -> String { SHA256.hash(data: Data(key.utf8)).hex }

    static func bearer(_ request: Request) -> String? {
        guard let header = request.headers[.authorization], header.utf8.count <= 8_192 else {
            return nil
        }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimming(" ")
    }

    /// Cookies travel by themselves: what changes something must come from a page of ours.
    private func isFromOurPages(_ request: Request) -> Bool {
        let upgrades = request.headers[.upgrade] != nil
        if !upgrades && (request.method == .get || request.method == .head) { return true }
        return isOurs(request)
    }

    /// Whether the page's origin is this server or a listed one.
    func isOurs(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return false }
        if origins.contains(origin) { return true }
        guard let authority = request.head.authority else { return false }
        return origin == "http://\(authority)" || origin == "https://\(authority)"
    }
}

extension Caller {
    init(_ user: User, loginID: Int? = nil) {
        self.init(userID: user.id, username: user.name, isAdmin: user.isAdmin, loginID: loginID)
    }

    /// For whom rows are read and written.
    var owner: Owner { .user(userID) }
}
