/// Puts a film together: pictures, moves, transitions, the channel's own clips, presenter and sound
/// on one timeline; what is laid over them comes later. Pure: the same parts and seed give the
/// same timeline.
package struct TimelineAssembler: Sendable {
    package var canvas: Canvas
    package var seed: UInt64
    package var transitions: TransitionChoice
    package var motion: MotionChoice
    package var fit: PictureFit?

    package init(
        canvas: Canvas, seed: UInt64, transitions: TransitionChoice = .auto,
        motion: MotionChoice = .auto, fit: PictureFit? = nil
    ) {
        self.canvas = canvas
        self.seed = seed
        self.transitions = transitions
        self.motion = motion
        self.fit = fit
    }

    /// - Parameter visuals: one per shot, in order; else throws `.internal`.
    package func assemble(
        narration: Narration, storyboard: Storyboard, visuals: [ShotVisual], sound: SoundTrack,
        bookends: Bookends = Bookends(), presenter: PresenterPlan? = nil
    ) throws -> Timeline {
        guard visuals.count == storyboard.shots.count, !visuals.isEmpty else {
            throw BatchVideoError(
                .internal,
                "\(visuals.count) visuals for \(storyboard.shots.count) shots; make the film again."
            )
        }
        let narrated = frames(of: narration)
        let stretches = stretches(of: storyboard.shots, frameCount: narrated)
        let planner = TransitionPlanner(fps: canvas.fps, seed: seed, choice: transitions)
        let transitions = planner.transitions(
            for: stretches, startingParagraph: paragraphStarts(storyboard.shots, narration))
        let camera = MotionPlanner(canvas: canvas.size, seed: seed, choice: motion)
        let lead = bookends.intro?.frames ?? 0
        let clips = stretches.indices.map { index in
            let stretch = stretches[index]
            let handle = index + 1 < stretches.count ? transitions[index + 1].frames : 0
            return PictureClip(
                shot: stretch.shot, startFrame: lead + stretch.frames.lowerBound,
                endFrame: lead + stretch.frames.upperBound,
                source: source(
                    visuals[stretch.shot], shot: stretch.shot,
                    frames: stretch.frames.count + handle, camera),
                transition: transitions[index])
        }
        let framed = bookends.framing(clips, narratedFrames: narrated)
        let shown = clips.map { $0.startFrame..<$0.endFrame }
        return Timeline(
            canvas: canvas, frameCount: framed.last?.endFrame ?? narrated, clips: framed,
            presenter: presenter?.track(over: shown, canvas: canvas, seed: seed), sound: sound)
    }

    /// `round(seconds x fps)`, in whole numbers; at least one frame.
    private func frames(of narration: Narration) -> Int {
        let (samples, rate) = (narration.sampleCount, narration.sampleRate)
        return max(1, (samples * canvas.fps * 2 + rate) / (2 * rate))
    }

    /// Frames of each shot, tiling `0 ..< frameCount`; a shot shorter than a frame has none and is
    /// left out.
    private func stretches(of shots: [Shot], frameCount: Int) -> [ShotStretch] {
        var stretches: [ShotStretch] = []
        var start = 0
        for (index, shot) in shots.enumerated() {
            let isLast = index == shots.count - 1
            let border = isLast ? frameCount : shot.span.end.frame(fps: canvas.fps)
            let end = min(max(border, start), frameCount)
            if end > start { stretches.append(ShotStretch(shot: index, frames: start..<end)) }
            start = end
        }
        return stretches
    }

    /// Shots whose first sentence opens a paragraph that the shot before was not in.
    private func paragraphStarts(_ shots: [Shot], _ narration: Narration) -> Set<Int> {
        let paragraphs = shots.map { shot in
            narration.sentences.first { $0.span.end > shot.span.start }?.sentence.paragraph
        }
        let starts = shots.indices.dropFirst().filter { paragraphs[$0] != paragraphs[$0 - 1] }
        return Set(starts)
    }

    private func source(
        _ shown: ShotVisual, shot: Int, frames: Int, _ camera: MotionPlanner
    ) -> PictureSource {
        let visual = shown.visual
        let motion =
            switch visual.medium {
            case .clip: Motion.none
            case .still:
                camera.motion(
                    shot: shot, seconds: Double(frames) / Double(canvas.fps),
                    picture: fit == .blur ? canvas.size : visual.size,
                    isCard: shown.plan.isCard)
            }
        return PictureSource(
            medium: visual.medium, file: visual.file, sha256: visual.provenance.sha256,
            motion: motion, inPoint: shown.plan.inPoint ?? .zero, length: visual.length, isLoop: visual.isLoop,
            fit: fit, pace: pace(of: visual, shownFrames: frames))
    }

    /// The slowest that a clip may run to fill its shot; below it, it starts again instead.
    private static let slowestPace = 0.6

    /// A clip that is a little short for its shot is slowed down to fit it.
    private func pace(of visual: Visual, shownFrames: Int) -> Double? {
        guard visual.medium == .clip, !visual.isLoop, let length = visual.length else { return nil }
        let pace = Double(length.ms * canvas.fps) / Double(max(1, shownFrames) * 1000)
        return pace < 1 && pace >= Self.slowestPace ? pace : nil
    }
}

/// The frames of the film that a shot owns.
struct ShotStretch: Hashable, Sendable {
    var shot: Int
    var frames: Range<Int>
}
