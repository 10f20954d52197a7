/// A narration without a voice: the times a calm speaker would take, for plans made before anything is spoken.
///
/// Words are ICU's. Chinese runs at 4 syllables a second, English at about 2.7 words; punctuation and
/// sentence ends rest as `Pause` says.
package enum EstimatedNarration {
    package static let sampleRate = 48_000

    package static func of(_ script: Script, speed: Double = 1) -> Narration {
        var clockMs = Double(Pause.leadInMs)
        var sentences: [NarratedSentence] = []
        for (i, sentence) in script.sentences.enumerated() {
            if i > 0 {
                let isNew = script.sentences[i - 1].paragraph != sentence.paragraph
                let pauseMs = isNew ? Pause.paragraphMs : Pause.sentenceMs
                clockMs += Double(Pause.scaled(pauseMs, speed: speed))
            }
            let narrated = speak(sentence, script.language, speed, from: clockMs)
            clockMs = Double(narrated.span.end.ms)
            sentences.append(narrated)
        }
        let duration = MediaTime(ms: Int(clockMs) + Pause.tailMs)
        return Narration(
            language: script.language, audio: "narration.wav", sampleRate: sampleRate,
            sampleCount: duration.sample(rate: sampleRate), sentences: sentences)
    }

    package static func of(
        _ text: String, language: Language? = nil, speed: Double = 1
    ) throws -> Narration {
        of(try Script(reading: text, language: language), speed: speed)
    }

    private static func speak(
        _ sentence: Sentence, _ language: Language, _ speed: Double, from startMs: Double
    ) -> NarratedSentence {
        let ranges = TextBreaks.words(in: sentence.spoken, locale: language.tag)
        var clockMs = startMs
        var words: [TimedWord] = []
        for range in ranges {
            if let last = words.last {
                let between = sentence.text[TextRange(last.range.end, range.start)]
                clockMs += Double(Pause.scaled(restMs(between), speed: speed))
            }
            let endMs = clockMs + lengthMs(sentence.text[range]) / speed
            words.append(TimedWord(range: range, span: span(clockMs, endMs)))
            clockMs = endMs
        }
        return NarratedSentence(sentence: sentence, span: span(startMs, clockMs), words: words)
    }

    private static func span(_ start: Double, _ end: Double) -> TimeSpan {
        TimeSpan(startMs: Int(start.rounded()), endMs: Int(end.rounded()))
    }

    /// 250 ms for a Chinese, Japanese or Korean syllable and for a digit; 130 ms and 40 ms a letter
    /// for a word.
    private static func lengthMs(_ word: String) -> Double {
        let syllables = word.filter { $0.isCJK || $0.isNumber }.count
        let letters = word.filter(\.isAlphabetic).count
        return Double(syllables) * 250 + (letters > 0 ? 130 + Double(letters) * 40 : 0)
    }

    private static func restMs(_ between: String) -> Int {
        if between.contains(where: { "。！？!?".contains($0) }) { return Pause.sentenceMs }
        if between.contains(where: { "…—".contains($0) }) { return Pause.ellipsisMs }
        if between.contains(where: { "；;".contains($0) }) { return Pause.semicolonMs }
        if between.contains(where: { "：:".contains($0) }) { return Pause.colonMs }
        if between.contains(where: { "，,".contains($0) }) { return Pause.commaMs }
        return between.contains("、") ? Pause.enumerationMs : 0
    }
}
