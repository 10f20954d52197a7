import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

/// Our client against aiohttp's server.
@Suite("WebSockets to vendors", .timeLimit(.minutes(20)))
struct WebSocketTests {
    private static func caller(_ bench: Workbench, _ more: [String: JSONValue] = [:]) throws -> HTTPCaller {
        try bench.tools.caller(
            VendorSettings(name: "shop", values: ["tries": 1, "timeoutSeconds": 900].merging(more) { $1 }), key: .none)
    }

    private static func order(_ path: String, _ port: Int) -> WebSocketOrder {
        WebSocketOrder(URL(string: "ws://127.0.0.1:\(port)/\(path)") ?? URL(filePath: "/"), maxBytes: 1 << 20)
    }

    /// Runs `body` with a caller and the port of aiohttp's server.
    private static func run(
        _ settings: [String: JSONValue] = [:], _ body: (HTTPCaller, Int) async throws -> Void
    ) async throws {
        try await Workbench.run { bench in
            try await PythonJudge.serve("socket_server.py") {
                try await body(try caller(bench, settings), $0)
            }
        }
    }

    private static func failing(_ caller: HTTPCaller, _ order: WebSocketOrder) async -> BatchVideoError? {
        await failure { _ = try await caller.talk({ order }, isRepeatable: false) { try await $0.next() } }
    }

    @Test("messages of all sizes come back as they went")
    func echo() async throws {
        try await Self.run { caller, port in
            let sizes = [0, 1, 125, 126, 65_535, 65_536, 1 << 20]
            let order = Self.order("echo", port)
            let heard = try await caller.talk({ order }, isRepeatable: false) { talk in
                var heard: [WebSocketMessage] = []
                for size in sizes {
                    try await talk.send(.binary(Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })))
                    heard.append(try await talk.next())
                }
                try await talk.send(.text("今天 🌤 &<>"))
                heard.append(try await talk.next())
                return heard
            }
            #expect(heard.last == .text("今天 🌤 &<>"))
            for (size, message) in zip(sizes, heard) {
                #expect(message == .binary(Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })))
            }
        }
    }

    @Test("a message in pieces is put together, and a ping between them is answered")
    func pieces() async throws {
        try await Self.run { caller, port in
            let order = Self.order("pieces", port)
            let heard = try await caller.talk({ order }, isRepeatable: false) {
                [try await $0.next(), try await $0.next()]
            }
            let text = String(repeating: "头", count: 10) + String(repeating: "中", count: 70_000) + "尾"
            #expect(heard == [.text(text), .text("PONG there?")])
        }
    }

    @Test("ends that nobody agreed on are unknown ends, told with the server's words")
    func ends() async throws {
        try await Self.run { caller, port in
            let goodbye = await Self.failing(caller, Self.order("goodbye", port))
            #expect(goodbye?.kind == .unknownEnd)
            #expect(goodbye?.message.contains("4001: no more credit") == true)
            #expect(await Self.failing(caller, Self.order("vanish", port))?.kind == .unknownEnd)
            let large = await Self.failing(caller, Self.order("large", port))
            #expect(large?.kind == .unknownEnd || large?.kind == .outage)
        }
    }

    @Test("what is no WebSocket is told by its answer; a redirection is not followed")
    func refusals() async throws {
        try await Self.run { caller, port in
            let refused = await Self.failing(caller, Self.order("refuse", port))
            #expect(refused?.kind == .misuse)
            #expect(refused?.vendorFailure?.status == 403)
            #expect(refused?.message.contains("not for you") == true)
            #expect(refused?.vendorFailure?.isUnpaid == true)
            #expect(await Self.failing(caller, Self.order("moved", port))?.kind == .outage)
            #expect(await Self.failing(caller, Self.order("nothing", port))?.kind == .misuse)
            let wrong = await Self.failing(caller, Self.order("wrong", port))
            #expect(wrong?.kind == .unknownEnd || wrong?.kind == .outage)
        }
    }

    @Test("a server that says nothing is left after the time that the settings give")
    func silence() async throws {
        try await Self.run(["timeoutSeconds": 1]) { caller, port in
            let error = await Self.failing(caller, Self.order("silent", port))
            #expect(error?.message.contains("did not answer in time") == true)
        }
    }

    @Test("cancelling ends the talk")
    func cancelled() async throws {
        try await Self.run { caller, port in
            let order = Self.order("silent", port)
            let work = Task { try await caller.talk({ order }, isRepeatable: false) { try await $0.next() } }
            work.cancel()
            await #expect(throws: CancellationError.self) { _ = try await work.value }
        }
    }

    @Test("a server that is not there was surely not paid")
    func absent() async throws {
        try await Workbench.run { bench in
            let error = await Self.failing(try Self.caller(bench), Self.order("echo", 9))
            #expect(error?.kind == .outage)
            #expect(error?.vendorFailure?.isUnpaid == true)
        }
    }

    @Test(
        "addresses inside the network are opened only where they are allowed, and to the address that was checked"
    )
    func inside() async throws {
        let guards = AddressGuard(allowed: [], setting: "providers.shop.allowHosts")
        for place in ["ws://127.0.0.1:9/", "wss://169.254.169.254/", "ws://[::1]:9/", "ws://localhost:9/"] {
            let order = WebSocketOrder(try #require(URL(string: place)))
            let error = await failure {
                _ = try await WebSocketTransport.run(order, guards: guards, timeout: .seconds(5)) {
                    try await $0.next()
                }
            }
            #expect(error?.code == .forbidden)
        }
        let http = WebSocketOrder(try #require(URL(string: "http://127.0.0.1:9/")))
        let error = await failure {
            _ = try await WebSocketTransport.run(http, guards: guards, timeout: .seconds(5)) {
                try await $0.next()
            }
        }
        #expect(error?.code == .invalid)
    }

    @Test("a server that signed its own certificate is trusted by that certificate only")
    func certificates() async throws {
        try await Workbench.run { bench in
            try await PythonJudge.certificate(at: bench.folder.url, name: "own")
            try await PythonJudge.certificate(at: bench.folder.url, name: "other")
            let files = ["own.pem", "own.key"].map { bench.file($0).path }
            try await PythonJudge.serve("socket_server.py", files) { port in
                let caller = try Self.caller(bench)
                var order = WebSocketOrder(try #require(URL(string: "wss://localhost:\(port)/echo")))
                #expect(await Self.failing(caller, order)?.vendorFailure?.isUnpaid == true)
                order.certificate = bench.file("other.pem").path
                #expect(await Self.failing(caller, order)?.kind == .outage)
                order.certificate = bench.file("none.pem").path
                #expect(await Self.failing(caller, order)?.code == .invalid)
                order.certificate = bench.file("own.pem").path
                let ready = order
                let heard = try await caller.talk({ ready }, isRepeatable: false) { talk in
                    try await talk.send(.text("in secret"))
                    return try await talk.next()
                }
                #expect(heard == .text("in secret"))
            }
        }
    }
}
