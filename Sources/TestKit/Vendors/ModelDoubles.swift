import BatchVideo
import Foundation

/// Language models, as their wire notes describe them.
package enum ModelDoubles {
    /// Answers what our own questions ask: a prompt for each numbered line.
    package static let chat = VendorDouble("openai-chat", settings: ["model": "test-model"], isTask: false) {
        request, books, _ in
        guard request.header("authorization") == "Bearer sk-test-key-1234" else {
            return .json(["error": ["message": "Incorrect API key provided", "code": "invalid_api_key"]], status: 401)
        }
        guard request.method == "POST", request.path == "/chat/completions",
            let messages = request.json["messages"]?.array, let text = messages.last?["content"]?.string
        else { return .unknownRoute }
        books.charge(text)
        let numbers = text.split(separator: "\n").compactMap { line in
            line.split(separator: ".").first.flatMap { Int($0) }
        }
        let prompts = numbers.map { number -> JSONValue in
            [
                "index": .number(Double(number)),
                "prompt": .string("A wide view of a stone tower above a calm sea, number \(number)"),
            ]
        }
        let answer = JSONValue.object(["prompts": .array(prompts)]).text
        return .json([
            "choices": [["message": ["role": "assistant", "content": .string(answer)], "finish_reason": "stop"]],
            "usage": ["prompt_tokens": 100, "completion_tokens": 200],
        ])
    }
}
