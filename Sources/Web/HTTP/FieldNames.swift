internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

extension HTTPField.Name {
    private static func known(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name") }
        return field
    }

    static let requestID = known("X-Request-ID")
    static let forwardedFor = known("X-Forwarded-For")
    static let idempotencyKey = known("Idempotency-Key")
    static let idempotencyReplayed = known("Idempotency-Replayed")
    static let lastEventID = known("Last-Event-ID")
    static let accelBuffering = known("X-Accel-Buffering")
    static let accelRedirect = known("X-Accel-Redirect")
    static let referrerPolicy = known("Referrer-Policy")
    static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")
    static let rateLimit = known("X-RateLimit-Limit")
    static let rateRemaining = known("X-RateLimit-Remaining")
}

extension StringProtocol {
    /// Without these characters at both ends.
    func trimming(_ characters: String) -> String {
        let rest = drop { characters.contains($0) }
        guard let last = rest.lastIndex(where: { !characters.contains($0) }) else { return "" }
        return String(rest[...last])
    }
}
