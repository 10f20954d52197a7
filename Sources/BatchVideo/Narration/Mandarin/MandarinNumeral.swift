/// Numbers in Chinese characters.
enum MandarinNumeral {
    private static let figures: [Character] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    /// Names of the powers of 10,000; the highest is said 万 where 亿 still follows.
    private static let groups = ["", "万", "亿", "万亿"]
    /// Longer integers are read figure by figure.
    static let maxCardinalDigits = 16

    /// "2024" -> "二零二四"; anything that is not an ASCII digit is dropped.
    static func figures(_ digits: String) -> String {
        String(digits.compactMap { $0.wholeNumberValue.map { figures[$0] } })
    }

    /// As telephone numbers are said, with 幺 for 1.
    static func telephone(_ digits: String) -> String {
        String(figures(digits).map { $0 == "一" ? "幺" : $0 })
    }

    /// "20500" -> "二万零五百", "2000" -> "两千", "12" -> "十二". `digits` holds ASCII digits only.
    static func cardinal(_ digits: String) -> String {
        let values = digits.drop { $0 == "0" }.compactMap(\.wholeNumberValue)
        guard !values.isEmpty else { return "零" }
        guard values.count <= maxCardinalDigits else { return figures(digits) }
        var out = ""
        var needsZero = false
        let groupCount = (values.count + 3) / 4
        for group in (0..<groupCount).reversed() {
            let high = max(0, values.count - 4 * (group + 1))
            let part = Array(values[high..<(values.count - 4 * group)])
            guard part.contains(where: { $0 != 0 }) else {
                needsZero = !out.isEmpty
                continue
            }
            let padded = Array(repeating: 0, count: 4 - part.count) + part
            if !out.isEmpty, needsZero || padded[0] == 0 { out += "零" }
            out += thousands(padded, leads: out.isEmpty, group: group)
            let sharesHundredMillions =
                group == 3
                && values[(high + part.count)..<(high + part.count + 4)].contains { $0 != 0 }
            out += sharesHundredMillions ? "万" : groups[group]
            needsZero = false
        }
        return out
    }

    /// Four figures, not all zero, without their group's name.
    private static func thousands(_ values: [Int], leads: Bool, group: Int) -> String {
        var out = ""
        var zero = false
        for (value, unit) in zip(values, ["千", "百", "十", ""]) {
            guard value != 0 else {
                zero = !out.isEmpty
                continue
            }
            if zero { out += "零" }
            zero = false
            let isBareTen = unit == "十" && value == 1 && out.isEmpty && leads
            let isPair = value == 2 && (unit == "千" && (leads || group > 0))
            out += isBareTen ? "" : isPair ? "两" : String(figures[value])
            out += unit
        }
        return out == "二" && group > 0 && leads ? "两" : out
    }
}
