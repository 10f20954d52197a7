import BatchVideo

/// Captions that a card shows in large letters already are left off the picture, so that nothing is
/// to be read twice; the caption files keep them.
enum CardCaptions {
    static func burnt(
        _ sheet: CueSheet, over storyboard: Storyboard, showing visuals: [ShotVisual]
    ) -> CueSheet {
        var left = sheet
        for (shot, shown) in zip(storyboard.shots, visuals) {
            guard case .quote(let text, _, _) = shown.plan.picture?.subject else { continue }
            let quoted = letters(of: text)
            left.cues.removeAll { cue in
                (shot.firstCue...shot.lastCue).contains(cue.index)
                    && quoted.contains(letters(of: cue.text))
            }
        }
        return left
    }

    private static func letters(of text: String) -> String {
        text.filter { $0.isLetter || $0.isNumber }
    }
}
