package import BatchVideo
package import Foundation

/// What came to a vendor's server.
package struct VendorRequest: Sendable {
    package let method: String
    /// Without the query.
    package let path: String
    package let query: [String: String]
    private let fields: [(String, String)]
    package let body: [UInt8]

    init(method: String, target: String, headers: [(String, String)], body: [UInt8]) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts[0].removingPercentEncoding ?? String(parts[0])
        query = parts.count > 1 ? Self.fields(of: String(parts[1])) : [:]
        fields = headers
        self.body = body
    }

    package func header(_ name: String) -> String? {
        fields.first { $0.0.lowercased() == name.lowercased() }?.1
    }

    package var json: JSONValue { (try? JSONDecoder().decode(JSONValue.self, from: Data(body))) ?? .null }
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// `application/x-www-form-urlencoded`.
    package var form: [String: String] { Self.fields(of: text) }

    private static func fields(of text: String) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let sides = pair.replacing("+", with: " ").split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count > 1 ? String(sides[1]) : ""
            fields[String(sides[0]).removingPercentEncoding ?? ""] = value.removingPercentEncoding ?? value
        }
        return fields
    }

    /// A part of `multipart/form-data`.
    package struct Part: Sendable {
        package let name: String
        package let file: String?
        package let type: String?
        package let bytes: [UInt8]
        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// In the order they were sent; empty for other bodies.
    package var parts: [Part] {
        guard let type = header("content-type"), let mark = type.range(of: "boundary=") else { return [] }
        let boundary = type[mark.upperBound...].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        let edge = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        var rest = body[...]
        while let start = rest.firstRange(of: edge) {
            rest = rest[start.upperBound...].dropFirst(2)
            guard let end = rest.firstRange(of: Array("\r\n--\(boundary)".utf8)),
                let blank = rest.firstRange(of: Array("\r\n\r\n".utf8))
            else { break }
            let head = String(decoding: rest[..<blank.lowerBound], as: UTF8.self)
            parts.append(
                Part(
                    name: Self.value("name", in: head) ?? "", file: Self.value("filename", in: head),
                    type: head.components(separatedBy: "\r\n").first {
                        $0.lowercased().hasPrefix("content-type:")
                    }.map { $0.dropFirst(13).trimmingCharacters(in: .whitespaces) },
                    bytes: Array(rest[blank.upperBound..<end.lowerBound])))
            rest = rest[end.lowerBound...].dropFirst(2)
        }
        return parts
    }

    package func part(_ name: String) -> Part? { parts.first { $0.name == name } }

    private static func value(_ key: String, in head: String) -> String? {
        guard let start = head.range(of: " \(key)=\"") else { return nil }
        return head[start.upperBound...].split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false)
            .first.map(String.init)
    }
}

/// What a vendor's server answers.
package struct VendorReply: Sendable {
    package var status: Int
    package var headers: [(String, String)]
    package var body: Data

    package init(status: Int = 200, headers: [(String, String)] = [], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func json(_ value: JSONValue, status: Int = 200) -> VendorReply {
        VendorReply(
            status: status, headers: [("Content-Type", "application/json")], body: Data(value.text.utf8))
    }

    package static func bytes(_ data: Data, type: String) -> VendorReply {
        VendorReply(headers: [("Content-Type", type)], body: data)
    }
}
