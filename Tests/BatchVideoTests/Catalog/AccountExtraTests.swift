import BatchVideo
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
}
