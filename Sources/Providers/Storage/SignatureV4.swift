import BatchVideo
import Crypto
import Foundation

/// AWS Signature Version 4 for S3, which all that is compatible to S3 checks.
///
/// Source: "Authenticating Requests (AWS Signature Version 4)" of the Amazon S3 API reference.
struct SignatureV4: Sendable {
    let accessKey: String
    let secret: String
    /// Of temporary credentials.
    let token: String?
    let region: String
    var service = "s3"

    static let unsigned = "UNSIGNED-PAYLOAD"

    /// Adds date, hash of the body and `Authorization`; every header that the order has is signed.
    func sign(_ order: inout HTTPOrder, now: Date) {
        let time = SigningTime(now)
        var known = Set(order.headers.map { $0.0.lowercased() })
        func add(_ name: String, _ value: String) {
            if known.insert(name).inserted { order.headers.append((name, value)) }
        }
        add("x-amz-content-sha256", SHA256.hash(data: order.content()?.bytes ?? Data()).hexadecimal)
        add("x-amz-date", time.stamp)
        if let token { add("x-amz-security-token", token) }
        let headers = Self.canonical(order.headers + [("host", order.url.hostAndPort)])
        let names = headers.map(\.name).joined(separator: ";")
        let hash = headers.first { $0.name == "x-amz-content-sha256" }?.value ?? Self.unsigned
        let request = [
            order.method, order.url.encodedPath, CanonicalQuery.text(order.query),
            headers.map { "\($0.name):\($0.value)\n" }.joined(), names, hash,
        ].joined(separator: "\n")
        let credential = "Credential=\(accessKey)/\(scope(time))"
        let signed = "SignedHeaders=\(names),Signature=\(signature(request, time))"
        order.headers.append(("Authorization", "AWS4-HMAC-SHA256 \(credential),\(signed)"))
    }

    /// An address that does without headers for `seconds`.
    func presigned(
        _ method: String, _ url: URL, query: [(String, String)] = [], seconds: Int, now: Date
    ) -> URL {
        let time = SigningTime(now)
        var query = query
        query += [
            ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"), ("X-Amz-Credential", "\(accessKey)/\(scope(time))"),
            ("X-Amz-Date", time.stamp), ("X-Amz-Expires", String(seconds)), ("X-Amz-SignedHeaders", "host"),
        ]
        if let token { query.append(("X-Amz-Security-Token", token)) }
        let request = [
            method, url.encodedPath, CanonicalQuery.text(query), "host:\(url.hostAndPort)\n", "host",
            Self.unsigned,
        ].joined(separator: "\n")
        query.append(("X-Amz-Signature", signature(request, time)))
        return HTTPOrder(method, url, query: query).address
    }

    private func scope(_ time: SigningTime) -> String { "\(time.day)/\(region)/\(service)/aws4_request" }

    private func signature(_ request: String, _ time: SigningTime) -> String {
        let text = [
            "AWS4-HMAC-SHA256", time.stamp, scope(time), SHA256.hash(data: Data(request.utf8)).hexadecimal,
        ]
        .joined(separator: "\n")
        return SigningKey.chain("AWS4" + secret, [time.day, region, service, "aws4_request"]).sign(text)
            .hexadecimal
    }

    /// Lower-case names in order, values without spaces at their ends and with single ones within.
    static func canonical(_ headers: [(String, String)]) -> [(name: String, value: String)] {
        let pairs = headers.map { name, value in
            (name: name.lowercased(), value: value.split(separator: " ").joined(separator: " "))
        }
        return pairs.sorted { $0.name < $1.name }
    }
}

/// The moment of a signature, in UTC.
struct SigningTime {
    /// "20130524T000000Z".
    let stamp: String
    /// "20130524".
    var day: String { String(stamp.prefix(8)) }
    /// "Fri, 24 May 2013 00:00:00 GMT" (RFC 9110).
    let httpDate: String

    init(_ date: Date) {
        stamp = Self.text(date, "yyyyMMdd'T'HHmmss'Z'")
        httpDate = Self.text(date, "EEE, dd MMM yyyy HH:mm:ss 'GMT'")
    }

    private static func text(_ date: Date, _ pattern: String) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.calendar = Calendar(identifier: .gregorian)
        format.timeZone = .gmt
        format.dateFormat = pattern
        return format.string(from: date)
    }
}

/// A key that is derived from a secret, a word at a time.
enum SigningKey {
    static func chain(_ secret: String, _ words: [String]) -> SymmetricKey {
        words.reduce(SymmetricKey(data: Data(secret.utf8))) { key, word in SymmetricKey(data: key.sign(word))
        }
    }
}

extension SymmetricKey {
    func sign(_ text: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: self)
    }
}

extension Sequence<UInt8> {
    var hexadecimal: String { map { String(format: "%02x", $0) }.joined() }
}

/// A query as signatures want it: escaped, in order.
enum CanonicalQuery {
    /// - Parameter isBareWhenEmpty: "uploads" and not "uploads=".
    static func text(_ query: [(String, String)], isBareWhenEmpty: Bool = false) -> String {
        query.map { (HTTPOrder.escaped($0.0), HTTPOrder.escaped($0.1)) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { isBareWhenEmpty && $0.1.isEmpty ? $0.0 : "\($0.0)=\($0.1)" }
            .joined(separator: "&")
    }
}

extension URL {
    /// As it stands in the address; "/" when there is none.
    var encodedPath: String {
        let path = path(percentEncoded: true)
        return path.isEmpty ? "/" : path
    }

    /// As clients send it in `Host`: with the port where it is not the scheme's own.
    var hostAndPort: String {
        let host = host(percentEncoded: true)?.lowercased() ?? ""
        guard let port, port != (scheme?.lowercased() == "https" ? 443 : 80) else { return host }
        return "\(host):\(port)"
    }
}
