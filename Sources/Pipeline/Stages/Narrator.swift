import BatchVideo
import Foundation

/// Speaks a script: every sentence once, each kept under its own fingerprint, then joined.
struct Narrator: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    /// Sentences spoken at once.
    let concurrency: Int

    struct Order: Codable, Sendable {
        var script: Script
        var voice: String
        var speed: Double
        var lexicon: [String: String]

        init(_ script: Script, _ brief: FilmBrief) {
            self.script = script
            voice = brief.voice
            speed = brief.speed
            lexicon = brief.lexicon
        }
    }

    var version: String { parts.speech.version + "/" + parts.sound.version }

    func narrate(_ order: Order, _ progress: StageProgress) async throws -> Narration {
        let sentences = order.script.sentences
        progress.expect(sentences.count)
        let takes = try await boundedMap(sentences, limit: concurrency) { sentence in
            let take = try await self.speak(sentence, order)
            progress.advance(reused: take.isReused)
            return take
        }
        let pieces = zip(sentences, takes).map { sentence, take in
            SpeechPiece(
                file: workspace.url(take.path), speech: take.speech,
                gapAfterMs: gap(after: sentence, in: order))
        }
        return try await join(pieces, order)
    }

    private struct Take: Sendable {
        var path: String
        var speech: Speech
        var isReused: Bool
    }

    private func speak(_ sentence: Sentence, _ order: Order) async throws -> Take {
        let request = SpeechRequest(
            text: sentence.spoken, language: order.script.language, voice: order.voice,
            speed: order.speed, lexicon: order.lexicon)
        let fingerprint = try Fingerprint(of: request, "speech", parts.speech.version)
        let path = workspace.path(.speech, "\(fingerprint.short).wav")
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find("speech", fingerprint, as: Speech.self, files: { _ in [path] }) {
            return Take(path: path, speech: known, isReused: true)
        }
        let spoken = try await parts.speech.speak(request, to: workspace.url(path))
        try checkpoints.store("speech", fingerprint, spoken)
        return Take(path: path, speech: spoken, isReused: false)
    }

    private func gap(after sentence: Sentence, in order: Order) -> Int {
        let sentences = order.script.sentences
        guard sentence.index + 1 < sentences.count else { return 0 }
        let isParagraphEnd = sentences[sentence.index + 1].paragraph != sentence.paragraph
        return Pause.scaled(
            isParagraphEnd ? Pause.paragraphMs : Pause.sentenceMs, speed: order.speed)
    }

    private func join(_ pieces: [SpeechPiece], _ order: Order) async throws -> Narration {
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
            sampleCount: joined.sampleCount, sentences: sentences)
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
            })
    }
}
