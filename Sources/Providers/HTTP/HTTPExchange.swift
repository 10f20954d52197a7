import BatchVideo
import Foundation

extension HTTPExchange {
    private static let longest = 2000

    static func text(_ data: Data?, type: String?) -> String {
        guard let data, !data.isEmpty else { return "" }
        let type = type ?? ""
        let isText =
            type.contains("json") || type.hasPrefix("text/") || type.contains("xml") || type.contains("urlencoded")
        guard isText else { return "(\(data.count) bytes\(type.isEmpty ? "" : " of \(type)"))" }
        let text = String(decoding: data.prefix(longest), as: UTF8.self)
        return shortened(text) + (data.count > longest ? " ... (\(data.count) bytes)" : "")
    }

    /// Base64 in JSON is told by its size.
    private static func shortened(_ text: String) -> String {
        text.replacing(/[A-Za-z0-9+\/=]{200,}/) { "(\($0.output.count) characters)" }
    }
}
