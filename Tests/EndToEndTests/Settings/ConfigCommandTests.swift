import BatchVideo
import Foundation
import TestKit
import Testing

/// The real program.
@Suite("batchvideo config", .timeLimit(.minutes(20)))
struct ConfigCommandTests {
    @Test("nothing starts with a wrong setting: all are told, and no folder is made")
    func wrong() async throws {
        let folder = try TemporaryFolder("config")
        try folder.write("server: {prot: 1}\n", to: "batchvideo.yaml")

        let serve = try await Program.run(
            ["serve", "--data", "data", "--port", "x"], in: folder,
            environment: ["BATCHVIDEO_LOG_LEVEL": "loud"])

        #expect(serve.status == 65 && serve.output.isEmpty)
        #expect(serve.errorLines.count == 4, "\(serve.errors)")
        #expect(folder.visible == ["batchvideo.yaml"])
        for words in [["worker"], ["jobs", "list"], ["db", "check"], ["config"]] {
            let other = try await Program.run(words + ["--data", "data"], in: folder)
            #expect(other.status == 65 && other.errors.contains("did you mean server.port?"), "\(words)")
        }
        let usage = try await Program.run(["worker", "--slots", "x", "--config", "/dev/null"], in: folder)
        #expect(usage.status == 64, "\(usage.errors)")
    }

    @Test("prints what holds and where it comes from, and makes nothing")
    func report() async throws {
        let folder = try TemporaryFolder("config")
        let example = try await Program.run(["config", "--example"], in: folder)
        try folder.write(example.output.replacing("#port: 8006", with: "port: 8123"), to: "batchvideo.yaml")
        let secret = String(repeating: "s", count: 40)

        let shown = try await Program.run(
            ["config", "--json", "--data", "data", "--host", "::1"], in: folder,
            environment: ["BATCHVIDEO_SECRET": secret])

        #expect(shown.status == 0 && !shown.output.contains(secret), "\(shown.errors)")
        let settings = try JSONValue(parsing: shown.output)
        #expect(settings["server.port"]?["value"] == 8123)
        #expect(settings["server.port"]?["source"]?.string?.contains("batchvideo.yaml, line ") == true)
        #expect(settings["server.host"] == .object(["value": "::1", "source": "the option --host"]))
        #expect(
            settings["server.secret"]
                == .object(["value": "(hidden)", "source": "the variable BATCHVIDEO_SECRET"]))
        #expect(folder.visible == ["batchvideo.yaml"])
    }
}
