/// What a film's share of moving shots is measured by, and where they come from (requirements R1-R5,
/// ruling 18). The share itself is `FilmBrief.mix`.
package struct MixChoice: Hashable, Sendable, Codable {
    /// What the share is a percentage of.
    package enum Measure: String, Sendable, Codable, CaseIterable { case shots, time }

    /// A place that moving pictures come from.
    package enum Source: String, Sendable, Codable, CaseIterable {
        /// The clips that came with the job.
        case own
        /// A clip that a vendor makes of the shot's picture.
        case animated
        /// A clip that a vendor makes of words.
        case generated
        /// Libraries of clips: folders of the user's, and public ones.
        case library
        /// A painted scene that moves.
        case loop
    }

    package static let standardSources: [Source] = [.own, .animated, .generated, .library, .loop]

    package var measure: Measure
    /// Asked in this order; shots that one has nothing for go to the next. Not empty.
    package var sources: [Source]
    /// What libraries are asked for besides what is said, in turn: "scenery", "animals", "city".
    package var kinds: [String]
    /// Vendors are paid for what shots show that end before this (`generate_time`); nil: for all.
    package var paidUntil: MediaTime?
    /// Days for which a channel does not show a clip again while there is another, 0 ... 3650.
    package var restDays: Int

    package init(
        measure: Measure = .shots, sources: [Source] = standardSources, kinds: [String] = [],
        paidUntil: MediaTime? = nil, restDays: Int = 30
    ) {
        self.measure = measure
        self.sources = sources
        self.kinds = kinds
        self.paidUntil = paidUntil
        self.restDays = restDays
    }

    /// Whether a vendor may be paid for what a shot shows.
    package func pays(for shot: Shot) -> Bool { paidUntil.map { shot.span.end <= $0 } ?? true }
}
