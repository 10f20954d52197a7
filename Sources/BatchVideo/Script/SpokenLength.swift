/// How long a text is and takes to say: ideographs are counted where they carry the words, words elsewhere.
package enum SpokenLength {
    /// Measured with the embedded voices at speed 1: characters (of Chinese) and words (of others) a second.
    package static func perSecond(_ language: Language) -> Double { language.isIdeographic ? 4.1 : 2.45 }

    /// Characters without marks and white space, or words.
    package static func units(of text: String, _ language: Language) -> Int {
        language.isIdeographic
            ? text.count { !$0.isWhitespace && !$0.isPunctuation }
            : text.split(whereSeparator: \.isWhitespace).count
    }

    package static func seconds(of text: String, _ language: Language) -> Double {
        Double(units(of: text, language)) / perSecond(language)
    }
}
