import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Web

/// schemathesis (scripts/contract.requirements.txt) makes requests from the OpenAPI document, right and wrong ones, and
/// holds every answer of the live server against it. `make contract` runs more of them.
@Suite("The API under generated requests", .timeLimit(.minutes(20)))
struct SchemathesisTests {
    /// Random requests for each operation, and sequences of them, right and wrong; nil: only right ones
    /// that follow from the document, which are several thousand.
    private static let examples = ProcessInfo.processInfo.environment["CONTRACT_EXAMPLES"].flatMap { Int($0) }
    private static let seed = 20_261

    /// Small things in place of painter and vendor, so that their routes answer.
    private static var tools: WebTools {
        var tools = WebTools()
        tools.drawText = { _ in Data(Samples.png) }
        tools.generateImage = { _ in Data(Samples.png) }
        tools.metrics = { _ in ("up 1\n", "text/plain; version=0.0.4; charset=utf-8") }
        tools.plan = { draft, _ in
            FilmPlan(
                language: Language("en"), length: MediaTime(ms: 1_000),
                shots: [.init(span: TimeSpan(startMs: 0, endMs: 1_000), text: draft.content, isMoving: false)])
        }
        tools.planPicture = { _, _ in Data(Samples.png) }
        tools.speak = { _ in Data(Samples.wav) }
        tools.waveform = { _, points in Waveform(MonoSound(sampleRate: 1_000, samples: [0, 1]), points: points) }
        tools.writing = WritingTools(
            script: { WrittenWords($0.topic, models: ["writer"], costs: []) },
            titles: { WrittenWords(Array(repeating: "A title", count: $0.count), models: ["writer"], costs: []) },
            description: { _ in
                WrittenWords(PublishDescription(text: "Words", hashtags: []), models: ["writer"], costs: [])
            })
        return tools
    }

    @Test("answers as its document says, without exception")
    func contract() async throws {
        try await TestServer.run(tools: Self.tools) { server in
            let user = try await server.user("schemathesis")
            _ = try await server.job(user)

            let (status, text) = try await Schemathesis.run(
                "http://127.0.0.1:\(server.client.port)/openapi.json", token: try await server.lasting(user),
                examples: Self.examples, seed: Self.seed)

            #expect(status == 0, "\(text.suffix(6_000))")
            let cases = try #require(try /(\d+) generated/.firstMatch(in: text))
            #expect(Int(cases.1) ?? 0 >= 2_000, "\(text.suffix(1_000))")
            print("schemathesis made \(cases.1) requests")
        }
    }
}

private enum Schemathesis {
    /// Where scripts/setup puts it.
    private static let home = root.appending(path: ".build/contract")
    private static let config = root.appending(path: "scripts/contract.toml")
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func run(
        _ document: String, token: String, examples: Int?, seed: Int
    ) async throws -> (status: Int32, text: String) {
        let program = home.appending(path: "bin/schemathesis").path
        try #require(
            FileManager.default.fileExists(atPath: program), "schemathesis is missing: run scripts/setup")
        let words = [
            program, "--config-file", config.path, "run", document, "--checks", "all",
            "--mode", examples == nil ? "positive" : "all",
            "--phases", examples == nil ? "coverage" : "coverage,fuzzing,stateful",
            "--max-examples", "\(examples ?? 1)", "--seed", "\(seed)",
            "--generation-database", "none", "--workers", "1", "--no-color",
            "--header", "Authorization: Bearer \(token)", "--continue-on-failure",
            "--suppress-health-check", "all", "--wait-for-schema", "120",
            // A machine that is full answers late, and rightly: the check of all checks that measures the machine.
            "--request-timeout", "120", "--max-response-time", "120",
        ]
        return try await withCheckedThrowingContinuation { done in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread { done.resume(with: Result { try wait(words) }) }
        }
    }

    private static func wait(_ words: [String]) throws -> (Int32, String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONPATH": home.path, "PYTHONDONTWRITEBYTECODE": "1"]
        ) { $1 }
        process.currentDirectoryURL = FileManager.default.temporaryDirectory
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        return (process.terminationStatus, String(decoding: told, as: UTF8.self))
    }
}
