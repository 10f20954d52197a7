import BatchVideo
import Foundation
import Synchronization
import TestKit
import Testing

@testable import Providers

@Suite("Calls to vendors")
struct HTTPCallerTests {
    private func caller(
        _ bench: Workbench, _ settings: [String: JSONValue] = [:], key: HTTPKeyPlace = .bearer
    ) throws -> HTTPCaller {
        try bench.tools.caller(VendorSettings(name: "shop", values: settings), key: key)
    }

    @Test("a vendor that fails is left alone for a minute, then tried one call at a time")
    func breaker() async throws {
        try await Workbench.run { bench in
            let isUp = Mutex(false)
            try await VendorServer.run({ _ in VendorReply(status: isUp.withLock { $0 } ? 200 : 500) }) { server in
                let caller = try caller(bench, ["tries": 1])
                for _ in 0..<10 { _ = await failure { _ = try await caller.send(HTTPOrder("GET", server.url)) } }
                #expect(server.requests.count == 10)

                let spared = await failure { _ = try await caller.send(HTTPOrder("GET", server.url)) }
                #expect(spared?.message.contains("left alone") == true)
                #expect(server.requests.count == 10)

                isUp.withLock { $0 = true }
                bench.pass(.seconds(61))
                #expect(caller.breaker.state(at: bench.elapsed) == .probing)
                _ = try await caller.send(HTTPOrder("GET", server.url))
                _ = try await caller.send(HTTPOrder("GET", server.url))
                #expect(caller.breaker.state(at: bench.elapsed) == .closed)
            }
        }
    }

    @Test("keys take turns, one that is used up rests, one that is refused is left out")
    func keys() async throws {
        try await Workbench.run { bench in
            try await VendorServer.run({ request in
                switch request.header("authorization") {
                case "Bearer key-aaaa": VendorReply(status: 429, headers: [("Retry-After", "30")])
                case "Bearer key-bbbb": VendorReply(status: 401)
                default: VendorReply(status: 200)
                }
            }) { server in
                let caller = try caller(bench, ["key": ["key-aaaa", "key-bbbb", "key-cccc"]])
                for _ in 0..<3 { _ = try await caller.send(HTTPOrder("GET", server.url)) }
                #expect(
                    server.requests.compactMap { $0.header("authorization")?.suffix(4) } == [
                        "aaaa", "bbbb", "cccc", "cccc", "cccc",
                    ])
                bench.pass(.seconds(31))
                _ = try await caller.send(HTTPOrder("GET", server.url))
                #expect(server.requests.dropFirst(5).first?.header("authorization") == "Bearer key-aaaa")
            }
        }
    }

    @Test("no more calls at once, and none more in a minute, than the settings say")
    func limits() async throws {
        try await Workbench.run { bench in
            let busy = Mutex((now: 0, most: 0))
            try await VendorServer.run({ _ in
                busy.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                try await Task.sleep(for: .milliseconds(20))
                busy.withLock { $0.now -= 1 }
                return VendorReply()
            }) { server in
                let caller = try caller(bench, ["atOnce": 3, "perMinute": 10])
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<25 {
                        group.addTask { _ = try await caller.send(HTTPOrder("GET", server.url)) }
                    }
                    try await group.waitForAll()
                }
                #expect(busy.withLock { $0.most } <= 3)
                #expect(bench.elapsed >= .seconds(120))
            }
        }
    }

    @Test("a redirection of a download cannot lead inside")
    func redirection() async throws {
        try await Workbench.run { bench in
            try await VendorServer.run({ request in
                VendorReply(status: 302, headers: [("Location", "http://169.254.169.254/latest/meta-data")])
            }) { server in
                let caller = try caller(bench)
                let error = await failure {
                    try await caller.download(server.url, to: bench.file("x"), base: server.url)
                }
                #expect(error?.code == .forbidden)
            }
        }
    }

    @Test("an answer larger than the limit is refused while it comes")
    func size() async throws {
        try await Workbench.run { bench in
            try await VendorServer.run({ _ in .bytes(Data(count: 3 << 20), type: "application/octet-stream") }) {
                server in
                let caller = try caller(bench)
                let error = await failure {
                    _ = try await caller.send(HTTPOrder("GET", server.url, maxBytes: 1 << 20))
                }
                #expect(error?.message.contains("larger than 1 MiB") == true)
                let download = await failure {
                    try await caller.download(server.url, to: bench.file("x"), base: server.url, maxBytes: 1 << 20)
                }
                #expect(download?.kind == .outage)
                #expect(!FileManager.default.fileExists(atPath: bench.file("x").path))
            }
        }
    }

    @Test("a server that is not there is an outage that was surely not paid")
    func absent() async throws {
        try await Workbench.run { bench in
            let caller = try caller(bench, ["tries": 1])
            let nowhere = try #require(URL(string: "http://127.0.0.1:9"))
            let error = await failure { _ = try await caller.send(HTTPOrder("POST", nowhere, body: .json(["a": 1]))) }
            #expect(error?.kind == .outage)
        }
    }

    @Test("all faults of all vendors are told at once, each with its key")
    func faults() async throws {
        try await Workbench.run { bench in
            let error = await failure {
                _ = try ConfiguredVendors(
                    [
                        "a": ["vendor": "flux"], "b": ["vendor": "fluxx"],
                        "c": ["vendor": "flux", "url": "nonsense", "step": 3],
                        "d": ["vendor": "ark", "url": "https://u:p@example.com"],
                    ], tools: bench.tools)
            }
            let lines = error?.message.split(separator: "\n").map(String.init) ?? []
            #expect(lines.count == 4)
            #expect(lines.contains { $0.contains("providers.a.url is missing") })
            #expect(lines.contains { $0.contains("providers.b.vendor is \"fluxx\"") })
            #expect(lines.contains { $0.contains("providers.c.step is no setting") })
            #expect(lines.contains { $0.contains("providers.d.url must not hold a password") })
        }
    }
}
