/// The letters of a script, numbered through it: every scalar that is not white space. They say where
/// in a script something stands, whatever the white space around it.
package struct ScriptLetters: Sendable {
    struct Letter {
        var scalar: Unicode.Scalar
        var sentence: Int
        /// What stood before it: nothing, " ", or a paragraph's end.
        var gap: String
    }

    let letters: [Letter]
    /// First letter of each sentence, and the number of all.
    package let starts: [Int]

    package init(_ script: Script) {
        var letters: [Letter] = []
        var starts = [0]
        for (index, sentence) in script.sentences.enumerated() {
            var gap = ""
            if index > 0 {
                let before = script.sentences[index - 1]
                gap = before.paragraph == sentence.paragraph ? before.joiner : "\n\n"
            }
            for scalar in sentence.text.unicodeScalars {
                if scalar.properties.isWhitespace {
                    if gap.isEmpty { gap = " " }
                } else {
                    letters.append(Letter(scalar: scalar, sentence: index, gap: gap))
                    gap = ""
                }
            }
            starts.append(letters.count)
        }
        self.letters = letters
        self.starts = starts
    }

    package var count: Int { letters.count }

    /// The text that these letters write, with the white space between them.
    package func text(_ range: Range<Int>) -> String {
        var out = String.UnicodeScalarView()
        for (offset, letter) in letters[range.clamped(to: 0..<count)].enumerated() {
            if offset > 0 { out.append(contentsOf: (letter.gap == "\n\n" ? "\n" : letter.gap).unicodeScalars) }
            out.append(letter.scalar)
        }
        return String(out)
    }

    /// How many letters a text has.
    package static func count(_ text: String) -> Int {
        text.unicodeScalars.count { !$0.properties.isWhitespace }
    }

    /// The letters of a text without the white space, to be compared.
    package static func bare(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
}
