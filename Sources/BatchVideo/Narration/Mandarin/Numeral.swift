/// A number as it stands in the text: "1,234.50".
struct Numeral: Hashable, Sendable {
    /// ASCII digits without separators; never empty.
    var integer: String
    /// ASCII digits after the point.
    var fraction: String?
    /// Had thousands separators.
    var isGrouped: Bool
    /// First glyph, and the glyph after the last.
    var start: Int
    var end: Int

    var isInteger: Bool { fraction == nil }
    var hasLeadingZero: Bool { integer.count > 1 && integer.hasPrefix("0") }
    /// The value of a short integer.
    var value: Int? { isInteger && integer.count <= 9 ? Int(integer) : nil }

    /// "一千二百三十四点五零".
    var spoken: String {
        let whole =
            hasLeadingZero && isInteger
            ? MandarinNumeral.figures(integer) : MandarinNumeral.cardinal(integer)
        return whole + (fraction.map { "点" + MandarinNumeral.figures($0) } ?? "")
    }

    /// Sums of money drop the zeros that only fill the places: 12.50 is 十二点五.
    var spokenSum: String {
        guard let fraction else { return spoken }
        var short = self
        let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
        short.fraction = kept.isEmpty ? nil : kept
        return short.spoken
    }

    /// The number times ten to the `power`, exactly: ("3.5", 6) is 3,500,000.
    func shifted(by power: Int) -> Numeral {
        let digits = fraction ?? ""
        var moved = self
        moved.integer += digits.prefix(power)
        moved.integer += String(repeating: "0", count: max(0, power - digits.count))
        let rest = String(digits.dropFirst(power))
        moved.fraction = rest.isEmpty ? nil : rest
        return moved
    }
}
