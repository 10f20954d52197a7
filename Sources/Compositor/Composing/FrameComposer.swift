import BatchVideo
import CPixels

/// Composes frames of a film. Frame k is a pure function of the timeline and k: whichever frames
/// were composed before, by whichever thread, it is the same bytes. One per thread.
///
/// Only the stills and clips that are on screen are held.
final class FrameComposer {
    private let timeline: Timeline
    private let sources: SourceShelf
    private let resampler = Resampler()
    private let mixer: TransitionMixer
    private let incoming: VideoFrame
    private var onScreen: [Int: ShotPicture] = [:]
    private let presenter: PresenterStage?

    init(timeline: Timeline, sources: SourceShelf) throws {
        self.timeline = timeline
        self.sources = sources
        mixer = TransitionMixer(size: timeline.canvas.size)
        incoming = try VideoFrame(size: timeline.canvas.size)
        presenter = try sources.presenter()
    }

    /// Writes frame `k` of the film, without captions and branding.
    func compose(_ k: Int, on frame: VideoFrame) throws {
        if presenter?.hidesFilm(inFrame: k) != true { try composePictures(k, on: frame) }
        try presenter?.show(k, on: frame)
    }

    private func composePictures(_ k: Int, on frame: VideoFrame) throws {
        let index = timeline.clipIndex(atFrame: k)
        let clip = timeline.clips[index]
        let entered = k - clip.startFrame
        let isMixed = index > 0 && entered < clip.transition.frames && clip.transition.kind != .cut
        onScreen = onScreen.filter { $0.key == index || (isMixed && $0.key == index - 1) }
        guard isMixed else { return try show(index, entered, on: frame) }
        try show(index - 1, k - timeline.clips[index - 1].startFrame, on: frame)
        try show(index, entered, on: incoming)
        let progress = TransitionMixer.progress(frame: entered, of: clip.transition.frames)
        mixer.mix(clip.transition.kind, progress: progress, old: frame, new: incoming)
    }

    private func show(_ index: Int, _ frameOfShot: Int, on frame: VideoFrame) throws {
        let picture = try onScreen[index] ?? sources.picture(ofClip: index)
        onScreen[index] = picture
        switch picture {
        case .clip(let reader): try reader.show(frameOfShot, on: frame)
        case .still(let still, let motion):
            let last = timeline.shownFrameCount(ofClip: index) - 1
            let progress = last > 0 ? Double(frameOfShot) / Double(last) : 0
            let window = motion.view(at: progress).window(
                width: still.view.width, height: still.view.height)
            resampler.show(
                window, of: still.picture, on: frame, lean: motion.lean(at: progress))
        }
    }
}

/// What one shot shows, opened.
enum ShotPicture {
    case still(StillPicture, Motion)
    case clip(ClipReader)
}

extension Timeline {
    /// The clip that owns frame `k`; the clips are in order and without gap.
    func clipIndex(atFrame k: Int) -> Int {
        var (low, high) = (0, clips.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if clips[middle].endFrame <= k { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many frames of a clip are seen: its own, and the handle under the next transition.
    func shownFrameCount(ofClip index: Int) -> Int {
        let clip = clips[index]
        let isLast = index + 1 == clips.count
        return clip.endFrame - clip.startFrame + (isLast ? 0 : clips[index + 1].transition.frames)
    }
}
