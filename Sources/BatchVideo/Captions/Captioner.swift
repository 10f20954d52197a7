/// Makes captions of a narration: what a reader takes in at a glance, while the voice says it.
package struct Captioner: Sendable {
    private let limits: CaptionLimits

    package init(_ limits: CaptionLimits) { self.limits = limits }

    /// With the limits for a language on a canvas.
    package init(for language: Language, on canvas: Canvas) {
        self.init(.for(language: language, canvas: canvas))
    }

    /// The cues of all sentences in order. No cue spans two sentences; the texts of a sentence's cues
    /// joined are the sentence.
    package func cues(for narration: Narration) -> CueSheet {
        var drafts: [Cue] = []
        for (i, narrated) in narration.sentences.enumerated() {
            let next = i + 1 < narration.sentences.count
                ? narration.sentences[i + 1].span.start : narration.duration
            let silence = max(0, next.ms - narrated.span.end.ms)
            drafts += cues(for: narrated, language: narration.language, silenceAfterMs: silence)
        }
        let timing = CueTiming(limits: limits, duration: narration.duration)
        let spans = timing.spans(for: drafts.map(\.span))
        let cues = zip(drafts, spans).enumerated().map { index, pair in
            var cue = pair.0
            cue.index = index
            cue.span = pair.1
            return cue
        }
        return CueSheet(language: narration.language, cues: cues)
    }

    /// Cues of one sentence; `span` is when their words are spoken, `index` is set later.
    private func cues(
        for narrated: NarratedSentence, language: Language, silenceAfterMs: Int
    ) -> [Cue] {
        let tokens = CaptionTokens(limits: limits, language: language).tokens(of: narrated)
        let clock = WordClock(narrated)
        let division = CueDivision(tokens: tokens, limits: limits, silenceAfterMs: silenceAfterMs)
        return division.cues().map { part in
            let range = TextRange(
                tokens[part.lowerBound].range.start, tokens[part.upperBound - 1].range.end)
            let lines = division.lines(of: part).map { line in
                shownRange(tokens[line], of: narrated.sentence.text)
            }
            return Cue(
                index: 0, span: clock.span(of: range),
                lines: lines.map { narrated.sentence.text[$0] },
                text: narrated.sentence.text[range], sentence: narrated.sentence.index, range: range,
                words: words(shownOn: lines, clock: clock))
        }
    }

    /// The part of the sentence that a line shows: no white space around it, no closing ，。 in Chinese.
    private func shownRange(_ tokens: ArraySlice<CaptionToken>, of sentence: String) -> TextRange {
        let start = tokens.first?.range.start ?? 0
        let end = tokens.last?.range.end ?? 0
        let text = sentence[TextRange(start, end)]
        let hidden = DisplayText.hiddenEnd(of: text, limits: limits).utf16.count
        let indent = text.prefix(while: \.isWhitespace).utf16.count
        return TextRange(min(start + indent, end - hidden), end - hidden)
    }

    /// The spoken words on the lines, placed in the lines joined by "\n".
    private func words(shownOn lines: [TextRange], clock: WordClock) -> [TimedWord] {
        var words: [TimedWord] = []
        var shift = 0
        for line in lines {
            for word in clock.words {
                let start = max(word.range.start, line.start)
                let end = min(word.range.end, line.end)
                guard start < end else { continue }
                let part = TextRange(start, end)
                words.append(
                    TimedWord(
                        range: TextRange(start - line.start + shift, end - line.start + shift),
                        span: part == word.range ? word.span : clock.span(of: part)))
            }
            shift += line.count + 1
        }
        return words
    }
}
