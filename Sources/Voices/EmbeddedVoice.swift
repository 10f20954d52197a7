import BatchVideo

/// A voice of the catalogue and how it is made.
struct EmbeddedVoice: Sendable {
    enum Reading: Sendable {
        /// Through `MandarinReader`, into pinyin.
        case mandarin
        /// Through MeCab, into kana.
        case japanese
        /// Figures and abbreviations spelled out, for engines that know few of them.
        case english
        /// As the engine reads it.
        case plain
    }

    var voice: Voice
    var reading: Reading
    var speaker: Speaker
    /// Speaks when `speaker`'s engine refuses a text.
    var understudy: Speaker?
    /// Speak runs of Chinese and of English inside other text with the same throat.
    var mandarin: Speaker
    var english: Speaker

    static let all: [EmbeddedVoice] = [
        mandarin("zh-female", "Mandarin, female", .female, "+f2", pitch: 55, range: 95),
        mandarin("zh-male", "Mandarin, male", .male, "+m3", pitch: 52, range: 90),
        mandarin("zh-elder", "Mandarin, elderly man", .male, "+m3", pitch: 36, range: 75, pace: 0.88),
        american(), espeak("en-us-male", "American English, male", "en-US", .male, "en-us", 155),
        espeak("en-gb", "British English, male", "en-GB", .male, "en-gb", 155),
        espeak("yue", "Cantonese, female", "yue", .female, "yue+f2", 185, range: 85),
        japanese(),
        espeak("ko", "Korean, female", "ko-KR", .female, "ko+f2", 165),
        espeak("es", "Spanish, female", "es-ES", .female, "es+f2", 170),
        espeak("fr", "French, female", "fr-FR", .female, "fr+f2", 165),
        espeak("de", "German, female", "de-DE", .female, "de+f2", 160),
        espeak("pt", "Portuguese, female", "pt-BR", .female, "pt-br+f2", 170),
        espeak("it", "Italian, female", "it-IT", .female, "it+f2", 165),
        espeak("ru", "Russian, female", "ru-RU", .female, "ru+f2", 145),
    ]

    /// Any other voice of espeak-ng, by its own name.
    static func custom(_ id: String, espeak name: String) -> EmbeddedVoice {
        let base = String(name.prefix { $0 != "+" })
        return espeak(id, "espeak-ng \(name)", base, .neutral, name, 165)
    }

    private static func mandarin(
        _ id: String, _ name: String, _ gender: Voice.Gender, _ variant: String, pitch: Int,
        range: Int, pace: Double = 1
    ) -> EmbeddedVoice {
        let chinese = Speaker.espeak(
            "cmn-latn-pinyin" + variant, rate: 195 * pace, pitch: pitch, range: range)
        let english = Speaker.espeak(
            "en-us" + variant, rate: 155 * pace, pitch: pitch - 2, range: 60)
        return EmbeddedVoice(
            voice: voice(id, name, .mandarin, gender), reading: .mandarin, speaker: chinese,
            mandarin: chinese, english: english)
    }

    private static func american() -> EmbeddedVoice {
        var slt = espeak("en-us", "American English, female", "en-US", .female, "en-us+f2", 155)
        slt.understudy = slt.speaker
        slt.speaker = .slt
        return slt
    }

    private static func japanese() -> EmbeddedVoice {
        var voice = espeak("ja", "Japanese, female", "ja-JP", .female, "ja+f2", 160)
        voice.reading = .japanese
        return voice
    }

    private static func espeak(
        _ id: String, _ name: String, _ tag: String, _ gender: Voice.Gender, _ voiceName: String,
        _ rate: Double, range: Int = 55
    ) -> EmbeddedVoice {
        let variant = String(voiceName.drop { $0 != "+" })
        let isEnglish = tag.hasPrefix("en")
        return EmbeddedVoice(
            voice: voice(id, name, Language(tag), gender), reading: isEnglish ? .english : .plain,
            speaker: .espeak(voiceName, rate: rate, range: range),
            mandarin: .espeak("cmn-latn-pinyin" + variant, rate: 195, pitch: 52, range: 90),
            english: .espeak("en-us" + variant, rate: 155, range: 55))
    }

    private static func voice(
        _ id: String, _ name: String, _ language: Language, _ gender: Voice.Gender
    ) -> Voice {
        Voice(
            id: id, name: name + " (offline)", language: language, gender: gender,
            provider: "embedded")
    }
}
