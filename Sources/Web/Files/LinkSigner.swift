internal import Crypto
internal import Foundation

/// Links that open one file for a while, without further credentials: they name key, user and expiry, and an
/// HMAC over the three.
struct LinkSigner: Sendable {
    static let lifetime: TimeInterval = 3_600
    static let path = "/api/files/content"

    let key: SymmetricKey
    let publicURL: String

    func link(to objectKey: String, user: String, now: Date, lifetime: TimeInterval = lifetime)
        -> String
    {
        let expiry = Int(now.timeIntervalSince1970 + lifetime)
        let query = [
            ("key", objectKey), ("user", user), ("expires", String(expiry)),
            ("signature", signature(objectKey, user, expiry)),
        ]
        let text = query.map { "\($0)=\(Self.encode($1))" }.joined(separator: "&")
        return "\(publicURL)\(Self.path)?\(text)"
    }

    func isValid(_ objectKey: String, user: String, expiry: Int, signature: String, now: Date)
        -> Bool
    {
        guard let code = Data(base64URL: signature),
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: Self.signed(objectKey, user, expiry), using: key)
        else { return false }
        return Double(expiry) > now.timeIntervalSince1970
    }

    private func signature(_ objectKey: String, _ user: String, _ expiry: Int) -> String {
        let signed = Self.signed(objectKey, user, expiry)
        return Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64URL
    }

    /// None of the three can hold a line break, so the joined text says which is which.
    private static func signed(_ objectKey: String, _ user: String, _ expiry: Int) -> Data {
        Data("v1\n\(objectKey)\n\(user)\n\(expiry)".utf8)
    }

    private static func encode(_ text: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~/")
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
