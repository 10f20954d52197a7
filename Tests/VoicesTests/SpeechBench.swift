import BatchVideo
import Foundation
import TestKit

@testable import Voices

/// The real program with the real engines, and what tests ask of it.
struct SpeechBench {
    let speech: EmbeddedSpeech

    /// One for all tests that only speak.
    static let shared = Result { try SpeechBench() }

    init(workers: Int = 2) throws {
        speech = try EmbeddedSpeech(
            program: Self.program(), readings: Self.readings(), workers: workers)
    }

    /// Speaks and reads the file back. A refusal that leaves a file is an error of its own.
    func speak(
        _ text: String, _ voice: String, speed: Double = 1, lexicon: [String: String] = [:]
    ) async throws -> Spoken {
        let folder = try TemporaryFolder("voice-test")
        let file = folder.file("speech.wav")
        let request = SpeechRequest(
            text: text, language: Language("und"), voice: voice, speed: speed, lexicon: lexicon)
        let speech: Speech
        do { speech = try await self.speech.speak(request, to: file) } catch {
            guard folder.files.isEmpty else { throw Fault(what: "left \(folder.files)") }
            throw error
        }
        let data = try Data(contentsOf: file)
        return Spoken(text: text, speech: speech, sound: try WaveSamples(data), data: data)
    }

    static func program() throws -> URL {
        let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "batchvideo-voice")
        let built = root.appending(path: ".build/debug/batchvideo-voice")
        for program in [beside, built]
        where FileManager.default.isExecutableFile(atPath: program.path) {
            return program
        }
        throw Fault(what: "batchvideo-voice is not built; run: swift build --product batchvideo-voice")
    }

    static func readings() throws -> URL {
        let own = ProcessInfo.processInfo.environment["BATCHVIDEO_SHARE"].map { URL(filePath: $0) }
        let folder = own ?? root.appending(path: ".build/share/batchvideo")
        let file = folder.appending(path: "readings.bin")
        guard FileManager.default.isReadableFile(atPath: file.path) else {
            throw Fault(what: "\(file.path) is missing; run: scripts/setup")
        }
        return file
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct Fault: Error, CustomStringConvertible {
        let what: String
        var description: String { what }
    }
}

/// A spoken text and its sound.
struct Spoken {
    let text: String
    let speech: Speech
    let sound: WaveSamples
    let data: Data

    var words: [String] { speech.words.map { text[$0.range] } }

    /// Seconds of sound, without the pauses between words.
    var spokenSeconds: Double {
        let samples = speech.words.reduce(0) { $0 + $1.endSample - $1.startSample }
        return Double(samples) / Double(speech.sampleRate)
    }

    /// Seconds from the beginning of a word to the first 5 ms that are less than 36 dB below the
    /// file's loudest.
    func onsetDelay(ofWord index: Int) -> Double {
        let rate = speech.sampleRate
        let frame = rate / 200
        func level(_ start: Int) -> Float {
            let part = sound.samples[start..<min(start + frame, sound.samples.count)]
            return part.reduce(0) { $0 + $1 * $1 } / Float(max(1, part.count))
        }
        let starts = stride(from: 0, to: sound.samples.count - frame, by: frame)
        let loudest = starts.map(level).max() ?? 0
        var at = speech.words[index].startSample
        while at + frame < sound.samples.count, level(at) < loudest * 0.000_25 { at += frame }
        return Double(at - speech.words[index].startSample) / Double(rate)
    }
}
