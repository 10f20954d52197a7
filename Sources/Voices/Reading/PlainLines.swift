import BatchVideo

/// Lines for a text in any language but Mandarin: what is written in a script that the voice cannot
/// read goes to a voice that can.
struct PlainLines {
    let voice: EmbeddedVoice
    let speaker: Speaker
    let mandarin: MandarinReader
    let lexicon: [String: String]

    private enum Route: Hashable {
        case own, mandarin
        case other(String)
    }

    func parts(_ text: String, spoken: SpokenText, closing: String) -> [SpeechPart] {
        var parts: [SpeechPart] = []
        let routes = spoken.tokens.map { route(of: Script.of($0)) }
        var start = 0
        while start < routes.count {
            let end = routes[start...].firstIndex { $0 != routes[start] } ?? routes.count
            let mark = end == routes.count ? closing : ","
            parts += self.parts(spoken.part(start..<end), on: routes[start], of: text, closing: mark)
            if end < routes.count, let ms = spoken.pauses[end - 1] { parts.append(.pause(ms: ms)) }
            start = end
        }
        return parts
    }

    private func route(of script: Script) -> Route {
        let language = voice.voice.language.primary
        switch script {
        case .han where !["yue", "ja", "hak", "nan", "cmn"].contains(language): return .mandarin
        case .common, .latin, .han, .other: return .own
        default:
            guard let name = script.espeakVoice, name != language else { return .own }
            // Scripts are shared: Ukrainian, Marathi and Persian voices read their own.
            let isFarOff = voice.reading == .english || Self.latin.contains(language)
            return isFarOff ? .other(name) : .own
        }
    }

    private static let latin: Set<String> = [
        "es", "fr", "de", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "hu", "ro", "tr",
        "vi", "id", "ko", "ja", "yue",
    ]

    private func parts(
        _ spoken: SpokenText, on route: Route, of text: String, closing: String
    ) -> [SpeechPart] {
        switch route {
        case .own:
            let separator = voice.voice.language.primary == "yue" ? "" : " "
            return LineBuilder(speaker: speaker, separator: separator).parts(
                spoken, closing: closing)
        case .other(let name):
            let other = Speaker.espeak(name + "+f2", rate: 165)
            return LineBuilder(speaker: other).parts(spoken, closing: closing)
        case .mandarin:
            guard let first = spoken.tokens.first, let last = spoken.tokens.last else { return [] }
            let phrases = mandarin.read(
                text[TextRange(first.range.start, last.range.end)], lexicon: lexicon)
            return MandarinLines(
                mandarin: voice.mandarin, english: voice.english, isQuestion: false,
                offset: first.range.start
            ).parts(phrases, closing: closing)
        }
    }
}

extension SpokenText {
    /// Some of the tokens, with the pauses between them.
    func part(_ indices: Range<Int>) -> SpokenText {
        var part = SpokenText(tokens: Array(tokens[indices]))
        for index in indices.dropLast() { part.pauses[index - indices.lowerBound] = pauses[index] }
        return part
    }
}
