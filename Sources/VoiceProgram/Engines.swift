import BatchVideo
import Foundation

/// The speech engines of this program, ready to speak.
struct Engines {
    private let espeak: Espeak
    private let flite: Flite

    init() throws {
        espeak = try Espeak()
        flite = try Flite()
    }

    func answer(_ line: LineReader.Line) throws -> Answer {
        guard case .text(let data) = line else {
            return .failure(
                .malformed, "a request is longer than \(VoiceWire.longestRequestBytes) bytes")
        }
        guard let request = try? JSONDecoder().decode(VoiceRequest.self, from: data) else {
            return .failure(.malformed, "a request is not JSON of this protocol")
        }
        switch request {
        case .probe:
            return Answer(reply: VoiceReply(report: report()))
        case .speak(let utterance):
            guard !utterance.text.unicodeScalars.contains(where: { $0.value == 0 }) else {
                return .failure(.malformed, "the text contains a NUL")
            }
            switch utterance.engine {
            case .espeak: return try espeak.speak(utterance)
            case .flite: return try flite.speak(utterance)
            }
        }
    }

    private func report() -> VoiceReport {
        VoiceReport(
            espeakVersion: espeak.version, fliteVersion: flite.version,
            espeakVoices: espeak.voices,
            readsPinyin: readsMandarin("ni3hao3", "cmn-latn-pinyin"),
            readsCharacters: readsMandarin("你", "cmn"))
    }

    /// True when the text sounds and no phoneme switches to English ("(en)"). Debian 12's `cmn`
    /// reads 你 as the English words "ni three".
    private func readsMandarin(_ text: String, _ voice: String) -> Bool {
        let utterance = Utterance(engine: .espeak, voice: voice, text: text, rate: 200)
        guard let reply = try? espeak.speak(utterance).reply, reply.failure == nil else {
            return false
        }
        let names = reply.phonemes.map(\.name)
        return names.contains { $0.contains("i") } && !names.contains { $0.hasPrefix("(") }
    }
}
