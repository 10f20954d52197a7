import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Voices

/// Other voices than the one the aligner says the text with, whose own times are the truth.
@Suite("Forced alignment", .serialized)
struct AlignerTests {
    static let chinese = [
        "秋天到了，天气渐渐转凉。早晨起来，推开窗户，一阵清风扑面而来。老人们要注意保暖，多喝温水，少吃生冷。",
        "银行行长说，重庆2024年的GDP增长了5.2%，这个数字，比去年高出不少。",
        "一杯热茶，可以让人慢下来；窗外的雨，还在下。他坐在灯下，读完了最后一页，合上书，轻轻叹了一口气。",
    ]
    static let english = [
        "Autumn has arrived, and the weather is getting cooler. In the morning, open the window, and a fresh breeze comes in.",
        "Every morning, he gets up at six, drinks a glass of warm water, and walks slowly to the park.",
        "Artificial intelligence is changing our lives. From phones to cars, from hospitals to schools, it is everywhere.",
    ]

    enum Trouble: String, CaseIterable {
        case none, noise20dB, noise10dB, hum12dB, mp3

        var isClean: Bool { self == .none || self == .mp3 }
    }

    private static let speakers: [(voice: String, speed: Double)] = [
        ("zh-male", 1), ("zh-male", 1.3), ("zh-elder", 0.8), ("zh-elder", 1), ("en-us-male", 1), ("en-gb", 1.3),
        ("en-gb", 0.8),
    ]

    /// Each speaker in two troubles and each trouble with two or three speakers; `make accuracy` takes all pairs.
    private static var scenes: [(speaker: (voice: String, speed: Double), trouble: Trouble)] {
        let all = Trouble.allCases
        let isWhole = ProcessInfo.processInfo.environment["ALIGNMENT_PAIRS"] == "all"
        return speakers.enumerated().flatMap { number, speaker in
            (isWhole ? all : [all[number % all.count], all[(number + 2) % all.count]]).map { (speaker, $0) }
        }
    }

    private static func texts(_ voice: String) -> (texts: [String], language: Language) {
        voice.hasPrefix("zh") ? (chinese, .mandarin) : (english, .english)
    }

    @Test(
        "words are found in other voices, at other speeds, in noise and from an MP3",
        arguments: scenes)
    func accuracy(_ speaker: (voice: String, speed: Double), _ trouble: Trouble) async throws {
        let bench = try SpeechBench.shared.get()
        let aligner = EmbeddedAligner(voice: bench.speech)
        let (texts, language) = Self.texts(speaker.voice)
        var errors: [Double] = []
        var clauses: [Double] = []
        for (index, text) in texts.enumerated() {
            let spoken = try await bench.speak(text, speaker.voice, speed: speaker.speed)
            let scene = try await Scene(
                spoken, trouble, leadSeconds: 0.2 + 0.3 * Double(index), seed: UInt64(index + 1))

            let alignment = try await aligner.align(
                AlignmentRequest(text: text, language: language, sound: scene.sound))

            #expect(!trouble.isClean || alignment.confidence >= Alignment.doubtful, "\(alignment.confidence)")
            expectOrder(alignment, scene.sound)
            let own = scene.errors(alignment, clausesOnly: false)
            errors += own
            clauses += scene.errors(alignment, clausesOnly: true)
            #expect(own.count >= scene.words.count * 9 / 10)
        }
        let (median, p95) = (errors.quantile(0.5), errors.quantile(0.95))
        let told =
            "\(speaker) \(trouble): words median \(Int(median)) p95 \(Int(p95)) ms; "
            + "clauses median \(Int(clauses.quantile(0.5))) p95 \(Int(clauses.quantile(0.95))) ms"
        if ProcessInfo.processInfo.environment["BATCHVIDEO_FIGURES"] != nil {
            FileHandle.standardError.write(Data((told + "\n").utf8))
        }
        #expect(median <= (trouble.isClean ? 30 : 45), "\(told)")
        #expect(p95 <= (trouble == .hum12dB ? 500 : trouble.isClean ? 120 : 250), "\(told)")
        #expect(clauses.quantile(0.5) <= (trouble == .hum12dB ? 50 : trouble.isClean ? 20 : 35), "\(told)")
    }

