import Foundation
import TestKit
import Testing

/// The files of deploy/monitoring, judged by Prometheus's own tools where they are installed (`scripts/setup --test`).
@Suite("Alerts and dashboards", .enabled(if: Promtool.path != nil), .timeLimit(.minutes(20)))
struct MonitoringTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "deploy/monitoring")

    private static func promtool(_ words: String...) throws -> (status: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: Promtool.path ?? "promtool")
        process.arguments = words
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return (process.terminationStatus, String(decoding: told, as: UTF8.self))
    }

    @Test("every alert fires on what is wrong and is silent on what is well")
    func alerts() throws {
        for words in [["check", "rules", "alerts.yml"], ["test", "rules", "alerts_test.yml"]] {
            let (status, text) = try Self.promtool(words[0], words[1], words[2])
            #expect(status == 0, "\(text)")
        }
        // Each has its line in both tests.
        let rules = try String(contentsOf: Self.folder.appending(path: "alerts.yml"), encoding: .utf8)
        let tests = try String(contentsOf: Self.folder.appending(path: "alerts_test.yml"), encoding: .utf8)
        let names = rules.matches(of: /- alert: (\w+)/).map { String($0.1) }
        #expect(names.count >= 8)
        for name in names { #expect(tests.contains("alertname: \(name),"), "\(name) has no test") }
        #expect(tests.contains("value: \(names.count) }"), "all of them fire")
    }

    @Test("every expression of the dashboards is one, and panels have numbers of their own")
    func dashboards() throws {
        var expressions: [String] = []
        for name in ["overview", "jobs", "rendering"] {
            let data = try Data(contentsOf: Self.folder.appending(path: "grafana/\(name).json"))
            let board = try JSONDecoder().decode(Board.self, from: data)
            #expect(Set(board.panels.map(\.id)).count == board.panels.count, "\(name)")
            expressions += board.panels.flatMap { $0.targets.map(\.expr) }
        }
        let rules = expressions.enumerated().map { Rule(record: "panel_\($0.offset)", expr: $0.element) }
        let file = FileManager.default.temporaryDirectory.appending(path: "panels-\(UUID().uuidString).yml")
        defer { try? FileManager.default.removeItem(at: file) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes  // "\/" is no YAML
        try encoder.encode(Rules(groups: [.init(name: "panels", rules: rules)])).write(to: file)

        let (status, text) = try Self.promtool("check", "rules", file.path)
        #expect(status == 0 && expressions.count > 25, "\(text)")
    }

    private struct Board: Decodable {
        struct Panel: Decodable {
            struct Target: Decodable { var expr: String }
            var id: Int
            var targets: [Target]
        }
        var panels: [Panel]
    }

    private struct Rule: Encodable {
        var record: String
        var expr: String
    }

    private struct Rules: Encodable {
        struct Group: Encodable {
            var name: String
            var rules: [Rule]
        }
        var groups: [Group]
    }
}

private enum Promtool {
    static let path = ["/usr/bin/promtool", "/usr/local/bin/promtool"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}
