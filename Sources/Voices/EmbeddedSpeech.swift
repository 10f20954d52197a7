package import BatchVideo
package import Foundation

/// The voices that need no network: espeak-ng and flite in `batchvideo-voice`, with our own reading
/// of Mandarin before them and our own joining after them.
package final class EmbeddedSpeech: SpeechSynthesizer {
    package static let speeds = 0.5...2.0

    package let version: String
    package var voices: [Voice] { EmbeddedVoices.all }

    /// What the engines of this machine say about themselves.
    let report: VoiceReport
    private let mandarin: MandarinReader
    private let pool: VoicePool

    /// - Parameters:
    ///   - program: `batchvideo-voice`.
    ///   - readings: the Mandarin readings that `scripts/setup` makes.
    ///   - workers: programs that speak at the same time.
    ///
    /// Asks the program once what it can do, which takes some 30 ms: call it at the start. Throws
    /// `.unavailable` when the program or the readings are missing or of no use.
    package init(program: URL, readings: URL, workers: Int = 2) throws {
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw BatchVideoError(
                .unavailable, "the speech program \(program.path) is missing; run: make build")
        }
        let data: Data
        do { data = try Data(contentsOf: readings) } catch {
            throw BatchVideoError(
                .unavailable,
                "the Mandarin readings \(readings.path) cannot be read; run: scripts/setup")
        }
        mandarin = try MandarinReader(readings: data)
        pool = VoicePool(program: program, workers: workers)
        report = try VoicePool.report(of: program)
        version = Self.version(readings: data, report)
    }

    package func speak(_ request: SpeechRequest, to file: URL) async throws -> Speech {
        let voice = try EmbeddedVoices.find(request.voice)
        guard Self.speeds.contains(request.speed) else {
            throw BatchVideoError(.invalid, "speed must be between 0.5 and 2, not \(request.speed)")
        }
        let reading = SentenceReading(mandarin: mandarin, request: request, voice: voice)
        let parts = try await reading.parts(for: voice.speaker)
        guard parts.contains(where: \.isSpoken) else { throw nothingToSay(request) }
        let sentence: SpokenSentence
        do {
            sentence = try await speak(parts, request)
        } catch let error as BatchVideoError where error.code == .rejected {
            guard let understudy = voice.understudy else { throw error }
            sentence = try await speak(try await reading.parts(for: understudy), request)
        }
        return try await write(sentence, request, to: file)
    }

    /// Ends all programs; nothing can be spoken afterwards.
    package func shutdown() async { await pool.shutdown() }

    /// Process numbers of the programs that run now.
    package var children: [Int32] { pool.children }

    private func speak(_ parts: [SpeechPart], _ request: SpeechRequest) async throws -> SpokenSentence {
        try await SentenceSpeaker(pool: pool).speak(parts, speed: request.speed)
    }

    @concurrent
    private func write(
        _ sentence: SpokenSentence, _ request: SpeechRequest, to file: URL
    ) async throws -> Speech {
        guard let (samples, speech) = sentence.joined(speed: request.speed) else {
            throw nothingToSay(request)
        }
        try Task.checkCancellation()
        do {
            try WaveFormat.file(samples, sampleRate: speech.sampleRate).write(to: file, options: .atomic)
            let handle = try FileHandle(forUpdating: file)
            try handle.synchronize()
            try handle.close()
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot write \(file.path); check the folder and the free space", cause: error)
        }
        return speech
    }

    private func nothingToSay(_ request: SpeechRequest) -> BatchVideoError {
        BatchVideoError(
            .invalid, "there is nothing to say in ‘\(request.text.prefix(40))’; write some words")
    }

    /// Changes with the engines, the presets and the readings; `method` with this module's ways.
    private static func version(readings: Data, _ report: VoiceReport) -> String {
        let method = 1
        var hash = StableHash()
        for byte in readings { hash.add(byte) }
        for voice in EmbeddedVoice.all { hash.add("\(voice)") }
        return "embedded-\(method)/espeak-ng-\(report.espeakVersion)/flite-\(report.fliteVersion)/"
            + String(hash.value, radix: 36)
    }
}
