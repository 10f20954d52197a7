/// Readings that depend on the neighbours of a character that is in no word of the dictionary.
///
/// The rules are rows of `ContextRules.rows`, tried from the top; a row without conditions is the
/// default. A condition looks at the characters before (`<`) or after (`>`): each of them is an
/// alternative, or with `=` each text between bars. `!` negates. `N` is any numeral, `$` the end of
/// what is spoken without a break. All conditions of a row must hold.
///
///     重 chong2 >新启写          重 before 新, 启 or 写
///     行 hang2 <N !>=人|车       行 after a numeral, but not before 人 or 车
struct ContextRules: Sendable {
    static let shared = ContextRules(rows: rows)

    private struct Condition: Sendable {
        var isAfter: Bool
        var isNegated: Bool
        var scalars: Set<UInt32>
        var texts: [[UInt32]]
        var includesNumerals = false
        var includesEnd = false
    }

    private struct Rule: Sendable {
        var reading: String
        var conditions: [Condition]
    }

    private var rules: [UInt32: [Rule]] = [:]

    init(rows: String) {
        for row in rows.split(separator: "\n") {
            let fields = row.split(separator: " ")
            guard fields.count >= 2, let scalar = fields[0].unicodeScalars.first?.value else {
                continue
            }
            let rule = Rule(
                reading: String(fields[1]),
                conditions: fields.dropFirst(2).compactMap(Self.condition))
            rules[scalar, default: []].append(rule)
        }
    }

    /// How the character at `index` is read, nil where no rule speaks for it.
    func reading(at index: Int, in run: HanRun) -> String? {
        rules[run[index]]?.first { rule in
            rule.conditions.allSatisfy { holds($0, at: index, in: run) }
        }?.reading
    }

    /// Every reading the rules can give, for tests.
    var readings: [(scalar: UInt32, reading: String)] {
        rules.flatMap { scalar, rules in rules.map { (scalar, $0.reading) } }
    }

    private func holds(_ condition: Condition, at index: Int, in run: HanRun) -> Bool {
        let neighbour = run[condition.isAfter ? index + 1 : index - 1]
        let isMet =
            condition.scalars.contains(neighbour)
            || condition.includesNumerals && Numerals.all.contains(neighbour)
            || condition.includesEnd && neighbour == 0
            || condition.texts.contains { text in
                let start = condition.isAfter ? index + 1 : index - text.count
                return text.indices.allSatisfy { run[start + $0] == text[$0] }
            }
        return isMet != condition.isNegated
    }

    private static func condition(_ field: Substring) -> Condition? {
        let isNegated = field.hasPrefix("!")
        let field = isNegated ? field.dropFirst() : field
        guard let side = field.first, side == "<" || side == ">" else { return nil }
        let body = field.dropFirst()
        var condition = Condition(
            isAfter: side == ">", isNegated: isNegated, scalars: [], texts: [])
        if body.hasPrefix("=") {
            condition.texts = body.dropFirst().split(separator: "|").map {
                $0.unicodeScalars.map(\.value)
            }
        } else {
            condition.scalars = Set(body.unicodeScalars.map(\.value))
            condition.includesNumerals = condition.scalars.remove(0x4E) != nil
            condition.includesEnd = condition.scalars.remove(0x24) != nil
        }
        return condition
    }
}
