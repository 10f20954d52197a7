/// Finds texts again among others that say nearly the same, in the same order.
enum TextMatch {
    /// Less alike is another text. 1 is the same, 0 has nothing in common.
    private static let least = 0.4

    /// For each of `texts` its place among `others`, rising; nil where none is alike. The whole is as
    /// alike as can be (dynamic programming, as for the longest common subsequence).
    static func places(of texts: [String], among others: [String]) -> [Int?] {
        let (owned, offered) = (texts.map(runs), others.map(runs))
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

    /// The runs of a few letters that a text is made of, each with how often: two Chinese characters
    /// or four letters, few of which texts have in common by chance.
    private static func runs(_ text: String) -> [String: Int] {
        let letters = Array(text.lowercased().filter { $0.isLetter || $0.isNumber })
        guard !letters.isEmpty else { return [:] }
        let isIdeographic = letters.count(where: \.isCJK) * 2 > letters.count
        let length = min(letters.count, isIdeographic ? 2 : 4)
        return (0...letters.count - length).reduce(into: [:]) { runs, start in
            runs[String(letters[start..<start + length]), default: 0] += 1
        }
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
