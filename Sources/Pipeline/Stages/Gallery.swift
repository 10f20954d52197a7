import BatchVideo

/// What the shots of a film show, its cover, and the clips that belong to the channel.
struct Gallery: Codable, Sendable {
    /// One per shot, in order.
    var visuals: [ShotVisual]
    /// Pictures made beside the shown one, for each shot.
    var alternatives: [[ShotVisual]]
    var cover: Visual
    /// Files of the user's that could not be used, and why.
    var warnings: [String]
    /// Shots whose clip another film showed lately, too: nothing fresh was left.
    var reusedClips: [Int]
    var intro: UserClip?
    var outro: UserClip?
    var presenter: UserClip?

    var files: [String] {
        (visuals + alternatives.joined()).map(\.visual.file) + [cover.file]
            + [intro, outro, presenter].compactMap { $0?.visual.file }
    }

    func bookends(fps: Int) -> Bookends {
        func clip(_ user: UserClip?) -> Bookends.Clip? {
            user.map { Bookends.Clip(source: $0.source, frames: $0.facts.length.frame(fps: fps)) }
        }
        return Bookends(intro: clip(intro), outro: clip(outro))
    }

    /// How long the film runs before the narration begins.
    func leadFrames(fps: Int) -> Int { bookends(fps: fps).intro?.frames ?? 0 }
    func lead(fps: Int) -> MediaTime { MediaTime(ms: leadFrames(fps: fps) * 1000 / fps) }

    func presenterPlan(_ choice: PresenterChoice?) -> PresenterPlan? {
        guard let choice, let presenter else { return nil }
        return PresenterPlan(
            source: presenter.source, place: choice.place, appearance: choice.appearance,
            introLength: choice.introLength, outroLength: choice.outroLength,
            transitions: choice.transitions)
    }
}

extension UserClip {
    /// The whole clip as it is.
    var source: PictureSource {
        PictureSource(
            medium: .clip, file: visual.file, sha256: visual.provenance.sha256, motion: .none,
            length: facts.length)
    }
}
