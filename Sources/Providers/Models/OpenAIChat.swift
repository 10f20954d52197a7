import BatchVideo
import Foundation
import Synchronization

extension Vendor {
    /// `POST /chat/completions` as OpenAI, DeepSeek, Qwen, Kimi, Gemini, Ollama, vLLM and others answer it.
    static let openAIChat = Vendor(
        "openai-chat", title: "OpenAI-compatible chat (/chat/completions)",
        settings: [
            VendorSetting("url", "Where the API begins; https://api.deepseek.com/v1 when left out."),
            VendorSetting("model", "The model's name.", isRequired: true),
            VendorSetting("maxTokens", "Most tokens of an answer, 256 to 200000; 8192 when left out."),
            VendorSetting(
                "json", "How it is asked for JSON: schema, object, text, or auto, which finds out; auto when left out."),
            VendorSetting(
                "tokensField", "max_tokens, or max_completion_tokens for models that want it; max_tokens when left out."
            ),
            VendorSetting(
                "temperature", "0 to 2, or none for models that take no temperature; as asked when left out."),
        ]
    ) { settings, tools in
        VendorParts(model: try OpenAIChat(settings, tools))
    }
}

final class OpenAIChat: LanguageModel {
    /// How the model is asked for JSON, the strictest first.
    private enum JSONMode: String, CaseIterable { case auto, schema, object, text }

    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let url: URL
    private let model: String
    private let maxTokens: Int
    private let tokensField: String
    /// Nil: as asked; below zero: none is sent.
    private let temperature: Double?
    /// What the server has been found to take.
    private let mode: Mutex<JSONMode>

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("openai-chat")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        url = try settings.url(or: "https://api.deepseek.com/v1")
        model = try settings.text("model")
        maxTokens = try settings.int("maxTokens", in: 256...200_000, or: 8192)
        tokensField = try settings.text("tokensField", or: "max_tokens")
        temperature =
            settings.json("temperature")?.string == "none"
            ? -1 : try settings.optionalNumber("temperature", in: 0...2)
        let wanted: JSONMode = try settings.choice("json", or: .auto)
        mode = Mutex(wanted == .auto ? .schema : wanted)
    }

    func answer(_ question: ModelQuestion, slip: CallSlip) async throws -> ModelAnswer {
        var asked = question.schema == nil ? JSONMode.text : mode.withLock { $0 }
        while true {
            do {
                let answer = try await ask(question, asked, slip)
                if question.schema != nil { mode.withLock { $0 = asked } }
                return answer
            } catch let error as BatchVideoError
                where error.vendorFailure?.status == 400 && asked != .text && question.schema != nil
            {
                // It does not know this way to ask for JSON: a looser one, kept when it helps.
                asked = asked == .schema ? .object : .text
            }
        }
    }

    private func ask(
        _ question: ModelQuestion, _ mode: JSONMode, _ slip: CallSlip
    ) async throws -> ModelAnswer {
        let answer = try await caller.json(
            HTTPOrder(
                "POST", url.at("/chat/completions"), headers: [("Idempotency-Key", slip.key)],
                body: .json(.object(body(question, mode))), isRepeatable: terms.mayRepeat),
            refusal: OpenAIImages.refusal)
        guard let choice = answer["choices"]?.array?.first else {
            let words = answer["error"]?["message"]?.string ?? "the answer holds no choice"
            throw caller.failure(.outage, words)
        }
        if let refusal = choice["message"]?["refusal"]?.string { throw caller.failure(.refusal, refusal) }
        switch choice["finish_reason"]?.string {
        case "content_filter": throw caller.failure(.refusal, "the answer was filtered")
        case "length": throw caller.failure(.outage, "the answer is longer than maxTokens (\(maxTokens))")
        default: break
        }
        let text = choice["message"]?["content"]?.string ?? ""
        let (input, output) = (
            answer["usage"]?["prompt_tokens"]?.int ?? 0, answer["usage"]?["completion_tokens"]?.int ?? 0
        )
        return ModelAnswer(
            text: question.schema == nil ? Self.bare(text) : Self.json(in: text), inputTokens: input,
            outputTokens: output, cost: terms.cost(units: Double(input + output) / 1000))
    }

    private func body(_ question: ModelQuestion, _ mode: JSONMode) -> [String: JSONValue] {
        var system = question.system
        var body: [String: JSONValue] = [
            "model": .string(model), "stream": false,
            tokensField: JSONValue(min(maxTokens, question.maxTokens)),
        ]
        if let schema = question.schema {
            switch mode {
            case .schema, .auto:
                body["response_format"] = [
                    "type": "json_schema",
                    "json_schema": ["name": .string(question.name), "strict": true, "schema": schema],
                ]
            case .object:
                body["response_format"] = ["type": "json_object"]
                system += "\nAnswer with one JSON object that fits this schema: \(schema.text)"
            case .text:
                system += "\nAnswer with nothing but one JSON object that fits this schema: \(schema.text)"
            }
        }
        let heat = temperature ?? question.temperature
        if heat >= 0 { body["temperature"] = .number(heat) }
        body["messages"] = [
            ["role": "system", "content": .string(system)], ["role": "user", "content": .string(question.text)],
        ]
        return body
    }

    /// Without `<think>` and the code fence around the whole.
    static func bare(_ text: String) -> String {
        var text = text
        while let start = text.range(of: "<think>") {
            let end = text.range(of: "</think>", range: start.upperBound..<text.endIndex)?.upperBound
            text.removeSubrange(start.lowerBound..<(end ?? text.endIndex))
        }
        text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasPrefix("```"), text.hasSuffix("```"), let line = text.firstIndex(of: "\n") {
            text = String(text[text.index(after: line)...].dropLast(3))
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The first balanced object or array in a text; the text itself when there is none.
    static func json(in text: String) -> String {
        let text = bare(text)
        guard let start = text.firstIndex(where: { $0 == "{" || $0 == "[" }) else { return text }
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for index in text[start...].indices {
            let mark = text[index]
            if isEscaped {
                isEscaped = false
                continue
            }
            if isQuoted {
                if mark == "\\" { isEscaped = true }
                if mark == "\"" { isQuoted = false }
                continue
            }
            switch mark {
            case "\"": isQuoted = true
            case "{", "[": depth += 1
            case "}", "]":
                depth -= 1
                if depth == 0 { return String(text[start...index]) }
            default: break
            }
        }
        return String(text[start...])
    }
}
