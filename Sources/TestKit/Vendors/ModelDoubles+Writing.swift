import BatchVideo
import Foundation

extension ModelDoubles {
    /// Writes as a chat model does when it is asked for narrations, titles and descriptions: with numbers,
    /// courtesies and headings that nobody asked for. A topic with "terse" gets half the length until it is told
    /// so; one with "foreign" is answered in French or English first, one with "deaf" always.
    package static let writing = VendorDouble("openai-chat", settings: ["model": "test-model"], isTask: false) {
        request, books, _ in
        guard request.header("authorization") == "Bearer sk-test-key-1234" else {
            return .json(["error": ["message": "Incorrect API key provided", "code": "invalid_api_key"]], status: 401)
        }
        guard request.method == "POST", request.path == "/chat/completions" else { return .unknownRoute }
        guard request.json["model"] == "test-model", (request.json["max_tokens"]?.int ?? 0) > 0,
            let messages = request.json["messages"]?.array, messages.count == 2,
            messages[0]["role"] == "system", messages[1]["role"] == "user",
            let system = messages[0]["content"]?.string, let text = messages[1]["content"]?.string
        else {
            return .json(["error": ["message": "invalid request", "type": "invalid_request_error"]], status: 400)
        }
        books.charge(text)
        let answer = words(system, text)
        return .json([
            "choices": [["message": ["role": "assistant", "content": .string(answer)], "finish_reason": "stop"]],
            "usage": ["prompt_tokens": 400, "completion_tokens": 600],
        ])
    }

    private static func words(_ system: String, _ text: String) -> String {
        let isChinese = system.contains("Chinese")
        if let parts = number(in: text, after: "Parts: ") {
            return (1...parts).map {
                isChinese
                    ? "\($0). 第\(hanzi($0))章的灯塔 | 讲灯塔的第\(hanzi($0))个故事"
                    : "\($0). The light, chapter \($0) | What part \($0) tells"
            }.joined(separator: "\n")
        }
        if let count = number(in: text, after: "Titles: ") {
            let attempt = number(in: text, after: "(Attempt ") ?? 1
            // One too long and one twice, as happens.
            let titles = (1...count).map {
                isChinese
                    ? "\($0). 《灯塔守夜人第\(hanzi(attempt))\(hanzi($0))夜》" : "\($0). \"The keeper's night \(attempt)-\($0)\""
            }
            return "Here are the titles:\n"
                + (titles.dropLast() + [titles[0], String(repeating: "x", count: 500)])
                .joined(separator: "\n") + (attempt > 1 ? "\n" + (titles.last ?? "") : "")
        }
        if system.contains("hashtags") && system.contains("descriptions") {
            return isChinese
                ? "这部影片讲述海边灯塔的一夜。献给喜欢大海的人。\n\n#灯塔 #大海# #守夜人 #灯塔"
                : "A night in a lighthouse above the sea. For all who love the coast.\n\n#lighthouse #sea #night"
        }
        return narration(text, isChinese)
    }

    private static func narration(_ text: String, _ isChinese: Bool) -> String {
        let attempt = number(in: text, after: "(Attempt ") ?? 1
        let wanted = number(in: text, after: "Length: ") ?? 100
        let isForeign = text.contains("deaf") || text.contains("foreign") && attempt == 1
        let length = text.contains("terse") && attempt == 1 || text.contains("mumbled") ? wanted / 2 : wanted
        if isChinese != isForeign {
            let sentence = "老人慢慢走上石阶点亮了灯。"  // 12 characters and a mark
            let body = stride(from: 0, to: length, by: 12).map { _ in sentence }.joined()
            return "好的，以下是您要的旁白：\n\n【画面：海边】\n旁白：" + body + "\n\n（字数：\(length)）"
        }
        let body = stride(from: 0, to: length, by: 8).map { _ in "The keeper climbs the steps in the dark." }
        return "Sure, here is the narration:\n\n[music swells]\n\n**Narrator:** " + body.joined(separator: " ")
    }

    private static func hanzi(_ number: Int) -> String {
        number <= 10
            ? ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][max(0, number - 1)] : "十" + hanzi(number - 10)
    }

    private static func number(in text: String, after mark: String) -> Int? {
        guard let range = text.range(of: mark) else { return nil }
        return Int(text[range.upperBound...].prefix { $0.isNumber })
    }
}
