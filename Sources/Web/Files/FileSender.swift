internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOPosix

/// Sends files: whole or in part, or not at all when the client has them already.
enum FileSender {
    private static let chunk = 128 * 1_024

    /// - Parameters:
    ///   - name: offered as the name to save under; nil: shown in place.
    ///   - cache: `Cache-Control`.
    /// - Throws: 404 when there is no such file, 416 for a range beyond its end.
    static func send(
        _ url: URL, for request: Request, name: String? = nil, cache: String = "private, no-cache"
    ) async throws -> Response {
        let path = url.path
        guard let facts = try await blocking({ FileFacts(path) }) else { throw Refusal.notFound }
        var headers = HTTPFields()
        headers[.contentType] = MediaTypes.type(of: url.pathExtension)
        headers[.eTag] = facts.tag
        headers[.acceptRanges] = "bytes"
        headers[.cacheControl] = cache
        headers[.lastModified] = facts.modified.httpHeader
        if let name { headers[.contentDisposition] = disposition(name) }
        if let known = request.headers[.ifNoneMatch], matches(known, facts.tag) {
            return Response(status: .notModified, headers: headers)
        }
        return try body(path, facts, headers, range(request, facts))
    }

    /// A range counts only when the client's part is of the same file (`If-Range`).
    private static func range(_ request: Request, _ facts: FileFacts) -> ByteRange {
        let condition = request.headers[.ifRange]
        let holds = condition == nil || condition == facts.tag || condition == facts.modified.httpHeader
        return holds ? ByteRange(request.headers[.range], size: facts.size) : .whole
    }

    private static func body(
        _ path: String, _ facts: FileFacts, _ headers: HTTPFields, _ range: ByteRange
    ) throws -> Response {
        var headers = headers
        switch range {
        case .whole:
            return Response(
                status: .ok, headers: headers, body: reading(path, 0, facts.size))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(facts.size)"
            return Response(
                status: .partialContent, headers: headers,
                body: reading(path, part.lowerBound, part.count))
        case .unsatisfiable:
            throw Refusal(
                .rangeNotSatisfiable, "range", "the file has only \(facts.size) bytes",
                headers: [.contentRange: "bytes */\(facts.size)"])
        }
    }

    private static func reading(_ path: String, _ start: Int, _ count: Int) -> ResponseBody {
        guard count > 0 else { return ResponseBody() }
        return ResponseBody(contentLength: count) { writer in
            let file = try await blocking { try OpenFile(reading: path) }
            var at = start
            while at < start + count {
                let offset = at
                let wanted = min(chunk, start + count - offset)
                let bytes = try await blocking { try file.read(wanted, at: offset) }
                guard !bytes.isEmpty else {
                    throw BatchVideoError(.internal, "the file became shorter while it was sent")
                }
                at += bytes.count
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }

    private static func matches(_ header: String, _ tag: String) -> Bool {
        header.trimming(" ") == "*"
            || header.split(separator: ",").contains {
                let text = $0.trimming(" ")
                return (text.hasPrefix("W/") ? String(text.dropFirst(2)) : text) == tag
            }
    }

    /// The name in ASCII for old clients and in UTF-8 for all others (RFC 6266).
    static func disposition(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar in
            (0x20...0x7E).contains(scalar.value) && !"\"\\".unicodeScalars.contains(scalar)
                ? String(scalar) : "_"
        }.joined()
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }

    /// File calls may wait for the disk: they run on threads of their own.
    static func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}

extension Date {
    /// "Sun, 06 Nov 1994 08:49:37 GMT".
    var httpHeader: String {
        let date = CivilTime(self, hoursEast: 0)
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let weekday = weekdays[(date.daysSince1970 % 7 + 7) % 7]
        let day = CivilTime.pad(date.day) + " " + months[date.month - 1] + " \(date.year)"
        return "\(weekday), \(day) \(date.clock) GMT"
    }
}