    private func expectOrder(_ alignment: Alignment, _ sound: MonoSound) {
        var (textEnd, soundEnd) = (0, 0)
        for word in alignment.words {
            #expect(word.range.start >= textEnd)
            #expect(word.startSample >= soundEnd && word.endSample > word.startSample)
            (textEnd, soundEnd) = (word.range.end, word.endSample)
        }
        #expect(soundEnd <= sound.samples.count)
        let phonemes = alignment.phonemes
        #expect(!phonemes.isEmpty)
        #expect(zip(phonemes, phonemes.dropFirst()).allSatisfy { $0.startSample <= $1.startSample })
        #expect(phonemes.allSatisfy { (0...sound.samples.count).contains($0.startSample) })
    }

    @Test("a recording of minutes is aligned coarsely first, without losing its place")
    func long() async throws {
        let bench = try SpeechBench.shared.get()
        let text = Array(repeating: Self.chinese.joined(), count: 6).joined()
        var samples: [Float] = []
        var truth: [Double] = []
        var rate = 16_000
        for sentence in text.split(separator: "。") {
            let spoken = try await bench.speak(String(sentence) + "。", "zh-male", speed: 1.1)
            rate = spoken.sound.format.sampleRate
            truth.append(Double(samples.count) / Double(rate))
            samples += spoken.sound.samples + [Float](repeating: 0, count: rate * 6 / 10)
        }
        let sound = MonoSound(sampleRate: rate, samples: samples)
        #expect(sound.seconds > 180)

        let alignment = try await EmbeddedAligner(voice: bench.speech).align(
            AlignmentRequest(text: text, language: .mandarin, sound: sound))

        var place = 0
        var errors: [Double] = []
        for (sentence, time) in zip(text.split(separator: "。"), truth) {
            let word = try #require(alignment.words.first { $0.range.start >= place })
            errors.append(abs(Double(word.startSample) / Double(rate) - time) * 1000)
            place += sentence.utf16.count + 1
        }
        #expect(errors.quantile(0.5) <= 20, "\(errors)")
        #expect((errors.max() ?? 0) <= 400, "\(errors)")
    }

    @Test("another text than the one that is spoken gives no confidence")
    func mismatch() async throws {
        let bench = try SpeechBench.shared.get()
        let aligner = EmbeddedAligner(voice: bench.speech)
        for (voice, all, language) in [("zh-male", Self.chinese, Language.mandarin), ("en-gb", Self.english, .english)]
        {
            for index in all.indices {
                let spoken = try await bench.speak(all[index], voice)
                let sound = MonoSound(spoken.sound)
                let right = try await aligner.align(
                    AlignmentRequest(text: all[index], language: language, sound: sound))
                let other = all[(index + 1) % all.count]
                let wrong = try? await aligner.align(AlignmentRequest(text: other, language: language, sound: sound))
                #expect(
                    right.confidence > (wrong?.confidence ?? 0) + 0.15,
                    "\(voice) \(right.confidence) \(wrong?.confidence ?? 0)")
                #expect((wrong?.confidence ?? 0) < Alignment.doubtful)
                if ProcessInfo.processInfo.environment["BATCHVIDEO_FIGURES"] != nil {
                    FileHandle.standardError.write(
                        Data("\(voice) right \(right.confidence) wrong \(wrong?.confidence ?? -1)\n".utf8))
                }
            }
        }
    }

    @Test("what cannot be aligned is said in a line")
    func refusals() async throws {
        let bench = try SpeechBench.shared.get()
        let aligner = EmbeddedAligner(voice: bench.speech)
        let second = MonoSound(sampleRate: 16_000, samples: [Float](repeating: 0.1, count: 16_000))
        let cases: [(AlignmentRequest, String)] = [
            (AlignmentRequest(text: "……", language: .mandarin, sound: second), "nothing to say"),
            (AlignmentRequest(text: "hello", language: Language("tlh"), sound: second), "no voice speaks"),
            (
                AlignmentRequest(text: "hello", language: .english, sound: MonoSound(sampleRate: 16_000, samples: [])),
                "shorter"
            ),
            (AlignmentRequest(text: Self.english.joined(), language: .english, sound: second), "belong together"),
        ]
        for (request, words) in cases {
            let error = await failure { _ = try await aligner.align(request) }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
    }
}

