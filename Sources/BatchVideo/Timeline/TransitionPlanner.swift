/// How each shot enters. By itself: mostly a soft fade, now and then something more between
/// paragraphs. From a list: one of it at every border. A cut where there is no time for either.
struct TransitionPlanner: Sendable {
    let fps: Int
    let seed: UInt64
    var choice: TransitionChoice = .auto

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
    /// From this many kinds on, none comes twice running.
    private static let varied = 3

    /// One transition per stretch; the first is a cut.
    func transitions(for stretches: [ShotStretch], startingParagraph: Set<Int>) -> [Transition] {
        var last: TransitionKind?
        return stretches.indices.map { index in
            guard index > 0 else { return .cut }
            var random = SeededRandom(seed: seed, "transition", stretches[index].shot)
            let length = frames(between: stretches[index - 1], stretches[index], &random)
            guard length > 0 else { return .cut }
            let isParagraph = startingParagraph.contains(stretches[index].shot)
            let kind = kind(isParagraph: isParagraph, after: &last, &random)
            return kind == .cut ? .cut : Transition(kind: kind, frames: length)
        }
    }

    private func kind(
        isParagraph: Bool, after last: inout TransitionKind?, _ random: inout SeededRandom
    ) -> TransitionKind {
        switch choice {
        case .auto:
            guard isParagraph, random.unit() < Self.specialShare else { return .fade }
            return pick(Self.specials, after: &last, &random)
        case .among(let kinds):
            return kinds.isEmpty ? .cut : pick(kinds, after: &last, &random)
        }
    }

    private func pick(
        _ kinds: [TransitionKind], after last: inout TransitionKind?, _ random: inout SeededRandom
    ) -> TransitionKind {
        let others = kinds.filter { $0 != last }
        let choices = kinds.count >= Self.varied && !others.isEmpty ? others : kinds
        let kind = choices[random.index(choices.count)]
        last = kind
        return kind
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
