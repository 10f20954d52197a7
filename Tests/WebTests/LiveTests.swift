import BatchVideo
import Foundation
import Store
import Testing

@testable import Web

@Suite("Live events", .timeLimit(.minutes(20)))
struct LiveTests {
    @Test("A listener hears what happens, and after a break what was missed, once")
    func serverSentEvents() async throws {
        try await TestServer.run { server in
            let user = try await server.user("listener")
            let other = try await server.user("neighbour")

            let first = try await server.listen(user, "/api/events") { listener in
                let hello = try await listener.event()
                #expect(hello.kind == "hello")
                _ = try await server.job(other)
                let job = try await server.job(user)
                return try await listener.event(of: job, "job.created")
            }
            let second = try await server.job(user)
            let third = try await server.job(user)
            let replayed = try await server.listen(
                user, "/api/events", headers: [("Last-Event-ID", String(first.id))]
            ) { listener in
                #expect(try await listener.event().data["replayed"] == true)
                return [
                    try await listener.event(of: second, "job.created"),
                    try await listener.event(of: third, "job.created"),
                ]
            }

            #expect(replayed[0].id > first.id && replayed[1].id > replayed[0].id)
            #expect(first.data["at"] == "2025-11-25T00:00:00")
        }
    }

    @Test("A quiet stream shows that it lives; the stream of one job tells of that job only")
    func heartbeat() async throws {
        try await TestServer.run({
            $0.heartbeat = .milliseconds(50)
            $0.eventPoll = .milliseconds(20)
        }) { server in
            let user = try await server.user("patient")
            let job = try await server.job(user)
            try await server.listen(user, "/api/events?job_id=\(job)") { listener in
                _ = try await listener.event()
                _ = try await listener.text(upTo: ": alive\n\n")
                _ = try await server.job(user)
                _ = try await server.send("POST", "/api/jobs/\(job)/cancel", as: user)
                let event = try await listener.event()
                #expect(event.data["job_id"]?.int == job)
                #expect(event.kind == "execution.cancelled")
            }
            #expect(try await server.send("GET", "/api/events?job_id=99999", as: user).status == 404)
        }
    }

    @Test("A ticket opens one stream, once, for half a minute; the token never stands in an address")
    func ticket() async throws {
        try await TestServer.run { server in
            let user = try await server.user("ticketed")
            func ticket() async throws -> String {
                try await server.send("POST", "/api/auth/ticket", as: user)["ticket"].string ?? ""
            }
            let used = try await ticket()
            try await server.listen(nil, "/api/events?ticket=\(used)") { _ = try await $0.event() }

            #expect(try await server.send("GET", "/api/events?ticket=\(used)").status == 401)
            #expect(try await server.send("GET", "/api/events?ticket=\(user.token)").status == 401)
            let old = try await ticket()
            server.clock.advance(31)
            #expect(try await server.send("GET", "/api/events?ticket=\(old)").status == 401)
            #expect(try await server.send("GET", "/api/jobs?ticket=\(try await ticket())").status == 401)
        }
    }

    @Test("A WebSocket carries the same messages, answers pings and closes politely")
    func webSocket() async throws {
        try await TestServer.run { server in
            let user = try await server.user("socket")
            try await server.client.withConnection { connection in
                // The upgrade may be any request of a connection.
                try await connection.write(WireClient.head("GET", "/health", [], length: nil))
                #expect(try await connection.answer().status == 200)
                try await connection.write(WireClient.head("GET", "/api/ws", Self.upgrade(user), length: nil))
                let head = try await connection.head()
                #expect(head.status == 101)
                #expect(head.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")

                #expect(try await Self.text(&connection)["kind"] == "hello")
                let job = try await server.job(user)
                var message = try await Self.text(&connection)
                while message["kind"] != "job.created" { message = try await Self.text(&connection) }
                #expect(message["job_id"]?.int == job)

                try await connection.write(Self.masked(9, Array("beat".utf8)))
                #expect(try await Self.frame(&connection, 10) == Array("beat".utf8))
                try await connection.write(Self.masked(8, [0x03, 0xE8]))
                #expect(try await Self.frame(&connection, 8) == [0x03, 0xE8])
            }
        }
    }

