/// English words that end in a full stop without ending a sentence.
enum Abbreviations {
    /// Whether the full stop after `word` ends its sentence when `next` is the word that follows.
    static func endsSentence(_ word: String, before next: String) -> Bool {
        let key = word.lowercased()
        let startsUpper = next.first?.isUppercase == true
        if needingNumber.contains(key) { return next.first?.isNumber != true }
        if leading.contains(key) { return false }
        if isInitials(word) || closing.contains(key) {
            return startsUpper && (clockWords.contains(key) || isStarter(next))
        }
        return true
    }

    /// Stand before what they belong to, so never at a sentence's end.
    private static let leading: Set<String> = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "gen", "col", "capt", "lt", "sgt", "cpl",
        "maj", "cmdr", "adm", "gov", "sen", "rep", "pres", "hon", "st", "mt", "messrs", "mme",
        "vs", "e.g", "i.e", "eg", "ie", "cf", "viz", "approx", "ca", "esp", "incl", "resp",
    ]

    /// Abbreviations before a number only ("No. 5", "p. 12", "Fig. 3"); words of their own elsewhere.
    private static let needingNumber: Set<String> = [
        "no", "nos", "p", "pp", "fig", "figs", "vol", "ch", "sec", "art", "eq", "ref", "para", "pt",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    /// May stand at a sentence's end: the next word tells.
    private static let closing: Set<String> = [
        "etc", "inc", "ltd", "co", "corp", "bros", "jr", "sr", "a.m", "p.m", "am", "pm", "ph.d",
        "m.d", "b.a", "m.a", "dept", "univ", "est", "hr", "hrs", "ave", "blvd", "al", "ft",
    ]

    /// A capital after these starts a sentence: names do not follow them.
    private static let clockWords: Set<String> = ["a.m", "p.m", "am", "pm", "etc"]

    /// Words that begin sentences far more often than they go on with a name.
    private static let starters: Set<String> = [
        "a", "an", "the", "it", "its", "he", "she", "we", "they", "you", "i", "this", "that",
        "these", "those", "there", "here", "in", "on", "at", "as", "but", "and", "so", "or", "if",
        "when", "while", "for", "then", "now", "after", "before", "however", "what", "why", "how",
        "who", "where", "his", "her", "their", "our", "my", "your", "one", "all", "some", "many",
        "most", "no", "not", "yes", "still", "yet", "once", "today", "with", "from", "by", "to",
    ]

    private static func isStarter(_ word: String) -> Bool {
        starters.contains(word.lowercased().filter { $0.isLetter })
    }

    /// "J", "U.S", "Ph.D": single letters between full stops.
    private static func isInitials(_ word: String) -> Bool {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.count == 1 && $0.first?.isAlphabetic == true }) else {
            return false
        }
        return parts.count > 1 || word.first?.isUppercase == true
    }
}
