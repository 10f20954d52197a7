extension Language {
    /// The language a text is written in, told by its scripts alone; English when nothing else shows.
    ///
    /// Mixed text goes to the larger share of what is spoken: a Chinese character counts like three
    /// Latin letters. A little kana makes Chinese characters Japanese.
    package static func detect(in text: String) -> Language {
        var han = 0, kana = 0, hangul = 0
        var letters: [Alphabet: Int] = [:]
        for scalar in text.unicodeScalars {
            if scalar.isHan {
                han += 1
            } else if scalar.isKana {
                kana += 1
            } else if scalar.isHangul {
                hangul += 1
            } else if let alphabet = Alphabet(scalar) {
                letters[alphabet, default: 0] += 1
            }
        }
        let isJapanese = kana > 0 && kana * 20 >= han + kana
        let alphabet = Alphabet.allCases.max { letters[$0, default: 0] < letters[$1, default: 0] }
        let shares: [(Language, Int)] = [
            (alphabet?.language ?? .english, alphabet.map { letters[$0, default: 0] } ?? 0),
            (isJapanese ? Language("ja-JP") : .mandarin, (han + kana) * 3),
            (Language("ko-KR"), hangul * 3),
        ]
        return shares.max { $0.1 < $1.1 }.map { $0.1 > 0 ? $0.0 : .english } ?? .english
    }
}

/// Scripts of one language, or of one that stands for them all.
private enum Alphabet: CaseIterable {
    case latin, cyrillic, greek, arabic, hebrew, thai, devanagari

    init?(_ scalar: Unicode.Scalar) {
        guard scalar.properties.isAlphabetic else { return nil }
        switch scalar.value {
        case 0x41...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x600...0x6FF, 0x750...0x77F: self = .arabic
        case 0x590...0x5FF: self = .hebrew
        case 0xE00...0xE7F: self = .thai
        case 0x900...0x97F: self = .devanagari
        default: return nil
        }
    }

    var language: Language {
        switch self {
        case .latin: .english
        case .cyrillic: Language("ru-RU")
        case .greek: Language("el-GR")
        case .arabic: Language("ar")
        case .hebrew: Language("he-IL")
        case .thai: Language("th-TH")
        case .devanagari: Language("hi-IN")
        }
    }
}
