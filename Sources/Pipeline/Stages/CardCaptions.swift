import BatchVideo

/// Captions that a card shows in large letters already are left off the picture, so that nothing is
/// to be read twice; the caption files keep them.
enum CardCaptions {
    static func burnt(
        _ sheet: CueSheet, over storyboard: Storyboard, showing visuals: [ShotVisual]
    ) -> CueSheet {
        var left = sheet
        for (shot, shown) in zip(storyboard.shots, visuals) {
            guard let isShown = test(shown.plan.picture?.subject) else { continue }
            left.cues.removeAll { cue in
                (shot.firstCue...shot.lastCue).contains(cue.index) && isShown(letters(of: cue.text))
            }
        }
        return left
    }

    /// Whether a card shows letters that are said; nil: it says less than the voice, or nothing.
    private static func test(_ subject: PaintedPicture.Subject?) -> ((String) -> Bool)? {
        switch subject {
        case .quote(let text, _, _):
            let quoted = letters(of: text)
            return quoted.contains
        case .chapter(_, let title, _):
            // What is said may begin with the number: "第三章 夜晚".
            let heading = letters(of: title)
            return { $0.hasSuffix(heading) && $0.count <= heading.count + 12 }
        case .scene, .number, .list, .title, .cover, nil: return nil
        }
    }

    private static func letters(of text: String) -> String {
        text.filter { $0.isLetter || $0.isNumber }
    }
}
