/// Sound in memory: one channel, -1 ... 1. For sentences and recordings of minutes; a film's sound is
/// streamed (`Media`), never held like this.
package struct MonoSound: Hashable, Sendable {
    /// Samples per second.
    package var sampleRate: Int
    package var samples: [Float]

    package init(sampleRate: Int, samples: [Float]) {
        self.sampleRate = sampleRate
        self.samples = samples
    }

    package var seconds: Double { Double(samples.count) / Double(max(1, sampleRate)) }
}

extension MonoSound {
    /// The mean of a file's channels.
    package init(_ wave: WaveSamples) {
        let channels = wave.format.channelCount
        sampleRate = wave.format.sampleRate
        guard channels > 1 else {
            samples = wave.samples
            return
        }
        samples = stride(from: 0, to: wave.samples.count - channels + 1, by: channels).map { first in
            wave.samples[first..<first + channels].reduce(0, +) / Float(channels)
        }
    }
}
