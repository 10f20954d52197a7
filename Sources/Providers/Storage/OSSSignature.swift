import BatchVideo
import Crypto
import Foundation

/// Signatures of Alibaba Cloud OSS, version 4 and the old version 1.
///
/// Source: "Include a V4 (V1) signature in the header (a URL)" of the OSS API reference; compared with
/// what Alibaba's `oss2` makes.
struct OSSSignature: Sendable {
    enum Version: String, Sendable, CaseIterable { case v4, v1 }

    let version: Version
    let accessKey: String
    let secret: String
    let token: String?
    /// "cn-hangzhou"; version 4 only.
    let region: String
    let bucket: String
    /// The bucket stands in the address's path, not in its host.
    let isPathStyle: Bool

    func sign(_ order: inout HTTPOrder, now: Date) {
        let time = SigningTime(now)
        if let token { order.headers.append(("x-oss-security-token", token)) }
        switch version {
        case .v4:
            order.headers += [("x-oss-date", time.stamp), ("x-oss-content-sha256", SignatureV4.unsigned)]
            let request = canonical(order.method, order.url, order.query, order.headers)
            let signature = signature(request, time)
            order.headers.append(
                (
                    "Authorization",
                    "OSS4-HMAC-SHA256 Credential=\(accessKey)/\(scope(time)),Signature=\(signature)"
                ))
        case .v1:
            order.headers.append(("Date", time.httpDate))
            let text = oldText(order.method, order.url, order.query, order.headers, time: time.httpDate)
            order.headers.append(("Authorization", "OSS \(accessKey):\(oldSignature(text))"))
        }
    }

    /// An address that does without headers for `seconds`.
    func presigned(
        _ method: String, _ url: URL, query: [(String, String)] = [], seconds: Int, now: Date
    ) -> URL {
        let time = SigningTime(now)
        var query = query
        switch version {
        case .v4:
            query += [
                ("x-oss-signature-version", "OSS4-HMAC-SHA256"),
                ("x-oss-credential", "\(accessKey)/\(scope(time))"),
                ("x-oss-date", time.stamp), ("x-oss-expires", String(seconds)),
            ]
            if let token { query.append(("x-oss-security-token", token)) }
            query.append(("x-oss-signature", signature(canonical(method, url, query, []), time)))
        case .v1:
            let end = String(Int(now.timeIntervalSince1970) + seconds)
            if let token { query.append(("security-token", token)) }
            let signature = oldSignature(oldText(method, url, query, [], time: end))
            query += [("OSSAccessKeyId", accessKey), ("Expires", end), ("Signature", signature)]
        }
        return HTTPOrder(method, url, query: query).address
    }

    /// "/bucket/key", escaped.
    private func resource(_ url: URL) -> String {
        isPathStyle ? url.encodedPath : "/\(bucket)" + url.encodedPath
    }

    // Version 4.

    private func scope(_ time: SigningTime) -> String { "\(time.day)/\(region)/oss/aliyun_v4_request" }

    /// Content-Type, Content-MD5 and all of `x-oss-` are signed.
    private func canonical(
        _ method: String, _ url: URL, _ query: [(String, String)], _ headers: [(String, String)]
    ) -> String {
        let signed = SignatureV4.canonical(headers).filter {
            ["content-type", "content-md5"].contains($0.name) || $0.name.hasPrefix("x-oss-")
        }
        return [
            method, resource(url), CanonicalQuery.text(query, isBareWhenEmpty: true),
            signed.map { "\($0.name):\($0.value)\n" }.joined(), "", SignatureV4.unsigned,
        ].joined(separator: "\n")
    }

    private func signature(_ request: String, _ time: SigningTime) -> String {
        let text = [
            "OSS4-HMAC-SHA256", time.stamp, scope(time), SHA256.hash(data: Data(request.utf8)).hexadecimal,
        ]
        .joined(separator: "\n")
        return SigningKey.chain("aliyun_v4" + secret, [time.day, region, "oss", "aliyun_v4_request"]).sign(
            text
        ).hexadecimal
    }

    // Version 1.

    /// Parts of a query that say what is asked for.
    private static let subresources: Set<String> = [
        "uploads", "uploadId", "partNumber", "security-token", "response-content-type",
        "response-content-disposition", "response-cache-control", "response-expires",
    ]

    private func oldText(
        _ method: String, _ url: URL, _ query: [(String, String)], _ headers: [(String, String)], time: String
    ) -> String {
        let named = SignatureV4.canonical(headers)
        func value(_ name: String) -> String { named.first { $0.name == name }?.value ?? "" }
        let own = named.filter { $0.name.hasPrefix("x-oss-") }.map { "\($0.name):\($0.value)\n" }.joined()
        let asked = query.filter { Self.subresources.contains($0.0) }.sorted { $0.0 < $1.0 }
            .map { $0.1.isEmpty ? $0.0 : "\($0.0)=\($0.1)" }.joined(separator: "&")
        let place = resource(url)
        return [method, value("content-md5"), value("content-type"), time].joined(separator: "\n") + "\n"
            + own
            + (place.removingPercentEncoding ?? place) + (asked.isEmpty ? "" : "?" + asked)
    }

    private func oldSignature(_ text: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return Data(HMAC<Insecure.SHA1>.authenticationCode(for: Data(text.utf8), using: key))
            .base64EncodedString()
    }
}
