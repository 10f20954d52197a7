/// Words in Latin letters, web and mail addresses.
extension SpeechNormalizer {
    /// A word: letters, figures and what joins them. Figures at its end are said in Chinese.
    func latin(_ at: Int) -> Reading? {
        let end = wordEnd(at)
        var figures = end
        while figures > at, Glyph.isDigit(source[figures - 1]) || source[figures - 1] == 0x2E {
            figures -= 1
        }
        let name = figures > at + 1 && isOne(of: "-", at: figures - 1) ? figures - 1 : figures
        let stem = source.text(at, name)
        guard figures < end, figures > at, !stem.contains(where: \.isNumber) else {
            return latin(at, end)
        }
        let number: Reading
        if let version = version(figures), version.end == end {
            number = version
        } else if let numeral = numeral(figures), numeral.end == end {
            number = Reading(modelNumber(numeral), .figures, from: figures, to: end)
        } else {
            return latin(at, end)
        }
        let letters = Reading.Part(text: spelling(stem), from: at, to: name, voice: .latin)
        return Reading(parts: [letters] + number.parts, end: end)
    }

    /// A number inside an English sentence is said by its voice: "I have 3 cats".
    func latinNumber(_ at: Int) -> Reading? {
        guard Glyph.isLatin(source[lastBefore(at)]), Glyph.isSpace(source[at - 1]),
            let numeral = numeral(at),
            Glyph.isSpace(source[numeral.end])
        else { return nil }
        let next = skippingSpaces(numeral.end)
        guard (0x61...0x7A).contains(source[next]), Glyph.isLatin(source[next + 1]),
            Units.unit(in: source, at: numeral.end) == nil
        else { return nil }
        return latin(at, numeral.end)
    }

    private func latin(_ at: Int, _ end: Int) -> Reading {
        Reading(spelling(source.text(at, end)), .latin, from: at, to: end)
    }

    /// Model numbers of three and more figures are read one by one: C919, B737, but 2000 and 15 are
    /// values.
    private func modelNumber(_ numeral: Numeral) -> String {
        guard numeral.isInteger, numeral.integer.count >= 3, !numeral.integer.hasSuffix("000")
        else {
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
            } else if isOne(of: "+#", at: end), end > at, !Glyph.isDigit(source[end + 1]),
                isOne(of: "C+", at: end - 1)
            {
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
        guard !isGlued(at), mayBeAddress(at) else { return nil }
        var end = at
        while isAddressGlyph(source[end]), end - at < Self.maxAddress { end += 1 }
        while end > at, isOne(of: ".,:;!?-'", at: end - 1) { end -= 1 }
        guard end - at >= 4 else { return nil }
        return WebAddress(source.text(at, end)).map {
            Reading($0.spoken, .latin, from: at, to: end)
        }
    }

    private static let maxAddress = 2_048
    private static let maxHost = 100

    /// Whether a name with a letter in it stands here, then a scheme's colon, an at sign or a dot
    /// and a letter.
    private func mayBeAddress(_ at: Int) -> Bool {
        var end = at
        while isLabelGlyph(source[end]), end - at < Self.maxHost { end += 1 }
        if matches(end, "://") || source[end] == 0x40 { return end > at }
        return (at..<end).contains {
            source[$0] == 0x2E && Glyph.isASCIILetter(source[$0 + 1]) && $0 > at
        }
    }

    private func isLabelGlyph(_ scalar: UInt32) -> Bool {
        Glyph.isASCIILetter(scalar) || Glyph.isDigit(scalar) || scalar == 0x2E || scalar == 0x2D
            || scalar == 0x5F
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
        guard labels.count >= 2,
            labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isLabelLetter) }),
            let last = labels.last, scheme != nil || !user.isEmpty || Self.domains.contains(last),
            labels.contains(where: { $0.contains(where: \.isLetter) })
        else { return nil }
        spoken = user.replacing(".", with: " dot ") + labels.joined(separator: " dot ")
    }

    private static func isLabelLetter(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-")
    }

    private static let domains: Set<Substring> = [
        "com", "cn", "org", "net", "io", "ai", "gov", "edu", "cc", "tv", "top", "xyz", "info", "me",
        "app", "dev", "hk", "tw", "jp", "uk", "de",
    ]
}
