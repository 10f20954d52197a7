/// Puts a card about every sixth shot: never on the first, never on moving ones, never two near each
/// other, and only where the text has something to show. Chapters come first: they cannot wait.
struct CardCasting: Sendable {
    let seed: UInt64

    /// The first card comes no earlier than this; between two cards lie at least `gap` shots.
    private static let earliest = 2
    private static let gap = 5
    /// A card that is due waits for the best text among so many shots.
    private static let window = 3

    /// Cards by shot index, `atMost` so many.
    ///
    /// - Parameter openings: where chapters begin; each is shown there, if that shot can.
    func cards(
        for shots: [Shot], openings: ChapterOpenings = .none, atMost limit: Int
    ) -> [Int: CardText] {
        var cards = headings(openings, in: shots, atMost: limit)
        let marked = Set(cards.keys)
        var random = SeededRandom(seed: seed, "cards")
        var due = Self.earliest + random.index(2)
        while due < shots.count, cards.count < limit {
            let window = due..<min(due + Self.window, shots.count)
            let found = window.compactMap { index -> (Int, CardReader.Found)? in
                // Where a heading is said, the first sentence is not whole.
                guard !openings.starts.contains(index), !isNear(index, to: marked) else { return nil }
                return card(in: shots, at: index).map { (index, $0) }
            }
            guard let best = found.max(by: { $0.1.worth < $1.1.worth }) else {
                due += Self.window
                continue
            }
            cards[best.0] = best.1.text
            due = best.0 + Self.gap + random.index(2)
        }
        return cards
    }

    private func headings(
        _ openings: ChapterOpenings, in shots: [Shot], atMost limit: Int
    ) -> [Int: CardText] {
        var cards: [Int: CardText] = [:]
        for (index, heading) in openings.headings {
            guard index > 0, !shots[index].isMoving, cards.count < limit, !isNear(index, to: Set(cards.keys))
            else { continue }
            cards[index] = .chapter(number: heading.number, title: heading.title)
        }
        return cards
    }

    private func isNear(_ index: Int, to cards: Set<Int>) -> Bool {
        cards.contains { abs($0 - index) < Self.gap }
    }

    private func card(in shots: [Shot], at index: Int) -> CardReader.Found? {
        guard index > 0, !shots[index].isMoving else { return nil }
        let isContinued = !CardReader.isClosed(shots[index - 1].text)
        return CardReader.best(in: shots[index].text, startsMidSentence: isContinued)
    }
}
