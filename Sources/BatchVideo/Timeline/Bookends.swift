/// The channel's own clips before and after the film.
package struct Bookends: Hashable, Sendable, Codable {
    package struct Clip: Hashable, Sendable, Codable {
        package var source: PictureSource
        package var frames: Int

        package init(source: PictureSource, frames: Int) {
            self.source = source
            self.frames = frames
        }
    }

    package var intro: Clip?
    package var outro: Clip?

    package init(intro: Clip? = nil, outro: Clip? = nil) {
        self.intro = intro
        self.outro = outro
    }

    /// The whole film's clips: `clips` begin after the intro already.
    func framing(_ clips: [PictureClip], narratedFrames: Int) -> [PictureClip] {
        var framed = clips
        if let intro, intro.frames > 0 {
            framed.insert(clip(intro, startingAt: 0), at: 0)
        }
        if let outro, outro.frames > 0 {
            framed.append(clip(outro, startingAt: (intro?.frames ?? 0) + narratedFrames))
        }
        return framed
    }

    private func clip(_ end: Clip, startingAt frame: Int) -> PictureClip {
        PictureClip(
            shot: nil, startFrame: frame, endFrame: frame + end.frames, source: end.source,
            transition: .cut)
    }
}
