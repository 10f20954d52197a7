import BatchVideo
import Foundation
import TestKit
import Testing
import Web

@testable import App

@Suite("Wrong settings")
struct SettingFaultsTests {
    @Test("all that is wrong is told at once: key, value, where it stands and what is allowed")
    func allAtOnce() throws {
        var desk = try SettingsDesk()
        let root = desk.folder.url.path
        try desk.write(
            """
            server:
              prot: 80
              secret: short
              accelPrefix: ${NGINX_PLACE}
            worker: 5
            uploads:
              quotaGB: [1, 2]
            retention: {dayz: 3}
            something: {else: true}
            """, to: "batchvideo.yaml")
        try desk.write("BATCHVIDEO_LOG_LEVEL=loud\nBATCHVIDEO_SERVER_HOST='half\n", to: ".env")
        desk.sources.environment["BATCHVIDEO_WORKER_HARD_LIMIT_SECONDS"] = "60"
        desk.sources.options["server.port"] = ["99999"]

        let faults = desk.faults()

        let file = "\(root)/batchvideo.yaml"
        for wanted in [
            "server.prot in \(file), line 2 is no setting; did you mean server.port?",
            "server.secret is (hidden) by \(file), line 3; allowed is at least 32 characters",
            "server.accelPrefix in \(file), line 4 wants the variable NGINX_PLACE, which is not set",
            "worker in \(file), line 5 is a section",
            "uploads.quotaGB is '1, 2' by \(file), line 7; allowed is a whole number, 1 to 100000",
            "retention.dayz in \(file), line 8 is no setting; did you mean retention.days?",
            "something.else in \(file), line 9 is no setting",
            "log.level is 'loud' by BATCHVIDEO_LOG_LEVEL in \(root)/.env, line 1; allowed is one of trace",
            "\(root)/.env, line 2, cannot be read",
            "worker.hardLimitSeconds is 60 by the variable BATCHVIDEO_WORKER_HARD_LIMIT_SECONDS",
            "server.port is '99999' by the option --port; allowed is a whole number, 0 to 65535",
        ] {
            #expect(faults.count { $0.hasPrefix(wanted) } == 1, "\(wanted)")
        }
        #expect(faults.count == 11, "\(faults)")
        #expect(!faults.contains { $0.contains("short") })
    }

    @Test("only options wrong is a usage error, anything else wrong data")
    func status() throws {
        var desk = try SettingsDesk()
        desk.sources.options["worker.slots"] = ["many"]
        var sources = desk.sources
        let usage = #expect(throws: (any Error).self) { try sources.load() }
        #expect(usage.map { Failure($0).status } == 64)

        try desk.write("server: {port: x}", to: "batchvideo.yaml")
        sources = desk.sources
        let data = #expect(throws: (any Error).self) { try sources.load() }
        #expect(data.map { Failure($0).status } == 65)
    }

    @Test(
        "what is no YAML with keys is told with its line",
        arguments: [
            ("server:\n  port: 1\n port: 2\n", "line 3"), ("- a\n- b\n", "holds no settings"),
            ("server: {port: 1, port: 2}", "twice"), ("just words", "holds no settings"),
        ])
    func noYAML(_ text: String, _ words: String) throws {
        let desk = try SettingsDesk()
        try desk.write(text, to: "batchvideo.yaml")
        try desk.write("server: {port: x}", to: "data/batchvideo.yaml")
        let faults = desk.faults()
        #expect(faults.count == 2 && faults.first?.contains(words) == true, "\(faults)")
    }

    @Test("variables that look like settings and are none are told, but stop nothing")
    func strangers() throws {
        var desk = try SettingsDesk()
        desk.sources.environment["BATCHVIDEO_SERVER_PROT"] = "1"
        desk.sources.environment["BATCHVIDEO_SHARE"] = "/usr/share"
        let warnings = try desk.sources.load().warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("did you mean BATCHVIDEO_SERVER_PORT?") == true)
    }

    @Test("secrets are hidden wherever settings are shown")
    func redaction() throws {
        var desk = try SettingsDesk()
        let secret = "a-secret-of-more-than-32-characters"
        try desk.write("server:\n  secret: ${SIGN}\n  serviceToken: \(secret)-token\n", to: "batchvideo.yaml")
        desk.sources.environment["SIGN"] = secret
        desk.sources.environment["BATCHVIDEO_API_KEY"] = secret + "-key"

        let found = try desk.sources.load()
        let report = SettingReport(found)

        #expect(found.settings.secret == secret && found.settings.web.serviceToken == secret + "-token")
        #expect(!report.json.text.contains(secret))
        #expect(!report.lines.contains { $0.contains(secret) })
        #expect(report.lines.count { $0.contains("(hidden)") } == 3)
        #expect(report.json["server.port"] == .object(["value": 8006, "source": "default"]))
    }
}
