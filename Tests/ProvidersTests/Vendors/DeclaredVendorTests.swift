import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors told in the settings")
struct DeclaredVendorTests {
    private static func speechRequest(_ text: String = "Hello there") -> SpeechRequest {
        SpeechRequest(text: text, language: .english, voice: "anna", speed: 1.25)
    }

    private static func call(
        _ parts: VendorParts, _ slip: CallSlip, _ bench: Workbench, _ file: URL
    ) async throws -> VendorCost {
        if let speech = parts.speech {
            return try await speech.speak(speechRequest(), slip: slip, to: file).cost
        }
        if let images = parts.images {
            let request = ImageRequest(prompt: "a lighthouse", size: PixelSize(width: 1360, height: 768), seed: 7)
            return try await images.generate(request, slip: slip, to: file).cost
        }
        if let clips = parts.clips {
            let request = ClipRequest(
                prompt: "waves", size: PixelSize(width: 768, height: 1360), length: MediaTime(ms: 4700), seed: 9,
                image: try bench.picture())
            #expect(clips.billedSeconds(of: request) == 6)
            return try await clips.generate(request, slip: slip, to: file).cost
        }
        if let presenter = parts.presenter {
            let speech = bench.file("speech.wav")
            try SampleMedia.wave(seconds: 1).write(to: speech)
            let request = PresenterRequest(
                source: try bench.picture(), isPicture: true, speech: speech.path, length: MediaTime(ms: 1000),
                size: PixelSize(width: 768, height: 1360))
            return try await presenter.generate(request, slip: slip, to: file).cost
        }
        let model = try #require(parts.model)
        let answer = try await model.answer(ModelQuestion(system: "Draw.", text: "Go."), slip: slip)
        try Data(answer.text.utf8).write(to: file)
        return answer.cost
    }

    @Test("each keeps the contract of vendors", arguments: DeclaredDoubles.all)
    func contract(_ double: VendorDouble) async throws {
        try await VendorContract(double: double, call: Self.call).check()
    }

