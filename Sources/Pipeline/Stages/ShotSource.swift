import BatchVideo

/// Gets what a shot is planned to show: from the user's media, from a vendor, or painted.
struct ShotSource: Sendable {
    let painter: ScenePainter
    let vendors: VendorPictures
    let libraries: LibraryClips
    let images: [Visual]
    let clips: [UserClip]
    /// The film's plan with no vendor: what is painted where vendors cannot.
    var paintings: [VisualPlan]
    let fps: Int
    let warn: @Sendable (String) -> Void

    func show(_ shot: Shot, _ plan: VisualPlan) async throws -> (ShotVisual, isReused: Bool) {
        switch plan {
        case .image(let number): return (ShotVisual(plan: plan, visual: images[number]), true)
        case .footage(let number, _): return (ShotVisual(plan: plan, visual: clips[number].visual), true)
        case .library(let item, _):
            do {
                let (visual, isReused) = try await libraries.visual(item)
                return (ShotVisual(plan: plan, visual: visual), isReused)
            } catch let error as BatchVideoError where error.vendorFailure != nil {
                warn("shot \(shot.index + 1): \(error.message); something of our own is shown instead")
                return try await paint(shot, paintings[shot.index])
            }
        case .still, .loop: break
        case .generated(let picture):
            let made = try await vendors.visual(for: picture, length: shot.span.length) { words in
                warn("shot \(shot.index + 1): \(words)")
            }
            if let (visual, isReused) = made { return (ShotVisual(plan: plan, visual: visual), isReused) }
            return try await paint(shot, paintings[shot.index])
        }
        return try await paint(shot, plan)
    }

    private func paint(_ shot: Shot, _ plan: VisualPlan) async throws -> (ShotVisual, isReused: Bool) {
        let (visual, isReused) = try await painter.visual(for: plan, shot, fps: fps)
        return (ShotVisual(plan: plan, visual: visual), isReused)
    }
}
