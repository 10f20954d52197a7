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
