import BatchVideo
import Foundation
import Testing

@Suite("A channel's extra")
struct AccountExtraTests {
    @Test("nothing given means the specification's defaults")
    func defaults() throws {
        let extra = try AccountExtra(json: [:])

        #expect(extra == AccountExtra())
        #expect(
            extra.json == [
                "subtitle_background": "#578B2E", "human_config": ["duration": 120, "end_duration": 120],
                "enable_transition": false, "transition_types": ["fade"], "human_insertion_mode": "fullscreen",
                "enable_srt_concat_transition": false, "srt_concat_transition_types": ["fade"],
            ])
    }

    @Test("known keys are read, others kept")
    func reading() throws {
        let json: JSONValue = [
            "subtitle_background": "#00ff00", "human_config": ["duration": 5, "end_duration": 0, "path": "k"],
            "enable_transition": true, "transition_types": ["wipe", "百叶窗"], "human_insertion_mode": "corner",
            "enable_srt_concat_transition": true, "srt_concat_transition_types": [], "logo": ["width": 90],
        ]

        let extra = try AccountExtra(json: json)

        #expect(extra.presenter.duration == 5)
        #expect(extra.presenterPlace == .corner)
        #expect(extra.others == ["logo": ["width": 90]])
        #expect(extra.json == json)
    }

    @Test(
        "a wrong value is refused by its field's name",
        arguments: [
            ("extra.subtitle_background", ["subtitle_background": "red"]),
            ("extra.human_config", ["human_config": 5]),
            ("extra.human_config.duration", ["human_config": ["duration": -1]]),
            ("extra.human_config.figure", ["human_config": ["figure": "robot"]]),
            ("extra.human_config.shape", ["human_config": ["shape": "star"]]),
            ("extra.enable_transition", ["enable_transition": "yes"]),
            ("extra.transition_types", ["transition_types": ["fade", 1]]),
            ("extra.human_insertion_mode", ["human_insertion_mode": "left"]),
            ("extra", "text"),
        ] as [(String, JSONValue)])
    func refused(field: String, json: JSONValue) {
        let error = #expect(throws: BatchVideoError.self) { try AccountExtra(json: json) }

        #expect(error?.code == .invalid)
        #expect(error?.field == field)
    }

    @Test("a drawn figure is kept with its colours and its shape")
    func figure() throws {
        let json: JSONValue = [
            "human_config": [
                "figure": "elder-man", "palette": "warm", "shape": "rounded", "duration": 5, "end_duration": 0,
            ]
        ]

        let presenter = try AccountExtra(json: json).presenter

        #expect(presenter.figure == .elderMan)
        #expect(presenter.palette == .warm)
        #expect(presenter.shape == .rounded)
        #expect(try AccountExtra(json: AccountExtra(json: json).json).presenter == presenter)
    }

    @Test("consent is for one picture, is given by its owner's word, and its time is the server's")
    func consent() throws {
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        let later = now.addingTimeInterval(60)
        func changed(_ before: PresenterTimes, _ members: JSONValue, at time: Date) throws -> PresenterTimes {
            var presenter = try AccountExtra(json: ["human_config": members]).presenter
            presenter.settleConsent(members, after: before, now: time)
            return presenter
        }
        let empty = PresenterTimes()

        let given = try changed(empty, ["path": "a.jpg", "consent": true], at: now)
        let kept = try changed(given, ["path": "a.jpg", "consent": true], at: later)
        let silent = try changed(given, ["path": "a.jpg"], at: later)
        let other = try changed(given, ["path": "b.jpg"], at: later)
        let withdrawn = try changed(given, ["path": "a.jpg", "consent": false], at: later)
        let forged = try changed(empty, ["path": "a.jpg", "consented_at": "2026-01-01T00:00:00Z"], at: now)
        var stored = AccountExtra()
        stored.presenter = given

        #expect(given.consentedAt == now)
        #expect(kept.consentedAt == now && silent.consentedAt == now)
        #expect(other.consentedAt == nil && withdrawn.consentedAt == nil && forged.consentedAt == nil)
        #expect(try AccountExtra(json: stored.json).presenter == given)
    }
}
