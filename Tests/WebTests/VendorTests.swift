import BatchVideo
import Foundation
import Store
import Testing

@testable import Web

@Suite("Vendors", .timeLimit(.minutes(20)))
struct VendorTests {
    private static let tools: WebTools = {
        var tools = WebTools()
        tools.vendors = [VendorEntry(name: "shop", vendor: "flux", title: "Flux", kinds: ["images"])]
        tools.testVendor = { name in
            VendorReport(
                results: [.init(kind: "images", isGood: false, words: "\(name) failed: no route")],
                exchanges: [
                    HTTPExchange(
                        method: "POST", url: "http://127.0.0.1:1/generate", headers: ["Authorization": "***"],
                        body: "{}")
                ])
        }
        return tools
    }()

    @Test("Administrators see the vendors and try one out, which the audit log tells; others may not")
    func tried() async throws {
        try await TestServer.run(tools: Self.tools) { server in
            let (user, admin) = (try await server.user("someone"), try await server.user("chief", isAdmin: true))

            let listed = try await server.send("GET", "/api/vendors", as: admin)
            let report = try await server.send("POST", "/api/vendors/shop/test", as: admin)
            let unknown = try await server.send("POST", "/api/vendors/other/test", as: admin)
            let audit = try await server.send("GET", "/api/admin/audit", as: admin)

            #expect(listed["items"].array?.first?["kinds"] == ["images"] && listed["total"] == 1)
            #expect(report["ok"] == false && report["results"].array?.first?["words"] == "shop failed: no route")
            #expect(report["exchanges"].array?.first?["status"] == .null)
            #expect(unknown.status == 404)
            #expect(audit.text.contains("vendor.test"))
            #expect(try await server.send("GET", "/api/vendors", as: user).status == 403)
            #expect(try await server.send("POST", "/api/vendors/shop/test", as: user).status == 403)
        }
    }

    @Test("A job tells what vendors charged for it, failed calls not counted")
    func calls() async throws {
        try await TestServer.run { server in
            let user = try await server.user("payer")
            let job = try await server.job(user)
            let stores = server.store.stores
            let lease = try #require(
                try await stores.queue.claim(worker: "w", lease: .seconds(60), now: server.clock.now)
            ).lease
            for (number, succeeded) in [(1, true), (2, true), (3, false)] {
                let call = try await stores.vendorCalls.begin(
                    CallOrder(
                        provider: "flux", operation: .image, fingerprint: "\(number)",
                        estimate: VendorCost(micros: 40_000, currency: "USD")),
                    caps: .none, lease: lease, now: server.clock.now
                ).call
                try await stores.vendorCalls.settle(
                    call.id, succeeded: succeeded, result: .emptyObject,
                    cost: VendorCost(micros: 30_000, currency: "USD"), lease: lease, now: server.clock.now)
            }

            let answer = try await server.send("GET", "/api/jobs/\(job)/vendor-calls", as: user)

            #expect(answer["total"] == 3)
            #expect(answer["costs"] == [["currency": "USD", "calls": 2, "cost": 0.06]], "\(answer.text)")
            #expect((answer["items"].array ?? []).map { $0["state"] } == ["succeeded", "succeeded", "failed"])
        }
    }

    @Test("Consent to a voice is dated, and ends with another sample or when it is taken back")
    func consent() async throws {
        try await TestServer.run { server in
            let user = try await server.user("speaker")
            func sample(_ name: String) async throws -> JSON {
                .string(
                    try #require(try await server.upload(Samples.wav, name, as: user, typ: "voice")["uploadkey"].string)
                )
            }
            let first = try await sample("a.wav")
            let made = try await server.send("POST", "/api/voices", as: user, ["name": "我的声音", "path": first])
            let id = try #require(made["id"].int)
            func put(_ body: JSON) async throws -> JSON? {
                try await server.send("PUT", "/api/voices/\(id)", as: user, body)["consented_at"]
            }

            #expect(made["consent"] == false && made["consented_at"] == .null)
            let given = try await put(["name": "我的声音", "path": first, "consent": true])
            #expect(given != nil && given != .null)
            #expect(try await put(["name": "声音", "path": first]) == given)
            #expect(try await put(["name": "声音", "path": try await sample("b.wav")]) == .null)
            _ = try await put(["name": "声音", "path": first, "consent": true])
            #expect(try await put(["name": "声音", "path": first, "consent": false]) == .null)
        }
    }

    @Test("A batch tells which clips more than one of its films shows")
    func footage() async throws {
        try await TestServer.run { server in
            let user = try await server.user("mixer")
            let filed = try await server.send(
                "POST", "/api/jobs/batch", as: user,
                ["jobs": [["title": "一", "content": "海"], ["title": "二", "content": "海"]]])
            let batch = try #require(filed["batch"]["id"]?.int)
            let stores = server.store.stores
            for _ in 0..<2 {
                let lease = try #require(
                    try await stores.queue.claim(worker: "w", lease: .seconds(60), now: server.clock.now)
                ).lease
                _ = try await stores.footage.claim(
                    FootageWish(shots: [.init(index: 1, candidates: ["shelf:1"])], restDays: 30), lease: lease,
                    now: server.clock.now)
            }

            let answer = try await server.send("GET", "/api/batches/\(batch)/footage", as: user)

            #expect(answer["shots"] == 2 && answer["clips"] == 1)
            #expect(answer["reused"] == [["key": "shelf:1", "jobs": filed["ids"]]], "\(answer.text)")
        }
    }
}
