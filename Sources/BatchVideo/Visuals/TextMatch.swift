/// Finds texts again among others that say nearly the same, in the same order.
enum TextMatch {
    /// Less alike is another text. 1 is the same, 0 has nothing in common.
    private static let least = 0.4

    /// For each of `texts` its place among `others`, rising; nil where none is alike. The whole is as
    /// alike as can be (dynamic programming, as for the longest common subsequence).
    static func places(of texts: [String], among others: [String]) -> [Int?] {
        let (owned, offered) = (texts.map(pairs), others.map(pairs))
        let width = others.count + 1
        var best = [Double](repeating: 0, count: (texts.count + 1) * width)
        func gain(_ i: Int, _ j: Int) -> Double {
            let value = likeness(owned[i], offered[j])
            return value < least ? -1 : value
        }
        for i in texts.indices.reversed() {
            for j in others.indices.reversed() {
                best[i * width + j] = max(
                    best[(i + 1) * width + j], best[i * width + j + 1],
                    best[(i + 1) * width + j + 1] + gain(i, j))
            }
        }
        var places = [Int?](repeating: nil, count: texts.count)
        var (i, j) = (0, 0)
        while i < texts.count, j < others.count {
            let value = best[i * width + j]
            if value == best[(i + 1) * width + j] {
                i += 1
            } else if value == best[i * width + j + 1] {
                j += 1
            } else {
                places[i] = j
                (i, j) = (i + 1, j + 1)
            }
        }
        return places
    }

    /// Letters of a text two by two, each with how often.
    private static func pairs(_ text: String) -> [String: Int] {
        let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
        if letters.count == 1 { return [letters: 1] }
        return zip(letters, letters.dropFirst()).reduce(into: [:]) { $0[String([$1.0, $1.1]), default: 0] += 1 }
    }

    /// Dice's coefficient; a text inside a longer one counts for more.
    private static func likeness(_ a: [String: Int], _ b: [String: Int]) -> Double {
        let (own, other) = (a.values.reduce(0, +), b.values.reduce(0, +))
        guard own > 0, other > 0 else { return 0 }
        let common = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
        let whole = 2 * Double(common) / Double(own + other)
        let inside = Double(common) / Double(min(own, other))
        return max(whole, inside * 0.75)
    }
}
