/// Joins suffixes to the word they follow, so that they are spoken as its light end.
struct WordJoining {
    let run: HanRun

    private static let suffixes = Set("的了着过们儿吗呢吧嘛得地里上".unicodeScalars.map(\.value))
    private static let maxJoined = 4

    func joined(_ words: [WordLattice.Word]) -> [Range<Int>] {
        var out: [Range<Int>] = []
        for word in words {
            if let last = out.last, word.isSingle,
                Self.suffixes.contains(run[word.range.lowerBound]),
                last.count < Self.maxJoined, !run.breaks.contains(word.range.lowerBound),
                run.chars[last.lowerBound].kind == .written,
                run.chars[last.lowerBound].reading == nil
            {
                out[out.count - 1] = last.lowerBound..<word.range.upperBound
            } else {
                out.append(word.range)
            }
        }
        return out
    }
}
