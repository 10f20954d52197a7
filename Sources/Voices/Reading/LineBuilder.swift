import BatchVideo

/// Cuts spoken text into lines an engine can take.
struct LineBuilder {
    /// espeak's and flite's own buffers are larger; sentences longer than this need a breath anyway.
    private static let mostTokens = 60
    private static let mostScalars = 480
    /// Longer "words" are no words; espeak's word buffer holds 160 bytes.
    private static let longestToken = 36

    let speaker: Speaker
    var separator = " "

    /// `closing`: the mark of the last line.
    func parts(_ text: SpokenText, closing: String) -> [SpeechPart] {
        let text = Self.shortened(text)
        var parts: [SpeechPart] = []
        var line: [SpokenToken] = []
        var pauses: [Int: Int] = [:]
        var scalars = 0
        func finish(_ mark: String) {
            guard !line.isEmpty else { return }
            parts.append(
                .line(
                    SpeechLine(
                        speaker: speaker, tokens: line, separator: separator, closing: mark,
                        pauses: pauses)))
            (line, pauses, scalars) = ([], [:], 0)
        }
        for (index, token) in text.tokens.enumerated() {
            line.append(token)
            scalars += token.text.unicodeScalars.count + 1
            let isFull = line.count >= Self.mostTokens || scalars >= Self.mostScalars
            guard index < text.tokens.count - 1 else { break }
            guard let ms = text.pauses[index] else {
                if isFull { finish(",") }
                continue
            }
            if speaker.engine == .flite, !isFull, ms < Pause.sentenceMs {
                // flite shapes a sentence as a whole; its own pauses are replaced afterwards.
                pauses[line.count - 1] = ms
            } else {
                finish(ms >= Pause.sentenceMs ? "." : ",")
                parts.append(.pause(ms: ms))
            }
        }
        finish(closing)
        return parts
    }

    private static func shortened(_ text: SpokenText) -> SpokenText {
        guard text.tokens.contains(where: { $0.text.unicodeScalars.count > longestToken }) else {
            return text
        }
        var out = SpokenText()
        for (index, token) in text.tokens.enumerated() {
            let isLong = token.text.unicodeScalars.count > longestToken
            for piece in isLong ? pieces(token.text) : [token.text] {
                out.tokens.append(SpokenToken(text: piece, range: token.range))
            }
            if let ms = text.pauses[index] { out.pause(ms) }
        }
        return out
    }

    private static func pieces(_ text: String) -> [String] {
        // Long chains of dots ("A.A.A.A.") crash espeak.
        text.split(whereSeparator: { " .".contains($0) }).flatMap { word -> [String] in
            let scalars = Array(word.unicodeScalars)
            return stride(from: 0, to: scalars.count, by: longestToken).map { start in
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: scalars[start..<min(start + longestToken, scalars.count)])
                return String(piece)
            }
        }
    }
}
