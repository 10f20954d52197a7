import BatchVideo
import Foundation

extension RenderOrder {
    private static let largestSide = 8192
    private static let mostFrames = 24 * 3600 * 60
    static let mostWorkers = 64

    /// Throws `.invalid` for an order that breaks a rule, `.notFound` naming the first file that is
    /// missing.
    func check() throws {
        try checkCanvas()
        try checkClips()
        try checkLayers()
        for file in files where !FileManager.default.isReadableFile(atPath: file) {
            throw BatchVideoError(.notFound, "cannot read \(file); make it again")
        }
        for rendition in renditions {
            let folder = (rendition.file as NSString).deletingLastPathComponent
            guard rendition.file.hasPrefix("/"), FileManager.default.isWritableFile(atPath: folder)
            else {
                throw BatchVideoError(
                    .unwritable, "cannot write to \(folder); choose another folder")
            }
        }
    }

    private func checkCanvas() throws {
        let canvas = timeline.canvas
        let sides = [canvas.width, canvas.height]
        try require(
            sides.allSatisfy { $0 >= 16 && $0 <= Self.largestSide && $0 % 2 == 0 },
            "the picture's sides must be even and 16 to \(Self.largestSide) pixels")
        try require((1...120).contains(canvas.fps), "the film needs 1 to 120 frames a second")
        try require(
            (1...Self.mostFrames).contains(timeline.frameCount),
            "the film has no frames, or too many")
        try require((1...4).contains(renditions.count), "an order has 1 to 4 renditions")
        try require(
            Set(renditions.map(\.file)).count == renditions.count,
            "two renditions name the same file")
        try require((1...Self.mostWorkers).contains(workers), "workers must be 1 to 64")
        try require(workspace.hasPrefix("/"), "the workspace must be an absolute path")
        try require(segmentCache.hasPrefix("/"), "the segment cache must be an absolute path")
    }

    private func checkClips() throws {
        var next = 0
        for (index, clip) in timeline.clips.enumerated() {
            try require(
                clip.startFrame == next && clip.endFrame > next,
                "clip \(index) does not start where the one before ends")
            next = clip.endFrame
            let transition = clip.transition.frames
            try require(
                (0...clip.endFrame - clip.startFrame).contains(transition),
                "clip \(index)'s transition is longer than the clip")
            try require(index > 0 || transition == 0, "the first shot must enter by a cut")
        }
        try require(next == timeline.frameCount, "the shots do not fill the film")
        for clip in timeline.clips {
            try require(
                (0.25...1).contains(clip.source.pace ?? 1), "a clip runs at 0.25 to 1 of its speed")
        }
    }

    private func checkLayers() throws {
        if let presenter = timeline.presenter {
            try require(
                presenter.area.isInside(timeline.canvas.size) && presenter.source.medium == .clip,
                "the presenter is a clip inside the picture")
            var last = 0
            for span in presenter.spans {
                try require(
                    span.lowerBound >= last && span.upperBound <= timeline.frameCount,
                    "the presenter's stretches are out of order")
                last = span.upperBound
            }
        }
        for reframe in renditions.compactMap(\.reframe) {
            let sides = [reframe.canvas.width, reframe.canvas.height]
            try require(
                sides.allSatisfy { $0 >= 16 && $0 <= Self.largestSide && $0 % 2 == 0 }
                    && reframe.film.isInside(reframe.canvas),
                "the reframed film must lie inside an even canvas")
        }
    }

    private var files: [String] {
        var names = timeline.clips.map(\.source.file) + [timeline.sound.file]
        if let captions = timeline.captions, renditions.contains(where: \.hasCaptions) {
            names.append(captions.file)
        }
        let isBranded = renditions.contains(where: \.hasBranding)
        names += (isBranded ? timeline.overlays : timeline.labels).map(\.file)
        names += renditions.flatMap { $0.reframe?.texts.map(\.file) ?? [] }
        if let presenter = timeline.presenter { names.append(presenter.source.file) }
        return names.map { workspace + "/" + $0 } + renditions.compactMap(\.coverPicture)
    }

    private func require(_ condition: Bool, _ rule: String) throws {
        guard condition else { throw BatchVideoError(.invalid, "render order: " + rule) }
    }
}
