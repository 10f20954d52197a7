/// The writing system of a character, as far as voices differ by it.
enum Script: Hashable, Sendable {
    case common, latin, han, kana, hangul, cyrillic, greek, arabic, hebrew, devanagari, other

    static func of(_ scalar: Unicode.Scalar) -> Script {
        guard scalar.properties.isAlphabetic else { return .common }
        switch scalar.value {
        case 0x41...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xFF21...0xFF5A: return .latin
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return .han
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .kana
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: return .hangul
        case 0x400...0x52F: return .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x600...0x6FF, 0x750...0x77F: return .arabic
        case 0x590...0x5FF: return .hebrew
        case 0x900...0x97F: return .devanagari
        default: return .other
        }
    }

    /// The script of a token: of its first letter.
    static func of(_ token: SpokenToken) -> Script {
        token.text.unicodeScalars.lazy.map(of).first { $0 != .common } ?? .common
    }

    /// The espeak voice that reads it when the film's own voice cannot.
    var espeakVoice: String? {
        switch self {
        case .kana: "ja"
        case .hangul: "ko"
        case .cyrillic: "ru"
        case .greek: "el"
        case .arabic: "ar"
        case .hebrew: "he"
        case .devanagari: "hi"
        case .common, .latin, .han, .other: nil
        }
    }
}
