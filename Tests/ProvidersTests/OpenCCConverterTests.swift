import Providers
import Testing

@Suite("OpenCC", .timeLimit(.minutes(20)))
struct OpenCCConverterTests {
    @Test("characters follow the words that they stand in; other text stays")
    func words() async throws {
        let converter = OpenCCConverter()

        let written = try await converter.traditional([
            "他的头发很长", "我们发现了皇后", "然后去面馆吃面", "台湾的软件里面", "Hello, 世界! 😀", "", "已經是繁體字",
        ])

        #expect(
            written == [
                "他的頭髮很長", "我們發現了皇后", "然後去麵館吃麵", "臺灣的軟件裡面", "Hello, 世界! 😀", "", "已經是繁體字",
            ])
        async let first = converter.traditional(["头发"])
        async let second = converter.traditional(["发现"])
        #expect(try await (first, second) == (["頭髮"], ["發現"]))
    }
}
