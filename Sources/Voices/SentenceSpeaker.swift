import BatchVideo
import Foundation

/// Has a sentence spoken at the pace that was asked for.
struct SentenceSpeaker: Sendable {
    let pool: VoicePool

    /// Syntheses of one sentence at most, the one at the voice's own pace included.
    private static let mostSyntheses = 4
    /// Good enough: a third of what `SpeechRequest.speed` promises.
    private static let tolerance = 0.006

    /// Speaks at `speed` times the pace of the same sentence at speed 1; pauses are no part of that.
    func speak(_ parts: [SpeechPart], speed: Double) async throws -> SpokenSentence {
        var best = try await speak(parts, pace: 1)
        guard speed != 1, best.seconds > 0 else { return best }
        var search = PaceSearch(
            normalSeconds: best.seconds, speed: speed, slope: best.paceSlope)
        for _ in 1..<Self.mostSyntheses {
            let pace = search.nextPace
            let next = try await speak(parts, pace: pace)
            guard next.seconds > 0 else { break }
            if search.note(next.seconds, at: pace) { best = next }
            if search.error < Self.tolerance { break }
        }
        return best
    }

    private func speak(_ parts: [SpeechPart], pace: Double) async throws -> SpokenSentence {
        var sentence = SpokenSentence()
        for part in parts {
            switch part {
            case .pause(let ms): sentence.parts.append(.pause(ms: ms))
            case .line(let line):
                let (utterance, starts) = line.script(pace: pace)
                let answer = try await pool.perform(.speak(utterance))
                try check(answer.reply, of: line)
                sentence.parts += await pieces(answer, line, starts)
            }
        }
        return sentence
    }

    @concurrent
    private func pieces(
        _ answer: VoiceAnswer, _ line: SpeechLine, _ starts: [Int]
    ) async -> [SpokenSentence.Part] {
        var take = Take(answer, tokens: line.tokens, starts: starts)
        take.polish(line.speaker.engine)
        var parts: [SpokenSentence.Part] = []
        for (piece, pauseMs) in take.pieces(tokens: line.tokens, pauses: line.pauses) {
            let core = line.speaker.engine == .flite ? piece.aroundWords(seconds: 0.02) : piece
            if let heard = core.trimmed() { parts.append(.take(heard, by: line.speaker)) }
            if let pauseMs { parts.append(.pause(ms: pauseMs)) }
        }
        return parts
    }

    private func check(_ reply: VoiceReply, of line: SpeechLine) throws {
        guard let failure = reply.failure else { return }
        switch failure.kind {
        case .unknownVoice:
            throw BatchVideoError(
                .invalid, failure.message + "; espeak-ng --voices lists the names")
        case .engineFailed:
            throw BatchVideoError(.rejected, failure.message)
        case .malformed:
            throw BatchVideoError(.internal, failure.message)
        }
    }
}

extension Take {
    /// Takes out what no voice has (rumble below the voice) and softens espeak's hiss.
    fileprivate mutating func polish(_ engine: VoiceEngine) {
        SecondOrderFilter.highPass(hertz: 70, sampleRate: sampleRate).apply(to: &samples)
        guard engine == .espeak else { return }
        SecondOrderFilter.highShelf(hertz: 3400, gainDB: -2.5, sampleRate: sampleRate)
            .apply(to: &samples)
    }
}
