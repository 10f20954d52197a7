import BatchVideo
import Foundation

/// The film that every recipe of `bench/spec.py` makes: shots of 5 s, half-second fades, four Ken
/// Burns motions, captions and a logo.
struct BenchFilm: Hashable, Sendable {
    static let pictureCount = 12
    static let shotSeconds = 5

    var canvas: Canvas = .landscape
    var shotCount = 12

    var seconds: Int { shotCount * Self.shotSeconds }
    private var shotFrames: Int { Self.shotSeconds * canvas.fps }

    /// What is seen and heard. `edited`: one shot whose camera moves otherwise, by `edit` (from 1).
    func timeline(
        _ inputs: BenchInputs, captions: String, sound: String, edited: Int? = nil, edit: Int = 0
    ) -> Timeline {
        let clips = (0..<shotCount).map { index in
            var motion = Self.motions[index % Self.motions.count]
            if index == edited { motion.to.zoom = 1.2 + 0.01 * Double(edit) }
            let file = inputs.pictures[index % inputs.pictures.count]
            // In a longer film a picture that comes again must not come from the segment cache.
            let turn = index / inputs.pictures.count
            return PictureClip(
                shot: index, startFrame: index * shotFrames, endFrame: (index + 1) * shotFrames,
                source: PictureSource(
                    medium: .still, file: file, sha256: Self.identity("\(file) \(turn)"),
                    motion: motion),
                transition: index == 0
                    ? .cut : Transition(kind: .fade, frames: canvas.fps / 2))
        }
        return Timeline(
            canvas: canvas, frameCount: shotCount * shotFrames, clips: clips,
            captions: CaptionTrack(file: captions, sha256: Self.identity(captions)),
            overlays: [
                PictureOverlay(
                    file: inputs.logo, sha256: Self.identity(inputs.logo),
                    x: canvas.width - inputs.logoWidth - 24, y: 24)
            ],
            sound: SoundTrack(file: sound, sha256: Self.identity(sound)))
    }

    /// Stands for a file's content: no file of a bench changes under its name.
    private static func identity(_ file: String) -> String { "bench \(file)" }

    /// `MOTIONS` of spec.py.
    private static let motions = [
        motion((1.00, 0.5, 0.5), (1.15, 0.5, 0.5)), motion((1.15, 0.5, 0.5), (1.00, 0.5, 0.5)),
        motion((1.12, 0.0, 0.5), (1.12, 1.0, 0.5)), motion((1.02, 0.5, 0.5), (1.18, 0.8, 0.2)),
    ]

    private static func motion(
        _ from: (Double, Double, Double), _ to: (Double, Double, Double)
    ) -> Motion {
        Motion(
            from: .init(zoom: from.0, x: from.1, y: from.2),
            to: .init(zoom: to.0, x: to.1, y: to.2), easing: .linear)
    }
}
