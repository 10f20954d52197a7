package import BatchVideo
package import Foundation

/// Speaks every word in a tenth of a second without making a sound.
package struct FakeSpeech: SpeechSynthesizer {
    private let log: CallLog
    /// Called before each sentence; may throw.
    private let before: @Sendable (String) async throws -> Void

    package init(
        _ log: CallLog, before: @escaping @Sendable (String) async throws -> Void = { _ in }
    ) {
        self.log = log
        self.before = before
    }

    package var version: String { "fake-speech-1" }

    package var voices: [Voice] {
        [Voice(id: "fake", name: "Fake", language: .english, gender: .neutral, provider: "fake")]
    }

    package func speak(_ request: SpeechRequest, to file: URL) async throws -> Speech {
        try await before(request.text)
        log.add("speak \(request.text)")
        let rate = 16_000
        let perWord = Int(Double(rate) * 0.3 / request.speed)
        var words: [SpokenWord] = []
        var start: Int?
        let units = Array(request.text.utf16)
        for (offset, unit) in (units + [32]).enumerated() {
            let isSpace = unit == 32
            if !isSpace, start == nil { start = offset }
            if isSpace, let begin = start {
                let sample = words.count * perWord
                words.append(
                    SpokenWord(
                        range: TextRange(begin, offset), startSample: sample,
                        endSample: sample + perWord))
                start = nil
            }
        }
        let count = max(1, words.count) * perWord
        try Data(request.text.utf8).write(to: file, options: .atomic)
        return Speech(sampleRate: rate, sampleCount: count, words: words)
    }
}

/// Writes down what it is to play.
package struct FakePerformer: MusicPerformer {
    private let log: CallLog

    package init(_ log: CallLog) { self.log = log }

    package var version: String { "fake-music-1" }

    package func play(_ piece: MusicPiece, to file: URL) async throws {
        log.add("play \(piece.mood) in \(piece.key.name)")
        try Data("music".utf8).write(to: file, options: .atomic)
    }
}

/// Lays pieces end to end on paper.
package struct FakeSoundEngineer: SoundEngineer {
    private let log: CallLog

    package init(_ log: CallLog) { self.log = log }

    package var version: String { "fake-sound-1" }

    package func assemble(
        _ pieces: [SpeechPiece], leadInMs: Int, tailMs: Int, beatMs: Int, to file: URL
    ) async throws -> AssembledSpeech {
        log.add("assemble \(pieces.count)")
        var at = leadInMs * 48
        var starts: [Int] = []
        for piece in pieces {
            starts.append(at)
            at += piece.speech.sampleCount * 48_000 / piece.speech.sampleRate + piece.gapAfterMs * 48
            let beat = max(1, beatMs * 48)
            if piece.gapAfterMs > 0 { at = (at + beat / 2) / beat * beat }
        }
        let silence = [Int16](repeating: 0, count: at + tailMs * 48)
        try WaveFormat.file(silence, sampleRate: 48_000).write(to: file, options: .atomic)
        return AssembledSpeech(sampleRate: 48_000, sampleCount: at + tailMs * 48, starts: starts)
    }

    package func master(_ score: SoundScore, to file: URL) async throws -> Loudness {
        log.add("master")
        if let music = score.music {
            log.add("bed \(music.speechLUFS)\(music.isLoop ? " loop" : "")")
        }
        for insert in score.inserts { log.add("insert \(insert.samples)") }
        try Data("master".utf8).write(to: file, options: .atomic)
        return Loudness(integratedLUFS: -16, truePeakDBTP: -1.5)
    }

    package func encodeMP3(_ soundTrack: URL, to file: URL) async throws {
        log.add("mp3")
        try Data("mp3".utf8).write(to: file, options: .atomic)
    }
}
