package import BatchVideo
package import Foundation

/// What a vendor answered.
package struct HTTPAnswer: Sendable {
    package var status: Int
    /// Lower-case names.
    package var headers: [String: String]
    package var body: Data

    package init(status: Int, headers: [String: String], body: Data) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package var type: String {
        let value = headers["content-type"] ?? ""
        return value.split(separator: ";").first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            ?? ""
    }

    /// Nil when the body is no JSON.
    package var json: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: body) }

    package var requestID: String? {
        ["x-request-id", "request-id", "x-ms-request-id", "x-amz-request-id", "x-oss-request-id", "cf-ray"].lazy
            .compactMap { headers[$0] }.first
    }

    /// Seconds or a date (RFC 9110, 10.2.3); at most an hour.
    func retryAfter(now: Date) -> Duration? {
        guard let text = headers["retry-after"] else { return nil }
        if let seconds = Double(text), seconds >= 0 { return .seconds(min(seconds, 3600)) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text).map { .seconds(min(3600, max(0, $0.timeIntervalSince(now)))) }
    }

    /// What the vendor says went wrong: the message in the usual places of a JSON body, else the text;
    /// one line of at most 300 characters.
    package var words: String {
        if headers["cf-mitigated"] == "challenge" {
            return "Cloudflare asks whether a person is there; try later or from another address"
        }
        let found =
            json.flatMap(Self.message) ?? xmlError
            ?? (type.hasSuffix("html") ? "" : String(decoding: body.prefix(2000), as: UTF8.self))
        let line = found.split(whereSeparator: { $0.isNewline || $0.unicodeScalars.first.map { $0.value < 32 } == true }
        )
        .joined(separator: " ")
        return String(line.prefix(300)).trimmingCharacters(in: .whitespaces)
    }

    /// The text of the first element of that name in a body of XML; without knowing what stands where.
    func xmlText(_ name: String) -> String? {
        let text = String(decoding: body.prefix(1 << 20), as: UTF8.self)
        guard let start = text.range(of: "<\(name)>"),
            let end = text.range(of: "</\(name)>", range: start.upperBound..<text.endIndex)
        else { return nil }
        var found = String(text[start.upperBound..<end.lowerBound])
        for (entity, mark) in [("&quot;", "\""), ("&#34;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            found = found.replacingOccurrences(of: entity, with: mark)
        }
        return found
    }

    /// "NoSuchKey: The specified key does not exist.", as storages say it.
    var xmlError: String? {
        guard type.hasSuffix("xml"), let code = xmlText("Code") else { return nil }
        return xmlText("Message").map { "\(code): \($0)" } ?? code
    }

    private static func message(_ value: JSONValue) -> String? {
        if let text = value.string { return text }
        for key in [
            "error", "message", "msg", "detail", "error_msg", "errorMsg", "description", "status_msg", "base_resp",
            "output", "Exception", "errors",
        ] {
            guard let member = value[key] else { continue }
            if let text = member.string, !text.isEmpty { return text }
            if let text = message(member) { return text }
        }
        if let first = value.array?.first { return message(first) }
        return nil
    }
}
