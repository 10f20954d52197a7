import BatchVideo
import Foundation
import Synchronization
import Testing

@testable import Web

@Suite("Edge", .timeLimit(.minutes(20)))
struct EdgeTests {
    @Test("A long body that is refused is not read to its end")
    func refusedBody() async throws {
        try await TestServer.run { server in
            try await server.client.withConnection { connection in
                try await connection.write(
                    WireClient.head(
                        "POST", "/api/utils/upload", [("Content-Type", "multipart/form-data; boundary=x")],
                        length: 1 << 30) + [UInt8](repeating: 0, count: 1_000))
                let answer = try await connection.answer()
                #expect(answer.status == 401)
                #expect(answer.headers["connection"] == "close")
                // The rest was never sent: only a server that gave up ends here.
                #expect(try await !connection.readMore())
            }
        }
    }

    @Test("Requests are measured by their route's pattern, unknown ones by none")
    func measured() async throws {
        let seen = Seen()
        var tools = WebTools()
        tools.observe = { seen.add("\($0.method) \($0.endpoint ?? "-") \($0.status)") }
        try await TestServer.run(tools: tools) { server in
            _ = try await server.client.send("GET", "/api/jobs/17")
            _ = try await server.client.send("GET", "/api/unknown/17")
        }
        #expect(seen.lines == ["GET /jobs/{id} 401", "GET - 404"])
    }

    @Test("Pages of the web application come from beside the API, with a policy of their own")
    func pages() async throws {
        let pages = [
            "/index.html": "<!doctype html>", "/lib/a.js": "let a = 1", "/vendor/vue.0f.js": "let vue",
            "/notes.md": "not for everybody",
        ]
        try await TestServer.run(pages: pages) { server in
            let script = try await server.client.send("GET", "/lib/a.js")
            #expect(script.text == "let a = 1")
            #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
            #expect(script.headers["cache-control"] == "no-cache")
            let policy = script.headers["content-security-policy"] ?? ""
            #expect(policy.contains("script-src 'self';") && policy.contains("require-trusted-types-for 'script'"))

            let vendor = try await server.client.send("GET", "/vendor/vue.0f.js")
            #expect(vendor.headers["cache-control"]?.contains("immutable") == true)

            for path in ["/", "/jobs", "/jobs/17/storyboard", "/library/voices"] {
                let page = try await server.client.send("GET", path)
                #expect(page.text == "<!doctype html>", "\(path)")
            }
            for path in [
                "/api/lib/a.js", "/nothing", "/nothing.js", "/notes.md", "/lib/../notes.md", "/lib/%2e%2e/notes.md",
                "/vendor/../app/lib/a.js", "/.git/config", "//etc/passwd", "/lib/a.js/",
            ] {
                let page = try await server.client.send("GET", path)
                #expect(page.status == 404 || page.text == "let a = 1" && path == "/lib/a.js/", "\(path)")
                #expect(!page.text.contains("not for everybody"), "\(path)")
            }
        }
    }

