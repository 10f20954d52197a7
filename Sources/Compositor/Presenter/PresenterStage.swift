import BatchVideo
import CPixels

/// Shows the presenter over composed frames. One per thread.
final class PresenterStage {
    private let track: PresenterTrack
    private let frameCount: Int
    private let canvas: PixelSize
    private let reader: ClipReader
    private let picture: VideoFrame
    private let still: PresenterMask?
    private let key: ChromaKey?
    private let mixer: TransitionMixer
    private let avx2 = px_has_avx2()

    init(_ track: PresenterTrack, reader: ClipReader, canvas: PixelSize, frameCount: Int) throws {
        self.track = track
        self.frameCount = frameCount
        self.canvas = canvas
        self.reader = reader
        picture = try VideoFrame(size: track.area.size)
        still = PresenterMask(track.shape, size: track.area.size)
        if case .keyed(let colour) = track.shape {
            key = ChromaKey(colour: colour)
        } else {
            key = nil
        }
        mixer = TransitionMixer(size: canvas)
    }

    /// Whether the presenter hides all of the film in frame `k`.
    func hidesFilm(inFrame k: Int) -> Bool {
        guard let span = track.span(at: k), isWhole else { return false }
        return passage(k, span) == nil
    }

    /// Lays the presenter over `frame`, which shows frame `k` of the film, or nothing of worth
    /// where the presenter hides it.
    func show(_ k: Int, on frame: VideoFrame) throws {
        guard let span = track.span(at: k) else { return }
        let passage = passage(k, span)
        if isWhole, passage == nil {
            return try reader.show(max(0, k - track.startFrame), on: frame)
        }
        try picture.makeWritable()
        try reader.show(max(0, k - track.startFrame), on: picture)
        guard isWhole else { return lay(on: frame, presence: passage?.presence ?? 1) }
        guard let passage else { return }
        if passage.isEntrance {
            mixer.mix(track.transition.kind, progress: passage.presence, old: frame, new: picture)
        } else {
            mixer.mix(
                track.transition.kind, progress: 1 - passage.presence, old: picture, new: frame)
            frame.copy(from: picture)
        }
    }

    private var isWhole: Bool { track.shape == .rectangle && track.area.size == canvas }

    private struct Passage {
        var presence: Double
        var isEntrance: Bool
    }

    /// How far the presenter has come or gone in frame `k`; nil in between, and at the ends of
    /// the film.
    private func passage(_ k: Int, _ span: Range<Int>) -> Passage? {
        let frames = track.transition.frames
        guard frames > 0, track.transition.kind != .cut else { return nil }
        let (entered, left) = (k - span.lowerBound, span.upperBound - 1 - k)
        if span.lowerBound > track.startFrame, entered < frames {
            return Passage(
                presence: TransitionMixer.progress(frame: entered, of: frames), isEntrance: true)
        }
        if span.upperBound < frameCount, left < frames {
            return Passage(
                presence: TransitionMixer.progress(frame: left, of: frames), isEntrance: false)
        }
        return nil
    }

    private func lay(on frame: VideoFrame, presence: Double) {
        key?.cut(picture)
        guard let mask = key?.mask ?? still else { return }
        let weight = Int32((presence * 256).rounded())
        for (index, (target, source)) in zip(frame.planes, picture.planes).enumerated() {
            let unit = index == 0 ? 1 : 2
            let alpha = index == 0 ? mask.luma : mask.chroma
            alpha.withUnsafeBufferPointer { alpha in
                guard let start = alpha.baseAddress else { return }
                for y in 0..<source.height {
                    px_mask(
                        target.row(track.area.y / unit + y) + track.area.x / unit, source.row(y),
                        start + y * source.width, Int32(source.width), weight, avx2)
                }
            }
        }
    }
}
