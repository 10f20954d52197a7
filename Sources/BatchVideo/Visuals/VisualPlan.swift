/// What a shot is going to show; the plan of shot `i` is element `i` of a plan.
package enum VisualPlan: Hashable, Sendable, Codable {
    /// A painted still: a scene, or a card with text.
    case still(PaintedPicture)
    /// A painted scene that moves and loops.
    case loop(PaintedPicture)
    /// The user's picture of this number, from 0.
    case image(Int)
    /// The user's video of this number, from `inPoint` on.
    case footage(Int, inPoint: MediaTime)
    /// A clip of a library, from `inPoint` on.
    case library(FootageItem, inPoint: MediaTime)
    /// A picture or clip that a vendor makes.
    case generated(GeneratedPicture)

    /// The painter's order, if it is one.
    package var picture: PaintedPicture? {
        switch self {
        case .still(let picture), .loop(let picture): picture
        case .image, .footage, .library, .generated: nil
        }
    }

    package var isCard: Bool { picture?.subject.isCard ?? false }

    /// The moment of a found clip that the shot begins with; nil for all else.
    package var inPoint: MediaTime? {
        switch self {
        case .footage(_, let inPoint), .library(_, let inPoint): inPoint
        case .still, .loop, .image, .generated: nil
        }
    }
}

/// What a vendor is asked to show.
package struct GeneratedPicture: Hashable, Sendable, Codable {
    package var prompt: String
    /// Below 2^53.
    package var seed: UInt64
    package var isMoving: Bool
    /// A clip that is made of words, though a picture could begin it; nil: no.
    package var isOfWords: Bool?
    /// What the person in it looks like, who must look the same in all pictures; nil: nobody.
    package var actor: String?

    package init(
        prompt: String, seed: UInt64, isMoving: Bool, isOfWords: Bool? = nil, actor: String? = nil
    ) {
        self.prompt = prompt
        self.seed = seed & ((1 << 53) - 1)
        self.isMoving = isMoving
        self.isOfWords = isOfWords
        self.actor = actor
    }
}

extension PaintedPicture.Subject {
    /// The scene, or what a card is set over.
    package var family: SceneFamily {
        switch self {
        case .scene(let family): family
        case .quote(_, _, let family), .number(_, _, let family), .list(_, _, let family),
            .chapter(_, _, let family), .title(_, let family), .cover(_, let family):
            family
        }
    }

    /// Text on a softened scene: to be read, so the camera hardly moves.
    package var isCard: Bool {
        switch self {
        case .scene: false
        case .quote, .number, .list, .chapter, .title, .cover: true
        }
    }
}

/// A shot's finished picture or clip together with the plan it was made by.
package struct ShotVisual: Hashable, Sendable, Codable {
    package var plan: VisualPlan
    package var visual: Visual

    package init(plan: VisualPlan, visual: Visual) {
        self.plan = plan
        self.visual = visual
    }
}
