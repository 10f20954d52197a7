import BatchVideo
import Foundation

/// Requests as bytes.
enum HTTPText {
    static func request(
        _ method: String, _ path: String, headers: [String: String] = [:], body: Data = Data()
    ) -> [UInt8] {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1"]
        lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        if method != "GET" { lines.append("Content-Length: \(body.count)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    /// One file as a form sends it: the body, and the content type that goes with it.
    static func form(file: Data, name: String) -> (body: Data, type: String) {
        let mark = "batchvideo-bench-\(UUID().uuidString.prefix(8))"
        let head = """
            --\(mark)\r
            Content-Disposition: form-data; name="file"; filename="\(name)"\r
            Content-Type: application/octet-stream\r
            \r

            """
        return (Data(head.utf8) + file + Data("\r\n--\(mark)--\r\n".utf8), "multipart/form-data; boundary=\(mark)")
    }
}

/// Puts an answer together from what comes in. Only answers that say their length are complete before
/// the connection closes; the API and its twin say it always.
struct HTTPAnswer: Sendable {
    private(set) var status = 0
    private var bytes: [UInt8] = []
    private var bodyStart = 0
    private var length: Int?

    var body: Data { Data(bytes[bodyStart...]) }

    /// True when the answer is whole.
    mutating func take(_ more: UnsafeRawBufferPointer) -> Bool {
        bytes.append(contentsOf: more)
        if bodyStart == 0 { readHead() }
        guard bodyStart > 0, let length else { return false }
        return bytes.count - bodyStart >= length
    }

    /// Ready for the next answer of the connection, keeping its memory.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        (status, bodyStart, length) = (0, 0, nil)
    }

    private mutating func readHead() {
        let found = bytes.withUnsafeBytes { all -> (end: Int, status: Int, length: Int?)? in
            guard let end = Self.emptyLine(in: all) else { return nil }
            let head = UnsafeRawBufferPointer(rebasing: all[..<end])
            return (head.count + 4, Self.number(in: head, from: 9) ?? 0, Self.length(in: head))
        }
        guard let found else { return }
        (bodyStart, status, length) = found
    }

    /// Where the line break before the empty line stands.
    private static func emptyLine(in text: UnsafeRawBufferPointer) -> Int? {
        var place = 0
        while place + 3 < text.count {
            if text[place] == 13, text[place + 1] == 10, text[place + 2] == 13, text[place + 3] == 10 { return place }
            place += 1
        }
        return nil
    }

    private static let lengthName = Array("\r\ncontent-length:".utf8)

    /// Whether the header's name stands there; no other sign is one of its letters but for this bit.
    private static func isLength(_ head: UnsafeRawBufferPointer, at place: Int) -> Bool {
        lengthName.indices.allSatisfy { index in
            let letter = lengthName[index]
            return head[place + index] | (letter & 0x20) == letter
        }
    }

    private static func length(in head: UnsafeRawBufferPointer) -> Int? {
        var place = 0
        while place + lengthName.count < head.count {
            if head[place] == 13, isLength(head, at: place) {
                return number(in: head, from: place + lengthName.count)
            }
            place += 1
        }
        return nil
    }

    /// The digits after spaces; nil when there are none.
    private static func number(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var (place, value, digitCount) = (start, 0, 0)
        while place < text.count, text[place] == 32 { place += 1 }
        while place < text.count, digitCount < 12, (48...57).contains(text[place]) {
            value = value * 10 + Int(text[place] - 48)
            digitCount += 1
            place += 1
        }
        return digitCount > 0 ? value : nil
    }
}
