import BatchVideo
import Foundation
import HTTPTypes
import Logging
import ServiceLifecycle
import Store
import Synchronization
import TestKit
import Testing

@testable import Web

/// The real server over a real database on a free port, and clients of it. Every answer is held against the
/// contract: a status or a shape that the OpenAPI document does not know fails the test.
struct TestServer: Sendable {
    let server: Server
    let client: WireClient
    let store: SQLStore
    let folder: TemporaryFolder
    let clock: TestClock
    let group: ServiceGroup

    static let secret = "test-secret-test-secret-test-secret!"
    static let serviceToken = "service-token-service-token-service!"
    static let password = "Correct-Horse-7"

    static func run(
        _ change: (inout WebSettings) -> Void = { _ in }, tools: WebTools = WebTools(),
        pages: [String: String] = [:], _ body: @Sendable (TestServer) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder("web")
        let clock = TestClock()
        let database = try SQLiteDatabase(file: folder.file("data.sqlite"))
        let store = try await SQLStore(migrating: database, now: clock.now)
        var settings = WebSettings(tokenSecret: secret, objects: folder.file("objects"))
        settings.port = 0
        settings.passwordCost = Passwords.Cost(logN: 4)
        settings.serviceToken = serviceToken
        settings.loginsPerMinute = 1_000
        settings.registrationsPerHour = 1_000
        settings.eventPoll = .seconds(20)
        try FileManager.default.createDirectory(at: settings.objects, withIntermediateDirectories: true)
        change(&settings)
        let server = try Server(
            settings, WebPorts(stores: store.stores, tools: tools, now: { clock.now }))
        let ports = AsyncStream.makeStream(of: Int.self)
        let service = server.service(
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            app: try pages.isEmpty ? nil : app(of: pages, in: folder),
            onPort: { ports.continuation.yield($0) })
        let group = ServiceGroup(
            configuration: .init(
                services: [service], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports.stream {
                try await body(
                    TestServer(
                        server: server, client: WireClient(port: port), store: store, folder: folder,
                        clock: clock, group: group))
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// `pages`: texts by path; those below /vendor are files of others.
    private static func app(of pages: [String: String], in folder: TemporaryFolder) throws -> WebApp {
        let root = folder.file("web")
        for (path, text) in pages {
            let file = root.appending(path: path.hasPrefix("/vendor/") ? path : "/app" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return WebApp(pages: root.appending(path: "app"), vendor: root.appending(path: "vendor"))
    }

    /// Sends a request and holds the answer against the contract.
    func send(
        _ method: String, _ path: String, as user: TestUser? = nil, _ body: JSON? = nil,
        headers: [(String, String)] = [], raw: [UInt8]? = nil
    ) async throws -> WireAnswer {
        var headers = headers
        if let user { headers.append(("Authorization", "Bearer \(user.token)")) }
        if body != nil { headers.append(("Content-Type", "application/json")) }
        let answer = try await client.send(
            method, path, headers: headers, body: raw ?? body?.utf8 ?? [])
        hold(answer, method, path)
        return answer
    }

    private func hold(_ answer: WireAnswer, _ method: String, _ path: String) {
        #expect(answer.headers["x-request-id"] != nil)
        let bare = String(path.prefix { $0 != "?" })
        guard case .found(let match) = server.table.find(.init(method) ?? .get, bare), method != "HEAD"
        else { return }
        let expected = match.endpoint.answer
        if answer.status == expected.status || expected.also.contains(answer.status) {
            guard let schema = expected.schema else { return }
            do {
                _ = try schema.check(answer.json, at: "")
            } catch {
                Issue.record("\(method) \(path) is not as documented: \(error) in \(answer.text.prefix(600))")
            }
        } else if answer.status == 206 || answer.status == 304 {
            return
        } else {
            #expect(
                match.endpoint.statuses.contains(answer.status),
                "\(method) \(path) gave \(answer.status), which is not documented: \(answer.text.prefix(300))")
            #expect(throws: Never.self) { try Refusal.schema.check(answer.json, at: "") }
        }
    }

    func stop() async { await group.triggerGracefulShutdown() }

    /// Registers and logs in.
    func user(_ name: String, isAdmin: Bool = false) async throws -> TestUser {
        let body: JSON = ["username": .string(name), "password": .string(Self.password)]
        let registered = try await send("POST", "/api/auth/register", body)
        #expect(registered.status == 200)
        let id = registered["user_id"].string ?? ""
        if isAdmin { _ = try await store.stores.users.update(id) { $0.isAdmin = true } }
        let token = try await send("POST", "/api/auth/login", body)["access_token"].string
        return TestUser(id: id, name: name, token: try #require(token))
    }

    /// Logs in once more, from a program of that name.
    func logIn(_ name: String, agent: String) async throws -> TestUser {
        let body: JSON = ["username": .string(name), "password": .string(Self.password)]
        let answer = try await send("POST", "/api/auth/login", body, headers: [("User-Agent", agent)])
        let known = try #require(try await store.stores.users.user(named: name))
        return TestUser(id: known.id, name: name, token: try #require(answer["access_token"].string))
    }

    /// A token that no logout ends, as another issuer would give.
    func lasting(_ user: TestUser) async throws -> String {
        let known = try #require(try await store.stores.users.user(id: user.id))
        return server.parts.tokens.issue(to: known, now: clock.now)
    }

    /// A job with its smallest request.
    func job(_ user: TestUser, title: String = "清晨的山谷") async throws -> Int {
        let answer = try await send(
            "POST", "/api/jobs", as: user,
            ["title": .string(title), "content": "雾从河面升起。鸟叫了一声。太阳出来了。"])
        #expect(answer.status == 201, "\(answer.text)")
        return try #require(answer["id"].int)
    }

    /// Claims the next job and ends it with these objects, as a worker would.
    func finish(_ keys: [String: String]) async throws {
        let queue = store.stores.queue
        let claim = try #require(
            try await queue.claim(worker: "test", lease: .seconds(60), now: clock.now))
        _ = try await queue.finish(.succeeded(resultKeys: keys), lease: claim.lease, now: clock.now)
    }

    func place(_ bytes: [UInt8], at key: String) throws {
        let url = folder.file("objects").appending(path: key)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}

struct TestUser: Sendable {
    var id: String
    var name: String
    var token: String
}

/// A clock that tests move.
final class TestClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_764_000_000))

    var now: Date { time.withLock { $0 } }
    func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
