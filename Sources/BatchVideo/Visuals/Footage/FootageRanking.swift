/// Puts clips that libraries offer for a shot in order: what the words ask for first, then what fits
/// the canvas and is long enough.
///
/// Every part of a mark is between 0 and 1; the same input gives the same order.
package struct FootageRanking: Sendable {
    package struct Marked: Hashable, Sendable {
        package var item: FootageItem
        /// How much of what the shot asks for the clip's tags name.
        package var relevance: Double
        /// 0 ... `FootageRanking.best`, and below 0 for what was shown elsewhere.
        package var mark: Double
    }

    package let words: FootageWords
    package let canvas: PixelSize
    /// How long the shot shows it.
    package let length: MediaTime
    package let seed: UInt64

    private static let relevanceWeight = 4.0
    private static let shapeWeight = 1.0
    private static let lengthWeight = 1.0
    private static let sharpnessWeight = 0.7
    /// The library's own order, for those of whose tags little is known.
    private static let orderWeight = 0.4
    private static let tieWeight = 0.05
    /// Off for each film of the same batch or channel that shows it already.
    private static let useCost = 1.0

    /// The mark of a clip without fault.
    package static let best =
        relevanceWeight + shapeWeight + lengthWeight + sharpnessWeight + orderWeight + tieWeight

    package init(words: FootageWords, canvas: PixelSize, length: MediaTime, seed: UInt64) {
        self.words = words
        self.canvas = canvas
        self.length = length
        self.seed = seed
    }

    /// Best first.
    ///
    /// - Parameters:
    ///   - items: each library's own order kept; equal keys count once.
    ///   - shown: keys that this film shows already: left out.
    ///   - uses: how often other films show a key.
    package func ranked(
        _ items: [FootageItem], shown: Set<String> = [], uses: [String: Int] = [:]
    ) -> [Marked] {
        var seen = shown
        var places: [String: Int] = [:]
        let sizes = Dictionary(items.map { ($0.library, 1) }, uniquingKeysWith: +)
        var marked: [Marked] = []
        for item in items {
            let place = places[item.library, default: 0]
            places[item.library] = place + 1
            guard !item.renditions.isEmpty, seen.insert(item.key).inserted else { continue }
            let relevance = relevance(of: item.tags)
            let order = 1 - Double(place) / Double(sizes[item.library] ?? 1)
            var hash = StableHash()
            hash.add(seed)
            hash.add(item.key)
            var random = SeededRandom(seed: hash.value)
            let mark =
                Self.relevanceWeight * relevance + Self.shapeWeight * shape(of: item)
                + Self.lengthWeight * endurance(of: item) + Self.sharpnessWeight * sharpness(of: item)
                + Self.orderWeight * order + Self.tieWeight * random.unit()
                - Self.useCost * Double(uses[item.key] ?? 0)
            marked.append(Marked(item: item, relevance: relevance, mark: mark))
        }
        return marked.sorted { ($0.mark, $1.item.key) > ($1.mark, $0.item.key) }
    }

    /// A word of the shot among the tags counts fully, a tag of the same idea (海 and "coast") by half.
    package func relevance(of tags: [String]) -> Double {
        let whole = words.terms.reduce(0) { $0 + $1.weight }
        guard whole > 0, !tags.isEmpty else { return 0 }
        let tokens = tags.map { LexicalToken.tokens(of: $0) }
        let ideas = tokens.reduce(into: Set<Int>()) { $0.formUnion(FootageWords.ideas(in: $1)) }
        let found = words.terms.reduce(0.0) { sum, term in
            let spellings = [term.own, term.english].map { LexicalToken.tokens(of: $0) }
            if tokens.contains(where: { tag in spellings.contains { tag.contains(run: $0) } }) {
                return sum + term.weight
            }
            return term.ideas.contains(where: ideas.contains) ? sum + term.weight / 2 : sum
        }
        return found / whole
    }

    /// The part of the picture that is left when it fills the canvas.
    private func shape(of item: FootageItem) -> Double {
        guard let size = item.largest, size.width > 0, size.height > 0, canvas.height > 0 else { return 0 }
        let ratio = Double(size.width * canvas.height) / Double(size.height * canvas.width)
        return min(ratio, 1 / ratio)
    }

    /// 1: no loop is needed.
    private func endurance(of item: FootageItem) -> Double {
        item.isPicture ? 0.5 : min(1, Double(item.length.ms) / Double(max(1, length.ms)))
    }

    /// 1: nothing is scaled up.
    private func sharpness(of item: FootageItem) -> Double {
        guard let size = item.largest, canvas.width > 0, canvas.height > 0 else { return 0 }
        return min(
            1, Double(size.width) / Double(canvas.width), Double(size.height) / Double(canvas.height))
    }
}

extension FootageItem {
    /// Of the rendition with the most pixels.
    fileprivate var largest: PixelSize? { renditions.map(\.size).max { $0.pixels < $1.pixels } }
}

extension [LexicalToken] {
    fileprivate func contains(run: [LexicalToken]) -> Bool {
        guard !run.isEmpty, run.count <= count else { return false }
        return (0...count - run.count).contains { self[$0..<$0 + run.count].elementsEqual(run) }
    }
}
