/// An idea that words stand for ("autumn", "at home") and the pictures that fit it.
package struct SceneConcept: Hashable, Sendable {
    package enum Axis: String, Sendable, CaseIterable {
        case time, season, weather, place, subject, mood
    }

    package var axis: Axis
    /// How well each family shows the idea; 1 is a hint, 3 is a must.
    package var families: [SceneFamily: Double]
    /// How much the idea asks for each light; 1 is a hint, 2 is plain.
    package var palettes: [ScenePalette: Double]
    package var dayTime: DayTime?
    package var season: Season?
    /// Words in simplified Chinese, separated by spaces.
    package var chinese: String
    /// English words in any form, separated by spaces; `_` joins the words of a phrase.
    package var english: String

    package init(
        _ axis: Axis, _ families: [SceneFamily: Double], _ palettes: [ScenePalette: Double],
        dayTime: DayTime? = nil, season: Season? = nil, chinese: String, english: String
    ) {
        self.axis = axis
        self.families = families
        self.palettes = palettes
        self.dayTime = dayTime
        self.season = season
        self.chinese = chinese
        self.english = english
    }
}

/// What a text asks to see: a weight per family and per palette, added up over its words.
package struct SceneEvidence: Hashable, Sendable {
    package var families: [SceneFamily: Double] = [:]
    package var palettes: [ScenePalette: Double] = [:]
    /// How many words name each.
    package var dayTimes: [DayTime: Int] = [:]
    package var seasons: [Season: Int] = [:]
    /// Words that matched.
    package var hits = 0

    package init() {}

    package mutating func add(_ concept: SceneConcept) {
        for (family, weight) in concept.families { families[family, default: 0] += weight }
        for (palette, weight) in concept.palettes { palettes[palette, default: 0] += weight }
        if let dayTime = concept.dayTime { dayTimes[dayTime, default: 0] += 1 }
        if let season = concept.season { seasons[season, default: 0] += 1 }
        hits += 1
    }
}
