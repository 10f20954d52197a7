import Foundation

/// Reads the text of a shot for something to set large.
package enum CardReader {
    package static let longestIdeographs = 32
    package static let longestLetters = 90
    private static let shortestIdeographs = 6
    private static let shortestLetters = 18

    package struct Found: Hashable, Sendable {
        package var text: CardText
        /// Greater is better; lists beat numbers, numbers beat plain sentences.
        package var worth: Double
    }

    /// - Parameter startsMidSentence: the text before it is not closed, so that the first sentence
    ///   is only half of one.
    package static func best(in text: String, startsMidSentence: Bool = false) -> Found? {
        let sentences = sentences(of: text).dropFirst(startsMidSentence ? 1 : 0)
        let numbers = sentences.compactMap(NumberReader.best)
        let quotes = sentences.compactMap(quote)
        let list = ListReader.best(in: text, startsMidSentence: startsMidSentence)
        return (numbers + quotes + [list].compactMap { $0 }).max { $0.worth < $1.worth }
    }

    /// Whether a card can hold it: at most 32 ideographs, or 90 characters of an alphabet.
    package static func fits(_ text: String) -> Bool {
        let ideographs = text.unicodeScalars.count(where: \.isIdeograph)
        if ideographs == 0 { return text.count <= longestLetters }
        let letters = text.count - ideographs
        return ideographs + letters / 2 <= longestIdeographs
    }

    /// Whether the text ends where a sentence ends.
    static func isClosed(_ text: String) -> Bool {
        let end = text.last { !$0.isWhitespace && !"”\"』」’)）".contains($0) }
        return end.map { "。！？!?；.…".contains($0) } ?? true
    }

    /// The sentences that are closed in the text, with their closing marks.
    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            current.append(character)
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let isEnd = "。！？!?；\n".contains(character) || character == "." && next.isWhitespace
            guard isEnd, !"。！？!?”\"』」".contains(next) else { continue }
            sentences.append(current.trimmingCharacters(in: .whitespacesAndNewlines))
            current = ""
        }
        return sentences.filter { !$0.isEmpty }
    }

    /// A sentence that can stand alone: not a question, not half of a dialogue, of a good length.
    private static func quote(_ sentence: String) -> Found? {
        guard fits(sentence), !sentence.contains(where: { "?？:：()（）\"“”「」『』".contains($0) })
        else { return nil }
        let shown = sentence.trimmingCharacters(in: CharacterSet(charactersIn: "。；.;，, "))
        let ideographs = shown.unicodeScalars.count(where: \.isIdeograph)
        let isLongEnough =
            ideographs > 0
            ? ideographs >= shortestIdeographs : shown.count >= shortestLetters
        guard isLongEnough, !leansOnOthers(shown) else { return nil }
        let mood = SceneLexicon.standard.evidence(in: shown).hits
        let exclaims = sentence.hasSuffix("！") || sentence.hasSuffix("!") ? 0.3 : 0
        let balance = hasTwoHalves(shown) ? 0.4 : 0
        return Found(
            text: .quote(shown), worth: 1 + 0.15 * Double(min(mood, 3)) + exclaims + balance)
    }

    /// Sentences that begin with such a word need the one before.
    private static func leansOnOthers(_ sentence: String) -> Bool {
        let leaning = [
            "但", "所以", "因此", "而且", "于是", "然后", "不过", "另外", "其次", "第", "它", "他", "她", "这", "那",
            "But ", "So ", "And ", "Then ", "However", "It ", "He ", "She ", "They ", "This ",
            "That ", "These ", "Those ", "Second", "Also",
        ]
        return leaning.contains(where: sentence.hasPrefix)
    }

    /// "早睡早起，身体好": two clauses make a saying.
    private static func hasTwoHalves(_ sentence: String) -> Bool {
        sentence.count { "，,".contains($0) } == 1
    }
}
