extension Script {
    /// Reads a person's text: cleans it and divides it into sentences that a voice can speak.
    ///
    /// Every sentence has something to say. Fragments ("Yes." "好。") stand with their neighbour, and
    /// a sentence too long for one breath is cut at its clauses. The sentences joined (`text`) are the
    /// cleaned text but for white space.
    ///
    /// - Parameter language: told by the text's script when nil.
    /// - Throws: `.invalid` for everything that ``ScriptInput`` refuses.
    package init(reading text: String, language: Language? = nil) throws {
        let clean = CleanText(try ScriptInput.check(text, limit: ScriptInput.mostCharacters))
        let language = language ?? .detect(in: clean.value)
        let cutter = SentenceCutter(language: language)
        let fragments = Paragraphs(clean).lines.enumerated().flatMap { number, line in
            Fragment.fragments(of: line, paragraph: number, cutter: cutter)
        }
        self.init(language: language, fragments: Fragment.merged(fragments, cutter: cutter))
    }

    /// Numbers sentences and paragraphs from 0.
    private init(language: Language, fragments: [Fragment]) {
        var paragraph = -1
        var last: Int?
        self.init(
            language: language,
            sentences: fragments.enumerated().map { index, fragment in
                if fragment.paragraph != last { paragraph += 1 }
                last = fragment.paragraph
                return Sentence(
                    index: index, paragraph: paragraph, text: fragment.text, joiner: fragment.joiner)
            })
    }
}

/// A sentence in the making.
private struct Fragment {
    var paragraph: Int
    var text: String
    /// What stood between it and the next one: " " or nothing.
    var joiner: String
    private var columns: Int
    /// Columns of letters and numbers.
    private var saidColumns: Int

    private init(paragraph: Int, text: String, joiner: String) {
        self.paragraph = paragraph
        self.text = text
        self.joiner = joiner
        columns = TextWidth.columns(text, ideographic: true)
        saidColumns = TextWidth.columns(text.filter(\.isSpeakable), ideographic: true)
    }

    /// The sentences of one paragraph, long ones cut.
    static func fragments(
        of line: String, paragraph: Int, cutter: SentenceCutter
    ) -> [Fragment] {
        let characters = Array(line)
        var start = 0
        var fragments: [Fragment] = []
        for end in SentenceSplitter(characters).ends() {
            for piece in cutter.pieces(of: String(characters[start..<end])) {
                if piece.first?.isWhitespace == true, !fragments.isEmpty {
                    fragments[fragments.count - 1].joiner = " "
                }
                let words = piece.trimmed
                let joiner = piece.last?.isWhitespace == true ? " " : ""
                guard !words.isEmpty else { continue }
                fragments.append(Fragment(paragraph: paragraph, text: words, joiner: joiner))
            }
            start = end
        }
        return fragments
    }

    /// Joins what is too short to stand alone to its neighbours.
    static func merged(_ fragments: [Fragment], cutter: SentenceCutter) -> [Fragment] {
        var out: [Fragment] = []
        for (i, fragment) in fragments.enumerated() {
            let isParagraphEnd = i + 1 == fragments.count
                || fragments[i + 1].paragraph != fragment.paragraph
            let joins = out.last?.joins(
                fragment, isParagraphEnd: isParagraphEnd, maxColumns: cutter.maxColumns)
            if joins == true {
                out[out.count - 1].append(fragment)
            } else {
                out.append(fragment)
            }
        }
        return out
    }

    /// What says nothing (an emoji, a row of stars) goes with anything; what says little goes with
    /// the next of its paragraph, or with the one before at the paragraph's end.
    private func joins(_ next: Fragment, isParagraphEnd: Bool, maxColumns: Int) -> Bool {
        guard saidColumns > 0, next.saidColumns > 0 else { return true }
        guard paragraph == next.paragraph, columns + next.columns <= maxColumns else { return false }
        return saidColumns < Self.minColumns
            || isParagraphEnd && next.saidColumns < Self.minColumns
    }

    private mutating func append(_ next: Fragment) {
        text += (paragraph == next.paragraph ? joiner : " ") + next.text
        if saidColumns == 0 { paragraph = next.paragraph }
        joiner = next.joiner
        columns += next.columns
        saidColumns += next.saidColumns
    }

    /// Three Chinese characters or six letters: less is a fragment.
    private static let minColumns = 6
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let visible = drop(while: \.isWhitespace)
        guard let last = visible.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(visible[...last])
    }
}
