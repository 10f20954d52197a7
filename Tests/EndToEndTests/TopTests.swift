import BatchVideo
import Foundation
import TestKit
import Testing

@testable import App

@Suite("batchvideo top", .timeLimit(.minutes(15)))
struct TopTests {
    private static let now = try! Date("2026-12-01T08:00:00Z", strategy: .iso8601)

    private static func screen(_ queue: String, columns: Int = 120) throws -> [String] {
        TopScreen(
            queue: try JSONValue(parsing: queue),
            vendors: try JSONValue(parsing: #"{"items":[{"name":"voices","kinds":["speech"],"title":"Azure"}]}"#),
            now: now, columns: columns
        ).lines
    }

    @Test("tells what runs where, since when, and who is gone, in the API's Shanghai times")
    func running() throws {
        let lines = try Self.screen(
            """
            {"counts":{"PENDING":3,"RUNNING":2},"next_due":"2026-12-01T15:58:30","running":[
            {"job_id":7,"title":"灯塔","worker":"host-1","detail":"render","progress":45,
             "started_at":"2026-12-01T15:59:15","lease_until":"2026-12-01T16:00:30"},
            {"job_id":8,"title":"Tea","worker":"host-2","detail":"voice","progress":5,
             "started_at":"2026-12-01T14:00:00","lease_until":"2026-12-01T15:59:59"}]}
            """)
        #expect(lines[0].contains("pending 3   running 2   success 0"))
        #expect(lines[0].hasSuffix("the first waits since 1 min 30 s"))
        #expect(lines[2] == "#7       #########........... 45 %   45 s     灯塔")
        #expect(lines[3].hasSuffix("render  host-1"))
        #expect(lines[4].contains("5 %    2 h 0 min Tea"))
        #expect(lines[5].hasSuffix("voice  its worker host-2 is gone, another takes it over"))
        #expect(lines.last == "voices               speech by Azure")
    }

    @Test("a title cannot steer the terminal, and no line is wider than it")
    func hostile() throws {
        let lines = try Self.screen(
            #"{"counts":{},"next_due":null,"running":[{"job_id":1,"title":"a\u001b[2Jb\r\n灯塔灯塔","progress":101}]}"#,
            columns: 53)
        #expect(lines[0] == "pending 0   running 0   success 0   failed 0   cancel")
        #expect(lines[2] == "#1       #################### 100 %           a[2Jb灯")
        #expect(lines.allSatisfy { TextWidth.columns($0, ideographic: true) <= 53 })
    }

    @Test("the program shows an idle installation once where there is no terminal, as text and as JSON")
    func program() async throws {
        let folder = try TemporaryFolder()
        _ = try await Program.run(
            ["user", "add", "anna", "--admin", "--data", "data"], input: Data("Correct-Horse-7\n".utf8), in: folder)

        let text = try await Program.run(["top", "--data", "data"], in: folder)
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.contains("pending 0") && text.output.contains("no worker has a job in its hands"))
        let json = try await Program.run(["top", "--json", "--data", "data"], in: folder)
        let queue = try JSONValue(parsing: json.output)["queue"]
        #expect(queue?["running"]?.array?.isEmpty == true)
    }
}
