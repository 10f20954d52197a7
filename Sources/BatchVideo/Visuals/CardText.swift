/// Text of a shot that is worth a card: a short sentence, or a number with its unit.
package enum CardText: Hashable, Sendable {
    case quote(String)
    case number(value: String, caption: String)

    package func subject(over family: SceneFamily) -> PaintedPicture.Subject {
        switch self {
        case .quote(let text): .quote(text: text, by: "", over: family)
        case .number(let value, let caption):
            .number(value: value, caption: caption, over: family)
        }
    }
}

/// Puts a card about every sixth shot: never on the first, never on moving ones, never two near each
/// other, and only where the text has something to show.
struct CardCasting: Sendable {
    let seed: UInt64

    /// The first card comes no earlier than this; between two cards lie at least `gap` shots.
    private static let earliest = 2
    private static let gap = 5
    /// A card that is due waits for the best text among so many shots.
    private static let window = 3

    /// Cards by shot index, `atMost` so many.
    func cards(for shots: [Shot], atMost limit: Int) -> [Int: CardText] {
        var random = SeededRandom(seed: seed, "cards")
        var cards: [Int: CardText] = [:]
        var due = Self.earliest + random.index(2)
        while due < shots.count, cards.count < limit {
            let window = due..<min(due + Self.window, shots.count)
            let found = window.compactMap { index in
                card(in: shots, at: index).map { (index, $0) }
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

    private func card(in shots: [Shot], at index: Int) -> CardReader.Found? {
        guard index > 0, !shots[index].isMoving else { return nil }
        let isContinued = !CardReader.isClosed(shots[index - 1].text)
        return CardReader.best(in: shots[index].text, startsMidSentence: isContinued)
    }
}
