import BatchVideo

/// One sentence in the Speech Synthesis Markup Language (W3C, 1.0). All that people wrote is escaped:
/// no text becomes an element or an attribute.
struct SSML {
    private let text: String
    private let language: String
    private let voice: String
    private let rate: String
    private let style: String?

    init(_ request: SpeechRequest, voice: String, style: String? = nil) {
        text = Self.escaped(request.text)
        language = Self.escaped(request.language.tag)
        self.voice = Self.escaped(voice)
        rate = request.speed.signedPercent
        self.style = style.map(Self.escaped)
    }

    /// As Azure's REST API takes it.
    var azure: String {
        var said = "<prosody rate=\"\(rate)\" pitch=\"+0%\">\(text)</prosody>"
        if let style { said = "<mstts:express-as style=\"\(style)\">\(said)</mstts:express-as>" }
        return """
            <speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" \
            xmlns:mstts="https://www.w3.org/2001/mstts" xml:lang="\(language)">\
            <voice name="\(voice)">\(said)</voice></speak>
            """
    }

    /// As the read-aloud service of Edge takes it.
    var edge: String {
        "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='en-US'>"
            + "<voice name='\(voice)'><prosody pitch='+0Hz' rate='\(rate)' volume='+0%'>\(text)</prosody></voice>"
            + "</speak>"
    }

    /// Markup as entities; characters that XML does not know (1.0, 2.2) as blanks.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&apos;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case "\0"..." ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Entities as the characters they stand for: what a service says again of what it was sent.
    static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