    @Test("A document names all modules that its page will ask for, each once")
    func modules() async throws {
        let pages = [
            "/index.html": "<head></head>", "/main.js": "import { App } from \"./app.js\";\n",
            "/app.js": """
            import { h } from "./lib/vue.js";
            const ROUTES = [
              { path: "/jobs", page: page("jobs", () => import("./pages/jobs.js")) },
              { path: "/jobs/:id/:tab", page: page("job", () => import("./pages/job/index.js")) },
            ];
            """,
            "/lib/vue.js": "export {\n  h,\n} from \"/vendor/vue.0f.js\";", "/vendor/vue.0f.js": "let vue",
            "/pages/jobs.js": "import { h } from \"../lib/vue.js\";\nimport \"./row.js\";", "/pages/row.js": "",
            "/pages/job/index.js": "import { row } from \"../row.js\";\nconst text = \"import x from 'y'\";",
        ]
        @Sendable func names(_ text: String) -> [String] {
            text.matches(of: /rel="modulepreload" href="([^"]+)"/).map { String($0.1) }
        }
        try await TestServer.run(pages: pages) { server in
            let login = try await server.client.send("GET", "/login")
            #expect(names(login.text) == ["/main.js", "/app.js", "/lib/vue.js", "/vendor/vue.0f.js"])
            let jobs = try await server.client.send("GET", "/jobs")
            #expect(Set(names(jobs.text)).subtracting(names(login.text)) == ["/pages/jobs.js", "/pages/row.js"])
            #expect(names(jobs.text).count == 6)
            let job = try await server.client.send("GET", "/jobs/7/log")
            #expect(Set(names(job.text)).subtracting(names(login.text)) == ["/pages/job/index.js", "/pages/row.js"])
            let head = try await server.client.send("HEAD", "/jobs")
            #expect(head.text.isEmpty && head.headers["content-length"] == String(jobs.text.utf8.count))
        }
    }

    @Test("A setting raises the length of texts, in the contract too")
    func limits() async throws {
        try await TestServer.run({ $0.limits.content = 20_000 }) { server in
            let user = try await server.user("novelist")
            let long = String(repeating: "长", count: 20_000)
            let body: JSON = ["title": "a", "content": .string(long)]
            let more: JSON = ["title": "a", "content": .string(long + "长")]

            #expect(try await server.send("POST", "/api/jobs", as: user, body).status == 201)
            #expect(try await server.send("POST", "/api/jobs", as: user, more).status == 422)
            let schemas = try await server.client.send("GET", "/openapi.json")["components"]["schemas"]
            #expect(schemas?["CreateJobRequest"]?["properties"]?["content"]?["maxLength"] == 20_000)
        }
    }

    @Test("JSON is read strictly and written so that it reads the same")
    func json() throws {
        let good = #"{"a":[1,-2.5,1e3,true,null,"x\n\"\u0041\ud83d\ude00/"],"b":{},"c":9007199254740993}"#
        let value = try JSONReader.read(good)
        let bad = [
            "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", ".5", "+1", "1e", "nul", "\"\n\"", "\"\\x\"",
            "\"\\ud83d\"", "\"\\u00g0\"", "\"open", "1 2", "[1 2]", "{\"a\" 1}", "NaN", "1e999",
            "{\"a\":1,\"a\":2}", String(repeating: "[", count: 64),
        ]

        #expect(value["a"]?.array?[5].string == "x\n\"A😀/")
        #expect(value["c"]?.int == 9_007_199_254_740_993)
        #expect(try JSONReader.read(value.utf8) == value)
        for text in bad { #expect(throws: BatchVideoError.self, "\(text)") { try JSONReader.read(text) } }
        #expect(throws: BatchVideoError.self) { try JSONReader.read([0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test("Times are shown in Asia/Shanghai without offset")
    func times() {
        let table: [(TimeInterval, String)] = [
            (0, "1970-01-01T08:00:00"), (-28_801, "1969-12-31T23:59:59"),
            (951_782_400, "2000-02-29T08:00:00"), (1_704_067_200, "2024-01-01T08:00:00"),
            (1_709_222_399.9, "2024-02-29T23:59:59"), (4_107_513_600, "2100-03-01T00:00:00"),
        ]
        for (seconds, text) in table {
            #expect(JSON.time(Date(timeIntervalSince1970: seconds)) == .string(text))
        }
        #expect(Date(timeIntervalSince1970: 784_111_777).httpHeader == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("A webhook's message proves its sender")
    func webhook() {
        let now = Date(timeIntervalSince1970: 1_764_000_000)
        let event = StoredEvent(id: 5, userID: "u", jobID: 7, kind: .succeeded, at: now)
        let delivery = WebhookDelivery(
            id: 3, webhookID: 1, event: event, state: .pending, attempts: 0, nextAttemptAt: now,
            lastStatus: nil, lastError: nil, createdAt: now, finishedAt: nil)
        let message = WebhookMessage(delivery, secret: "whsec_test", now: now)
        let headers = Dictionary(uniqueKeysWithValues: message.headers)

        #expect(headers["X-BatchVideo-Timestamp"] == "1764000000")
        #expect(headers["X-BatchVideo-Event"] == "execution.succeeded")
        // python3 -c "import hmac,hashlib;print(hmac.new(b'whsec_test', b'1.{}', hashlib.sha256).hexdigest())"
        #expect(
            WebhookMessage.signature("whsec_test", "1", Data("{}".utf8))
                == Self.pythonSignature)
        #expect(
            headers["X-BatchVideo-Signature"]
                == "v1=" + WebhookMessage.signature("whsec_test", "1764000000", message.body))
    }

    private static let pythonSignature =
        "7500d5d4be4b3ef07af1fe56f7d522d135cdaa7530de557e67cc1049c52de094"

    @Test("A zip of more than four gigabytes says so in ZIP64, and its length is known")
    func largeZip() {
        let now = Date(timeIntervalSince1970: 1_764_000_000)
        let small = ZipWriter(entries: [ZipEntry(name: "山.txt", source: .bytes([1, 2, 3]), modified: now)])
        let large = ZipWriter(entries: [
            ZipEntry(name: "a", source: .file("/none", size: 5 << 30), modified: now),
            ZipEntry(name: "b", source: .bytes([1]), modified: now),
        ])

        #expect(small.length == 30 + 7 + 3 + 46 + 7 + 22)
        #expect(large.length == (30 + 1 + 20 + (5 << 30)) + 32 + (46 + 1 + 20) + (46 + 1 + 12) + 56 + 20 + 22)
    }
}

private final class Seen: Sendable {
    private let texts = Mutex<[String]>([])
    func add(_ text: String) { texts.withLock { $0.append(text) } }
    var lines: [String] { texts.withLock { $0 } }
}
