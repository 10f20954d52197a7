/// Web and mail addresses in a text.
enum Addresses {
    /// For each character whether it is part of an address. Punctuation after an address is not.
    static func mask(of text: [Character]) -> [Bool] {
        var mask = [Bool](repeating: false, count: text.count)
        var i = 0
        while i < text.count {
            let run = text[i...].prefix { $0.isASCII && !$0.isWhitespace }
            if let address = address(in: run) {
                for k in address { mask[k] = true }
            }
            i = max(run.endIndex, i + 1)
        }
        return mask
    }

    private static func address(in run: ArraySlice<Character>) -> Range<Int>? {
        var part = run.drop { !$0.isLetter && !$0.isNumber }
        while let last = part.last, ".,!?;:'\")]}>".contains(last) { part = part.dropLast() }
        let word = String(part).lowercased()
        let isWeb = word.contains("://") || word.hasPrefix("www.")
        let at = word.split(separator: "@", omittingEmptySubsequences: false)
        let isMail = at.count == 2 && !at[0].isEmpty && at[1].contains(".")
        return isWeb || isMail ? part.startIndex..<part.endIndex : nil
    }
}
