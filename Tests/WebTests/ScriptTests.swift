import BatchVideo
import Foundation
import Testing

@testable import Web

@Suite("Scripts", .timeLimit(.minutes(15)))
struct ScriptTests {
    /// Says back what it was asked for, as a model with a price.
    private static let tools: WebTools = {
        var tools = WebTools()
        let cost = VendorCost(micros: 12_500, currency: "USD")
        tools.writing = WritingTools(
            script: { wish in
                guard wish.topic != "dear" else { throw BatchVideoError(.limited, "0.5 USD more would pass the limit") }
                return WrittenWords(
                    "\(wish.language.tag) \(wish.length) \(wish.tone ?? "-") \(wish.topic)", models: ["writer"],
                    costs: [cost], warnings: ["short"])
            },
            titles: { WrittenWords((1...$0.count).map { "第\($0)夜" }, models: ["writer"], costs: [cost]) },
            description: {
                WrittenWords(
                    PublishDescription(text: String($0.text.prefix(8)), hashtags: ["灯塔", "海"]), models: ["writer"],
                    costs: [cost, VendorCost(micros: 1_000_000, currency: "CNY")])
            })
        return tools
    }()

    @Test("A narration, titles and a description are written, told with their cost and kept in the audit log")
    func written() async throws {
        try await TestServer.run(tools: Self.tools) { server in
            let user = try await server.user("author")
            let admin = try await server.user("chief", isAdmin: true)
            let script = try await server.send(
                "POST", "/api/scripts", as: user, ["topic": " 海边的灯塔 ", "minutes": 2, "tone": "温暖"])
            let titles = try await server.send(
                "POST", "/api/scripts/titles", as: user, ["text": "老人点亮了灯。", "count": 3])
            let description = try await server.send(
                "POST", "/api/scripts/description", as: user, ["text": "老人点亮了灯。", "language": "zh-CN"])
            let audit = try await server.send("GET", "/api/admin/audit", as: admin)

            #expect(script.status == 200, "\(script.text)")
            #expect(script["text"] == "zh-CN 492 温暖 海边的灯塔")
            #expect(script["costs"] == [["amount": 0.0125, "currency": "USD"]])
            #expect(script["models"] == ["writer"] && script["warnings"] == ["short"])
            #expect(titles["titles"] == ["第1夜", "第2夜", "第3夜"])
            #expect(description["published"] == "老人点亮了灯。\n\n#灯塔 #海")
            let entries = (audit["items"].array ?? []).map {
                "\($0["action"]?.string ?? "") \($0["subject"]?.string ?? "")"
            }
            #expect(entries.contains("script.write model:writer cost:0.0125 USD"), "\(entries)")
            #expect(entries.contains("script.description model:writer cost:0.0125 USD and 1.00 CNY"), "\(entries)")
        }
    }

    @Test("What cannot be written is refused with the field; what is too dear with 429; strangers with 401")
    func refused() async throws {
        try await TestServer.run(tools: Self.tools) { server in
            let user = try await server.user("author")
            let long = try await server.send("POST", "/api/scripts", as: user, ["topic": "灯塔", "minutes": 59])
            let tag = try await server.send("POST", "/api/scripts", as: user, ["topic": "灯塔", "language": "中文"])
            let empty = try await server.send("POST", "/api/scripts/titles", as: user, ["text": " "])
            let many = try await server.send("POST", "/api/scripts/titles", as: user, ["text": "灯", "count": 21])
            let dear = try await server.send("POST", "/api/scripts", as: user, ["topic": "dear"])

            #expect(long.status == 422 && long["field"] == "minutes", "\(long.text)")
            #expect(tag.status == 422 && tag["field"] == "language")
            #expect(empty.status == 422 && empty["field"] == "text")
            #expect(many.status == 422 && many["field"] == "count")
            #expect(dear.status == 429 && dear["message"].string?.contains("limit") == true)
            #expect(try await server.send("POST", "/api/scripts", ["topic": "灯塔"]).status == 401)
        }
    }

    @Test("Without a language model it says what to configure")
    func nobody() async throws {
        try await TestServer.run { server in
            let user = try await server.user("author")
            for (path, body) in [
                ("/api/scripts", ["topic": "灯塔"] as JSON), ("/api/scripts/titles", ["text": "灯"]),
                ("/api/scripts/description", ["text": "灯"]),
            ] {
                let answer = try await server.send("POST", path, as: user, body)
                #expect(answer.status == 503 && answer["message"].string?.contains("openai-chat") == true)
            }
        }
    }

    @Test("A dry run of an import tells what vendors would cost, by currency")
    func estimates() async throws {
        var tools = WebTools()
        tools.estimate = { draft, _ in
            FilmEstimate(
                filmSeconds: 60, workSeconds: 40,
                costs: [
                    VendorCost(micros: draft.content.count * 1_000, currency: "USD"),
                    VendorCost(micros: 500_000, currency: "CNY"),
                ])
        }
        try await TestServer.run(tools: tools) { server in
            let user = try await server.user("importer")
            let answer = try await server.send(
                "POST", "/api/jobs/import?dry_run=true", as: user, headers: [("Content-Type", "text/csv")],
                raw: Array("title,content\r\n一,十个字的正文在这里呢\r\n二,十个字的正文在这里呢\r\n".utf8))

            #expect(answer["estimated_cost_usd"] == 0.02, "\(answer.text)")
            #expect(answer["estimated_costs"]["CNY"] == 1.0 || answer["estimated_costs"]["CNY"]?.double == 1)
            #expect(answer["estimated_minutes"].double == 2)
        }
    }
}
