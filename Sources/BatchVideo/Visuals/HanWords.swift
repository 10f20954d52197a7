/// What ICU's dictionary of Chinese words does not know, but readers do.
package enum HanWords {
    private static let small: Set<Character> = Set(
        "是在有和与就都也还又我你他她它这那不要会能让把被给对从向到为以于而且或将及才只很太更最的了着过地得一二三四五六七八九十")

    /// Two single characters, such as 长 and 情: most often they are one word.
    package static func isPair(_ left: String, _ right: String) -> Bool {
        guard let a = left.first, let b = right.first, left.count == 1, right.count == 1 else { return false }
        return a.isHan && b.isHan && !small.contains(a) && !small.contains(b)
    }

    /// 情 between 最长 and 的: it belongs to both.
    package static func isBound(_ word: String, before next: String) -> Bool {
        guard let only = word.first, word.count == 1 else { return false }
        return only.isHan && !small.contains(only) && next == "的"
    }
}
