extension CueSheet {
    /// Every caption and its words later by `delay`: the film begins with a clip of the channel's.
    package func shifted(by delay: MediaTime) -> CueSheet {
        guard delay != .zero else { return self }
        var sheet = self
        for index in sheet.cues.indices {
            sheet.cues[index].span.shift(by: delay)
            for word in sheet.cues[index].words.indices {
                sheet.cues[index].words[word].span.shift(by: delay)
            }
        }
        return sheet
    }
}

extension TimeSpan {
    fileprivate mutating func shift(by delay: MediaTime) {
        start = start + delay
        end = end + delay
    }
}
