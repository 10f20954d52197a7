/// A typeface for captions, and what of its metrics the layout needs.
package struct CaptionFont: Hashable, Sendable {
    /// The family's name as fontconfig knows it.
    package var family: String
    /// Ascent plus descent in ems: an ASS font size is this much larger than the em it gives.
    package var heightPerEm: Double

    package init(family: String, heightPerEm: Double) {
        self.family = family
        self.heightPerEm = heightPerEm
    }

    /// Debian's Noto family for a language (packages fonts-noto-cjk and fonts-noto-core). Western text
    /// is not set in the CJK family: its curly quotes are full-width there.
    package static func noto(for language: Language) -> CaptionFont {
        switch language.primary {
        case "ja": cjk("JP")
        case "ko": cjk("KR")
        case "yue": cjk("HK")
        case "zh" where ["tw", "hant"].contains { language.tag.lowercased().hasSuffix($0) }: cjk("TC")
        case "zh" where language.tag.lowercased().hasSuffix("hk"): cjk("HK")
        case _ where language.isIdeographic: cjk("SC")
        case "ar", "fa", "ur": CaptionFont(family: "Noto Sans Arabic", heightPerEm: 1.733)
        case "th": CaptionFont(family: "Noto Sans Thai", heightPerEm: 1.511)
        case "hi", "mr", "ne": CaptionFont(family: "Noto Sans Devanagari", heightPerEm: 1.416)
        default: CaptionFont(family: "Noto Sans", heightPerEm: 1.362)
        }
    }

    private static func cjk(_ region: String) -> CaptionFont {
        CaptionFont(family: "Noto Sans CJK \(region)", heightPerEm: 1.448)
    }

    /// Width of a line in ems, never less than it is drawn: letters by the wider of Noto Sans Bold and
    /// Noto Sans CJK Bold, everything else by its columns.
    static func emWidth(of line: String, isIdeographic: Bool) -> Double {
        line.reduce(0) { sum, character in
            let isPrintable = character.isASCII && (32..<127).contains(character.asciiValue ?? 0)
            guard isPrintable, let code = character.asciiValue else {
                let columns = TextWidth.columns(character, ideographic: isIdeographic)
                return sum + (columns == 1 ? 0.65 : Double(columns) / 2)
            }
            return sum + Double(asciiWidths[Int(code) - 32]) / 1000
        }
    }

    /// Advance widths of U+0020 ... U+007E in thousandths of an em.
    private static let asciiWidths = [
        260, 370, 574, 646, 590, 963, 750, 325, 378, 378, 545, 590, 325, 370, 325, 413, 590, 590, 590,
        590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 690, 681, 656, 740, 615,
        585, 724, 765, 389, 568, 686, 578, 943, 813, 796, 667, 796, 682, 624, 625, 756, 650, 967, 667,
        624, 613, 378, 413, 378, 590, 567, 626, 604, 644, 527, 644, 591, 387, 633, 657, 305, 306, 620,
        315, 982, 657, 641, 644, 644, 454, 497, 434, 657, 576, 863, 578, 574, 511, 394, 551, 394, 590,
    ]
}