    @Test("times of words come along")
    func wordTimes() async throws {
        try await Workbench.run { bench in
            try await DeclaredDoubles.speech.run { _, _, settings in
                let speech = try #require(try bench.parts(settings).speech)
                #expect(speech.voices.map(\.id) == ["anna"])
                let made = try await speech.speak(Self.speechRequest(), slip: bench.slip(), to: bench.file("a.wav"))
                #expect(
                    made.words == [
                        HeardWord(text: "Hello", startMs: 50, endMs: 210),
                        HeardWord(text: "there", startMs: 300, endMs: 480),
                    ])
            }
        }
    }

    @Test(
        "faults with status 200 are told apart by their words",
        arguments: [
            ("forbidden", 5, "sensitive words", VendorFailure.Kind.refusal), ("x", 9, "balance too low", .quota),
            ("x", 1, "oven broken", .outage),
        ])
    func faults(_ text: String, _ status: Int, _ words: String, _ kind: VendorFailure.Kind) async throws {
        try await Workbench.run { bench in
            try await DeclaredDoubles.speech.run { server, _, settings in
                if kind != .refusal {
                    server.fail(
                        .instead(.json(["status": JSONValue(integerLiteral: status), "message": .string(words)])))
                }
                let speech = try #require(try bench.parts(settings).speech)
                let error = await failure {
                    _ = try await speech.speak(Self.speechRequest(text), slip: bench.slip(), to: bench.file("a.wav"))
                }
                #expect(error?.kind == kind)
                #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
            }
        }
    }

    @Test("a model is asked for JSON in words and paid by the tokens it tells")
    func model() async throws {
        try await Workbench.run { bench in
            try await DeclaredDoubles.text.run(price: 0.5) { server, _, settings in
                let model = try #require(try bench.parts(settings).model)
                let answer = try await model.answer(
                    ModelQuestion(system: "Draw.", text: "Go.", schema: ["type": "object"]), slip: bench.slip())
                #expect(answer.text == #"{"a": 1}"#)
                #expect(answer.inputTokens == 600 && answer.outputTokens == 400)
                #expect(answer.cost.micros == 500_000)
                #expect(server.requests[0].json["rules"]?.string?.contains(#"{"type":"object"}"#) == true)
            }
        }
    }

    @Test(
        "what is wrong in the settings is told when they are read, with its key",
        arguments: [
            (["makes": "films"], "providers.shop.makes must be one of"),
            (["submit": .null], "providers.shop.submit is missing"),
            (["submit": ["path": "tts", "json": ["t": "%text%"]]], "providers.shop.submit.path must begin with /"),
            (
                ["submit": ["path": "/tts", "json": ["t": "%txt%"]]],
                "providers.shop.submit.json.t holds %txt%, which is none of"
            ),
            (
                ["submit": ["path": "/tts", "json": ["a": ["%text%", "50% off"]]]],
                "providers.shop.submit.json.a[1] holds a percent sign"
            ),
            (["submit": ["path": "/tts", "json": ["t": "hello"]]], "providers.shop.submit holds none of %text%"),
            (
                ["submit": ["path": "/tts", "json": ["t": "%text%"], "form": ["t": "%text%"]]],
                "providers.shop.submit.form stands beside json"
            ),
            (
                ["submit": ["path": "/tts", "method": "GET", "json": ["t": "%text%"]]],
                "providers.shop.submit.json goes with method POST"
            ),
            (
                ["submit": ["path": "/tts", "form": ["t": ["%text%"]]]],
                "providers.shop.submit.form.t must be a plain value"
            ),
            (
                ["submit": ["path": "/tts", "json": ["t": "%text%"], "reslt": "/a"]],
                "providers.shop.submit.reslt is no setting here"
            ),
            (
                ["submit": ["path": "/tts", "json": ["t": "%text%"], "result": "a/b"]],
                "providers.shop.submit.result must be a JSON pointer"
            ),
            (["submit": ["path": "/tts", "json": ["t": "%text%"], "task": "/id"]], "providers.shop.poll is missing"),
            (["poll": ["path": "/p/%task%"]], "providers.shop.submit.task is missing"),
            (
                [
                    "submit": ["path": "/tts", "json": ["t": "%text%"], "task": "/id"],
                    "poll": ["path": "/p/%task%", "state": "/s"],
                ], "providers.shop.poll.states must be a map"
            ),
            (
                [
                    "submit": ["path": "/tts", "json": ["t": "%text%"], "task": "/id"],
                    "poll": ["path": "/p/%task%", "state": "/s", "states": ["ok": "finished"]],
                ], "providers.shop.poll.states.ok must be one of"
            ),
            (
                [
                    "submit": ["path": "/tts", "json": ["t": "%text%"], "task": "/id"],
                    "poll": ["path": "/p/%task%", "state": "/s", "states": ["bad": "failed"]],
                ], "providers.shop.poll.states has no word for done"
            ),
            (
                [
                    "submit": ["path": "/tts", "json": ["t": "%text%"], "task": "/id"],
                    "poll": ["path": "/p/%task%", "state": "/s", "states": ["ok": "done"]],
                ], "providers.shop.poll.result is missing"
            ),
            (["keyPlace": "cookie:a"], "providers.shop.keyPlace must be"),
            (["errors": ["where": "/a"]], "providers.shop.errors.where is no setting here"),
            (["words": ["at": "/w"]], "providers.shop.words.text is missing"),
        ] as [([String: JSONValue], String)])
    func badSettings(_ change: [String: JSONValue], _ words: String) async throws {
        let good: [String: JSONValue] = [
            "vendor": "http", "url": "http://127.0.0.1:9", "makes": "speech",
            "submit": ["path": "/tts", "json": ["t": "%text%"]],
        ]
        try await Workbench.run { bench in
            let taken = try bench.parts(good)
            #expect(taken.speech != nil)
            let error = await failure { _ = try bench.parts(good.merging(change) { $1 }) }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "nothing")")
        }
    }

    @Test("a place alone keeps its type, one among words becomes words, what is not there is left out")
    func templates() throws {
        let template = try RequestTemplate(
            ["a": "%n%", "b": "n is %n%", "c": "%gone%", "d": ["%gone%", "%t%"], "e": "100%%", "f": 5],
            known: ["n", "t", "gone"]
        ) { BatchVideoError(.invalid, $0 + $1) }
        let filled = template.filled(["n": 3, "t": "50% of %n%"])
        #expect(filled == ["a": 3, "b": "n is 3", "d": ["50% of %n%"], "e": "100%", "f": 5])
        #expect(template.places == ["n", "t", "gone"])
    }

    @Test("what comes into a path cannot leave it")
    func paths() throws {
        let template = try RequestTemplate("/v/%id%/x", known: ["id"]) { BatchVideoError(.invalid, $0 + $1) }
        #expect(template.path(["id": "../a b?c#d/é"]) == "/v/..%2Fa%20b%3Fc%23d%2F%C3%A9/x")
    }

    @Test(
        "pointers find what RFC 6901 says",
        arguments: [
            ("", nil), ("/foo/0", "bar"), ("/foo/01", nil), ("/foo/2", nil), ("/", 0), ("/a~1b", 1), ("/m~0n", 8),
            ("/k/x", nil), ("/none", nil),
        ] as [(String, JSONValue?)])
    func pointers(_ text: String, _ value: JSONValue?) throws {
        let json: JSONValue = ["foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, "k": 3, "none": .null]
        let pointer = try #require(JSONPointer(text))
        #expect(pointer.value(in: json) == (text.isEmpty ? json : value))
        #expect(JSONPointer("foo") == nil && JSONPointer("/a~2") == nil)
    }
}
