import BatchVideo
import Foundation

/// Opens what a timeline's clips show. Shared by all threads of a render.
final class SourceShelf: Sendable {
    private let timeline: Timeline
    private let workspace: String
    private let leftovers: Leftovers
    private let stills: StillShelf

    init(timeline: Timeline, workspace: String, leftovers: Leftovers) {
        self.timeline = timeline
        self.workspace = workspace
        self.leftovers = leftovers
        stills = StillShelf(canvas: timeline.canvas.size)
    }

    func picture(ofClip index: Int) throws -> ShotPicture {
        let source = timeline.clips[index].source
        let path = workspace + "/" + source.file
        switch source.medium {
        case .still:
            let oversampling = StillPicture.oversampling(for: source.motion)
            let still = try stills.still(
                StillShelf.Key(
                    path: path, oversampling: oversampling, fit: source.fit ?? .fill))
            return .still(still, source.motion)
        case .clip:
            let shown = timeline.shownFrameCount(ofClip: index)
            let whole = MediaTime(ms: source.inPoint.ms + shown * 1000 / timeline.canvas.fps + 1000)
            return .clip(
                ClipReader(
                    source: source, path: path, length: source.length ?? whole,
                    canvas: timeline.canvas, program: try DecoderProgram.find(),
                    leftovers: leftovers))
        }
    }
}
