import BatchVideo
import Foundation

/// A narration and music of computed samples: what mastering and encoding cost does not depend on
/// who speaks.
enum BenchSound {
    private static let rate = 48_000
    /// The narration repeats with this period.
    private static let periodSeconds = 5

    /// Writes `seconds` (a multiple of 5) of something like a voice: syllables of a falling tone.
    static func writeNarration(seconds: Int, to file: URL) throws {
        let period = (0..<periodSeconds * rate).map { index in
            let time = Double(index) / Double(rate)
            let syllable = time.truncatingRemainder(dividingBy: 0.25)
            let isPause = time > Double(periodSeconds) - 0.6
            let loudness = isPause ? 0 : min(1, syllable * 40) * exp(-syllable * 9)
            let pitch = 2 * Double.pi * 180 * time
            let tone = sin(pitch) + 0.5 * sin(3 * pitch) + 0.25 * sin(9 * pitch + time)
            return Int16((tone * loudness * 9000).rounded())
        }
        try write(period, channels: 1, repeats: seconds / periodSeconds, to: file)
    }

    /// Writes a minute of a slow chord.
    static func writeMusic(to file: URL) throws {
        let period = (0..<4 * rate).flatMap { index in
            let time = Double(index) / Double(rate)
            let swell = 0.5 - 0.5 * cos(time * .pi / 2)
            return [220.0, 330].map { pitch in
                Int16((sin(2 * .pi * pitch * time) * swell * 6000).rounded())
            }
        }
        try write(period, channels: 2, repeats: 15, to: file)
    }

    private static func write(
        _ period: [Int16], channels: Int, repeats: Int, to file: URL
    ) throws {
        let format = WaveFormat(sampleRate: rate, channelCount: channels, encoding: .int16)
        let samples = period.withUnsafeBytes { Data($0) }
        try format.header(frameCount: period.count / channels * repeats).write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }  // everything was written by then
        try handle.seekToEnd()
        for _ in 0..<repeats { try handle.write(contentsOf: samples) }
    }
}
