/// The film as a pure value: what is seen and heard when. Everything a renderer needs but files' bytes.
///
/// Words of OpenTimelineIO: a timeline has tracks, a track has clips, a transition joins two clips.
package struct Timeline: Hashable, Sendable, Codable {
    package var canvas: Canvas
    /// Exactly `round(audio seconds x fps)`; the picture never outlasts the voice.
    package var frameCount: Int
    /// Picture clips in order, without gap: each starts where the one before ends.
    package var clips: [PictureClip]
    package var presenter: PresenterTrack?
    package var captions: CaptionTrack?
    /// Branding, the lowest first: logo, watermark, titles.
    package var overlays: [PictureOverlay]
    package var progressBar: ProgressBar?
    package var sound: SoundTrack

    package init(
        canvas: Canvas, frameCount: Int, clips: [PictureClip], presenter: PresenterTrack? = nil,
        captions: CaptionTrack? = nil, overlays: [PictureOverlay] = [],
        progressBar: ProgressBar? = nil, sound: SoundTrack
    ) {
        self.canvas = canvas
        self.frameCount = frameCount
        self.clips = clips
        self.presenter = presenter
        self.captions = captions
        self.overlays = overlays
        self.progressBar = progressBar
        self.sound = sound
    }

    /// The frames that belong to shots, without the channel's own clips around them.
    package var narratedFrames: Range<Int> {
        let shots = clips.filter { $0.shot != nil }
        guard let first = shots.first, let last = shots.last else { return 0..<frameCount }
        return first.startFrame..<last.endFrame
    }

    /// What is seen in renditions without branding, too.
    package var labels: [PictureOverlay] { overlays.filter { $0.isLabel == true } }

    package var hasBranding: Bool { !overlays.isEmpty || progressBar != nil }
}

/// One shot's picture on the timeline, in frames of the film.
///
/// The shot owns frames `startFrame ..< endFrame`. Its picture runs on for `transitionOut.frames`
/// beyond `endFrame` (its handle) while the next clip's transition covers it, so picture and sound
/// never drift apart.
package struct PictureClip: Hashable, Sendable, Codable {
    /// Nil for the channel's own intro or outro.
    package var shot: Int?
    package var startFrame: Int
    package var endFrame: Int
    package var source: PictureSource
    /// How it enters over the clip before; the first clip enters by a cut.
    package var transition: Transition

    package init(
        shot: Int?, startFrame: Int, endFrame: Int, source: PictureSource, transition: Transition
    ) {
        self.shot = shot
        self.startFrame = startFrame
        self.endFrame = endFrame
        self.source = source
        self.transition = transition
    }
}

package struct PictureSource: Hashable, Sendable, Codable {
    package var medium: Visual.Medium
    /// Path relative to the workspace.
    package var file: String
    /// SHA-256 of the file: part of a segment's key.
    package var sha256: String
    /// Camera move over a still.
    package var motion: Motion
    /// Where in a clip to begin, and whether its end joins its start.
    package var inPoint: MediaTime
    package var length: MediaTime?
    package var isLoop: Bool
    /// Nil: `.fill`.
    package var fit: PictureFit?
    /// How fast a clip runs, 0.25 ... 1 of its own speed; nil: 1.
    package var pace: Double?

    package init(
        medium: Visual.Medium, file: String, sha256: String, motion: Motion,
        inPoint: MediaTime = .zero, length: MediaTime? = nil, isLoop: Bool = false,
        fit: PictureFit? = nil, pace: Double? = nil
    ) {
        self.medium = medium
        self.file = file
        self.sha256 = sha256
        self.motion = motion
        self.inPoint = inPoint
        self.length = length
        self.isLoop = isLoop
        self.fit = fit
        self.pace = pace
    }
}

/// How a picture of other proportions than the canvas is shown.
package enum PictureFit: String, Sendable, Codable, CaseIterable {
    /// It covers the canvas; what hangs over is cut off.
    case fill
    /// All of it is shown, over a blurred and darker copy that covers the canvas.
    case blur
}

/// A camera move: the visible window at the first and last frame of the clip, handles included.
package struct Motion: Hashable, Sendable, Codable {
    package var from: View
    package var to: View
    package var easing: Easing
    /// How much farther the ground at the lower edge drifts than the sky, in widths of the canvas,
    /// to the left when positive: depth without layers. Nil: 0.
    package var parallax: Double?

    /// A window on a picture that covers the canvas: `zoom` 1 shows all of it, (0.5, 0.5) its middle;
    /// (0, 0) is pressed into the upper left corner, (1, 1) into the lower right.
    package struct View: Hashable, Sendable, Codable {
        package var zoom: Double
        package var x: Double
        package var y: Double

        package init(zoom: Double, x: Double, y: Double) {
            self.zoom = zoom
            self.x = x
            self.y = y
        }
    }

    package enum Easing: String, Sendable, Codable {
        case linear
        /// Slow, fast, slow: smootherstep blended with linear so that it never stands still.
        case gentle
    }

    package init(from: View, to: View, easing: Easing, parallax: Double? = nil) {
        self.from = from
        self.to = to
        self.easing = easing
        self.parallax = parallax
    }

    package static let none = Motion(
        from: View(zoom: 1, x: 0.5, y: 0.5), to: View(zoom: 1, x: 0.5, y: 0.5), easing: .linear)
}

package struct Transition: Hashable, Sendable, Codable {
    package var kind: TransitionKind
    /// Length in frames, from the clip's `startFrame` on; 0 for a cut.
    package var frames: Int

    package init(kind: TransitionKind, frames: Int) {
        self.kind = kind
        self.frames = frames
    }

    package static let cut = Transition(kind: .cut, frames: 0)
}

package struct CaptionTrack: Hashable, Sendable, Codable {
    /// Path of the ASS file relative to the workspace.
    package var file: String
    package var sha256: String

    package init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}

package struct SoundTrack: Hashable, Sendable, Codable {
    /// Path of the mastered stereo 48 kHz float WAV relative to the workspace.
    package var file: String
    package var sha256: String

    package init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}