    @Test("A WebSocket is refused at once, as an ordinary answer")
    func refused() async throws {
        try await TestServer.run { server in
            let user = try await server.user("refused")
            func upgrade(_ headers: [(String, String)]) async throws -> Int {
                try await server.client.withConnection { connection in
                    try await connection.write(WireClient.head("GET", "/api/ws", headers, length: nil))
                    return try await connection.answer().status
                }
            }
            let noToken = Self.upgrade(user).filter { $0.0 != "Authorization" }

            #expect(try await upgrade(noToken) == 401)
            #expect(try await upgrade(Self.upgrade(user) + [("Origin", "https://evil.example")]) == 403)
            #expect(try await upgrade([("Authorization", "Bearer \(user.token)")]) == 426)
            #expect(try await upgrade(Self.upgrade(user) + [("Origin", "http://test.local")]) == 101)
            let h2c = try await server.client.send(
                "GET", "/health", headers: [("Upgrade", "h2c"), ("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA")])
            #expect(h2c.status == 200)
        }
    }

    @Test("The server's end closes sockets with 1001 and ends streams")
    func shutdown() async throws {
        try await TestServer.run { server in
            let user = try await server.user("last")
            try await server.listen(user, "/api/events") { listener in
                _ = try await listener.event()
                try await server.client.withConnection { connection in
                    try await connection.write(WireClient.head("GET", "/api/ws", Self.upgrade(user), length: nil))
                    #expect(try await connection.head().status == 101)
                    _ = try await Self.text(&connection)
                    await server.stop()
                    #expect(try await Self.frame(&connection, 8) == [0x03, 0xE9])
                }
                #expect(try await listener.text(upTo: "0\r\n\r\n").hasSuffix("0\r\n\r\n"))
            }
        }
    }

    private static func upgrade(_ user: TestUser) -> [(String, String)] {
        [
            ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Authorization", "Bearer \(user.token)"),
        ]
    }

    private static func masked(_ opcode: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0x80 | opcode, 0x80 | UInt8(content.count), 0, 0, 0, 0] + content
    }

    private static func frame(_ connection: inout WireConnection, _ opcode: UInt8) async throws -> [UInt8] {
        while true {
            let head = try await connection.read(2)
            var length = Int(head[1])
            if length == 126 { length = try await connection.read(2).reduce(0) { $0 << 8 | Int($1) } }
            let content = try await connection.read(length)
            if head[0] == 0x80 | opcode { return content }
        }
    }

    private static func text(_ connection: inout WireConnection) async throws -> JSON {
        try JSONReader.read(try await frame(&connection, 1))
    }
}

/// A stream of events being read.
struct TestListener {
    struct Event: Sendable {
        var id: Int
        var kind: String
        var data: JSON
    }

    var connection: WireConnection

    mutating func text(upTo mark: String) async throws -> String { try await connection.read(upTo: mark) }

    mutating func event() async throws -> Event {
        while true {
            let lines = try await text(upTo: "\n\n").split(whereSeparator: \.isNewline).map(String.init)
            func value(_ name: String) -> String? {
                lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
            }
            guard let data = value("data"), let id = value("id").flatMap({ Int($0) }) else { continue }
            return Event(id: id, kind: value("event") ?? "", data: try JSONReader.read(data))
        }
    }

    /// The next event of that job and kind; one of another job would be a fault, others of this job are passed over.
    mutating func event(of job: Int, _ kind: String) async throws -> Event {
        while true {
            let event = try await event()
            if event.data["job_id"]?.int == job, event.kind == kind { return event }
        }
    }
}

extension TestServer {
    func listen<Value: Sendable>(
        _ user: TestUser?, _ path: String, headers: [(String, String)] = [],
        _ body: (inout TestListener) async throws -> Value
    ) async throws -> Value {
        let token = user.map { [("Authorization", "Bearer \($0.token)")] } ?? []
        return try await client.withConnection { connection in
            try await connection.write(WireClient.head("GET", path, headers + token, length: nil))
            let head = try await connection.head()
            #expect(head.status == 200)
            #expect(head.headers["content-type"] == "text/event-stream")
            var listener = TestListener(connection: connection)
            return try await body(&listener)
        }
    }
}
