import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

/// Speaks with a tone of a tenth of a second for each letter, at the pace of its own.
private struct ToneSpeech: SpeechVendor {
    let name = "tone"
    let version = "1"
    var terms = CallTerms(unitCost: VendorCost(micros: 1_000, currency: "USD"))
    let voices: [Voice] = []
    let log: CallLog
    var givesWords = false
    var failure: VendorFailure?

    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech {
        log.add("vendor \(request.voice)")
        if let failure { throw failure.error }
        let count = request.text.count * 1_600
        let silence = [Int16](repeating: 0, count: 8_000)
        let tone = (0..<count).map { Int16(10_000 * sin(Double($0) / 8)) }
        try WaveFormat.file(silence + tone + silence, sampleRate: 16_000).write(to: file)
        let words = TextBreaks.words(in: request.text, locale: "en").map { range in
            HeardWord(
                text: request.text[range], startMs: 500 + range.start * 100,
                endMs: 500 + range.end * 100)
        }
        return VendorSpeech(
            words: givesWords ? words : nil, speed: 1, cost: terms.cost(units: Double(request.text.count) / 1000))
    }
}

/// Gives the sound back a twentieth longer.
private struct Stretcher: VoiceConverter {
    let name = "seed"
    let version = "1"
    let terms = CallTerms()
    let log: CallLog

    func convert(
        _ speech: URL, like reference: URL, slip: CallSlip, to file: URL
    ) async throws -> VendorCost {
        log.add("convert like \(reference.lastPathComponent)")
        let sound = MonoSound(try WaveSamples(Data(contentsOf: speech)))
        let count = sound.samples.count * 21 / 20
        let samples = (0..<count).map { Int16(sound.samples[min($0 * 20 / 21, sound.samples.count - 1)] * 30_000) }
        try WaveFormat.file(samples, sampleRate: sound.sampleRate).write(to: file)
        return .free
    }
}

@Suite("Voices of vendors", .timeLimit(.minutes(20)))
struct VendorVoiceTests {
    private static let text = "The lamp burned. Nobody came to the tower."
    private static let sentences = 2

    private func vendors(_ speech: ToneSpeech) -> FilmVendors {
        var vendors = FilmVendors()
        vendors.speech = [speech]
        return vendors
    }

    private func brief(_ studio: TestStudio, _ change: (inout FilmBrief) -> Void = { _ in }) -> FilmBrief {
        studio.brief(Self.text) {
            $0.voice = "tone/anna"
            change(&$0)
        }
    }

    @Test("each sentence is asked for once, by the vendor's own name of the voice, and aligned")
    func spoken() async throws {
        let log = CallLog()
        let studio = try TestStudio(vendors: vendors(ToneSpeech(log: log)))

        let first = try await studio.make(brief(studio))
        #expect(studio.log.count("says AI-generated in part, by tone") == 1)
        let second = try await studio.make(brief(studio) { $0.title = "Another" })

        #expect(log.count("vendor anna") == Self.sentences)
        #expect(studio.log.count("align") == Self.sentences && studio.log.count("speak") == 0)
        #expect(first.manifest.durationMs == second.manifest.durationMs)
        for sentence in first.manifest.sentences {
            // A tenth of a second each letter, and what is kept of the silence.
            let length = sentence.span.length.ms - sentence.sentence.spoken.count * 100
            #expect((20...80).contains(length))
            #expect(sentence.words.count == TextBreaks.words(in: sentence.sentence.spoken, locale: "en").count)
        }
    }

    @Test("words that the vendor gives are taken, moved by the silence that was cut off")
    func words() async throws {
        let log = CallLog()
        let studio = try TestStudio(vendors: vendors(ToneSpeech(log: log, givesWords: true)))

        let film = try await studio.make(brief(studio))

        #expect(studio.log.count("align") == 0)
        for sentence in film.manifest.sentences {
            for word in sentence.words {
                let start = word.span.start.ms - sentence.span.start.ms
                #expect(abs(start - 30 - word.range.start * 100) <= 12)
            }
        }
    }

    @Test("a pace that the vendor does not keep is made of its sound")
    func pace() async throws {
        let studio = try TestStudio(vendors: vendors(ToneSpeech(log: CallLog(), givesWords: true)))

        let film = try await studio.make(brief(studio) { $0.speed = 2 })

        for sentence in film.manifest.sentences {
            let length = sentence.span.length.ms - sentence.sentence.spoken.count * 50
            #expect((20...80).contains(length))
            let last = try #require(sentence.words.last)
            #expect(last.span.end <= sentence.span.end)
        }
    }

    @Test("while the vendor is down the film waits; no other voice says a part of it")
    func down() async throws {
        let failure = VendorFailure(.outage, vendor: "tone", words: "down", isUnpaid: true)
        let studio = try TestStudio(vendors: vendors(ToneSpeech(log: CallLog(), failure: failure)))

        let error = await #expect(throws: BatchVideoError.self) { try await studio.make(brief(studio)) }

        #expect(error?.code == .unavailable && error?.retry != .never && studio.log.count("speak") == 0)
    }

    @Test("where the embedded voice may stand in, it says the whole film")
    func standIn() async throws {
        let failure = VendorFailure(.quota, vendor: "tone", words: "used up", isUnpaid: true)
        var vendors = vendors(ToneSpeech(log: CallLog(), failure: failure))
        vendors.embeddedStandsIn = [.speech]
        let studio = try TestStudio(vendors: vendors)

        _ = try await studio.make(brief(studio))

        #expect(studio.log.count("speak") == Self.sentences)
        #expect(studio.log.count("says") == 0)
        #expect(studio.events.warnings.contains { $0.contains("used up") && $0.contains("Fake speaks instead") })
    }

    @Test("a copied voice says every sentence again, in the same time")
    func timbre() async throws {
        let log = CallLog()
        var vendors = vendors(ToneSpeech(log: log, givesWords: true))
        vendors.converters = [Stretcher(log: log)]
        let studio = try TestStudio(vendors: vendors)
        let sample = studio.folder.file("me.wav")
        try Data("sample".utf8).write(to: sample)

        let film = try await studio.make(brief(studio) { $0.timbre = sample.path })
        _ = try await studio.make(brief(studio) { $0.timbre = sample.path; $0.title = "Another" })

        #expect(log.count("convert like me.wav") == Self.sentences)
        #expect(log.count("vendor anna") == Self.sentences)
        for sentence in film.manifest.sentences {
            let length = sentence.span.length.ms - sentence.sentence.spoken.count * 105
            #expect((20...90).contains(length))
        }
    }

    @Test("without a vendor that copies voices, the film is refused")
    func nobodyCopies() async throws {
        let studio = try TestStudio()
        let sample = studio.folder.file("me.wav")
        try Data("sample".utf8).write(to: sample)

        let error = await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief { $0.timbre = sample.path })
        }

        #expect(error?.code == .invalid && error?.field == "voice_id")
    }
}
