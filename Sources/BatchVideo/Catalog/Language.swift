/// A language by its BCP 47 tag ("zh-CN", "en-US", "yue").
package struct Language: Hashable, Sendable, Codable {
    package var tag: String

    package init(_ tag: String) { self.tag = tag }

    /// The primary subtag in lower case: "zh", "en".
    package var primary: String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// Chinese, Japanese and Cantonese: no spaces between words, square glyphs.
    package var isIdeographic: Bool { ["zh", "ja", "yue", "wuu", "cmn"].contains(primary) }

    package var isChinese: Bool { ["zh", "yue", "wuu", "cmn"].contains(primary) }

    /// Whether a text has the form of a tag, as `Language.tagPattern` tells it to clients.
    package static func isTag(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*/) != nil
    }

    package static let tagPattern = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"

    package static let mandarin = Language("zh-CN")
    package static let english = Language("en-US")
    /// Of voices that speak whatever they are given.
    package static let undetermined = Language("und")

    package init(from decoder: any Decoder) throws {
        tag = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tag)
    }
}
