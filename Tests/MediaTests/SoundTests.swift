import BatchVideo
import Foundation
import Testing

@testable import Media

@Suite("Resampling")
struct ResamplerTests {
    static let rates = [16_000, 22_050, 24_000, 44_100, 32_000, 96_000]

    /// Amplitude and phase (in output samples of shift) of a tone after resampling to 48 kHz.
    private func tone(_ hertz: Double, from rate: Int) -> (gain: Double, residue: Double) {
        let resampler = Resampler(from: rate, to: 48_000)
        let out = resampler.output(20_000..<40_000) { range in
            range.map { Float(sin(2 * Double.pi * hertz * Double($0) / Double(rate))) }
        }
        var error = 0.0
        var energy = 0.0
        for (offset, value) in out.enumerated() {
            let ideal = sin(2 * Double.pi * hertz * Double(20_000 + offset) / 48_000)
            error += (Double(value) - ideal) * (Double(value) - ideal)
            energy += Double(value) * Double(value)
        }
        let count = Double(out.count)
        return ((energy / count * 2).squareRoot(), (error / count * 2).squareRoot())
    }

    @Test("tones to 0.44 of the rate keep their level and place", arguments: rates)
    func passBand(rate: Int) {
        let limit = 0.44 * Double(min(rate, 48_000))
        for part in [0.02, 0.1, 0.37, 0.71, 0.93, 0.999] {
            // Whole periods within the 20,000 samples that are measured.
            let hertz = (limit * part / 2.4).rounded() * 2.4
            let result = tone(hertz, from: rate)

            #expect(abs(Decibel.of(result.gain)) < 0.02, "\(hertz) Hz")
            // Any shift by a hundredth of a sample would leave more than this.
            #expect(Decibel.of(result.residue) < -60, "\(hertz) Hz: \(result)")
        }
    }

    @Test("images of the input are more than 80 dB down", arguments: [16_000, 22_050, 24_000, 44_100])
    func images(rate: Int) {
        // All that a tone leaves besides itself: the residue after removing it.
        for part in [0.11, 0.29, 0.43] {
            #expect(Decibel.of(tone(Double(rate) * part, from: rate).residue) < -80)
        }
    }

    @Test("what 48 kHz cannot hold is more than 80 dB down")
    func aliases() {
        let resampler = Resampler(from: 96_000, to: 48_000)

        for hertz in [24_500.0, 30_000, 40_000, 47_000] {
            let out = resampler.output(5000..<9000) { range in
                range.map { Float(sin(2 * Double.pi * hertz * Double($0) / 96_000)) }
            }
            #expect(Decibel.of(Double(out.map(abs).max() ?? 1)) < -80)
        }
    }

    @Test("an impulse stays at its place to the sample", arguments: rates)
    func impulse(rate: Int) {
        let resampler = Resampler(from: rate, to: 48_000)
        let place = rate / 50 * 3

        let out = resampler.output(0..<6000) { $0.map { $0 == place ? 1 : 0 } }

        let peak = out.indices.max { out[$0] < out[$1] }
        #expect(peak == 48_000 / 50 * 3)
    }

    @Test("pieces of any size join to the same samples")
    func pieces() {
        let resampler = Resampler(from: 22_050, to: 48_000)
        let input: (Range<Int>) -> [Float] = { range in
            range.map { Float(sin(Double($0) * 0.3) + cos(Double($0 * $0 % 977))) }
        }
        let whole = resampler.output(0..<10_000, reading: input)
        var joined: [Float] = []
        var random = SeededRandom(seed: 5)
        while joined.count < whole.count {
            let count = min(1 + random.index(700), whole.count - joined.count)
            joined += resampler.output(joined.count..<joined.count + count, reading: input)
        }

        #expect(joined == whole)
    }
}

@Suite("Loudness")
struct LoudnessTests {
    @Test("a full-scale 997 Hz sine in one channel measures -3.01 LUFS (BS.1770-4)")
    func reference() {
        var meter = LoudnessMeter()
        let sine = (0..<480_000).map { Float(sin(2 * Double.pi * 997 * Double($0) / 48_000)) }
        meter.add(StereoBlock(left: sine, right: [Float](repeating: 0, count: sine.count)))

        #expect(abs(meter.integratedLUFS + 3.01) < 0.02)
    }

