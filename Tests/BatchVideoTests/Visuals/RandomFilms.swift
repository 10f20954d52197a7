import BatchVideo

/// Storyboards by the thousand: reproducible, of any length and pace, in Chinese and English.
enum RandomFilms {
    static let chinese = [
        "清晨的阳光照进窗台，母亲泡好了一壶茶。", "那天夜里，满天星光，他久久不能入睡。", "每天走 8000 步，身体会更好。",
        "大海的尽头，一条小船慢慢靠岸。", "2024年，全国粮食产量增长了 1.6%。", "人生如茶，沉时坦然，浮时淡然。",
        "她把这封信放回了原处", "人工智能正在改变我们的生活。", "秋天的山坡上，红叶如火。", "一步一个脚印，终会到达山顶。",
    ]
    static let english = [
        "The old sailor looked at the sea.", "About 71% of the surface is water.",
        "That night the city lights went on one by one.", "A quiet mind sees more than a busy one.",
        "They walked for 12 hours through the snow.", "Nothing of it was new to her,",
        "In spring the garden is full of flowers.", "Our homes are warm because of each other.",
    ]

    static func storyboard(_ random: inout SeededRandom) -> Storyboard {
        let isChinese = random.index(2) == 0
        let phrases = isChinese ? chinese : english
        var shots: [Shot] = []
        var start = 0
        for index in 0..<(1 + random.index(30)) {
            let length = random.index(8) == 0 ? random.index(900) : 900 + random.index(9000)
            let text = (0...random.index(2)).map { _ in phrases[random.index(phrases.count)] }
            shots.append(
                Shot(
                    index: index, span: TimeSpan(startMs: start, endMs: start + length),
                    text: text.joined(separator: isChinese ? "" : " "), firstCue: index,
                    lastCue: index, isMoving: random.index(3) == 0, prompt: ""))
            start += length
        }
        return Storyboard(language: isChinese ? .mandarin : .english, shots: shots)
    }

    /// A film of `texts`, five seconds each, nothing moving.
    static func film(_ texts: [String], language: Language = .mandarin) -> Storyboard {
        let shots = texts.enumerated().map { index, text in
            Shot(
                index: index, span: TimeSpan(startMs: index * 5000, endMs: index * 5000 + 5000),
                text: text, firstCue: index, lastCue: index, isMoving: false, prompt: "")
        }
        return Storyboard(language: language, shots: shots)
    }

    static func planner(_ storyboard: Storyboard, seed: UInt64) -> VisualPlanner {
        VisualPlanner(storyboard: storyboard, title: "", canvas: .landscape, seed: seed)
    }
}
