import BatchVideo
import Foundation

/// Speaks a script: every sentence once, each kept under its own fingerprint, then joined.
struct Narrator: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    let paid: PaidCalls
    /// Sentences spoken at once.
    let concurrency: Int

    /// Sentences that vendors are asked for at once: they have limits of their own and take no core.
    private static let waiting = 16

    struct Order: Codable, Sendable {
        var script: Script
        var voice: String
        var speed: Double
        var lexicon: [String: String]
        var timbre: SourceFile?

        init(_ script: Script, _ brief: FilmBrief) throws {
            self.script = script
            voice = brief.voice
            speed = brief.speed
            lexicon = brief.lexicon
            timbre = try brief.timbre.map(SourceFile.init)
        }
    }

    var version: String {
        let vendors =
            parts.vendors.speech.map { "\($0.name):\($0.version)" } + parts.vendors.converters.map(\.version)
        return ([parts.speech.version, parts.sound.version] + vendors).joined(separator: "/")
    }

    func narrate(_ order: Order, _ progress: StageProgress) async throws -> Narration {
        progress.expect(order.script.sentences.count)
        var order = order
        while true {
            do {
                return try await narrate(order, try voices(for: order, progress), progress)
            } catch let error as BatchVideoError {
                guard let other = standIn(for: order, after: error) else { throw error }
                progress.warn("\(error.message); \(other.words)")
                order = other.order
            }
        }
    }

    /// The whole film in another voice, where our own part may stand in; nil: the film waits.
    ///
    /// A sentence that may have been paid for cannot be had again without paying again.
    private func standIn(for order: Order, after error: BatchVideoError) -> (order: Order, words: String)? {
        guard let failure = error.vendorFailure,
            [.quota, .outage, .misuse, .unknownEnd].contains(failure.kind)
        else { return nil }
        var other = order
        let speaker = parts.vendors.speaker(of: order.voice)?.vendor
        if order.timbre != nil, failure.vendor != speaker?.name,
            parts.vendors.converters.contains(where: { $0.name == failure.vendor })
        {
            guard parts.vendors.embeddedStandsIn.contains(.conversion) else { return nil }
            other.timbre = nil
            return (other, "the voice keeps its own timbre")
        }
        guard speaker != nil, parts.vendors.embeddedStandsIn.contains(.speech),
            let voice = parts.speech.voices.first(where: {
                $0.language.primary == order.script.language.primary
            })
        else { return nil }
        other.voice = voice.id
        return (other, "\(voice.name) speaks instead")
    }

    private func narrate(
        _ order: Order, _ voices: FilmVoices, _ progress: StageProgress
    ) async throws -> Narration {
        let sentences = order.script.sentences
        let limit = voices.areEmbedded ? concurrency : Self.waiting
        let takes = try await boundedMap(sentences, limit: limit) { sentence in
            let take = try await voices.speak(
                SpeechRequest(
                    text: sentence.spoken, language: order.script.language, voice: order.voice,
                    speed: order.speed, lexicon: order.lexicon))
            progress.advance(reused: take.isReused)
            return take
        }
        let pieces = zip(sentences, takes).map { sentence, take in
            SpeechPiece(
                file: workspace.url(take.path), speech: take.speech,
                gapAfterMs: gap(after: sentence, in: order))
        }
        return try await join(pieces, order, by: voices.vendors)
    }

    private func voices(for order: Order, _ progress: StageProgress) throws -> FilmVoices {
        try FilmVoices(
            parts: parts, workspace: workspace, paid: paid, voice: order.voice, timbre: order.timbre,
            warn: progress.warn)
    }

    private func gap(after sentence: Sentence, in order: Order) -> Int {
        let sentences = order.script.sentences
        guard sentence.index + 1 < sentences.count else { return 0 }
        let isParagraphEnd = sentences[sentence.index + 1].paragraph != sentence.paragraph
        return Pause.scaled(
            isParagraphEnd ? Pause.paragraphMs : Pause.sentenceMs, speed: order.speed)
    }

    private func join(
        _ pieces: [SpeechPiece], _ order: Order, by vendors: [String]
    ) async throws -> Narration {
        let fingerprint = try Fingerprint(of: order, "narration", version)
        let path = workspace.path(.sound, "narration-\(fingerprint.short).wav")
        let joined = try await parts.sound.assemble(
            pieces, leadInMs: Pause.leadInMs, tailMs: Pause.tailMs,
            beatMs: Pause.beatMs, to: workspace.url(path))
        let sentences = zip(order.script.sentences, zip(pieces, joined.starts)).map {
            sentence, placed in
            narrated(sentence, placed.0.speech, from: placed.1, rate: joined.sampleRate)
        }
        return Narration(
            language: order.script.language, audio: path, sampleRate: joined.sampleRate,
            sampleCount: joined.sampleCount, sentences: sentences, vendors: vendors.isEmpty ? nil : vendors)
    }

    /// Moves a sentence's word times from samples of its own file to film time.
    private func narrated(
        _ sentence: Sentence, _ speech: Speech, from start: Int, rate: Int
    ) -> NarratedSentence {
        func time(_ sample: Int) -> MediaTime {
            MediaTime(sample: start + sample * rate / speech.sampleRate, rate: rate)
        }
        return NarratedSentence(
            sentence: sentence,
            span: TimeSpan(start: time(0), end: time(speech.sampleCount)),
            words: speech.words.map {
                TimedWord(
                    range: $0.range,
                    span: TimeSpan(start: time($0.startSample), end: time($0.endSample)))
            },
            phonemes: speech.phonemes.isEmpty
                ? nil
                : speech.phonemes.map { TimedPhoneme(name: $0.name, start: time($0.startSample)) })
    }
}
