package import BatchVideo
package import Foundation

/// How a vendor wants its key.
package enum HTTPKeyPlace: Sendable {
    case none
    /// `Authorization: Bearer KEY`.
    case bearer
    /// `Authorization: SCHEME KEY` ("Basic", "Key", "Token").
    case scheme(String)
    case header(String)
    case query(String)
    /// Anything else, such as signed tokens made of the key.
    case made(@Sendable (_ key: String, _ order: inout HTTPOrder) throws -> Void)
}

/// A request to a vendor.
package struct HTTPOrder: Sendable {
    package enum Body: Sendable {
        case none
        case json(JSONValue)
        case form([(String, String)])
        case multipart(Multipart)
        case bytes(Data, type: String)
        /// Sent piece by piece.
        case file(FileSlice, type: String)
    }

    package var method: String
    package var url: URL
    package var query: [(String, String)]
    package var headers: [(String, String)]
    package var body: Body
    /// It does no harm to send it again when nobody knows how it ended.
    package var isRepeatable: Bool
    /// Largest answer in bytes.
    package var maxBytes: Int
    /// Nil: the vendor's.
    package var timeout: Duration?
    /// False for a host that is not the vendor's own API: the key stays here.
    package var carriesKey = true

    package init(
        _ method: String, _ url: URL, query: [(String, String)] = [],
        headers: [(String, String)] = [], body: Body = .none, isRepeatable: Bool? = nil,
        maxBytes: Int = 64 << 20, timeout: Duration? = nil
    ) {
        self.method = method
        self.url = url
        self.query = query
        self.headers = headers
        self.body = body
        self.isRepeatable = isRepeatable ?? ["GET", "HEAD", "PUT", "DELETE"].contains(method)
        self.maxBytes = maxBytes
        self.timeout = timeout
    }

    /// The address with the query behind it.
    var address: URL {
        guard !query.isEmpty, var parts = URLComponents(url: url, resolvingAgainstBaseURL: false)
        else { return url }
        let own = parts.percentEncodedQuery.map { [$0] } ?? []
        let new = query.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }
        parts.percentEncodedQuery = (own + new).joined(separator: "&")
        return parts.url ?? url
    }

    /// RFC 3986: everything but unreserved characters as %XX.
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return escaped
    }

    /// Bytes and media type of what is in memory.
    func content() -> (bytes: Data, type: String)? {
        switch body {
        case .none, .file: nil
        case .json(let value): (Data(value.text.utf8), "application/json")
        case .form(let fields):
            (
                Data(fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&").utf8),
                "application/x-www-form-urlencoded"
            )
        case .multipart(let parts): (parts.bytes, "multipart/form-data; boundary=\(parts.boundary)")
        case .bytes(let data, let type): (data, type)
        }
    }
}

extension URL {
    /// Same scheme, host and port (RFC 6454): what a key may be sent to.
    func hasOrigin(of other: URL) -> Bool {
        scheme?.lowercased() == other.scheme?.lowercased() && host()?.lowercased() == other.host()?.lowercased()
            && port == other.port
    }

    /// The address with a path behind it, each "/" kept.
    package func at(_ path: String) -> URL {
        URL(string: absoluteString + (path.hasPrefix("/") ? path : "/" + path)) ?? self
    }
}

/// A form with files (RFC 7578).
package struct Multipart: Sendable {
    package let boundary: String
    private var content = Data()

    package init() {
        let random = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
        boundary = "batchvideo-" + random.joined()
    }

    package mutating func add(_ name: String, _ text: String) {
        head("form-data; name=\"\(Self.quoted(name))\"", type: nil)
        content.append(Data((text + "\r\n").utf8))
    }

    package mutating func add(_ name: String, file: String, type: String, _ bytes: Data) {
        head(
            "form-data; name=\"\(Self.quoted(name))\"; filename=\"\(Self.quoted(file))\"", type: type)
        content.append(bytes)
        content.append(Data("\r\n".utf8))
    }

    var bytes: Data { content + Data("--\(boundary)--\r\n".utf8) }

    private mutating func head(_ disposition: String, type: String?) {
        var lines = "--\(boundary)\r\nContent-Disposition: \(disposition)\r\n"
        if let type { lines += "Content-Type: \(type)\r\n" }
        content.append(Data((lines + "\r\n").utf8))
    }

    /// As browsers do: quotes and line ends escaped.
    private static func quoted(_ text: String) -> String {
        text.replacing("\"", with: "%22").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }
}
