/// Reads what language models write when they are asked for plain text: without the courtesies around
/// it, numbers, quotes and marks of Markdown.
enum ModelWords {
    /// Lines of a list, without numbers, bullets and quotes.
    static func list(_ text: String) -> [String] {
        prose(text).split(whereSeparator: \.isNewline).map { line in
            let bare = line.replacing(/^\s*(?:[(（]?\d{1,2}[.)、．）:：](?!\d)|第\d{1,2}[条个]?[.、:：])\s*/, with: "")
            return bare.trimmingQuotes
        }.filter { !$0.isEmpty }
    }

    /// Text that can be spoken: no Markdown, no stage directions, no labels, no courtesies. Paragraphs have an
    /// empty line between them.
    static func paragraphs(_ text: String) -> String {
        let lines = prose(text).split(whereSeparator: \.isNewline).compactMap { line -> String? in
            let spoken = String(line).replacing(direction, with: "").replacing(label, with: "")
                .trimmingSpaces
            return spoken.unicodeScalars.contains(where: \.isSpeakable) ? spoken : nil
        }
        return lines.joined(separator: "\n\n")
    }

    /// Without Markdown, and without a first line that hands the answer over and a last one that counts it.
    private static func prose(_ text: String) -> String {
        var lines = CleanText(text).value.split(whereSeparator: \.isNewline)
            .map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
        if lines.count > 1, lines[0].prefixMatch(of: courtesy) != nil, ":：".contains(lines[0].last ?? " ") {
            lines.removeFirst()
        }
        if lines.count > 1, let last = lines.last, last.wholeMatch(of: count) != nil { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    // Regex is not Sendable: made anew where it is used.
    private static var courtesy: Regex<Substring> {
        /(?i:sure|certainly|of course|absolutely|okay|here is|here's|here are|好的|当然|没问题|以下是|下面是|这是为您)[^。]{0,80}/
    }
    /// "(字数：612)", "Word count: 540", "(完)", "The end."
    private static var count: Regex<Substring> {
        /[(（\[【]?\s*(?:(?i:总?字数|word count)[^\n]{0,20}|[约共]{0,2}\s*\d+\s*字|(?i:the end)|完|全文完|全剧终)\s*[.。]?[)）\]】]?/
    }
    /// "[music swells]", "【镜头：…】", "（画面切换）": brackets that stand for what is seen or heard.
    private static var direction: Regex<Substring> {
        /\[[^\]\n]{1,80}\]|【[^】\n]{1,80}】|[(（](?i:镜头|画面|音乐|音效|背景音|停顿|旁白|字幕|转场|music|sound|pause|scene|cut to|fade|narrator|camera)[^)）\n]{0,60}[)）]/
    }
    /// "Narrator:", "旁白：".
    private static var label: Regex<Substring> {
        /^(?i:narrator|narration|voice ?over|host|旁白|解说|主持人|配音|画外音)\s*[:：]\s*/
    }
}

extension String {
    var trimmingSpaces: String { trimming { $0.isWhitespace } }
}

extension StringProtocol {
    /// Without quotes and white space around it.
    fileprivate var trimmingQuotes: String {
        var text = trimming { $0.isWhitespace }
        for (open, close) in [("\"", "\""), ("“", "”"), ("「", "」"), ("《", "》"), ("'", "'")] {
            if text.count > 2, text.hasPrefix(open), text.hasSuffix(close), !text.dropFirst().dropLast().contains(open)
            {
                text = String(text.dropFirst().dropLast())
            }
        }
        return text.trimming { $0.isWhitespace }
    }

    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text = text.dropLast() }
        return String(text.drop(while: isTrimmed))
    }
}

extension Language {
    /// Whether a text is written as this language is: by its script, since words are not known here.
    func isWritten(in text: String) -> Bool {
        let seen = Language.detect(in: text)
        if isChinese { return seen.isChinese }
        return seen.primary == Self.scripts[primary, default: "en"]
    }

    /// What `detect` calls a script that several languages are written in; those of Latin letters are left out.
    private static let scripts: [String: String] = [
        "ja": "ja", "ko": "ko", "ru": "ru", "uk": "ru", "bg": "ru", "sr": "ru", "be": "ru", "mk": "ru",
        "el": "el", "ar": "ar", "fa": "ar", "ur": "ar", "he": "he", "th": "th", "hi": "hi", "mr": "hi", "ne": "hi",
    ]

    /// For a model: the tag, and the name of those that it is asked for most.
    var forModels: String {
        switch tag.lowercased() {
        case "zh-tw", "zh-hk", "zh-hant": return "Traditional Chinese (\(tag))"
        default: break
        }
        let names = [
            "zh": "Simplified Chinese", "yue": "Cantonese", "en": "English", "ja": "Japanese", "ko": "Korean",
            "es": "Spanish", "fr": "French", "de": "German", "ru": "Russian", "pt": "Portuguese", "it": "Italian",
        ]
        return names[primary].map { "\($0) (\(tag))" } ?? "the language with the tag \(tag)"
    }
}
