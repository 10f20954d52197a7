internal import BatchVideo
internal import Crypto
internal import Foundation

/// JSON Web Tokens signed with HMAC SHA-256 and nothing else (RFC 7519, RFC 8725).
package struct Tokens: Sendable {
    struct Claims: Sendable, Equatable {
        var userID: String
        var username: String
        /// A hash of the stored password: a changed password ends all tokens. Nil in tokens of other issuers.
        var passwordMark: String?
        /// The `LoginSession` it belongs to. Nil in tokens of other issuers.
        var loginID: Int?
        var expiresAt: Date
    }

    package static let shortestSecret = 32
    /// Clocks of other machines may be off by this.
    private static let leeway: TimeInterval = 30
    private static let maximumLength = 4_096

    private let key: SymmetricKey
    let lifetime: Duration

    /// - Throws: `.invalid` when the secret is shorter than 32 characters.
    package init(secret: String, lifetime: Duration = .seconds(3_600)) throws {
        guard secret.utf8.count >= Self.shortestSecret else {
            throw BatchVideoError(
                .invalid,
                "the token secret must have at least \(Self.shortestSecret) characters; "
                    + "make one with: openssl rand -hex 32")
        }
        key = SymmetricKey(data: Data(secret.utf8))
        self.lifetime = lifetime
    }

    /// A key for another purpose, which tells nothing about the secret.
    func derivedKey(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
    }

    private static let header = Data(#"{"alg":"HS256","typ":"JWT"}"#.utf8).base64URL

    /// - Parameters:
    ///   - login: id of the `LoginSession` that the token is worth something with.
    ///   - expiresAt: nil: after `lifetime`.
    func issue(to user: User, login: Int? = nil, now: Date, expiresAt: Date? = nil) -> String {
        let end = expiresAt ?? now.addingTimeInterval(TimeInterval(lifetime.components.seconds))
        var payload = JSONObject()
        payload["sub"] = .string(user.name)
        payload["user_id"] = .string(user.id)
        payload["pwm"] = .string(Self.mark(of: user))
        payload["iat"] = .int(Int(now.timeIntervalSince1970))
        payload["exp"] = .int(Int(end.timeIntervalSince1970))
        if let login { payload["sid"] = .int(login) }
        let signed = Self.header + "." + Data(JSON.object(payload).utf8).base64URL
        let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)
        return signed + "." + Data(code).base64URL
    }

    /// Nil for whatever is not exactly a token of ours that holds now.
    func verify(_ token: String, now: Date) -> Claims? {
        guard token.utf8.count <= Self.maximumLength else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let code = Data(base64URL: parts[2]),
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: Data((parts[0] + "." + parts[1]).utf8), using: key)
        else { return nil }
        guard let header = Self.object(parts[0]), let payload = Self.object(parts[1]),
            header["alg"]?.string == "HS256", header["crit"] == nil
        else { return nil }
        return Self.claims(payload, now: now)
    }

    private static func claims(_ payload: JSON, now: Date) -> Claims? {
        let seconds = now.timeIntervalSince1970
        guard let user = (payload["user_id"] ?? payload["user_uuid"])?.string,
            let expiry = payload["exp"]?.double, expiry > seconds,
            payload["nbf"] == nil || (payload["nbf"]?.double ?? .infinity) <= seconds + leeway,
            payload["iat"] == nil || (payload["iat"]?.double ?? .infinity) <= seconds + leeway
        else { return nil }
        return Claims(
            userID: user, username: payload["sub"]?.string ?? "",
            passwordMark: payload["pwm"]?.string, loginID: payload["sid"]?.int,
            expiresAt: Date(timeIntervalSince1970: expiry))
    }

    private static func object(_ part: Substring) -> JSON? {
        guard let data = Data(base64URL: part), let value = try? JSONReader.read(Array(data)),
            value.object != nil
        else { return nil }
        return value
    }

    static func mark(of user: User) -> String {
        SHA256.hash(data: Data(user.passwordHash.utf8)).prefix(8).hex
    }
}

extension Data {
    /// Base 64 for URLs without padding (RFC 4648, 5).
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .trimming("=")
    }

    /// Nil also for texts with padding, white space or bits left over.
    init?(base64URL text: some StringProtocol) {
        let isClean = text.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        guard isClean else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: plain + padding), data.base64URL == text else {
            return nil
        }
        self = data
    }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal digits.
    var hex: String {
        String(decoding: flatMap { [Self.digit($0 >> 4), Self.digit($0 & 15)] }, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
