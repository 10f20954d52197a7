/// The shape of a sound, for pictures of it.
package struct Waveform: Hashable, Sendable {
    package var length: MediaTime
    /// The greatest sample of each stretch: 0 ... 100, 100 being the loudest of the sound.
    package var peaks: [Int]

    /// - Parameter points: at most so many stretches, all equally long.
    package init(_ sound: MonoSound, points: Int) {
        length = MediaTime(sample: sound.samples.count, rate: sound.sampleRate)
        let count = min(max(points, 1), sound.samples.count)
        var peaks = [Float](repeating: 0, count: count)
        for (place, sample) in sound.samples.enumerated() {
            let point = place * count / sound.samples.count
            peaks[point] = max(peaks[point], abs(sample))
        }
        let loudest = peaks.max() ?? 0
        self.peaks = peaks.map { loudest > 0 ? Int(($0 / loudest * 100).rounded()) : 0 }
    }
}
