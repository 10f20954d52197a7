/// How each shot enters: mostly a soft fade, now and then something more between paragraphs, a cut
/// where there is no time for either.
struct TransitionPlanner: Sendable {
    let fps: Int
    let seed: UInt64

    /// Shots shorter than this cut in and out, in seconds.
    private static let shortestBlended = 2.0
    /// 12 ... 15 frames at 30 fps, in seconds.
    private static let lengthSeconds = 0.4...0.5
    /// Part of the paragraph borders that show more than a fade.
    private static let specialShare = 0.45
    private static let specials: [TransitionKind] = [
        .dissolve, .slideleft, .slideright, .slideup, .wipeleft, .wiperight, .circleopen,
        .circleclose, .fadeblack,
    ]

    /// One transition per stretch; the first is a cut.
    func transitions(for stretches: [ShotStretch], startingParagraph: Set<Int>) -> [Transition] {
        var lastSpecial: TransitionKind?
        return stretches.indices.map { index in
            guard index > 0 else { return .cut }
            var random = SeededRandom(seed: seed, "transition", stretches[index].shot)
            let length = frames(between: stretches[index - 1], stretches[index], &random)
            guard length > 0 else { return .cut }
            guard startingParagraph.contains(stretches[index].shot),
                random.unit() < Self.specialShare
            else { return Transition(kind: .fade, frames: length) }
            let choices = Self.specials.filter { $0 != lastSpecial }
            let kind = choices[random.index(choices.count)]
            lastSpecial = kind
            return Transition(kind: kind, frames: length)
        }
    }

    /// Never longer than half of the shorter neighbour; 0 where one is too short to blend.
    private func frames(
        between a: ShotStretch, _ b: ShotStretch, _ random: inout SeededRandom
    ) -> Int {
        let seconds = random.uniform(
            Self.lengthSeconds.lowerBound, Self.lengthSeconds.upperBound)
        let wanted = Int((seconds * Double(fps)).rounded())
        let shorter = min(a.frames.count, b.frames.count)
        guard Double(shorter) >= Self.shortestBlended * Double(fps) else { return 0 }
        return min(wanted, shorter / 2)
    }
}
