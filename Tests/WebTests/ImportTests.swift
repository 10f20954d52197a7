import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Web

@Suite("Import", .timeLimit(.minutes(20)))
struct ImportTests {
    private static let csv = [("Content-Type", "text/csv")]

    /// A thousand rows, 37 of them with one fault each; and where the faults are.
    private static func thousandRows() -> (text: String, faults: [Int: String]) {
        var lines = ["标题,content,语速,voice_id,is_horizontal"]
        var faults: [Int: String] = [:]
        for index in 1...1_000 {
            var cells = ["第\(index)集", "\"正文，带\"\"引号\"\"\n和换行 \(index)\"", "1.2", "", "是"]
            let row = index + 1
            if index % 27 == 0 {
                switch index / 27 % 5 {
                case 0: (cells[0], faults[row]) = ("", "标题")
                case 1: (cells[1], faults[row]) = (String(repeating: "长", count: 10_001), "content")
                case 2: (cells[2], faults[row]) = ("fast", "语速")
                case 3: (cells[3], faults[row]) = ("4711", "voice_id")
                default: (cells[4], faults[row]) = ("maybe", "is_horizontal")
                }
            }
            lines.append(cells.joined(separator: ","))
        }
        return (lines.joined(separator: "\r\n"), faults)
    }

    @Test("A thousand rows with 37 bad ones: exactly these are named, the others filed; sent again, nothing is filed")
    func thousand() async throws {
        try await TestServer.run { server in
            let user = try await server.user("importer")
            let (text, expected) = Self.thousandRows()
            #expect(expected.count == 37)
            func send(_ query: String = "") async throws -> WireAnswer {
                try await server.send(
                    "POST", "/api/jobs/import?name=%E5%85%A8%E9%9B%86\(query)", as: user, headers: Self.csv,
                    raw: Array(text.utf8))
            }

            let dry = try await send("&dry_run=true")
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 0)
            let first = try await send()
            let second = try await send()
            let keyed = try await server.send(
                "POST", "/api/jobs/import", as: user, headers: Self.csv + [("Idempotency-Key", "k")],
                raw: Array(text.utf8))
            let named = (first["faults"].array ?? []).map { ($0["row"]?.int ?? 0, $0["column"]?.string ?? "") }

            #expect(dry["good"] == 963 && dry["bad"] == 37 && dry["filed"] == .null)
            #expect(first.status == 200, "\(first.text.prefix(400))")
            #expect(Dictionary(named) { $1 } == expected)
            #expect(named.count == 37)
            #expect(first["filed"]["ids"]?.array?.count == 963)
            #expect(second["filed"]["repeated"] == true)
            #expect(second["filed"]["ids"] == first["filed"]["ids"])
            #expect(keyed["filed"]["repeated"] == false)
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 1_926)
            let batch = try await server.send(
                "GET", "/api/batches/\(first["filed"]["batch"]?["id"]?.int ?? 0)", as: user)
            #expect(batch["total"] == 963 && batch["name"] == "全集" && batch["progress"] == 0)
        }
    }

    @Test("Columns are mapped, names resolved in the caller's catalogue, and tables that are none refused")
    func mapping() async throws {
        try await TestServer.run { server in
            let user = try await server.user("mapper")
            let topic = try await server.send("POST", "/api/topics", as: user, ["name": "科技"])
            func send(_ text: String, _ query: String) async throws -> WireAnswer {
                try await server.send(
                    "POST", "/api/jobs/import?\(query)", as: user, headers: Self.csv, raw: Array(text.utf8))
            }
            let mapping = "mapping=%7B%22Name%22:%22title%22,%22Text%20A%22:%22content%22,%22skip%22:%22%22%7D"
            let mapped = try await send("Name,Text A,话题,skip,other\n一,二,科技,x,y\n一,二,艺术,x,y", mapping)
            let job = try await server.send(
                "GET", "/api/jobs/\(mapped["filed"]["ids"]?.array?.first?.int ?? 0)", as: user)

            #expect(mapped["good"] == 1 && mapped["bad"] == 1)
            #expect(mapped["faults"].array?[0]["row"] == 3)
            #expect(mapped["faults"].array?[0]["column"] == "话题")
            #expect(mapped["unused_columns"] == ["skip", "other"])
            #expect(job["topic_id"] == topic["id"])
            let extras =
                "title,content,附加\n一,二,\"{\"\"mix\"\":101}\"\n一,二,\"{\"\"footage\"\":[\"\"/etc/passwd\"\"]}\"\n一,二,{\n一,二,\"{\"\"mix\"\":10}\""
            let refused = try await send(extras, "")
            #expect(refused["good"] == 1 && refused["bad"] == 3, "\(refused.text)")
            #expect(refused["faults"].array?.map { $0["row"]?.int } == [2, 3, 4])
            #expect(refused["faults"].array?.allSatisfy { $0["column"] == "附加" } == true)
            #expect(try await send("a,b\n1,2", "").status == 422)
            #expect(try await send("", "").status == 422)
            #expect(try await send("title,content\n\"open", "").status == 422)
            #expect(try await send("title,content\na,b", "mapping=%7B%22x%22:%22title%22%7D").status == 422)
            let type = [("Content-Type", "application/pdf")]
            #expect(try await server.send("POST", "/api/jobs/import", as: user, headers: type, raw: [1]).status == 415)
        }
    }
}
