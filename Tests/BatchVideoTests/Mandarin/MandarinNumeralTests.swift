import Testing

@testable import BatchVideo

@Suite("Mandarin numerals")
struct MandarinNumeralTests {
    @Test(
        "integers are said as values",
        arguments: [
            ("0", "零"), ("5", "五"), ("10", "十"), ("12", "十二"), ("20", "二十"), ("22", "二十二"),
            ("100", "一百"), ("101", "一百零一"), ("110", "一百一十"), ("111", "一百一十一"),
            ("200", "二百"), ("1000", "一千"), ("1001", "一千零一"), ("1010", "一千零一十"),
            ("2000", "两千"), ("2222", "两千二百二十二"), ("10000", "一万"), ("10010", "一万零一十"),
            ("20000", "两万"), ("20500", "两万零五百"), ("22000", "两万二千"), ("100000", "十万"),
            ("102000", "十万二千"), ("110000", "十一万"), ("1000000", "一百万"), ("10000500", "一千万零五百"),
            ("20000000", "两千万"), ("100000000", "一亿"), ("120000000", "一亿两千万"),
            ("100000001", "一亿零一"), ("1000000000000", "一万亿"), ("1230000000000", "一万两千三百亿"),
            ("1000000010000", "一万亿零一万"), ("007", "七"),
        ])
    func cardinals(digits: String, words: String) {
        #expect(MandarinNumeral.cardinal(digits) == words)
    }

    @Test("every value up to a billion can be read back")
    func roundTrip() {
        var random = SeededRandom(seed: 3)
        let samples = Array(0...12_000) + (0..<20_000).map { _ in random.index(1_000_000_000) }

        for value in samples {
            #expect(parsed(MandarinNumeral.cardinal(String(value))) == value)
        }
    }

    @Test("figures and telephone numbers are said one by one")
    func figures() {
        #expect(MandarinNumeral.figures("2024") == "二零二四")
        #expect(MandarinNumeral.telephone("110") == "幺幺零")
        #expect(MandarinNumeral.cardinal(String(repeating: "9", count: 17)).count == 17)
    }

    /// The value of a Chinese number, by the grammar and without the writer's code.
    private func parsed(_ words: String) -> Int {
        var (total, section, figure) = (0, 0, 0)
        for word in words {
            switch word {
            case "十": (section, figure) = (section + max(figure, 1) * 10, 0)
            case "百": (section, figure) = (section + figure * 100, 0)
            case "千": (section, figure) = (section + figure * 1_000, 0)
            case "万": (total, section, figure) = (total + (section + figure) * 10_000, 0, 0)
            case "亿": (total, section, figure) = ((total + section + figure) * 100_000_000, 0, 0)
            case "两": figure = 2
            default: figure = Array("零一二三四五六七八九").firstIndex(of: word) ?? -1
            }
        }
        return total + section + figure
    }
}
