/// What a shot asks to see, in words that libraries of footage know.
package struct FootageWords: Hashable, Sendable {
    package struct Term: Hashable, Sendable {
        /// As the text has it; simplified Chinese, or lower-case English.
        package var own: String
        /// The same thing in English.
        package var english: String
        /// 0 ... 1: what can be photographed weighs more than a mood.
        package var weight: Double
        /// Numbers of the lexicon's ideas that it stands for.
        package var ideas: [Int]
    }

    /// Each once, in the order of the text.
    package var terms: [Term]

    /// Search words of a query at most: libraries ask for all of them, and more find less.
    private static let longestQuery = 3
    /// A term of what is said beside a prompt that already says what is seen.
    private static let saidWeight = 0.6
    private static let most = 40

    package init(text: String) {
        terms = Array(Self.distinct(Self.read(text)).prefix(Self.most))
    }

    /// - Parameter shot: its prompt counts most where it is a description in English of its own.
    package init(shot: Shot) {
        let said = Self.read(shot.text)
        guard shot.prompt != shot.text, !shot.prompt.isEmpty,
            !shot.prompt.unicodeScalars.contains(where: \.isIdeograph)
        else {
            terms = Array(Self.distinct(said).prefix(Self.most))
            return
        }
        let lesser = said.map { term in
            var term = term
            term.weight *= Self.saidWeight
            return term
        }
        terms = Array(Self.distinct(Self.read(shot.prompt) + lesser).prefix(Self.most))
    }

    package var isEmpty: Bool { terms.isEmpty }

    /// The most telling terms in the order of the text; nil when there are none.
    ///
    /// - Parameter inEnglish: the library knows no other language.
    package func query(inEnglish: Bool) -> String? {
        let ranked = terms.indices.sorted { (-terms[$0].weight, $0) < (-terms[$1].weight, $1) }
        var words: [String] = []
        for index in ranked.prefix(Self.longestQuery).sorted() {
            let word = inEnglish ? terms[index].english : terms[index].own
            if !words.contains(word) { words.append(word) }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// What is looked for when a text names nothing that can be seen: scenery and animals.
    package static func scenery(seed: UInt64, shot: Int, inEnglish: Bool) -> String {
        var random = SeededRandom(seed: seed, "scenery", shot)
        let pair = sceneries[random.index(sceneries.count)]
        return inEnglish ? pair.1 : pair.0
    }

    private static let sceneries = [
        ("风景", "landscape"), ("动物", "wildlife"), ("大海", "ocean"), ("森林", "forest"),
        ("云海", "clouds"), ("星空", "starry sky"), ("湖泊", "lake"), ("雪山", "snow mountain"),
        ("花", "flowers"), ("鸟", "birds"),
    ]

    private static func distinct(_ terms: [Term]) -> [Term] {
        var seen: Set<String> = []
        return terms.filter { seen.insert($0.english).inserted }
    }
}

extension FootageWords {
    private enum Meaning: Hashable, Sendable {
        case idea(Int)
        case english(String)
    }

    private static let lexicon = SceneLexicon.standard

    private static let book: PhraseBook<Meaning> = {
        var book = PhraseBook<Meaning>()
        for (number, concept) in lexicon.concepts.enumerated() {
            for word in concept.words { book.add(word, .idea(number)) }
        }
        for pair in FootageGlossary.pairs { book.add(pair.chinese, .english(pair.english)) }
        return book
    }()

    /// The ideas that a library's tags stand for.
    static func ideas(in tags: [LexicalToken]) -> Set<Int> {
        var ideas: Set<Int> = []
        for match in book.matches(in: tags) {
            for case .idea(let number) in match.meanings where !lexicon.concepts[number].families.isEmpty {
                ideas.insert(number)
            }
        }
        return ideas
    }

    private static func read(_ text: String) -> [Term] {
        let (tokens, words) = spelled(text)
        var terms: [Term] = []
        var place = 0
        for match in book.matches(in: tokens) {
            terms += plainTerms(words[place..<match.range.lowerBound])
            if let term = term(match, words) { terms.append(term) }
            place = match.range.upperBound
        }
        return terms + plainTerms(words[place...])
    }

    /// The tokens of a text and how each is spelled in it; nil for borders.
    private static func spelled(_ text: String) -> ([LexicalToken], [String?]) {
        var tokens: [LexicalToken] = []
        var words: [String?] = []
        for piece in text.split(whereSeparator: { $0.isWhitespace }) {
            var word = ""
            func end() {
                guard !word.isEmpty else { return }
                let inner = LexicalToken.tokens(of: word)
                tokens += inner
                words += inner.map { token in
                    switch token {
                    case .stem: word.lowercased()
                    case .ideograph(let scalar): String(Character(scalar))
                    case .border: nil
                    }
                }
                word = ""
            }
            for character in piece {
                let isLatin =
                    character.isLetter && !character.isHan || character == "'" || character == "\u{2019}"
                if !isLatin { end() }
                word.append(character)
                if !isLatin { end() }
            }
            end()
            // Chinese lines may break anywhere; between English words a space is no border.
        }
        return (tokens, words)
    }

    private static func term(_ match: PhraseBook<Meaning>.Match, _ words: [String?]) -> Term? {
        let spelled = words[match.range].compactMap { $0 }
        let isChinese = spelled.first?.unicodeScalars.first?.isIdeograph == true
        let own = spelled.joined(separator: isChinese ? "" : " ")
        var ideas: [Int] = []
        var english: String?
        for meaning in match.meanings {
            switch meaning {
            case .idea(let number): ideas.append(number)
            case .english(let word): english = english ?? word
            }
        }
        let shown = ideas.filter { !lexicon.concepts[$0].families.isEmpty }
        // Words that look like a landscape and are none, such as 海关, ask for nothing.
        guard english != nil || !shown.isEmpty else { return nil }
        let head = shown.first.flatMap { lexicon.concepts[$0].englishWords.first }
        let weight = shown.map { Self.weight(of: lexicon.concepts[$0].axis) }.max() ?? 0.9
        guard let word = english ?? (isChinese ? head : own) else { return nil }
        return Term(own: own, english: word, weight: weight, ideas: shown)
    }

    private static func weight(of axis: SceneConcept.Axis) -> Double {
        switch axis {
        case .place, .subject: 1
        case .season, .weather: 0.8
        case .time: 0.7
        case .mood: 0.3
        }
    }

    /// English words that the lexicon does not know, without those that say nothing to see.
    private static func plainTerms(_ words: ArraySlice<String?>) -> [Term] {
        words.compactMap { word in
            guard let word, word.count >= 3, word.allSatisfy(\.isASCII), !idle.contains(word) else {
                return nil
            }
            return Term(own: word, english: word, weight: 0.5, ideas: [])
        }
    }

    /// Function words, and words of the camera that prompts are full of.
    private static let idle = Set(
        """
        the and for are but not you all any can had her was one our out has him his how its may new \
        now old see two way who did get let put say she too use that with have this will your from \
        they know want been good much some time very when come here just like long make many more only \
        over such take than them well were what about after again also another because before being \
        between both could does doing down during each even every few first into itself last less made \
        might most must never next nothing often once other own same should since something still than \
        that's their then there these thing things those though through under until upon using while \
        where which whose why within without would yes yet it's don't can't i'm we're view wide close \
        closeup shot scene camera lens light lighting cinematic photo photograph picture image \
        background foreground distance medium aerial detail detailed realistic style soft natural \
        focus depth angle high low quality show shows shown showing filled gently slowly quietly \
        really always everyone someone anything everything people's let's there's what's who's perhaps \
        maybe
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
