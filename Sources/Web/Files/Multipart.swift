internal import Foundation
internal import HTTPTypes
internal import NIOCore

/// `multipart/form-data` read as it arrives (RFC 7578): memory does not grow with the files in it.
struct Multipart<Source: AsyncSequence>: ~Copyable where Source.Element == ByteBuffer {
    enum Event {
        case part(PartHeader)
        case bytes(ByteBuffer)
        case end
    }

    private enum State { case preamble, headers, content, over }

    private static var maximumHeader: Int { 16_384 }
    private static var maximumParts: Int { 32 }

    private var source: Source.AsyncIterator
    private let delimiter: [UInt8]
    /// Begins with a line break, so that the first boundary looks like all others.
    private var buffer = ByteBuffer(string: "\r\n")
    private var state = State.preamble
    private var parts = 0

    init(_ source: Source, boundary: String) {
        self.source = source.makeAsyncIterator()
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Nil after the last part.
    mutating func next() async throws -> Event? {
        while true {
            switch state {
            case .preamble:
                if let place = find(delimiter) {
                    buffer.moveReaderIndex(forwardBy: place + delimiter.count)
                    try await finishDelimiter()
                } else {
                    drop(keeping: delimiter.count - 1)
                    try await readMore()
                }
            case .headers:
                if buffer.getBytes(at: buffer.readerIndex, length: 2) == [13, 10] {
                    buffer.moveReaderIndex(forwardBy: 2)
                    state = .content
                    return .part(PartHeader(""))
                }
                if let place = find([13, 10, 13, 10]), place <= Self.maximumHeader {
                    let text = buffer.readString(length: place) ?? ""
                    buffer.moveReaderIndex(forwardBy: 4)
                    state = .content
                    return .part(PartHeader(text))
                }
                guard buffer.readableBytes <= Self.maximumHeader else { throw fault("a header is too long") }
                try await readMore()
            case .content:
                if let place = find(delimiter) {
                    if place > 0, let slice = buffer.readSlice(length: place) { return .bytes(slice) }
                    buffer.moveReaderIndex(forwardBy: delimiter.count)
                    try await finishDelimiter()
                    return .end
                }
                let safe = buffer.readableBytes - (delimiter.count - 1)
                if safe > 0, let slice = buffer.readSlice(length: safe) { return .bytes(slice) }
                try await readMore()
            case .over: return nil
            }
        }
    }

    private func fault(_ what: String) -> Refusal {
        Refusal(.badRequest, "malformed", "the upload is not valid multipart/form-data: \(what)")
    }

    private mutating func readMore() async throws {
        guard var more = try await source.next(isolation: #isolation) else { throw fault("it ends in the middle") }
        buffer.discardReadBytes()
        buffer.writeBuffer(&more)
    }

    private mutating func drop(keeping count: Int) {
        let spare = buffer.readableBytes - count
        if spare > 0 { buffer.moveReaderIndex(forwardBy: spare) }
    }

    /// Two dashes end the body, a line break begins the next part; spaces may stand before it.
    private mutating func finishDelimiter() async throws {
        while true {
            while buffer.readableBytes < 2 { try await readMore() }
            guard let pair = buffer.getBytes(at: buffer.readerIndex, length: 2) else { return }
            if pair == [45, 45] {
                state = .over
                return
            }
            if pair == [13, 10] {
                buffer.moveReaderIndex(forwardBy: 2)
                parts += 1
                guard parts <= Self.maximumParts else { throw fault("too many parts") }
                state = .headers
                return
            }
            guard pair[0] == 32 || pair[0] == 9 else { throw fault("a boundary goes on") }
            buffer.moveReaderIndex(forwardBy: 1)
        }
    }

    private func find(_ needle: [UInt8]) -> Int? {
        buffer.withUnsafeReadableBytes { hay in
            guard let base = hay.baseAddress, hay.count >= needle.count else { return nil }
            return needle.withUnsafeBytes { pattern in
                var at = 0
                while at <= hay.count - pattern.count {
                    guard
                        let hit = memchr(base + at, Int32(pattern[0]), hay.count - pattern.count - at + 1)
                    else { return nil }
                    at = UnsafeRawPointer(hit) - base
                    if let start = pattern.baseAddress, memcmp(hit, start, pattern.count) == 0 { return at }
                    at += 1
                }
                return nil
            }
        }
    }
}

/// The headers of one part.
struct PartHeader: Sendable {
    var name = ""
    /// Nil for plain fields.
    var filename: String?
    var type = ""

    init(_ text: String) {
        for line in text.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let value = halves[1].trimming(" \t")
            switch halves[0].lowercased() {
            case "content-disposition": read(value)
            case "content-type": type = value.lowercased()
            default: break
            }
        }
    }

    private mutating func read(_ disposition: String) {
        for (key, value) in Self.parameters(disposition) {
            switch key {
            case "name": name = value
            case "filename": filename = filename ?? value
            case "filename*":
                // RFC 5987: charset'language'percent-encoded.
                let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3, parts[0].lowercased() == "utf-8" {
                    filename = parts[2].removingPercentEncoding ?? filename
                }
            default: break
            }
        }
    }

    /// `key=value` and `key="quoted \" value"`, by semicolons.
    static func parameters(_ text: String) -> [(String, String)] {
        var pairs: [(String, String)] = []
        var rest = text[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[semicolon...].dropFirst()
            guard let equals = rest.firstIndex(of: "=") else { break }
            let key = rest[..<equals].trimming(" \t").lowercased()
            rest = rest[equals...].dropFirst()
            guard rest.first == "\"" else {
                let value = rest.prefix { $0 != ";" }
                rest = rest[value.endIndex...]
                pairs.append((key, value.trimming(" \t")))
                continue
            }
            rest = rest.dropFirst()
            var value = ""
            while let character = rest.popFirst(), character != "\"" {
                if character == "\\", let next = rest.popFirst() {
                    value.append(next)
                } else {
                    value.append(character)
                }
            }
            pairs.append((key, value))
        }
        return pairs
    }
}
