import BatchVideo
import Web

/// What a film will be like before it is made, from the length of its text.
enum FilmEstimator {
    /// Measured with the embedded voices: characters (of Chinese) and words (of others) a second.
    private static let charactersPerSecond = 4.1
    private static let wordsPerSecond = 2.45
    /// Seconds of work for a second of film on two cores; see docs/performance.md.
    private static let workPerSecond = 0.65

    @Sendable static func estimate(_ draft: JobDraft) -> FilmEstimate {
        let language = Language.detect(in: draft.content)
        let units =
            language.isIdeographic
            ? Double(draft.content.count { !$0.isWhitespace && !$0.isPunctuation }) / charactersPerSecond
            : Double(draft.content.split(whereSeparator: \.isWhitespace).count) / wordsPerSecond
        let seconds = (units / draft.speechSpeed * 10).rounded() / 10
        return FilmEstimate(
            filmSeconds: seconds, workSeconds: (seconds * workPerSecond * 10).rounded() / 10,
            costMicros: 0)
    }
}
