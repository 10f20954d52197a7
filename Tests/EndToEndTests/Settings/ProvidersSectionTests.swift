import BatchVideo
import Foundation
import TestKit
import Testing

@testable import App

@Suite("The section of vendors")
struct ProvidersSectionTests {
    @Test("is read as it stands, with variables put in, and its keys are not settings")
    func read() throws {
        var desk = try SettingsDesk()
        try desk.write("AZURE_KEY='k e y'\n", to: ".env")
        desk.sources.environment["REGION"] = "east"
        try desk.write(
            """
            providers:
              azure:
                key: ${AZURE_KEY}
                url: https://${REGION}.example/$${REGION}
                atOnce: 4
                pin: "0042"
                id: 007
                isFree: false
                none:
                voices: [{name: a, rate: 1.5}, b]
              other:
            """, to: "batchvideo.yaml")
        try desk.write("providers: {azure: {key: theirs}, flux: {steps: 4}}", to: "data/batchvideo.yaml")

        let providers = try desk.sources.load().tree.providers()

        #expect(
            providers["azure"]
                == .object([
                    "key": "k e y", "url": "https://east.example/${REGION}", "atOnce": 4, "pin": "0042",
                    "id": "007", "isFree": false, "none": .null,
                    "voices": [.object(["name": "a", "rate": 1.5]), "b"],
                ]))
        #expect(providers["flux"] == .object(["steps": 4]) && providers["other"] == .emptyObject)
    }

    @Test("every variable that is missing is named with its place")
    func missing() throws {
        let desk = try SettingsDesk()
        try desk.write("providers: {a: {key: \"${A_KEY}\", list: [x, \"${B_KEY}\"]}}", to: "batchvideo.yaml")

        let error = #expect(throws: BatchVideoError.self) { try desk.sources.load() }

        let lines = error?.message.split(separator: "\n").map(String.init) ?? []
        #expect(lines.count == 3 && error?.code == .invalid)
        #expect(lines.contains { $0.contains("providers.a.key") && $0.contains("A_KEY") })
        #expect(lines.contains { $0.contains("providers.a.list[1]") && $0.contains("B_KEY") })
    }

    @Test("without it there are none; what is no map is a fault")
    func none() throws {
        let desk = try SettingsDesk()
        #expect(try desk.sources.load().tree.providers().isEmpty)
        try desk.write("providers:\n  - azure\n", to: "batchvideo.yaml")
        #expect(desk.faults().first?.contains("providers in") == true)
    }
}
