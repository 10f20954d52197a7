import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing
import Web

@testable import App

@Suite("Where settings come from")
struct SettingSourcesTests {
    private func port(_ desk: SettingsDesk) throws -> String {
        let found = try desk.sources.load()
        return "\(found.settings.web.port) \(found.places["server.port"] ?? "default")"
    }

    @Test("command line, environment, .env, working folder's file, data folder's file, default")
    func precedence() throws {
        var desk = try SettingsDesk()
        let root = desk.folder.url.path
        #expect(try port(desk) == "8006 default")

        try desk.write("# ours\nserver:\n  port: 1\n", to: "data/batchvideo.yaml")
        #expect(try port(desk) == "1 \(root)/data/batchvideo.yaml, line 3")
        try desk.write("server: {port: 2}", to: "batchvideo.yaml")
        #expect(try port(desk) == "2 \(root)/batchvideo.yaml, line 1")
        try desk.write("A=b\nexport BATCHVIDEO_SERVER_PORT=\"3\"  # three\n", to: ".env")
        #expect(try port(desk) == "3 BATCHVIDEO_SERVER_PORT in \(root)/.env, line 2")
        desk.sources.environment["BATCHVIDEO_SERVER_PORT"] = ""
        #expect(try port(desk).hasPrefix("3 "))
        desk.sources.environment["BATCHVIDEO_SERVER_PORT"] = "4"
        #expect(try port(desk) == "4 the variable BATCHVIDEO_SERVER_PORT")
        desk.sources.options["server.port"] = ["5"]
        #expect(try port(desk) == "5 the option --port")
    }

    @Test("files add up: each setting is taken from the first that has it")
    func together() throws {
        let desk = try SettingsDesk()
        try desk.write("worker: {leaseSeconds: 20}\nserver:\n", to: "batchvideo.yaml")
        try desk.write("worker: {leaseSeconds: 30, retrySeconds: [5, 6]}", to: "data/batchvideo.yaml")

        let settings = try desk.sources.load().settings

        #expect(settings.worker.lease == .seconds(20))
        #expect(settings.worker.retries.delays == [.seconds(5), .seconds(6)])
    }

    @Test("--config is read instead of the others, and has to be there")
    func config() throws {
        var desk = try SettingsDesk()
        try desk.write("server: {port: 2, host: 0.0.0.0}", to: "batchvideo.yaml")
        try desk.write("server: {port: 3}", to: "own.yaml")
        desk.sources.file = "own.yaml"

        let settings = try desk.sources.load().settings

        #expect(settings.web.port == 3 && settings.web.host == "127.0.0.1")
        desk.sources.file = "none.yaml"
        let sources = desk.sources
        let error = #expect(throws: BatchVideoError.self) { try sources.load() }
        #expect(error?.code == .notFound)
    }

    @Test("older variables keep working, and the data folder may be set in a file")
    func older() throws {
        var desk = try SettingsDesk()
        desk.sources.environment["BATCHVIDEO_ALLOWED_HOSTS"] = "crm, Hooks.internal"
        desk.sources.environment["BATCHVIDEO_API_KEY"] = "key"
        desk.sources.environment["BATCHVIDEO_SECRET"] = String(repeating: "s", count: 32)
        var found = try desk.sources.load()
        #expect(found.settings.secret?.count == 32)
        #expect(found.settings.webhookHosts == ["crm", "Hooks.internal"] && found.settings.apiKey == "key")
        #expect(found.settings.dataFolder == desk.folder.file("data").path)
        #expect(found.places["data.folder"] == "the variable BATCHVIDEO_DATA")

        desk.sources.environment["BATCHVIDEO_DATA"] = nil
        #expect(try desk.sources.load().settings.dataFolder == desk.folder.url.path + "/.local/share/batchvideo")
        try desk.write("data: {folder: data}", to: "batchvideo.yaml")
        try desk.write("server: {port: 77}", to: "data/batchvideo.yaml")
        found = try desk.sources.load()
        #expect(found.settings.dataFolder == "data" && found.settings.web.port == 77)
    }

    @Test("every setting can be set by its variable, and shows the value it was given")
    func variables() throws {
        var desk = try SettingsDesk()
        let names = SettingCatalog.all.map { SettingLayer.variable($0) }
        #expect(Set(names).count == names.count && names.contains("BATCHVIDEO_SERVER_PUBLIC_URL"))
        #expect(names.contains("BATCHVIDEO_RETENTION_WORKSPACE_GB"))
        let given: [String: String] = [
            "server.port": "81", "server.publicURL": "https://a.example/films", "uploads.pictureMB": "3",
            "worker.pollMs": "250", "worker.retrySeconds": "1,2", "server.trustProxy": "yes",
            "retention.workspaceGB": "9", "log.level": "debug", "server.corsOrigins": "http://a,https://b:8",
        ]
        for (key, text) in given {
            let setting = try #require(SettingCatalog.setting(key))
            desk.sources.environment[SettingLayer.variable(setting)] = text
        }

        let settings = try desk.sources.load().settings

        #expect(settings.web.pictureLimitBytes == 3 << 20 && settings.worker.poll == .milliseconds(250))
        #expect(settings.maintenance.workspaceBytes == 9 << 30 && settings.web.trustsProxy)
        for (key, text) in given {
            let shown = try #require(SettingCatalog.setting(key)).shown(settings)
            let words = shown.array?.map { $0.string ?? $0.text }.joined(separator: ",") ?? shown.string ?? shown.text
            #expect(words == (text == "yes" ? "true" : text))
        }
    }

    @Test("the example is read without a fault, and says the defaults when nothing is commented out")
    func example() throws {
        let desk = try SettingsDesk()
        try desk.write(SettingExample().text, to: "batchvideo.yaml")
        #expect(try desk.sources.load().places.keys.sorted() == ["data.folder"])

        let lines = SettingExample().text.split(separator: "\n", omittingEmptySubsequences: false)
        let all = lines.filter { !$0.contains("${") && !$0.contains("/var/lib") }
            .map { $0.replacing(/^  #(?=\w)/, with: "  ") }
        try desk.write(all.joined(separator: "\n"), to: "batchvideo.yaml")
        let found = try desk.sources.load()
        let plain = Settings(environment: desk.sources.environment)
        #expect(found.places.count > 25)
        for setting in SettingCatalog.all where setting.key != "data.folder" {
            #expect(setting.value(found.settings) == setting.value(plain), "\(setting.key)")
        }
    }
}
