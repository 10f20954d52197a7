/// The language between `Providers` and `batchvideo-voice`, spoken over standard input and output.
///
/// A request is one line of JSON (`VoiceRequest`), at most `longestRequestBytes` with its newline. Its
/// answer is one line of JSON (`VoiceReply`), at most `longestReplyBytes`, and right behind the
/// newline `sampleCount` samples: 16-bit, little-endian, mono. Requests are answered in order.
/// The program ends when its input ends or its parent dies. Every request is worked on in a child
/// of its own, forked from the same state: equal requests get equal bytes whatever came before,
/// and a text that crashes an engine costs one answer (`VoiceReply.failure`), not the program.
package enum VoiceWire {
    /// A clause is a few hundred bytes; this bounds what a stranger can make us hold.
    package static let longestRequestBytes = 64 * 1024
    package static let longestReplyBytes = 4 * 1024 * 1024
    /// About twelve minutes at 22.05 kHz; no clause lasts that long.
    package static let mostSamples = 16 * 1024 * 1024
    /// CPU seconds that one request may take; an engine that turns in circles is killed then.
    package static let mostCPUSeconds = 20
    /// Wall seconds that one request may take, on a machine with much else to do.
    package static let deadlineSeconds = 120
}

package enum VoiceEngine: String, Sendable, Codable, CaseIterable {
    case espeak
    case flite
}

package enum VoiceRequest: Hashable, Sendable, Codable {
    case speak(Utterance)
    /// Which voices there are, and whether they work.
    case probe
}

/// One clause for one engine.
package struct Utterance: Hashable, Sendable, Codable {
    package var engine: VoiceEngine
    /// espeak's name with a variant ("cmn-latn-pinyin+f2"); "slt" for flite.
    package var voice: String
    /// Plain text, no mark-up. Mandarin comes as pinyin with tone digits.
    package var text: String
    /// espeak: words per minute, 80 ... 450. flite: percent of its normal pace, 20 ... 500.
    package var rate: Double
    /// espeak: 0 ... 99, 50 is the voice's own. flite: percent of its normal pitch, 100 is its own.
    package var pitch: Int
    /// espeak: 0 (monotone) ... 99, how far the pitch moves. flite ignores it.
    package var range: Int
    /// espeak: 0 ... 100. flite ignores it.
    package var volume: Int
    /// espeak: extra silence between words in 10 ms at its default rate. flite ignores it.
    package var wordGap: Int

    package init(
        engine: VoiceEngine, voice: String, text: String, rate: Double, pitch: Int = 50,
        range: Int = 50, volume: Int = 60, wordGap: Int = 0
    ) {
        self.engine = engine
        self.voice = voice
        self.text = text
        self.rate = rate
        self.pitch = pitch
        self.range = range
        self.volume = volume
        self.wordGap = wordGap
    }
}

package struct VoiceReply: Hashable, Sendable, Codable {
    /// What went wrong; nil when the request was answered.
    package var failure: Failure?
    /// Samples per second; 0 without sound.
    package var sampleRate: Int
    /// Samples that follow this line.
    package var sampleCount: Int
    package var words: [WireWord]
    package var phonemes: [SpokenPhoneme]
    /// Answer to `.probe`.
    package var report: VoiceReport?

    package struct Failure: Hashable, Sendable, Codable {
        package enum Kind: String, Sendable, Codable {
            /// The request breaks the protocol's rules.
            case malformed
            /// The engine has no such voice.
            case unknownVoice
            /// The engine crashed, hung or refused this text.
            case engineFailed
        }

        package var kind: Kind
        package var message: String

        package init(_ kind: Kind, _ message: String) {
            self.kind = kind
            self.message = message
        }
    }

    package init(
        failure: Failure? = nil, sampleRate: Int = 0, sampleCount: Int = 0,
        words: [WireWord] = [], phonemes: [SpokenPhoneme] = [], report: VoiceReport? = nil
    ) {
        self.failure = failure
        self.sampleRate = sampleRate
        self.sampleCount = sampleCount
        self.words = words
        self.phonemes = phonemes
        self.report = report
    }
}

/// Where a word begins: in the utterance's text, in Unicode scalars, and in its sound.
package struct WireWord: Hashable, Sendable, Codable {
    package var textStart: Int
    package var textCount: Int
    package var startSample: Int
    /// Known to flite only; espeak's words last until the next begins.
    package var endSample: Int?

    package init(textStart: Int, textCount: Int, startSample: Int, endSample: Int? = nil) {
        self.textStart = textStart
        self.textCount = textCount
        self.startSample = startSample
        self.endSample = endSample
    }
}

/// What the engines of this machine can do.
package struct VoiceReport: Hashable, Sendable, Codable {
    package var espeakVersion: String
    package var fliteVersion: String
    /// espeak's voices by file name, sorted: "cmn-latn-pinyin", "en-us", ...
    package var espeakVoices: [String]
    /// `cmn-latn-pinyin` reads ni3 in Mandarin phonemes. (Raw characters go wrong in Debian's `cmn`.)
    package var readsPinyin: Bool
    /// `cmn` reads 你 without falling into English; false in espeak-ng 1.51 of Debian 12.
    package var readsCharacters: Bool

    package init(
        espeakVersion: String, fliteVersion: String, espeakVoices: [String], readsPinyin: Bool,
        readsCharacters: Bool
    ) {
        self.espeakVersion = espeakVersion
        self.fliteVersion = fliteVersion
        self.espeakVoices = espeakVoices
        self.readsPinyin = readsPinyin
        self.readsCharacters = readsCharacters
    }
}
