/// When in the day and in the year each shot plays: what its words say, else what was said last, else
/// what the whole film says.
struct SceneCalendar: Sendable {
    private let evidence: FilmEvidence
    private var dayTime: DayTime?
    private var season: Season?

    init(evidence: FilmEvidence) {
        self.evidence = evidence
        season = evidence.whole.seasons.leading
    }

    /// The day time is one of the palette's, or nil where words name no such one.
    mutating func next(
        for shot: Int, in palette: ScenePalette
    ) -> (dayTime: DayTime?, season: Season?) {
        let own = evidence.shots[shot]
        if let named = own.dayTimes.leading { dayTime = named }
        if let named = own.seasons.leading { season = named }
        return (fitting(dayTime, palette), season)
    }

    func ofTitle(in palette: ScenePalette) -> (dayTime: DayTime?, season: Season?) {
        let named = evidence.title.dayTimes.leading ?? evidence.whole.dayTimes.leading
        return (fitting(named, palette), evidence.title.seasons.leading ?? season)
    }

    private func fitting(_ dayTime: DayTime?, _ palette: ScenePalette) -> DayTime? {
        dayTime.flatMap { DayTime.of(palette).contains($0) ? $0 : nil }
    }
}

extension Dictionary where Key: CaseIterable & Hashable, Value == Int {
    /// The key with the greatest value, the first of the declaration among equals; nil: none is above 0.
    fileprivate var leading: Key? {
        var best: (key: Key, value: Int)?
        for key in Key.allCases {
            if let value = self[key], value > (best?.value ?? 0) { best = (key, value) }
        }
        return best?.key
    }
}
