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
            return .clip(
                try reader(of: source, shownFrames: shown, size: timeline.canvas.size))
        }
    }

    func presenter() throws -> PresenterStage? {
        guard let track = timeline.presenter else { return nil }
        let reader = try reader(
            of: track.source, shownFrames: timeline.frameCount - track.startFrame,
            size: track.area.size)
        return try PresenterStage(
            track, reader: reader, canvas: timeline.canvas.size, frameCount: timeline.frameCount)
    }

    /// Without a length of its own a clip is as long as it is shown.
    private func reader(
        of source: PictureSource, shownFrames: Int, size: PixelSize
    ) throws -> ClipReader {
        let fps = timeline.canvas.fps
        let whole = MediaTime(ms: source.inPoint.ms + shownFrames * 1000 / fps + 1000)
        return ClipReader(
            source: source, path: workspace + "/" + source.file, length: source.length ?? whole,
            canvas: Canvas(size: size, fps: fps), program: try DecoderProgram.find(),
            leftovers: leftovers)
    }
}
