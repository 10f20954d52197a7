import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Language models")
struct ChatTests {
    private static let question = ModelQuestion(
        system: "You draw.", text: "Draw.",
        schema: [
            "type": "object", "properties": ["a": ["type": "integer"]], "required": ["a"],
            "additionalProperties": false,
        ])

    private static func reply(_ text: String, finish: String = "stop") -> VendorReply {
        .json([
            "choices": [
                ["message": ["role": "assistant", "content": .string(text)], "finish_reason": .string(finish)]
            ],
            "usage": ["prompt_tokens": 600, "completion_tokens": 400],
        ])
    }

    private func model(
        _ bench: Workbench, _ server: VendorServer, _ more: [String: JSONValue] = [:]
    ) throws -> any LanguageModel {
        let settings: [String: JSONValue] = [
            "vendor": "openai-chat", "url": .string(server.url.absoluteString), "model": "m", "key": "k", "price": 0.01,
        ]
        return try #require(try bench.parts(settings.merging(more) { $1 }).model)
    }

    @Test("a server that knows no JSON schema is asked more loosely, and that is remembered")
    func ladder() async throws {
        try await Workbench.run { bench in
            try await VendorServer.run({ request in
                switch request.json["response_format"]?["type"]?.string {
                case "json_schema":
                    .json(["error": ["message": "response_format json_schema is unavailable"]], status: 400)
                case "json_object":
                    request.text.contains("JSON")
                        ? Self.reply(#"{"a": 1}"#)
                        : .json(["error": ["message": "must contain the word json"]], status: 400)
                default: Self.reply("no")
                }
            }) { server in
                let model = try model(bench, server)
                let answer = try await model.answer(Self.question, slip: bench.slip())
                #expect(answer.text == #"{"a": 1}"#)
                #expect(answer.cost == VendorCost(micros: 10_000, currency: "USD"))
                _ = try await model.answer(Self.question, slip: bench.slip())
                #expect(server.requests.count == 3)
            }
        }
    }

    @Test(
        "JSON is found in whatever the model wraps it in",
        arguments: [
            "<think>maybe {\"a\": 2}?</think>\n```json\n{\"a\": 1}\n```", "Sure! {\"a\": 1} Anything else?",
            "{\"a\": 1}", "```\n{\"a\": 1}\n```",
        ])
    func wrapped(_ text: String) { #expect(OpenAIChat.json(in: text) == "{\"a\": 1}") }

    @Test("braces inside strings do not end it")
    func strings() {
        let text = #"{"a": "} \" {", "b": [1, 2]} tail"#
        #expect(OpenAIChat.json(in: text) == #"{"a": "} \" {", "b": [1, 2]}"#)
    }

    @Test("a cut answer, a filtered one and a refusal are told apart")
    func ends() async throws {
        try await Workbench.run { bench in
            let refused = JSONValue.object([
                "choices": [["message": ["refusal": "I can't draw that."], "finish_reason": "stop"]]
            ])
            try await VendorServer.run({ _ in .json(refused) }) { server in
                let model = try model(bench, server)
                let error = await failure { _ = try await model.answer(Self.question, slip: bench.slip()) }
                #expect(error?.kind == .refusal && error?.message.contains("I can't draw that.") == true)
            }
            for (finish, kind) in [("length", VendorFailure.Kind.outage), ("content_filter", .refusal)] {
                try await VendorServer.run({ _ in Self.reply("{", finish: finish) }) { server in
                    let model = try model(bench, server)
                    let error = await failure { _ = try await model.answer(Self.question, slip: bench.slip()) }
                    #expect(error?.kind == kind)
                }
            }
        }
    }
}
