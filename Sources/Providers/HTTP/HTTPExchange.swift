import Foundation

/// One request and what came back, for people to look at: no secrets, no long bodies.
package struct HTTPExchange: Sendable, Codable {
    package var method: String
    package var url: String
    package var headers: [String: String]
    /// Its beginning; what is no text is told by its size.
    package var body: String
    /// Nil: nothing came back.
    package var status: Int?
    package var answerType: String?
    package var answer: String
    package var milliseconds: Int

    private static let longest = 2000

    static func text(_ data: Data?, type: String?) -> String {
        guard let data, !data.isEmpty else { return "" }
        let type = type ?? ""
        let isText = type.contains("json") || type.hasPrefix("text/") || type.contains("xml") || type.contains("urlencoded")
        guard isText else { return "(\(data.count) bytes\(type.isEmpty ? "" : " of \(type)"))" }
        let text = String(decoding: data.prefix(longest), as: UTF8.self)
        return shortened(text) + (data.count > longest ? " ... (\(data.count) bytes)" : "")
    }

    /// Base64 in JSON is told by its size.
    private static func shortened(_ text: String) -> String {
        text.replacing(/[A-Za-z0-9+\/=]{200,}/) { "(\($0.output.count) characters)" }
    }
}
