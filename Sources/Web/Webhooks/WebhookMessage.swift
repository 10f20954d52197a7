package import BatchVideo
internal import Crypto
package import Foundation

/// What is sent to a webhook: the body and the headers that prove where it comes from.
///
/// The signature is HMAC-SHA256 over "timestamp.body" in hexadecimal digits; receivers refuse old timestamps, so
/// that a message cannot be played to them again.
package struct WebhookMessage: Sendable {
    package let body: Data
    /// Names and values.
    package let headers: [(String, String)]

    package init(_ delivery: WebhookDelivery, secret: String, now: Date) {
        body = Data(EventStream.json(delivery.event).utf8)
        let timestamp = String(Int(now.timeIntervalSince1970))
        headers = [
            ("Content-Type", "application/json; charset=utf-8"),
            ("User-Agent", "BatchVideo-Webhook"),
            ("X-BatchVideo-Event", delivery.event.kind.rawValue),
            ("X-BatchVideo-Delivery", String(delivery.id)), ("X-BatchVideo-Timestamp", timestamp),
            ("X-BatchVideo-Signature", "v1=" + Self.signature(secret, timestamp, body)),
        ]
    }

    package static func signature(_ secret: String, _ timestamp: String, _ body: Data) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return HMAC<SHA256>.authenticationCode(for: Data(timestamp.utf8) + Data(".".utf8) + body, using: key)
            .hex
    }
}
