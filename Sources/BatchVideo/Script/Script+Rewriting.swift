/// A stretch of a script, and what is to be said instead.
package struct ScriptPiece: Hashable, Sendable {
    package var letters: Range<Int>
    /// Nil: what stands there.
    package var text: String?

    package init(letters: Range<Int>, text: String?) {
        self.letters = letters
        self.text = text
    }
}

/// A script after a change, and where its pieces came to stand.
package struct RewrittenScript: Hashable, Sendable {
    package var script: Script
    /// Letters of each piece in the new script.
    package var letters: [Range<Int>]
}

extension Script {
    /// The script with new words for some of its pieces. Sentences that no changed piece touches stay as
    /// they are, to the letter; what is touched is divided into sentences anew.
    ///
    /// - Parameter pieces: in order and without gap, over all letters of the script.
    /// - Throws: `.invalid` when a changed place has nothing left to say, or the text is too long.
    package func rewritten(_ pieces: [ScriptPiece]) throws -> RewrittenScript {
        let letters = ScriptLetters(self)
        let touched = touchedSentences(by: pieces, letters)
        var draft = Draft()
        var lengths = [Int](repeating: 0, count: pieces.count)
        var index = 0
        while index < sentences.count {
            let isTouched = touched.contains(index)
            var end = index + 1
            while end < sentences.count, touched.contains(end) == isTouched { end += 1 }
            let stretch = letters.starts[index]..<letters.starts[end]
            if isTouched {
                let region = Region(pieces: pieces, stretch: stretch, of: letters)
                let said = try region.sentences(language: language)
                draft.add(said, inPlaceOf: index..<end, of: self)
                for (piece, count) in region.lengths(said) { lengths[piece] += count }
            } else {
                draft.add(Array(sentences[index..<end]), inPlaceOf: index..<end, of: self)
                for (piece, given) in pieces.enumerated() {
                    lengths[piece] += given.letters.clamped(to: stretch).count
                }
            }
            index = end
        }
        let script = Script(language: language, sentences: draft.numbered)
        _ = try ScriptInput.check(script.text)
        var start = 0
        return RewrittenScript(
            script: script,
            letters: lengths.map { length in
                defer { start += length }
                return start..<start + length
            })
    }

    private func touchedSentences(by pieces: [ScriptPiece], _ letters: ScriptLetters) -> Set<Int> {
        var touched: Set<Int> = []
        for piece in pieces where piece.text != nil && letters.count > 0 {
            // A piece without letters of its own belongs to the sentence before it.
            let first = piece.letters.isEmpty ? max(0, piece.letters.lowerBound - 1) : piece.letters.lowerBound
            let last = max(first, piece.letters.upperBound - 1)
            let ends = [first, last].map { letters.letters[min($0, letters.count - 1)].sentence }
            touched.formUnion(ends[0]...ends[1])
        }
        return touched
    }
}

/// Neighbouring sentences that change.
private struct Region {
    /// The numbers of the pieces in it, and what each says.
    private var parts: [(piece: Int, text: String)] = []
    private var text = ""

    init(pieces: [ScriptPiece], stretch: Range<Int>, of letters: ScriptLetters) {
        for (number, piece) in pieces.enumerated() {
            let own = piece.letters.clamped(to: stretch)
            let isInside = !own.isEmpty
                || piece.letters.isEmpty && piece.text != nil
                    && (piece.letters.lowerBound > stretch.lowerBound || stretch.lowerBound == 0)
                    && piece.letters.lowerBound <= stretch.upperBound
            guard isInside else { continue }
            let said = piece.text.map { CleanText($0).value } ?? letters.text(own)
            guard ScriptLetters.count(said) > 0 else { continue }
            if !text.isEmpty {
                text += own.isEmpty ? Self.gap(text, said) : letters.letters[own.lowerBound].gap
            }
            text += said
            parts.append((number, said))
        }
    }

    /// A space between Western words.
    private static func gap(_ before: String, _ after: String) -> String {
        let isTight = [before.last, after.first].contains { end in
            end.map { $0.isCJK || "，。！？；：、".contains($0) } ?? true
        }
        return isTight ? "" : " "
    }

    func sentences(language: Language) throws -> [Sentence] {
        try Script(reading: text, language: language).sentences
    }

    /// How many letters of the sentences each piece has; in proportion, where reading dropped some.
    func lengths(_ sentences: [Sentence]) -> [(piece: Int, count: Int)] {
        let wanted = parts.map { ScriptLetters.count($0.text) }
        let said = sentences.reduce(0) { $0 + ScriptLetters.count($1.text) }
        let all = max(1, wanted.reduce(0, +))
        var (before, used) = (0, 0)
        return zip(parts, wanted).map { part, count in
            before += count
            let end = before * said / all
            defer { used = end }
            return (part.piece, end - used)
        }
    }
}

/// Sentences in the making, and which of them begin a paragraph.
private struct Draft {
    private var sentences: [(sentence: Sentence, isParagraphStart: Bool)] = []

    /// Adds `said` in the place of `old`, a stretch of the old script.
    mutating func add(_ said: [Sentence], inPlaceOf old: Range<Int>, of script: Script) {
        for (index, sentence) in said.enumerated() {
            let isStart =
                index > 0
                ? sentence.paragraph != said[index - 1].paragraph
                : script.beginsParagraph(old.lowerBound)
            sentences.append((sentence, isStart))
        }
        if !said.isEmpty {
            sentences[sentences.count - 1].sentence.joiner = script.sentences[old.upperBound - 1].joiner
        }
    }

    /// Sentences and paragraphs counted from 0.
    var numbered: [Sentence] {
        var paragraph = -1
        return sentences.enumerated().map { index, draft in
            if draft.isParagraphStart { paragraph += 1 }
            return Sentence(
                index: index, paragraph: max(0, paragraph), text: draft.sentence.text,
                joiner: draft.sentence.joiner)
        }
    }
}

extension Script {
    fileprivate func beginsParagraph(_ index: Int) -> Bool {
        index == 0 || sentences[index].paragraph != sentences[index - 1].paragraph
    }
}
