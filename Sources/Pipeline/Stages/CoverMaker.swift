import BatchVideo

/// Makes the cover: the title over the picture that a vendor makes for the topic's cover prompt
/// (requirements L5, O6), over the first that vendors made for the film, or over a painted scene.
struct CoverMaker: Sendable {
    let source: ShotSource
    let planner: VisualPlanner
    let order: Illustrator.Order

    /// - Parameter shown: what the shots show, in order.
    func cover(of shown: [ShotVisual]) async throws -> (Visual, isReused: Bool) {
        let picture = planner.cover(order.coverStyle ?? .elegant, saying: order.coverText)
        if let ground = try await ordered() ?? shown.lazy.compactMap(Self.made).first {
            return try await source.painter.covered(picture, over: ground)
        }
        return try await source.painter.painted(picture, prompt: order.title)
    }

    /// What a vendor makes for the cover prompt; nil: there is none, or no vendor could.
    private func ordered() async throws -> Visual? {
        guard planner.generatesStills, let prompt = order.look?.coverPrompt,
            prompt.contains(where: { !$0.isWhitespace })
        else { return nil }
        let wish = planner.coverPicture(prompt)
        return try await source.vendors.visual(for: wish, length: .zero) { source.warn("cover: \($0)") }?.0
    }

    /// A still that a vendor made.
    private static func made(_ shown: ShotVisual) -> Visual? {
        guard case .generated(let picture) = shown.plan, !picture.isMoving, shown.visual.medium == .still
        else { return nil }
        return shown.visual
    }
}
