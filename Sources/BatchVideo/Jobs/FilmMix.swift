/// What moves in a film, as it came out.
package struct FilmMix: Hashable, Sendable, Codable {
    /// Percent, as it was wanted.
    package var wanted: Int
    package var measure: MixChoice.Measure
    package var shots: Int
    package var moving: Int
    package var movingMs: Int
    /// How many moving shots come from where, by `MixChoice.Source`.
    package var sources: [String: Int]
    /// Shots, from 0, whose clip another film of the batch or channel showed lately: nothing fresh
    /// was left.
    package var reused: [Int]

    /// - Parameter visuals: one per shot, in order.
    package init(_ storyboard: Storyboard, _ visuals: [ShotVisual], of brief: FilmBrief, reused: [Int]) {
        wanted = brief.mix
        measure = brief.mixing?.measure ?? .shots
        shots = storyboard.shots.count
        let moving = zip(storyboard.shots, visuals).filter { $1.visual.medium == .clip }
        self.moving = moving.count
        movingMs = moving.reduce(0) { $0 + $1.0.span.length.ms }
        sources = Dictionary(moving.map { ($1.plan.source.rawValue, 1) }, uniquingKeysWith: +)
        self.reused = reused
    }
}

extension VisualPlan {
    fileprivate var source: MixChoice.Source {
        switch self {
        case .footage, .image: .own
        case .library: .library
        case .generated(let picture): picture.isOfWords == true ? .generated : .animated
        case .still, .loop: .loop
        }
    }
}
