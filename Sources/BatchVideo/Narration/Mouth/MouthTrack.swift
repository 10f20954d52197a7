/// A mouth's movement through a narration, one shape for each frame.
package struct MouthTrack: Hashable, Sendable {
    package var fps: Int
    package var shapes: [MouthShape]
    /// How strongly it is spoken in each frame, 0 ... 1, for brows and nods.
    package var stress: [Double]

    package init(fps: Int, shapes: [MouthShape], stress: [Double]) {
        self.fps = fps
        self.shapes = shapes
        self.stress = stress
    }

    /// Follows `events`; `sound`, if there is one, tells where the stress lies, otherwise the
    /// opening does.
    package init(_ events: [MouthEvent], hearing sound: MonoSound? = nil, length: MediaTime, fps: Int) {
        let count = length.frame(fps: fps)
        let curve = MouthCurve(events, seconds: length.seconds)
        self.fps = fps
        shapes = curve.shapes(count: count, fps: fps)
        stress =
            sound.map { HeardMouth($0).stress(count: count, fps: fps) }
            ?? MouthStress.frames(curve.openings, count: count, fps: fps)
    }

    /// Follows what is heard, where nobody knows the phonemes.
    package init(hearing sound: MonoSound, length: MediaTime, fps: Int) {
        let count = length.frame(fps: fps)
        let heard = HeardMouth(sound)
        self.fps = fps
        shapes = heard.curve.shapes(count: count, fps: fps)
        stress = heard.stress(count: count, fps: fps)
    }

    package var frameCount: Int { shapes.count }
    package var length: MediaTime { MediaTime(seconds: Double(shapes.count) / Double(max(1, fps))) }
}

extension MouthTrack {
    /// Sentences whose phonemes are known follow these, the others what is heard of them. One frame longer
    /// than the narration, so that no rounding leaves the film's last frame without.
    /// - Parameter sound: The narration's, from the film's beginning; needed by sentences without phonemes.
    package init(_ narration: Narration, hearing sound: MonoSound?, fps: Int) {
        let events = narration.sentences.flatMap(\.mouthEvents)
        let frames = narration.duration.frame(fps: fps) + 1
        let length = MediaTime(seconds: Double(frames) / Double(max(1, fps)))
        self.init(events, hearing: sound, length: length, fps: fps)
        guard let sound, narration.sentences.contains(where: { $0.phonemes?.isEmpty != false }) else { return }
        let heard = MouthTrack(hearing: sound, length: length, fps: fps)
        for sentence in narration.sentences where sentence.phonemes?.isEmpty != false {
            let frames = sentence.span.start.frame(fps: fps)..<sentence.span.end.frame(fps: fps)
            for frame in frames.clamped(to: shapes.indices) { shapes[frame] = heard.shapes[frame] }
        }
    }
}

extension NarratedSentence {
    fileprivate var mouthEvents: [MouthEvent] {
        MouthEvent.events(
            of: (phonemes ?? []).map { ($0.name, $0.start.seconds) }, until: span.end.seconds)
    }
}
