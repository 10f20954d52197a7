import BatchVideo
import Testing

@testable import Artwork

@Suite("Cards")
struct CardsTests {
    private static let sizes = [
        PixelSize(width: 640, height: 360), PixelSize(width: 360, height: 640),
        PixelSize(width: 400, height: 400),
    ]

    /// Draws the words of a card over a plain grey scene.
    private func drawn(
        _ subject: PaintedPicture.Subject, _ size: PixelSize, palette: ScenePalette = .warm
    ) -> [UInt32] {
        var pixels = [UInt32](repeating: 0xFF40_4040, count: size.pixels)
        let picture = PaintedPicture(subject: subject, palette: palette, size: size, seed: 1)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            Cards.draw(picture, on: Frame(stage: Stage(size), pixels: base))
        }
        return pixels
    }

    private func luma(_ word: UInt32) -> Int {
        (Int(word >> 16 & 0xFF) * 3 + Int(word >> 8 & 0xFF) * 6 + Int(word & 0xFF)) / 10
    }

    /// Share of the width and height outside the bright letters: left, top, right, bottom.
    private func margins(_ pixels: [UInt32], _ size: PixelSize, above bright: Int) -> [Double] {
        let lit = pixels.indices.filter { luma(pixels[$0]) > bright }
        guard let first = lit.first, let last = lit.last else { return [1, 1, 1, 1] }
        let columns = lit.map { $0 % size.width }
        let left = Double(columns.min() ?? 0) / Double(size.width)
        let right = 1 - Double(columns.max() ?? 0) / Double(size.width)
        let top = Double(first / size.width) / Double(size.height)
        return [left, top, right, 1 - Double(last / size.width) / Double(size.height)]
    }

    private static let sayings = [
        "百善孝为先，陪伴是最长情的告白", "静", "人生没有白走的路，每一步都算数，走得慢一点，才能看见更多风景",
        "A quiet mind sees more than a busy one", "Supercalifragilisticexpialidocious",
        "One who plants a tree knowing that others will sit in its shade has begun to live well",
    ]

    @Test("a quote's letters stay inside its frame, in every shape", arguments: sizes)
    func quoteMargins(size: PixelSize) {
        for text in Self.sayings {
            let pixels = drawn(.quote(text: text, by: "明心", over: .sea), size)
            let margins = margins(pixels, size, above: 235)
            #expect(margins.allSatisfy { $0 > 0.06 && $0 < 0.56 }, "\(text) \(margins)")
        }
    }

    @Test("a number and its caption stay inside the picture, in every shape", arguments: sizes)
    func numberMargins(size: PixelSize) {
        for (value, caption) in [
            ("5.2%", "GDP 增长"), ("1,234,567,890 kilometres", "The way to the planet Saturn"),
            ("8000步", "每天走 8000 步，身体会更好，心情也会更好，睡得也更香"), ("7", "x"),
        ] {
            let pixels = drawn(.number(value: value, caption: caption, over: .sea), size)
            let margins = margins(pixels, size, above: 225)
            #expect(margins.allSatisfy { $0 > 0.05 && $0 < 0.62 }, "\(value) \(margins)")
        }
    }

    @Test("a title stays inside the picture however long it is, in every shape", arguments: sizes)
    func titleMargins(size: PixelSize) {
        let titles = [
            "老人常做这三件事，越活越年轻", "The Lighthouse That Waited a Hundred Years", "A",
            String(repeating: "人过六十有三样东西千万不要省", count: 6),
            String(repeating: "a title that does not want to end ", count: 6),
        ]
        for title in titles {
            let margins = margins(drawn(.title(text: title, over: .sea), size), size, above: 190)
            #expect(margins.allSatisfy { $0 > 0.03 && $0 < 0.65 }, "\(title) \(margins)")
        }
    }

    @Test("a title can be read on a thumbnail: its lines fill a good part of the width")
    func titleIsLarge() {
        for size in Self.sizes {
            let pixels = drawn(.title(text: "老人常做这三件事，越活越年轻", over: .sea), size)
            let margins = margins(pixels, size, above: 190)
            #expect(1 - margins[0] - margins[2] > 0.55)
        }
    }

    @Test("words are letters, never markup")
    func noMarkup() {
        let size = Self.sizes[0]
        let plain = drawn(.quote(text: "x", by: "", over: .sea), size)
        #expect(drawn(.quote(text: "<b>x</b>", by: "", over: .sea), size) != plain)
        #expect(drawn(.quote(text: "&lt;x", by: "", over: .sea), size) != plain)
        #expect(drawn(.title(text: "<span size='1'>&amp;</span>", over: .sea), size) != plain)
    }

    @Test("a plain scene gets no words; the same card is the same picture")
    func determinism() {
        let size = Self.sizes[2]
        #expect(drawn(.scene(.sea), size).allSatisfy { $0 == 0xFF40_4040 })
        let card = PaintedPicture.Subject.quote(text: "一步一个脚印", by: "", over: .sea)
        #expect(drawn(card, size) == drawn(card, size))
        #expect(drawn(card, size, palette: .deep) != drawn(card, size))
    }

    @Test("no letters, odd letters and very small pictures are drawn without harm")
    func edges() {
        for text in ["", " ", "\u{202E}abc", "👨‍👩‍👧‍👦 家", "\u{0}", "ﷺ", "a\nb\n\n\nc"] {
            for size in [PixelSize(width: 16, height: 16), PixelSize(width: 64, height: 200)] {
                #expect(drawn(.quote(text: text, by: text, over: .sea), size).count == size.pixels)
                #expect(drawn(.title(text: text, over: .sea), size).count == size.pixels)
                let number = PaintedPicture.Subject.number(value: text, caption: text, over: .sea)
                #expect(drawn(number, size).count == size.pixels)
            }
        }
    }

    @Test("two or three lines end in yellow; of more every other one is")
    func yellowLines() {
        #expect((0..<3).map { TitleCard.isYellow($0, of: 3) } == [false, false, true])
        #expect((0..<4).map { TitleCard.isYellow($0, of: 4) } == [false, true, false, true])
        #expect(!TitleCard.isYellow(0, of: 1))
    }
}

