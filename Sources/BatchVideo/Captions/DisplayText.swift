/// What of a text stands on the screen.
enum DisplayText {
    /// The end of a line that is not shown: white space, and in Chinese and Japanese ，。；：、 too.
    /// Nothing when that would be all of it.
    static func hiddenEnd(of line: String, limits: CaptionLimits) -> String {
        var shown = Substring(line)
        while let last = shown.last, isHidden(last, in: shown, limits) { shown.removeLast() }
        let hidden = String(line[shown.endIndex...])
        let isAll = !shown.contains { !$0.isWhitespace }
        return isAll ? String(hidden.reversed().prefix(while: \.isWhitespace)) : hidden
    }

    private static func isHidden(
        _ last: Character, in line: Substring, _ limits: CaptionLimits
    ) -> Bool {
        if last.isWhitespace { return true }
        guard limits.isIdeographic else { return false }
        if last == "." {
            let word = line.dropLast().reversed().prefix { !$0.isWhitespace }
            return word.first != "." && !word.contains(".")
        }
        return "，。；：、,;:．".contains(last)
    }
}
