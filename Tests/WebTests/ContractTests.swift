import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite("Contract", .timeLimit(.minutes(20)))
struct ContractTests {
    /// A path with its captures filled in.
    private static func filled(_ path: String, id: Int = 1) -> String {
        path.replacing("{index}", with: "0").replacing("{user_id}", with: "nobody")
            .replacing(/\{[a-z_]+\}/, with: String(id))
    }

    /// Queries that a route needs before it asks who calls are not there: credentials come first.
    @Test("Without a token, with an expired and with a forged one every route with an owner rule is shut")
    func matrix() async throws {
        try await TestServer.run { server in
            let expired = try await server.user("expired")
            server.clock.advance(4_000)
            let fresh = try await server.user("fresh")
            let forged = TestUser(id: "", name: "", token: fresh.token + "x")
            var count = 0

            for endpoint in server.server.table.endpoints where endpoint.access != .public {
                let path = "/api" + Self.filled(endpoint.path)
                let method = endpoint.method.rawValue
                for user in [nil, expired, forged] {
                    let answer = try await server.send(method, path, as: user)
                    count += 1
                    let expected = endpoint.access == .signature ? [403, 422] : [401]
                    #expect(expected.contains(answer.status), "\(method) \(path): \(answer.status)")
                }
                if endpoint.access == .admin {
                    #expect(try await server.send(method, path, as: fresh).status == 403)
                }
                if endpoint.access == .service {
                    #expect(try await server.send(method, path, as: fresh).status == 401)
                }
            }
            #expect(count > 200)
        }
    }

    @Test("Rows of somebody else are not there, on every route that names one")
    func otherUser() async throws {
        try await TestServer.run { server in
            let owner = try await server.user("owner")
            let other = try await server.user("other")
            let rows = try await Self.rows(of: owner, server)
            var count = 0

            for endpoint in server.server.table.endpoints
            where [.owner, .shared].contains(endpoint.access) {
                let kind = String(endpoint.path.split(separator: "/")[0])
                let id = try #require(rows[kind], "no row for \(kind)")
                let path = "/api/v1" + Self.filled(endpoint.path, id: id)
                let answer = try await server.send(
                    endpoint.method.rawValue, path, as: other, Self.body(endpoint))
                count += 1
                #expect(answer.status == 404, "\(endpoint.method) \(path): \(answer.status) \(answer.text)")
                #expect(answer["message"] == "there is no such thing")
            }
            #expect(count > 35)
            for (kind, id) in rows
            where ["accounts", "languages", "topics", "voices", "templates", "jobs"].contains(kind) {
                #expect(try await server.send("GET", "/api/\(kind)/\(id)", as: owner).status == 200)
            }
        }
    }

    /// The smallest body that passes the route's schema.
    private static func body(_ endpoint: Endpoint) -> JSON? {
        switch endpoint.path {
        case let path where path.hasSuffix("/split"): ["at": 1]
        case let path where path.hasSuffix("/captions") && endpoint.body.schema != nil: ["cues": []]
        default: endpoint.body.schema == nil ? nil : .object(JSONObject())
        }
    }

    private static func rows(of user: TestUser, _ server: TestServer) async throws -> [String: Int] {
        var rows: [String: Int] = [:]
        let bodies: [(String, JSON)] = [
            ("accounts", ["username": "频道"]), ("languages", ["name": "zh-CN"]),
            ("topics", ["name": "科技"]), ("templates", ["name": "日更"]),
            ("keys", ["name": "key"]), ("webhooks", ["url": "https://example.com/hook"]),
        ]
        for (kind, body) in bodies {
            rows[kind] = try await server.send("POST", "/api/\(kind)", as: user, body)["id"].int
        }
        let upload = try await server.upload(Samples.wav, "a.wav", as: user, typ: "voice")
        let key = try #require(upload["uploadkey"].string)
        rows["voices"] = try await server.send(
            "POST", "/api/voices", as: user, ["name": "声音", "path": .string(key)])["id"].int
        let batch = try await server.send(
            "POST", "/api/jobs/batch", as: user, ["jobs": [["title": "一", "content": "二"]]])
        rows["batches"] = batch["batch"]["id"]?.int
        rows["jobs"] = batch["ids"].array?.first?.int
        rows["job_splits"] = rows["jobs"]
        rows["sessions"] = try await server.send("GET", "/api/sessions", as: user)["items"].array?.first?["id"]?.int
        return rows
    }

    @Test("Addresses and methods that are not there say so, with what is allowed")
    func unknown() async throws {
        try await TestServer.run { server in
            let unknown = try await server.client.send("GET", "/api/nothing")
            let method = try await server.client.send("DELETE", "/api/v1/jobs")
            let bare = try await server.client.send("GET", "/jobs")
            let options = try await server.client.send("OPTIONS", "/api/jobs")
            let encoded = try await server.client.send("GET", "/api/jobs/%00")

            #expect(unknown.status == 404)
            #expect(unknown["code"] == "not_found")
            #expect(method.status == 405)
            #expect(method.headers["allow"] == "POST, GET, HEAD, OPTIONS")
            #expect(bare.status == 404)
            #expect(options.status == 204)
            #expect(encoded.status == 404)
        }
    }

