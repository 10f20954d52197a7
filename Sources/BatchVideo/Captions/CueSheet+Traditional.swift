extension CueSheet {
    /// What a converter is to be given: each cue's lines as one text, so that a word that a line break
    /// cuts is still one.
    package var runningTexts: [String] { cues.map { $0.lines.joined() } }

    /// The captions with their lines written otherwise; `cue.text`, what is said, stays. Lines break
    /// where they did, and words light up where they stand.
    ///
    /// - Parameter texts: `runningTexts`, converted.
    package func written(as texts: [String]) -> CueSheet {
        var sheet = self
        if language.primary == "zh" || language.primary == "cmn" { sheet.language = Language("zh-TW") }
        for (index, text) in zip(cues.indices, texts) { sheet.cues[index].write(text) }
        return sheet
    }
}

extension Cue {
    fileprivate mutating func write(_ text: String) {
        let old = lines.map { Array($0.unicodeScalars) }
        let new = Array(text.unicodeScalars)
        let count = old.reduce(0) { $0 + $1.count }
        guard count > 0, !new.isEmpty else { return }
        // Scalar for scalar nearly always; in proportion otherwise.
        func place(_ scalar: Int) -> Int { scalar * new.count / count }
        var start = 0
        var offsets: [Int: Int] = [:]
        var (oldUnits, newUnits) = (0, 0)
        var written: [String] = []
        for line in old {
            let range = place(start)..<place(start + line.count)
            var before = range.lowerBound
            offsets[oldUnits] = newUnits
            for (index, scalar) in line.enumerated() {
                let end = place(start + index + 1)
                newUnits += new[before..<end].reduce(0) { $0 + UTF16.width($1) }
                oldUnits += UTF16.width(scalar)
                offsets[oldUnits] = newUnits
                before = end
            }
            written.append(String(String.UnicodeScalarView(new[range])))
            start += line.count
            // The line break between them.
            oldUnits += 1
            newUnits += 1
        }
        lines = written
        words = words.compactMap { word in
            guard let from = offsets[word.range.start], let to = offsets[word.range.end], from < to else {
                return nil
            }
            return TimedWord(range: TextRange(from, to), span: word.span)
        }
    }
}
