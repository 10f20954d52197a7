import BatchVideo
import CFlite
import Foundation

/// CMU Flite with its `slt` voice (American English, female, 16 kHz).
struct Flite {
    private let slt: UnsafeMutablePointer<cst_voice>

    init() throws {
        flite_init()
        guard let voice = register_cmu_us_slt(nil) else {
            throw BatchVideoError(.unavailable, "flite's voice slt is missing; install flite1-dev")
        }
        slt = voice
    }

    var version: String { FLITE_PROJECT_VERSION }

    func speak(_ utterance: Utterance) throws -> Answer {
        guard utterance.voice == "slt" else {
            return .failure(.unknownVoice, "flite has no voice \(utterance.voice.prefix(60))")
        }
        let pace = min(max(utterance.rate, 20), 500) / 100
        let pitch = Float(min(max(utterance.pitch, 50), 200)) / 100
        flite_feat_set_float(slt.pointee.features, "duration_stretch", Float(1 / pace))
        flite_feat_set_float(slt.pointee.features, "f0_shift", pitch)
        guard let spoken = flite_synth_text(utterance.text, slt), let wave = utt_wave(spoken) else {
            return .failure(.engineFailed, "flite refuses this text")
        }
        let rate = Int(wave.pointee.sample_rate)
        let count = min(Int(wave.pointee.num_samples), VoiceWire.mostSamples)
        let samples = Array(UnsafeBufferPointer(start: wave.pointee.samples, count: count))
        let reading = FliteReading(spoken, text: utterance.text, sampleRate: rate)
        return Answer(
            reply: VoiceReply(
                sampleRate: rate, sampleCount: count, words: reading.words,
                phonemes: reading.phonemes),
            samples: samples)
    }
}
