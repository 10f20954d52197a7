/// Divides sentences into tokens: ICU word borders that are line break opportunities too, less those
/// inside what belongs together.
struct CaptionTokens {
    let limits: CaptionLimits
    let language: Language

    func tokens(of narrated: NarratedSentence) -> [CaptionToken] {
        let text = narrated.sentence.text
        let clock = WordClock(narrated)
        let pieces = pieces(of: text)
        let inner = innerBreaks(pieces)
        return pieces.indices.map { i in
            let next = i + 1 < pieces.count ? pieces[i + 1].text : ""
            let cost = BreakCost.between(pieces[i].text, next) + (inner.contains(i) ? 0.9 : 0)
            return token(pieces[i], cost: cost, clock: clock)
        }
    }

    /// A stretch of the sentence.
    private struct Piece {
        var range: TextRange
        var text: String
    }

    private func pieces(of text: String) -> [Piece] {
        let lines = Set(TextBreaks.offsets(.line, in: text, locale: language.tag))
        var pieces: [Piece] = []
        var start = 0
        for end in TextBreaks.offsets(.word, in: text, locale: language.tag).dropFirst() {
            guard lines.contains(end) || end == text.utf16.count else { continue }
            pieces.append(Piece(range: TextRange(start, end), text: text[TextRange(start, end)]))
            start = end
        }
        return joined(joinedTitles(pieces.flatMap(cutToFit)))
    }

    /// A piece wider than a line (an address, a chemical's name) in parts that fit; after a slash or
    /// dot where there is one.
    private func cutToFit(_ piece: Piece) -> [Piece] {
        guard columns(piece.text) > limits.maxColumns else { return [piece] }
        var parts: [Piece] = []
        var part = ""
        var start = piece.range.start
        func close() {
            let range = TextRange(start, start + part.utf16.count)
            parts.append(Piece(range: range, text: part))
            start = range.end
            part = ""
        }
        for character in piece.text {
            if !part.isEmpty, columns(part) + columns(String(character)) > limits.maxColumns { close() }
            part.append(character)
            if "/.-_?&=#".contains(character), columns(part) * 2 > limits.maxColumns { close() }
        }
        if !part.isEmpty { close() }
        return parts
    }

    /// 《…》 that fit on a line become one piece.
    private func joinedTitles(_ pieces: [Piece]) -> [Piece] {
        var out: [Piece] = []
        var open: Int?
        for piece in pieces {
            out.append(piece)
            if piece.text.contains("《") { open = out.count - 1 }
            guard let first = open, piece.text.contains("》") else { continue }
            let title = merged(out[first...])
            if columns(title.text) <= limits.preferredColumns {
                out.replaceSubrange(first..., with: [title])
            }
            open = nil
        }
        return out
    }

    private func joined(_ pieces: [Piece]) -> [Piece] {
        var out: [Piece] = []
        for piece in pieces {
            if let last = out.last, Glue.joins(last.text, piece.text),
                columns(last.text) + columns(piece.text) <= limits.maxColumns
            {
                out[out.count - 1] = merged([last, piece])
            } else {
                out.append(piece)
            }
        }
        return out
    }

    private func merged(_ pieces: some RandomAccessCollection<Piece>) -> Piece {
        Piece(
            range: TextRange(pieces.first?.range.start ?? 0, pieces.last?.range.end ?? 0),
            text: pieces.map(\.text).joined())
    }

    /// Breaks between brackets or quotes that would fit on one line: avoided, not forbidden.
    private func innerBreaks(_ pieces: [Piece]) -> Set<Int> {
        var inner = Set<Int>()
        var open: Int?
        for (i, piece) in pieces.enumerated() {
            if piece.text.contains(where: { "“「『（(《".contains($0) }) { open = i }
            guard let first = open, piece.text.contains(where: { "”」』）)》".contains($0) }) else {
                continue
            }
            let width = pieces[first...i].reduce(0) { $0 + columns($1.text) }
            if width <= limits.preferredColumns { inner.formUnion(first..<i) }
            open = nil
        }
        return inner
    }

    private func token(_ piece: Piece, cost: Double, clock: WordClock) -> CaptionToken {
        let hidden = DisplayText.hiddenEnd(of: piece.text, limits: limits)
        let core = piece.text.last { !$0.isWhitespace && !$0.isClosingBracket && $0 != "\"" }
        return CaptionToken(
            range: piece.range, columns: columns(piece.text), hiddenColumns: columns(hidden),
            hiddenUnits: hidden.utf16.count, characters: piece.text.filter { !$0.isWhitespace }.count,
            span: clock.span(of: piece.range), breakCost: cost,
            endsSentence: cost == 0 || core.map { "。！？!?".contains($0) } ?? false)
    }

    private func columns(_ text: String) -> Int {
        TextWidth.columns(text, ideographic: limits.isIdeographic)
    }
}
