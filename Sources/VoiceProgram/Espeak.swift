import BatchVideo
import CEspeakNG
import Foundation

/// libespeak-ng, once per process: the library keeps everything in globals.
struct Espeak {
    private let sampleRate: Int
    /// Voice files by the language they speak.
    private let files: [String: String]

    init() throws {
        // DONT_EXIT: a missing data folder is our error to report, not the library's to end us with.
        let options = espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nil, Int32(options))
        guard rate > 0 else {
            throw BatchVideoError(
                .unavailable, "espeak-ng's voices are missing; install espeak-ng-data")
        }
        sampleRate = Int(rate)
        files = Self.filesByLanguage()
        espeak_SetSynthCallback(hear)
    }

    var version: String { espeak_Info(nil).map { String(cString: $0) } ?? "unknown" }

    /// Names of all languages, sorted.
    var voices: [String] { files.keys.sorted() }

    /// espeak finds voices by the names of their files; "en-gb" is in one called "en".
    private static func filesByLanguage() -> [String: String] {
        guard var next = espeak_ListVoices(nil) else { return [:] }
        var files: [String: String] = [:]
        while let voice = next.pointee {
            next += 1
            // The first of a list of (priority byte, name) is the voice's own language.
            guard let languages = voice.pointee.languages, languages.pointee != 0,
                let path = voice.pointee.identifier
            else { continue }
            let file = String(cString: path).split(separator: "/").last.map(String.init)
            files[String(cString: languages + 1).lowercased()] = file
        }
        return files
    }

    private func fileName(_ voice: String) -> String {
        let base = String(voice.prefix { $0 != "+" })
        return (files[base.lowercased()] ?? base) + voice.dropFirst(base.count)
    }

    func speak(_ utterance: Utterance) throws -> Answer {
        guard Self.isName(utterance.voice),
            espeak_SetVoiceByName(fileName(utterance.voice)) == EE_OK
        else {
            return .failure(.unknownVoice, "espeak-ng has no voice \(utterance.voice.prefix(60))")
        }
        set(espeakRATE, Int(utterance.rate.rounded()), 80...450)
        set(espeakPITCH, utterance.pitch, 0...99)
        set(espeakRANGE, utterance.range, 0...99)
        set(espeakVOLUME, utterance.volume, 0...200)
        set(espeakWORDGAP, utterance.wordGap, 0...100)
        let recording = Recording()
        let flags = UInt32(espeakCHARS_UTF8 | espeakENDPAUSE)
        let memory = Unmanaged.passUnretained(recording).toOpaque()
        let status = utterance.text.withCString {
            espeak_Synth($0, strlen($0) + 1, 0, POS_CHARACTER, 0, flags, nil, memory)
        }
        guard status == EE_OK, espeak_Synchronize() == EE_OK else {
            return .failure(.engineFailed, "espeak-ng refuses this text")
        }
        return recording.answer(sampleRate: sampleRate)
    }

    private func set(_ parameter: espeak_PARAMETER, _ value: Int, _ allowed: ClosedRange<Int>) {
        let value = min(max(value, allowed.lowerBound), allowed.upperBound)
        _ = espeak_SetParameter(parameter, Int32(value), 0)
    }

    /// "language" or "language+variant". The library takes names for paths, so nothing else passes.
    static func isName(_ voice: String) -> Bool {
        voice.utf8.count <= 60
            && voice.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_+".contains($0)) }
    }
}

/// Sound and events of one utterance, filled by `hear`.
private final class Recording {
    var samples: [Int16] = []
    var words: [WireWord] = []
    var phonemes: [SpokenPhoneme] = []

    func note(_ event: espeak_EVENT) {
        switch event.type {
        case espeakEVENT_WORD:
            words.append(
                WireWord(
                    textStart: max(0, Int(event.text_position) - 1), textCount: Int(event.length),
                    startSample: Int(event.sample)))
        case espeakEVENT_PHONEME:
            // The name lies in the 8 bytes of the union itself.
            let name = withUnsafeBytes(of: event.id.string) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            phonemes.append(SpokenPhoneme(name: name, startSample: Int(event.sample)))
        default:
            break
        }
    }

    func answer(sampleRate: Int) -> Answer {
        Answer(
            reply: VoiceReply(
                sampleRate: sampleRate, sampleCount: samples.count, words: words,
                phonemes: phonemes),
            samples: samples)
    }
}

/// espeak's callback; a result of 1 ends the synthesis.
private func hear(
    _ wave: UnsafeMutablePointer<Int16>?, _ count: Int32, _ events: UnsafeMutablePointer<espeak_EVENT>?
) -> Int32 {
    guard var event = events, let memory = event.pointee.user_data else { return 0 }
    let recording = Unmanaged<Recording>.fromOpaque(memory).takeUnretainedValue()
    while event.pointee.type != espeakEVENT_LIST_TERMINATED {
        recording.note(event.pointee)
        event += 1
    }
    if let wave, count > 0 {
        recording.samples.append(contentsOf: UnsafeBufferPointer(start: wave, count: Int(count)))
    }
    return recording.samples.count > VoiceWire.mostSamples ? 1 : 0
}
