/// Finds the mood that a film's words ask for.
///
/// Words of feeling count first, then what the words ask to see (`SceneEvidence`). Where neither says
/// anything, the seed chooses among the quiet moods.
struct MoodReading: Sendable {
    /// What the feeling in words weighs against what is seen.
    private static let wordWeight = 1.0
    private static let sceneWeight = 0.6
    /// Words of feeling that make the text's own feeling half as strong as it can be.
    private static let halfWords = 2.0
    /// A title's words count as often as this.
    private static let titleWeight = 3.0
    /// What the seed may add: it decides where the words do not.
    private static let jitter = 0.08

    private static let book = {
        var book = PhraseBook<MusicMood>()
        for (mood, words) in MoodWords.all {
            for word in words.split(whereSeparator: \.isWhitespace) {
                book.add(String(word.replacing("_", with: " ")), mood)
            }
        }
        return book
    }()

    /// Different words of feeling that it knows.
    static var wordCount: Int { book.count }

    private var words: [MusicMood: Double] = [:]
    private var scene: SceneEvidence

    init(text: String, title: String, lexicon: SceneLexicon = .standard) {
        scene = lexicon.evidence(in: text)
        scene.add(lexicon.evidence(in: title))
        for (part, weight) in [(text, 1), (title, Self.titleWeight)] {
            for match in Self.book.matches(in: LexicalToken.tokens(of: part)) {
                for mood in match.meanings { words[mood, default: 0] += weight }
            }
        }
    }

    func mood(seed: UInt64) -> MusicMood {
        var random = SeededRandom(seed: seed, "mood")
        let scored = MusicMood.allCases.map { mood in
            (mood, score(mood) + random.uniform(0, Self.jitter))
        }
        return scored.max { $0.1 < $1.1 }?.0 ?? .calm
    }

    /// Part of what is seen that belongs to old China, 0 ... 1.
    var tradition: Double {
        let sum = scene.families.values.reduce(0, +)
        guard sum > 0 else { return 0 }
        return scene.families.reduce(0) { $0 + ($1.key.isTraditional ? $1.value : 0) } / sum
    }

    private func score(_ mood: MusicMood) -> Double {
        let felt = words.values.reduce(0, +)
        let feeling = words[mood, default: 0] / (felt + Self.halfWords)
        return mood.prior + Self.wordWeight * feeling + Self.sceneWeight * seen(mood)
    }

    private func seen(_ mood: MusicMood) -> Double {
        let sum = scene.families.values.reduce(0, +)
        let families = scene.families.reduce(0.0) { $0 + $1.value * ($1.key.moods[mood] ?? 0) }
        let light = ScenePalette.allCases.reduce(0.0) {
            $0 + scene.share(of: $1) * ($1.moods[mood] ?? 0)
        }
        return (sum > 0 ? families / sum : 0) + 0.4 * light
    }
}

extension MusicMood {
    /// The quiet moods suit any text.
    fileprivate var prior: Double {
        switch self {
        case .calm: 0.12
        case .warm, .hopeful: 0.10
        case .pensive, .bright: 0.03
        case .driving, .mysterious: 0
        }
    }
}

extension ScenePalette {
    fileprivate var moods: [MusicMood: Double] {
        switch self {
        case .warm: [.warm: 0.6, .hopeful: 0.3]
        case .clear: [.bright: 0.5, .calm: 0.4]
        case .deep: [.mysterious: 0.5, .pensive: 0.4]
        }
    }
}

extension SceneFamily {
    fileprivate var moods: [MusicMood: Double] {
        switch self {
        case .autumnHills: [.warm: 0.6, .pensive: 0.6]
        case .sea: [.calm: 0.5, .hopeful: 0.5]
        case .springLake: [.calm: 0.5, .bright: 0.5]
        case .forest: [.calm: 0.6, .mysterious: 0.2]
        case .city: [.driving: 0.5, .bright: 0.2]
        case .teaTable: [.calm: 0.7, .warm: 0.4]
        case .lotus: [.calm: 1]
        case .technology: [.driving: 0.8, .mysterious: 0.2]
        case .livingRoom: [.warm: 0.9]
        case .ink: [.pensive: 0.6, .calm: 0.4]
        case .starryCabin: [.mysterious: 0.5, .pensive: 0.4, .calm: 0.3]
        case .winterCabin: [.pensive: 0.6, .calm: 0.4]
        case .sunrisePeak: [.hopeful: 1]
        case .wheatField: [.warm: 0.5, .hopeful: 0.4, .bright: 0.3]
        case .kitchen: [.bright: 0.6, .warm: 0.5]
        case .herbs: [.calm: 0.7, .warm: 0.3]
        case .bookLamp: [.calm: 0.5, .pensive: 0.4]
        case .courtyard: [.warm: 0.5, .pensive: 0.5]
        case .rainBridge: [.pensive: 0.9]
        case .desert: [.mysterious: 0.6, .hopeful: 0.2]
        case .snowyTemple: [.calm: 0.6, .mysterious: 0.4]
        case .clinic: [.calm: 0.5, .hopeful: 0.5]
        case .classroom: [.bright: 0.7, .hopeful: 0.3]
        case .charts: [.driving: 0.9]
        case .heartHands: [.warm: 1]
        case .catSill: [.bright: 0.7, .warm: 0.5]
        case .fishPond: [.calm: 0.8]
        case .lanterns: [.bright: 0.8, .warm: 0.4]
        case .fireworks: [.bright: 0.8, .hopeful: 0.4]
        case .bamboo: [.calm: 0.9]
        }
    }

    /// Scenes that an old Chinese plucked string suits.
    fileprivate var isTraditional: Bool {
        switch self {
        case .ink, .courtyard, .bamboo, .snowyTemple, .lotus, .rainBridge, .teaTable, .lanterns,
            .fishPond, .herbs: true
        case .autumnHills, .sea, .springLake, .forest, .city, .technology, .livingRoom, .starryCabin,
            .winterCabin, .sunrisePeak, .wheatField, .kitchen, .bookLamp, .desert,
            .clinic, .classroom, .charts, .heartHands, .catSill, .fireworks: false
        }
    }
}
