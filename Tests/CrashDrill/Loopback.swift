import Foundation

/// One question and one answer over a connection of its own to this machine.
struct Loopback: Sendable {
    let port: Int

    struct Lost: Error {}

    /// Sends bytes and reads until the other side closes.
    ///
    /// - Parameter hangsUp: closes without reading: the answer is lost.
    /// - Throws: `Lost` when nobody listens or the connection broke.
    func ask(_ bytes: [UInt8], hangsUp: Bool = false) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { done in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread { done.resume(with: Result { try exchange(bytes, hangsUp) }) }
        }
    }

    private func exchange(_ bytes: [UInt8], _ hangsUp: Bool) throws -> [UInt8] {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw Lost() }
        defer { close(socket) }
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = Self.address(port)
        let isOpen = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isOpen else { throw Lost() }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Lost() }
            sent += count
        }
        guard !hangsUp else { throw Lost() }
        return try Self.readAll(socket)
    }

    private static func readAll(_ socket: Int32) throws -> [UInt8] {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(socket, &buffer, buffer.count)
            guard count >= 0 else { throw Lost() }
            if count == 0 { return answer }
            answer += buffer[..<count]
        }
    }

    static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

/// A client of the API.
struct DrillClient: Sendable {
    let port: Int
    var token: String?

    struct Answer: Sendable {
        var status: Int
        var body: JSON

        struct JSON: Sendable {
            let data: Data
            func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
                try JSONDecoder().decode(type, from: data)
            }
        }
    }

    func post(
        _ path: String, _ body: some Encodable, key: String? = nil, hangsUp: Bool = false
    ) async throws -> Answer {
        // The same bytes every time: a request sent again is the same request.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(body)
        var lines = [
            "POST \(path) HTTP/1.1", "Host: 127.0.0.1", "Connection: close",
            "Content-Type: application/json", "Content-Length: \(data.count)",
        ]
        if let token { lines.append("Authorization: Bearer \(token)") }
        if let key { lines.append("Idempotency-Key: \(key)") }
        let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        let bytes = try await Loopback(port: port).ask(head + data, hangsUp: hangsUp)
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)),
            let status = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
                .split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw Loopback.Lost() }
        let headers = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = headers.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
        let rest = bytes[end.upperBound...]
        // Cut off in the middle: as good as none.
        guard let length, rest.count >= length else { throw Loopback.Lost() }
        return Answer(status: status, body: .init(data: Data(rest.prefix(length))))
    }
}
