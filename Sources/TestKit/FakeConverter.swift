import BatchVideo

/// Writes a few characters as traditional ones, and one as two.
package struct FakeConverter: ChineseConverter {
    package init() {}

    package var version: String { "fake-converter-1" }

    package func traditional(_ texts: [String]) async throws -> [String] {
        let table: [Character: String] = ["头": "頭", "发": "髮", "见": "見", "飞": "飛", "来": "來", "千": "韆𠀀"]
        return texts.map { text in text.map { table[$0] ?? String($0) }.joined() }
    }
}
