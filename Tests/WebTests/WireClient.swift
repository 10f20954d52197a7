import Foundation
import NIOCore
import NIOPosix

@testable import Web

/// What a server said, taken apart by hand: no client library between the test and the bytes.
struct WireAnswer: Sendable {
    var status: Int
    /// Lower-case names.
    var headers: [String: String]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: JSON { (try? JSONReader.read(body)) ?? .null }
    subscript(_ member: String) -> JSON { json[member] ?? .null }
}

/// An HTTP/1.1 client that speaks bytes.
struct WireClient: Sendable {
    let port: Int

    /// One request on a connection of its own.
    func send(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async throws -> WireAnswer {
        try await withConnection { connection in
            try await connection.write(
                Self.head(method, path, headers + [("Connection", "close")], length: body.count) + body)
            return try await connection.answer(isHead: method == "HEAD")
        }
    }

    static func head(
        _ method: String, _ path: String, _ headers: [(String, String)], length: Int?
    ) -> [UInt8] {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: test.local"]
        lines += headers.map { "\($0.0): \($0.1)" }
        if let length, length > 0 || ["POST", "PUT"].contains(method) {
            lines.append("Content-Length: \(length)")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    func withConnection<Value: Sendable>(
        _ body: (inout WireConnection) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = WireConnection(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&connection)
        }
    }
}

/// A connection and what has come over it so far.
struct WireConnection {
    fileprivate var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private(set) var buffer: [UInt8] = []

    fileprivate init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    func write(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// False at the end.
    mutating func readMore() async throws -> Bool {
        guard let chunk = try await inbound.next(isolation: #isolation) else { return false }
        buffer += chunk.readableBytesView
        return true
    }

    /// Everything up to and with a mark.
    mutating func read(upTo mark: String) async throws -> String {
        let needle = Array(mark.utf8)
        while true {
            if let range = buffer.firstRange(of: needle) {
                let text = String(decoding: buffer[..<range.upperBound], as: UTF8.self)
                buffer.removeSubrange(..<range.upperBound)
                return text
            }
            guard try await readMore() else { throw WireError(text: "the connection ended before \(mark)") }
        }
    }

    mutating func read(_ count: Int) async throws -> [UInt8] {
        while buffer.count < count {
            guard try await readMore() else { throw WireError(text: "the connection ended early") }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    mutating func head() async throws -> (status: Int, headers: [String: String]) {
        let lines = try await read(upTo: "\r\n\r\n").components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimming(" ")
        }
        return (Int(lines[0].split(separator: " ")[1]) ?? 0, headers)
    }

    mutating func answer(isHead: Bool = false) async throws -> WireAnswer {
        let (status, headers) = try await head()
        var body: [UInt8] = []
        if isHead || status == 204 || status == 304 {
            body = []
        } else if headers["transfer-encoding"] == "chunked" {
            while true {
                let line = try await read(upTo: "\r\n").trimming("\r\n")
                let count = Int(line, radix: 16) ?? 0
                body += try await read(count)
                _ = try await read(2)
                if count == 0 { break }
            }
        } else {
            body = try await read(Int(headers["content-length"] ?? "0") ?? 0)
        }
        return WireAnswer(status: status, headers: headers, body: body)
    }
}

struct WireError: Error { var text: String }
