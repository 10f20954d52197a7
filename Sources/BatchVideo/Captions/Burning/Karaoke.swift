/// A cue whose words fill with colour as they are spoken (`\kf`, from the words' real times).
///
/// Punctuation fills with the word before it; silences hold still.
struct Karaoke {
    let cue: Cue
    /// When the event begins; `\kf` counts from here.
    let startMs: Int

    var text: String {
        let display = cue.lines.joined(separator: "\n")
        let words = cue.words.sorted { $0.range.start < $1.range.start }
        var out = ""
        var clock = 0
        for (i, word) in words.enumerated() {
            let from = i == 0 ? 0 : word.range.start
            let to = i + 1 < words.count ? words[i + 1].range.start : display.utf16.count
            let start = max(clock, hundredths(word.span.start))
            let end = max(start, hundredths(word.span.end))
            if start > clock { out += "{\\k\(start - clock)}" }
            out += "{\\kf\(end - start)}" + escaped(display[TextRange(from, to)])
            clock = end
        }
        return out
    }

    private func hundredths(_ time: MediaTime) -> Int { max(0, (time.ms - startMs + 5) / 10) }

    private func escaped(_ part: String) -> String {
        part.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { ASSText.escaped(String($0)) }
            .joined(separator: "\\N")
    }
}
