import BatchVideo
import Testing

@Suite("Lines of a cover")
struct CoverLinesTests {
    private static let landscape = PixelSize(width: 1360, height: 768)
    private static let portrait = PixelSize(width: 768, height: 1360)

    @Test(
        "a title is divided by its sense",
        arguments: [
            ("老人常做这三件事，越活越年轻", ["老人常做这三件事", "越活越年轻"]),
            ("百善孝为先，陪伴是最长情的告白", ["百善孝为先", "陪伴是最长情的告白"]),
            ("90岁老中医：每天做好3件小事，活到100岁不是梦！", ["90岁老中医", "每天做好3件小事", "活到100岁不是梦！"]),
            ("人生没有白走的路，每一步都算数，走得慢一点，才能看见更多风景", ["人生没有白走的路", "每一步都算数", "走得慢一点", "才能看见更多风景"]),
            ("静", ["静"]), ("", [""]),
        ])
    func sense(title: String, lines: [String]) {
        #expect(CoverLines(Self.landscape, title: title).lines == lines)
    }

    @Test("there are one to four lines, and they say all of the title but the marks at their ends")
    func nothingLost() {
        var random = SeededRandom(seed: 5)
        let words = ["老人", "常", "做", "三件", "事", "，", "：", "Go", " ", "2024年", "秋天", "的", "风", "！", "“", "”", "🍵", "、"]
        for _ in 0..<300 {
            let title = (0..<(1 + random.index(24))).map { _ in words[random.index(words.count)] }.joined()
            for size in [Self.landscape, Self.portrait] {
                let lines = CoverLines(size, title: title).lines
                #expect((1...CoverLines.most).contains(lines.count))
                let kept = { (text: String) in text.filter { $0.isLetter || $0.isNumber || $0 == "🍵" } }
                #expect(kept(lines.joined()) == kept(title), "\(title): \(lines)")
                for line in lines.dropFirst() {
                    #expect(line.first.map { !"，。！？：、”".contains($0) } ?? true, "\(title): \(lines)")
                }
            }
        }
    }

    @Test("a narrow cover has more and shorter lines than a wide one")
    func shape() {
        let title = "The Lighthouse That Waited for a Ship"
        let wide = CoverLines(Self.landscape, title: title).lines
        let narrow = CoverLines(Self.portrait, title: title).lines
        #expect(narrow.count >= wide.count)
        #expect((narrow.map(\.count).max() ?? 0) <= (wide.map(\.count).max() ?? 0))
    }

    @Test("Korean words are not divided")
    func korean() {
        let title = "천천히 걷는 사람만이 길가에 핀 꽃을 볼 수 있다"
        #expect(CoverLines(Self.landscape, title: title).lines.joined(separator: " ") == title)
    }
}
