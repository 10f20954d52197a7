package import Foundation

/// What a vendor spoke.
package struct VendorSpeech: Sendable {
    /// Words and their times in milliseconds of the file, in order; nil where the vendor gives none.
    package var words: [HeardWord]?
    /// The pace it was spoken at, as `SpeechRequest.speed` counts: the request's where the vendor keeps
    /// it, 1 where the vendor has none to set. What is left to the request's is for who plays it.
    package var speed: Double
    package var cost: VendorCost

    package init(words: [HeardWord]? = nil, speed: Double, cost: VendorCost) {
        self.words = words
        self.speed = speed
        self.cost = cost
    }
}

/// A word somebody heard in a sound.
package struct HeardWord: Hashable, Sendable, Codable {
    package var text: String
    package var startMs: Int
    package var endMs: Int

    package init(text: String, startMs: Int, endMs: Int) {
        self.text = text
        self.startMs = startMs
        self.endMs = endMs
    }
}

/// Port: a vendor that speaks. What it gives becomes a `Speech` (decoded, trimmed, aligned) behind
/// `SpeechSynthesizer`; here is only what the vendor does.
///
/// - A unit of cost is a thousand characters.
/// - `speak` writes the vendor's sound as a file of any format that can be decoded (headerless PCM
///   gets a WAV header) at `file`, or throws and leaves nothing there. Text longer than the vendor
///   takes is refused with `.invalid`: the script's sentences are short.
/// - `SpeechRequest.voice` is one of `voices`, without the vendor's name before it.
package protocol SpeechVendor: VendorPart {
    /// Empty when the vendor takes any name (`voices` of servers that clone).
    var voices: [Voice] { get }
    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech
}

/// Port: speech said again with the timbre of another voice.
///
/// A unit of cost is a second of sound. Writes a sound file of any format at `file` as long as
/// `speech` (within 5 %), or throws and leaves nothing there. `reference`: 3 to 25 s of the voice,
/// which its owner agreed to.
package protocol VoiceConverter: VendorPart {
    func convert(
        _ speech: URL, like reference: URL, slip: CallSlip, to file: URL
    ) async throws -> VendorCost
}

/// What was heard in a sound.
package struct Transcript: Hashable, Sendable, Codable {
    package var text: String
    /// In order; empty when the vendor gives no times of words.
    package var words: [HeardWord]
    /// Sentences or segments, in order; empty when it gives none.
    package var sentences: [HeardWord]

    package init(text: String, words: [HeardWord] = [], sentences: [HeardWord] = []) {
        self.text = text
        self.words = words
        self.sentences = sentences
    }
}

/// Port: writes down what is said in a sound file (mono, 16 kHz, WAV).
///
/// A unit of cost is a second of sound. Times are monotone and inside the sound.
package protocol Transcriber: VendorPart {
    func transcribe(
        _ sound: URL, language: Language, slip: CallSlip
    ) async throws -> (transcript: Transcript, cost: VendorCost)
}