    @Test("loudness and true peak agree with ffmpeg's meter", arguments: [UInt64(1), 2, 3])
    func ebur128(seed: UInt64) async throws {
        let studio = try Studio()
        let mono = speechLike(seconds: 8, seed: seed, level: 0.1 * Float(seed))
        let file = try studio.write(mono.flatMap { [$0, $0 * 0.7] }, channels: 2, to: "speech.wav")
        var meter = LoudnessMeter()
        var peak = TruePeakMeter()
        let block = StereoBlock(left: mono, right: mono.map { $0 * 0.7 })

        meter.add(block)
        peak.add(block)
        let theirs = try await studio.ebur128(file)

        #expect(abs(meter.integratedLUFS - theirs.integratedLUFS) < 0.11)
        #expect(abs(peak.finish() - theirs.truePeakDBTP) < 0.15)
    }

    @Test("a peak between samples is found")
    func betweenSamples() {
        var meter = TruePeakMeter()
        // A sine at a quarter of the rate, sampled 45 degrees off its crests: samples at 0.707.
        let sine = (0..<4800).map { Float(sin(Double.pi / 2 * Double($0) + Double.pi / 4)) }
        let faded = sine.enumerated().map { $1 * Float(min(1, Double(min($0, 4799 - $0)) / 500)) }
        meter.add(StereoBlock(left: faded, right: faded))

        #expect(abs(meter.finish()) < 0.1)
    }

    @Test("silence measures -70 and -120")
    func silence() {
        var meter = LoudnessMeter()
        var peak = TruePeakMeter()
        let zeros = [Float](repeating: 0, count: 96_000)
        meter.add(StereoBlock(left: zeros, right: zeros))
        peak.add(StereoBlock(left: zeros, right: zeros))

        #expect(meter.integratedLUFS == -70)
        #expect(peak.finish() == -120)
    }
}

@Suite("Limiting")
struct LimiterTests {
    private func limited(_ samples: [Float], pieces: Int) -> [Float] {
        var limiter = PeakLimiter(ceilingDBTP: -1.5, rate: 48_000)
        var out: [Float] = []
        for start in stride(from: 0, to: samples.count, by: pieces) {
            let part = Array(samples[start..<min(start + pieces, samples.count)])
            out += limiter.process(StereoBlock(left: part, right: part)).left
        }
        return out + limiter.finish().left
    }

    @Test("nothing passes -1.5 dBTP, whatever comes", arguments: [UInt64(1), 2, 3, 4])
    func ceiling(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var samples = speechLike(seconds: 3, seed: seed, level: 0.9)
        for _ in 0..<40 { samples[random.index(samples.count)] = Float(random.uniform(-4, 4)) }

        let out = limited(samples, pieces: 4801)
        var meter = TruePeakMeter()
        meter.add(StereoBlock(left: out, right: out))

        #expect(out.count == samples.count)
        #expect(meter.finish() <= -1.45)
    }

    @Test("what needs no limiting passes unchanged, sample for sample")
    func transparent() {
        let samples = speechLike(seconds: 1, level: 0.2)

        #expect(limited(samples, pieces: 1000) == samples)
    }

    @Test("the pieces it is fed in do not matter")
    func pieces() {
        let samples = speechLike(seconds: 1, seed: 8, level: 1.2)

        #expect(limited(samples, pieces: 48_000) == limited(samples, pieces: 777))
    }

    @Test("a short sound comes back as short")
    func short() {
        #expect(limited([0.1, 0.2, 0.3], pieces: 2) == [0.1, 0.2, 0.3])
    }
}

@Suite("Ducking")
struct DuckingTests {
    /// Levels of `speech` stretches (in steps of 10 ms) within `count` steps.
    private func curve(_ count: Int, speech: [Range<Int>]) -> [Double] {
        let levels = (0..<count).map { step in speech.contains { $0.contains(step) } ? -20.0 : -120 }
        return DuckingCurve(speechDB: levels, duckedDB: -18, openDB: -10).levelsDB
    }

    @Test("music is down under every spoken step and up in the middle of a long pause")
    func levels() {
        let out = curve(1000, speech: [200..<400, 600..<800])

        #expect((200..<400).allSatisfy { out[$0] == -18 } && (600..<800).allSatisfy { out[$0] == -18 })
        #expect(out[500] == -10 && out[0] == -10 && out[999] == -10)
    }

    @Test("a pause of 0.7 s stays down, one of 0.8 s comes up a little")
    func pauses() {
        let short = curve(400, speech: [0..<150, 220..<400])
        let long = curve(400, speech: [0..<150, 230..<400])

        #expect(short.allSatisfy { $0 == -18 })
        #expect(long.max() ?? -18 > -12)
    }

    @Test("it never moves faster than attack and release allow")
    func smooth() {
        let out = curve(1000, speech: [200..<400, 600..<800])
        let steps = zip(out, out.dropFirst()).map { $1 - $0 }

        #expect(steps.max() ?? 0 < 8 * Double.pi / 2 / 60 * 1.05)
        #expect(steps.min() ?? 0 > -8 * Double.pi / 2 / 15 * 1.05)
    }
}
