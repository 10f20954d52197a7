import BatchVideo
import Foundation

/// Makes a shot show what a person chose.
struct ShotChooser: Sendable {
    let source: ShotSource
    let planner: VisualPlanner
    let shelf: UserMedia
    let workspace: Workspace
    let order: Illustrator.Order

    /// What a shot shows, and other pictures to choose from; nil: the planner's own.
    func choose(_ index: Int) async throws -> (shown: [ShotVisual], isReused: Bool)? {
        guard order.entries.indices.contains(index) else { return nil }
        let entry = order.entries[index]
        switch entry.choice {
        case .planned: return nil
        case .kept(let shown): return workspace.has(shown.visual.file) ? ([shown], true) : nil
        case .file(let path, let isMoving):
            let shown = try await onUserFile { try await file(path, isMoving: isMoving) }
            return ([shown], false)
        case .repainted(let seeds, let isMoving):
            var shown: [ShotVisual] = []
            for seed in seeds {
                shown.append(try await painted(index, entry, seed, isMoving))
            }
            return (shown, false)
        }
    }

    private func file(_ path: String, isMoving: Bool) async throws -> ShotVisual {
        let source = try SourceFile(path)
        if isMoving {
            let clip = try await shelf.bring(source)
            return ShotVisual(plan: .footage(0, inPoint: .zero), visual: clip.visual)
        }
        let visual = try await shelf.picture(source, covering: order.canvas.size)
        return ShotVisual(plan: .image(0), visual: visual)
    }

    /// Another plan of the film, with this shot about its prompt: what it has for the shot.
    private func painted(
        _ index: Int, _ entry: ShotBoard.Entry, _ seed: UInt64, _ isMoving: Bool
    ) async throws -> ShotVisual {
        var other = planner
        other.seed = seed
        other.imageCount = 0
        other.storyboard.shots[index].isMoving = isMoving
        other.moving = [index: source.vendors.vendors.moving]
        if let prompt = entry.prompt {
            other.chapters = []
            other.storyboard.shots[index].text = prompt
            other.storyboard.shots[index].prompt = prompt
        }
        var source = source
        source.paintings = other.withoutVendors.plan()
        return try await source.show(other.storyboard.shots[index], other.plan()[index]).0
    }
}