/// A spoken text in a sound with trouble, and where its words lie in it.
private struct Scene {
    let sound: MonoSound
    /// In seconds of the sound.
    let words: [(range: TextRange, start: Double, isAfterPause: Bool)]

    init(_ spoken: Spoken, _ trouble: AlignerTests.Trouble, leadSeconds: Double, seed: UInt64) async throws {
        let rate = spoken.sound.format.sampleRate
        let said = spoken.speech.words
        words = said.indices.map {
            (
                said[$0].range, leadSeconds + Double(said[$0].startSample) / Double(rate),
                $0 == 0 || said[$0].startSample - said[$0 - 1].endSample > rate / 20
            )
        }
        let lead = [Float](repeating: 0, count: Int(leadSeconds * Double(rate)))
        var samples = lead + spoken.sound.samples + lead
        let power = spoken.sound.samples.reduce(0) { $0 + $1 * $1 } / Float(spoken.sound.samples.count)
        var random = SeededRandom(seed: seed)
        switch trouble {
        case .none, .mp3: break
        case .noise20dB, .noise10dB:
            let level = (power / (trouble == .noise20dB ? 100 : 10) * 3).squareRoot()
            for index in samples.indices { samples[index] += level * Float(random.uniform(-1, 1)) }
        case .hum12dB:
            let level = (power / 16 / 2).squareRoot()
            for index in samples.indices {
                let time = Double(index) / Double(rate)
                let chord = [220, 277.2, 329.6, 440].reduce(0) { $0 + sin(2 * .pi * $1 * time) }
                samples[index] += level * Float(chord * (0.6 + 0.4 * sin(.pi * time)))
            }
        }
        let plain = MonoSound(sampleRate: rate, samples: samples)
        sound = trouble == .mp3 ? try await Self.throughMP3(plain) : plain
    }

    /// As a vendor sends it: 44.1 kHz, 64 kbit/s.
    private static func throughMP3(_ sound: MonoSound) async throws -> MonoSound {
        let folder = try TemporaryFolder("align")
        let (from, through, to) = (folder.file("a.wav"), folder.file("a.mp3"), folder.file("b.wav"))
        try WaveFormat.file(
            sound.samples.map { Int16(min(max($0, -1), 1) * 32_767) }, sampleRate: sound.sampleRate
        ).write(to: from)
        for arguments in [
            ["-i", from.path, "-ar", "44100", "-c:a", "libmp3lame", "-b:a", "64k", through.path],
            ["-i", through.path, "-c:a", "pcm_s16le", "-ac", "1", to.path],
        ] {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/ffmpeg")
            process.arguments = ["-nostdin", "-loglevel", "error"] + arguments
            try process.run()
            process.waitForEnd()
        }
        let decoded = MonoSound(try WaveSamples(try Data(contentsOf: to)))
        try #require(decoded.sampleRate == 44_100)
        return decoded
    }

    /// Milliseconds between where words begin and where they were found.
    func errors(_ alignment: Alignment, clausesOnly: Bool) -> [Double] {
        words.compactMap { word in
            guard !clausesOnly || word.isAfterPause,
                let found = alignment.words.first(where: { $0.range.start == word.range.start })
            else { return nil }
            return abs(Double(found.startSample) / Double(sound.sampleRate) - word.start) * 1000
        }
    }
}

extension [Double] {
    fileprivate func quantile(_ share: Double) -> Double {
        isEmpty ? .infinity : sorted()[Int((Double(count - 1) * share).rounded())]
    }
}
