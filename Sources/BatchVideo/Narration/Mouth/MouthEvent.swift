/// A mouth shape and when it is made.
package struct MouthEvent: Hashable, Sendable {
    package var viseme: Viseme
    /// In seconds.
    package var start: Double
    package var end: Double

    package init(_ viseme: Viseme, from start: Double, to end: Double) {
        self.viseme = viseme
        self.start = start
        self.end = end
    }
}

extension MouthEvent {
    /// The shapes of phonemes (name and beginning in seconds, in order), the last of which ends at
    /// `end`. A diphthong's parts share its time.
    package static func events(
        of phonemes: [(name: String, start: Double)], until end: Double
    ) -> [MouthEvent] {
        var events: [MouthEvent] = []
        for (index, phoneme) in phonemes.enumerated() {
            let next = index + 1 < phonemes.count ? phonemes[index + 1].start : end
            let visemes = Viseme.spoken(phoneme.name)
            let length = (next - phoneme.start) / Double(visemes.count)
            guard length > 0 else { continue }
            for (part, viseme) in visemes.enumerated() {
                let start = phoneme.start + Double(part) * length
                events.append(MouthEvent(viseme, from: start, to: start + length))
            }
        }
        return events
    }

    package static func events(in speech: Speech) -> [MouthEvent] {
        let rate = Double(max(1, speech.sampleRate))
        return events(
            of: speech.phonemes.map { ($0.name, Double($0.startSample) / rate) },
            until: Double(speech.sampleCount) / rate)
    }
}
