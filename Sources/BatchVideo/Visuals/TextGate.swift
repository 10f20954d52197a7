/// Keeps pictures with writing in them out of films (requirement G6): image models like to paint
/// letters that mean nothing.
///
/// A picture with more than `mostCharacters` is asked for again with another seed, at most `mostRepeats`
/// times; then the one with the least writing is taken and flagged. Where nobody can look at a
/// picture it is taken and flagged, too: a film does not wait for that.
package struct TextGate: Sendable, Equatable {
    package struct Choice: Hashable, Sendable {
        /// Which of the pictures, from 0 in the order in which they were judged.
        package var picture: Int
        package var seed: UInt64
        /// For people to look at: it has writing, or nobody looked.
        package var flag: Flag?
    }

    package enum Flag: Hashable, Sendable {
        case hasText(characters: Int)
        case unseen
    }

    package enum Verdict: Hashable, Sendable {
        case again(seed: UInt64)
        case take(Choice)
    }

    package static let mostCharacters = 10
    package static let mostRepeats = 3

    /// Of the first picture.
    package let seed: UInt64
    /// Characters in each picture so far.
    private var counts: [Int] = []

    package init(seed: UInt64) { self.seed = seed }

    /// Of the picture that is asked for after so many; below 2^53, the first is the gate's own.
    package func seed(of picture: Int) -> UInt64 {
        guard picture > 0 else { return seed }
        var random = SeededRandom(seed: seed, "text-gate", picture)
        return random.next() >> 11
    }

    /// - Parameter texts: what was found in the picture asked for last; nil: nobody could look.
    package mutating func judge(_ texts: [FoundText]?) -> Verdict {
        let picture = counts.count
        guard let texts else {
            return .take(Choice(picture: picture, seed: seed(of: picture), flag: .unseen))
        }
        let count = Self.characters(in: texts)
        counts.append(count)
        if count <= Self.mostCharacters {
            return .take(Choice(picture: picture, seed: seed(of: picture), flag: nil))
        }
        guard picture < Self.mostRepeats else {
            let best = counts.indices.min { counts[$0] < counts[$1] } ?? picture
            return .take(
                Choice(picture: best, seed: seed(of: best), flag: .hasText(characters: counts[best])))
        }
        return .again(seed: seed(of: picture + 1))
    }

    /// Without the spaces between words.
    package static func characters(in texts: [FoundText]) -> Int {
        texts.reduce(0) { $0 + $1.text.count { !$0.isWhitespace } }
    }
}
