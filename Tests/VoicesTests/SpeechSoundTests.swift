import BatchVideo
import Foundation
import Testing

@testable import Voices

@Suite("Joining speech")
struct SpeechSoundTests {
    private func sine(_ hertz: Double, rate: Int, seconds: Double, level: Double = 0.5) -> [Float] {
        (0..<Int(seconds * Double(rate))).map {
            Float(level * sin(2 * .pi * hertz * Double($0) / Double(rate)))
        }
    }

    private func level(_ samples: some Collection<Float>) -> Double {
        let sum = samples.reduce(0) { $0 + Double($1 * $1) }
        return 10 * log10(sum / Double(samples.count) + 1e-12)
    }

    @Test("resampling keeps a tone and removes what the lower rate cannot hold")
    func resampling() {
        let tone = Resampler.resample(
            sine(1000, rate: 22_050, seconds: 0.5), from: 22_050, to: 16_000)
        let high = Resampler.resample(
            sine(10_000, rate: 22_050, seconds: 0.5), from: 22_050, to: 16_000)

        #expect(tone.count == 8000)
        let wanted = sine(1000, rate: 16_000, seconds: 0.5)
        let error = zip(tone, wanted).map { $0 - $1 }[200..<7800]
        #expect(level(error) < -60)
        #expect(level(high[200..<7800]) < -55)
    }

    @Test("filters do what their names say")
    func filters() {
        var low = sine(20, rate: 16_000, seconds: 1)
        var speech = sine(300, rate: 16_000, seconds: 1)
        var high = sine(7000, rate: 16_000, seconds: 1)
        let before = level(speech)

        SecondOrderFilter.highPass(hertz: 70, sampleRate: 16_000).apply(to: &low)
        SecondOrderFilter.highPass(hertz: 70, sampleRate: 16_000).apply(to: &speech)
        SecondOrderFilter.highShelf(hertz: 3400, gainDB: -6, sampleRate: 16_000).apply(to: &high)

        #expect(level(low[8000...]) < before - 18)
        #expect(abs(level(speech[8000...]) - before) < 0.2)
        #expect(abs(level(high[8000...]) - (before - 6)) < 0.5)
    }

    @Test("trimming leaves a word at its own place, with soft ends")
    func trimming() throws {
        let rate = 16_000
        let silence = [Float](repeating: 0, count: 1600)
        let take = Take(
            samples: silence + sine(400, rate: rate, seconds: 0.2) + silence, sampleRate: rate,
            words: [SpokenWord(range: TextRange(0, 2), startSample: 100, endSample: 6000)],
            phonemes: [SpokenPhoneme(name: "a", startSample: 1700)])

        let trimmed = try #require(take.trimmed())

        #expect(abs(trimmed.samples.count - (3200 + 368)) < 8)
        #expect(trimmed.words == [
            SpokenWord(range: TextRange(0, 2), startSample: 0, endSample: trimmed.samples.count)
        ])
        #expect(abs(trimmed.phonemes[0].startSample - 228) < 4)
        #expect(abs(trimmed.samples[0]) < 0.001 && abs(trimmed.samples.last ?? 1) < 0.001)
        let quiet = Take(samples: silence, sampleRate: rate, words: [], phonemes: [])
        #expect(quiet.trimmed() == nil)
    }

    @Test("what an engine says of one token is one word, and no token is lost")
    func mapping() {
        let tokens = [("2024", 0), ("bok", 5), ("mani", 9), ("end", 14)].map {
            SpokenToken(text: $0.0, range: TextRange($0.1, $0.1 + $0.0.count))
        }
        let wire = [
            WireWord(textStart: 0, textCount: 4, startSample: 0),
            WireWord(textStart: 1, textCount: 4, startSample: 100),
            WireWord(textStart: 5, textCount: 3, startSample: 200),
            WireWord(textStart: 14, textCount: 3, startSample: 270),
        ]
        let answer = VoiceAnswer(
            reply: VoiceReply(sampleRate: 100, sampleCount: 300, words: wire),
            samples: [Int16](repeating: 0, count: 300))

        let take = Take(answer, tokens: tokens, starts: [0, 5, 9, 14])

        #expect(take.words.map(\.startSample) == [0, 200, 230, 270])
        #expect(take.words.map(\.endSample) == [200, 230, 270, 300])
        #expect(take.words.map(\.range.start) == [0, 5, 9, 14])
    }

    @Test("the pace is found in four tries, whatever curve an engine has")
    func paceSearch() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<2000 {
            let (slope, bend) = (random.uniform(0.7, 1.15), random.uniform(-0.1, 0.1))
            let normal = random.uniform(0.5, 20)
            func seconds(_ pace: Double) -> Double {
                let x = log(pace)
                return normal * exp(-slope * x - bend * x * x)
            }
            let speed = random.uniform(0.5, 2)
            var search = PaceSearch(normalSeconds: normal, speed: speed, slope: 0.87)

            for _ in 1..<4 where search.error > 0.006 {
                let pace = search.nextPace
                _ = search.note(seconds(pace), at: pace)
            }

            #expect(search.error < 0.01, "\(slope) \(bend) \(speed)")
        }
    }

    @Test("pieces are joined with exact silence, the longest mark wins")
    func joining() throws {
        func take(_ start: Int) -> SpokenSentence.Part {
            .take(
                Take(
                    samples: [Float](repeating: 0.09, count: 1000), sampleRate: 16_000,
                    words: [
                        SpokenWord(
                            range: TextRange(start, start + 1), startSample: 0, endSample: 1000)
                    ],
                    phonemes: []), by: .slt)
        }
        let sentence = SpokenSentence(parts: [
            .pause(ms: 500), take(0), .pause(ms: 120), .pause(ms: 210), take(2), take(4), .pause(ms: 480),
        ])

        let (samples, speech) = try #require(sentence.joined(speed: 1))

        #expect(samples.count == 3000 + 3360 + 480)
        #expect(speech.words.map(\.startSample) == [0, 4360, 5840])
        #expect(samples[1000..<4360].allSatisfy { $0 == 0 })
        #expect(abs(Int(samples[500]) - 2949) < 3)
    }
}
