/// Words in Latin letters, web and mail addresses.
extension SpeechNormalizer {
    /// A word: letters, figures and what joins them. Figures at its end are said in Chinese.
    func latin(_ at: Int) -> Reading? {
        let end = wordEnd(at)
        var letters = end
        while letters > at, Glyph.isDigit(source[letters - 1]) { letters -= 1 }
        if letters > at + 1, source[letters - 1] == 0x2E, Glyph.isDigit(source[letters - 2]) {
            var whole = letters - 1
            while whole > at, Glyph.isDigit(source[whole - 1]) { whole -= 1 }
            letters = whole
        }
        var name = letters
        if name > at + 1, isOne(of: "-", at: name - 1) { name -= 1 }
        let stem = source.text(at, name)
        guard letters < end, letters > at, !stem.contains(where: \.isNumber), let numeral = numeral(letters),
            numeral.end == end
        else { return latin(at, end) }
        return Reading(
            parts: [
                .init(text: spelling(stem), from: at, to: name, voice: .latin),
                .init(text: modelNumber(numeral), from: letters, to: end, voice: .figures),
            ], end: end)
    }

    private func latin(_ at: Int, _ end: Int) -> Reading {
        Reading(spelling(source.text(at, end)), .latin, from: at, to: end)
    }

    /// Model numbers of three and more figures are read one by one: C919, B737, but 2000 and 15 are values.
    private func modelNumber(_ numeral: Numeral) -> String {
        guard numeral.isInteger, numeral.integer.count >= 3, !numeral.integer.hasSuffix("000") else {
            return numeral.spoken
        }
        return MandarinNumeral.telephone(numeral.integer)
    }

    /// Abbreviations that an English voice would take for words.
    private func spelling(_ word: String) -> String {
        let spelled = ["APP": "A P P", "VIP": "V.I.P."]
        return spelled[word] ?? word.replacing("_", with: " ")
    }

    private func wordEnd(_ at: Int) -> Int {
        var end = at
        while true {
            let scalar = source[end]
            if Glyph.isLatin(scalar) || Glyph.isDigit(scalar) || (0x300...0x36F).contains(scalar) {
                end += 1
            } else if isOne(of: "-.'’&+/_", at: end), joins(end) {
                end += 1
            } else if isOne(of: "+#", at: end), end > at, !Glyph.isDigit(source[end + 1]), isOne(of: "C+", at: end - 1) {
                end += 1
            } else {
                return end
            }
        }
    }

    private func joins(_ at: Int) -> Bool {
        let next = source[at + 1]
        return Glyph.isLatin(next) || Glyph.isDigit(next) && !isOne(of: "/+", at: at)
    }

    /// "https://www.example.com/path?q=1" -> example.com; "me@example.com" -> me at example.com.
    func webAddress(_ at: Int) -> Reading? {
        guard !isGlued(at) else { return nil }
        var end = at
        while isAddressGlyph(source[end]), end - at < 2_048 { end += 1 }
        while end > at, isOne(of: ".,:;!?-'", at: end - 1) { end -= 1 }
        guard end - at >= 4 else { return nil }
        return WebAddress(source.text(at, end)).map { Reading($0.spoken, .latin, from: at, to: end) }
    }

    private func isAddressGlyph(_ scalar: UInt32) -> Bool {
        Glyph.isASCIILetter(scalar) || Glyph.isDigit(scalar)
            || "-._~:/?#@!$&'*+,;=%".unicodeScalars.contains { $0.value == scalar }
    }
}

/// A web or mail address, said shortly: no protocol, no "www", no path.
struct WebAddress {
    let spoken: String

    init?(_ text: String) {
        let lowered = text.lowercased()
        let scheme = ["https://", "http://", "ftp://"].first { lowered.hasPrefix($0) }
        var rest = String(lowered.dropFirst(scheme?.count ?? 0))
        var user = ""
        if scheme == nil, let at = rest.firstIndex(of: "@"), at > rest.startIndex {
            user = rest[..<at] + " at "
            rest = String(rest[rest.index(after: at)...])
        }
        rest = String(rest.prefix { !"/?#:".contains($0) })
        if rest.hasPrefix("www.") { rest.removeFirst(4) }
        let labels = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isLabelLetter) }),
            let last = labels.last, scheme != nil || !user.isEmpty || Self.domains.contains(last),
            labels.contains(where: { $0.contains(where: \.isLetter) })
        else { return nil }
        spoken = user.replacing(".", with: " dot ") + labels.joined(separator: " dot ")
    }

    private static func isLabelLetter(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-")
    }

    private static let domains: Set<Substring> = [
        "com", "cn", "org", "net", "io", "ai", "gov", "edu", "cc", "tv", "top", "xyz", "info", "me", "app", "dev", "hk", "tw", "jp", "uk", "de",
    ]
}