@Suite("Card wording")
struct CardWordingTests {
    private static let letters = Array(
        "的了人生没有白走路每一步都算数得慢点才能看见更多风景老做这三件事越活年轻百善孝为先陪伴是最长情告白")

    private func lines(_ text: String, width: Double, size: Double) -> [String] {
        let surface = PaintSurface(Stage(PixelSize(width: 600, height: 600)))
        let block = TextBlock(text, .serif, size: size, width: width, leading: 1, on: surface)
        return (block?.lines ?? []).map { $0.replacing(CardWording.joiner, with: "") }
    }

    @Test("nothing is lost and no line begins with a closing mark, whatever the text")
    func nothingLost() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<(4 + random.index(40)) {
                text.append(Self.letters[random.index(Self.letters.count)])
                if random.index(7) == 0 { text += ["，", "。", "！", "、", "”", "》"][random.index(6)] }
            }
            let prepared = CardWording.unbroken(text)
            #expect(prepared.replacing(CardWording.joiner, with: "") == text)
            let shown = lines(prepared, width: 150 + 200 * random.unit(), size: 24)
            #expect(shown.joined() == text)
            for line in shown.dropFirst() {
                #expect(!(line.first.map { "，。！、”》".contains($0) } ?? false), "\(shown)")
            }
        }
    }

    @Test("Chinese words are not split over lines, and small words keep their neighbours")
    func words() {
        for text in ["陪伴是最长情的告白", "秋天的第一杯茶", "老人常做这三件事"] {
            for width in stride(from: 100.0, to: 300, by: 7) {
                let shown = lines(CardWording.unbroken(text), width: width, size: 24)
                let joined = shown.joined(separator: "|")
                for whole in ["陪伴", "告白", "秋天", "老人", "第一", "这三"]
                where text.contains(whole) {
                    #expect(joined.contains(whole), "\(joined)")
                }
                #expect(shown.dropFirst().allSatisfy { $0.first != "的" }, "\(joined)")
            }
        }
    }

    @Test("lines are of even length")
    func balance() {
        let text = "A quiet mind sees more than a busy one and takes its time to look around"
        for width in stride(from: 150.0, to: 500, by: 10) {
            let shown = lines(text, width: width, size: 20)
            guard shown.count > 1, let last = shown.last else { continue }
            let longest = shown.map(\.count).max() ?? 0
            #expect(Double(last.count) > 0.45 * Double(longest), "\(shown)")
        }
    }

    @Test("clauses of a saying stand on lines of their own without their commas")
    func clauses() {
        func plain(_ text: String) -> String {
            CardWording.clausesOnLines(text).replacing(CardWording.joiner, with: "")
        }
        #expect(plain("百善孝为先，陪伴是最长情的告白。") == "百善孝为先\n陪伴是最长情的告白")
        #expect(plain("没有逗号的一句话") == "没有逗号的一句话")
        #expect(plain("No, it is not Chinese") == "No, it is not Chinese")
    }
}
