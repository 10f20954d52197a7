import BatchVideo

/// How a sentence is to be said, by a voice of the catalogue.
struct SentenceReading: Sendable {
    let mandarin: MandarinReader
    let request: SpeechRequest
    let voice: EmbeddedVoice

    /// Lines and silences; no silence comes first or last.
    @concurrent
    func parts(for speaker: Speaker) async throws -> [SpeechPart] {
        let text = request.text
        let parts: [SpeechPart]
        switch voice.reading {
        case .mandarin:
            let lines = MandarinLines(
                mandarin: speaker, english: voice.english, isQuestion: isQuestion)
            parts = lines.parts(
                mandarin.read(text, lexicon: request.lexicon), closing: closing)
        case .japanese:
            let spoken = try await JapaneseReading.read(text)
            parts = LineBuilder(speaker: speaker).parts(spoken, closing: closing)
        case .english:
            parts = plain(PlainText.read(text, english: true), speaker)
        case .plain:
            parts = plain(PlainText.read(text), speaker)
        }
        return parts
    }

    private func plain(_ spoken: SpokenText, _ speaker: Speaker) -> [SpeechPart] {
        PlainLines(voice: voice, speaker: speaker, mandarin: mandarin, lexicon: request.lexicon)
            .parts(request.text, spoken: spoken, closing: closing)
    }

    private var isQuestion: Bool { closing == "?" }

    /// The tune of the end: the last mark that says anything about it.
    private var closing: String {
        for character in request.text.reversed() {
            if "?？⁇⁈".contains(character) { return "?" }
            if character.isLetter || character.isNumber { break }
        }
        return "."
    }
}

extension SpeechPart {
    var isSpoken: Bool {
        if case .line = self { true } else { false }
    }
}