    @Test("HEAD gives the headers of GET and nothing else")
    func head() async throws {
        try await TestServer.run { server in
            let get = try await server.client.send("GET", "/health")
            let head = try await server.client.send("HEAD", "/health")

            #expect(get.status == 200)
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == get.headers["content-length"])
            #expect(head.body.isEmpty)
        }
    }

    @Test("The document names every route under both prefixes, its rule and its errors")
    func document() async throws {
        try await TestServer.run { server in
            let answer = try await server.client.send("GET", "/openapi.json")
            let nested = try await server.client.send("GET", "/api/v1/openapi.json")
            let page = try await server.client.send("GET", "/docs")
            let paths = try #require(answer["paths"].object)

            #expect(answer["openapi"] == "3.1.0")
            #expect(nested.body == answer.body)
            #expect(paths.members.count > 60)
            let job = paths["/jobs/{id}"]?["get"]
            #expect(job?["x-owner-rule"] == "owner")
            #expect(job?["responses"]?["404"] != nil)
            #expect(page.text.contains("/jobs/{id}/splits/{index}/regenerate"))
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("//cdn"))
            let identifiers = server.server.table.endpoints.map(\.operationID)
            #expect(Set(identifiers).count == identifiers.count)
        }
    }

    @Test("Request ids are kept when they are harmless, and made when they are not")
    func requestID() async throws {
        try await TestServer.run { server in
            let kept = try await server.client.send("GET", "/health", headers: [("X-Request-ID", "a-1_b.c")])
            let made = try await server.client.send("GET", "/api/x", headers: [("X-Request-ID", "a b<c>")])

            #expect(kept.headers["x-request-id"] == "a-1_b.c")
            #expect(made.headers["x-request-id"]?.count == 36)
            #expect(made["request_id"].string == made.headers["x-request-id"])
            #expect(made.headers["x-content-type-options"] == "nosniff")
        }
    }

    @Test("Only listed origins get CORS headers, and \"*\" is refused")
    func cors() async throws {
        try await TestServer.run({ $0.corsOrigins = ["https://films.example"] }) { server in
            let preflight = try await server.client.send(
                "OPTIONS", "/api/jobs",
                headers: [("Origin", "https://films.example"), ("Access-Control-Request-Method", "PUT")])
            let foreign = try await server.client.send(
                "GET", "/health", headers: [("Origin", "https://evil.example")])
            let refused = try await server.client.send(
                "GET", "/api/jobs", headers: [("Origin", "https://films.example")])

            #expect(preflight.status == 204)
            #expect(preflight.headers["access-control-allow-origin"] == "https://films.example")
            #expect(foreign.headers["access-control-allow-origin"] == nil)
            #expect(refused.status == 401)
            #expect(refused.headers["access-control-allow-origin"] == "https://films.example")
        }
        await #expect(throws: (any Error).self) {
            try await TestServer.run({ $0.corsOrigins = ["*"] }) { _ in }
        }
    }

    @Test("Bodies that are no JSON, of another type or too large are told apart")
    func bodies() async throws {
        try await TestServer.run { server in
            let user = try await server.user("sender")
            let json = [("Content-Type", "application/json")]
            func post(_ bytes: [UInt8], _ headers: [(String, String)]) async throws -> WireAnswer {
                try await server.send("POST", "/api/jobs", as: user, headers: headers, raw: bytes)
            }

            #expect(try await post(Array("{".utf8), json).status == 400)
            #expect(try await post(Array(#"{"title":"a","title":"b","content":"c"}"#.utf8), json).status == 400)
            #expect(try await post([0x22, 0xFF, 0x22], json).status == 400)
            #expect(try await post(Array("a=b".utf8), [("Content-Type", "text/plain")]).status == 415)
            #expect(try await post(Array(repeating: 0x20, count: 1_100_000), json).status == 413)
            let deep = String(repeating: "[", count: 10_000)
            #expect(try await post(Array(deep.utf8), json).status == 400)
            let missing = try await post(Array("{}".utf8), json)
            #expect(missing.status == 422)
            #expect(missing["field"] == "title")
        }
    }

    @Test("Pages and filters: empty values are none, wrong ones are named")
    func pages() async throws {
        try await TestServer.run { server in
            let user = try await server.user("reader")
            for index in 1...3 { _ = try await server.job(user, title: "第\(index)集") }
            func list(_ query: String) async throws -> WireAnswer {
                try await server.send("GET", "/api/jobs?\(query)", as: user)
            }

            #expect(try await list("page=1&page_size=10&status=&account_id=&language_id=")["total"] == 3)
            #expect(try await list("status=%E6%89%80%E6%9C%89")["total"] == 3)
            #expect(try await list("status=PENDING")["total"] == 3)
            #expect(try await list("status=%E5%B7%B2%E5%AE%8C%E6%88%90")["total"] == 0)
            let second = try await list("page=2&page_size=2")
            #expect(second["items"].array?.count == 1)
            #expect(second["items"].array?[0]["title"] == "第1集")
            #expect(second["items"].array?[0]["content"] == "")
            for query in [
                "page=0", "page=1001", "page_size=101", "page=x", "page=1&page=2", "status=x", "account_id=1.5",
            ] {
                let answer = try await list(query)
                #expect(answer.status == 422, "\(query)")
                #expect(answer["field"].string?.isEmpty == false)
            }
        }
    }
}
