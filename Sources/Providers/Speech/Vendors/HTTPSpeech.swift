import BatchVideo
import Foundation

/// A vendor that answers a sentence with its sound. What differs from one to the next is a `Dialect`.
struct HTTPSpeech: SpeechVendor {
    struct Dialect: Sendable {
        var voices: [Voice]
        /// Of one request.
        var maxCharacters: Int
        /// Paces that the vendor keeps; `1...1`: it has none to set.
        var speeds: ClosedRange<Double>
        /// Sends one sentence, whose pace is one of `speeds`.
        var speak: @Sendable (HTTPCaller, SpeechRequest, CallSlip) async throws -> Sound
    }

    /// What a vendor answered.
    struct Sound: Sendable {
        /// A file of any format.
        var bytes: Data
        var words: [HeardWord]?

        init(_ bytes: Data, words: [HeardWord]? = nil) {
            self.bytes = bytes
            self.words = words
        }
    }

    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let dialect: Dialect

    var voices: [Voice] { dialect.voices }

    init(
        _ settings: VendorSettings, _ tools: VendorTools, vendor: String, key: HTTPKeyPlace, dialect: Dialect
    ) throws {
        name = settings.name
        version = settings.version(vendor)
        terms = try settings.terms()
        caller = try tools.caller(settings, key: key)
        self.tools = tools
        self.dialect = dialect
    }

    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech {
        guard request.text.count <= dialect.maxCharacters else {
            throw request.tooLong(for: name, dialect.maxCharacters)
        }
        var order = request
        order.speed = request.speed.kept(in: dialect.speeds)
        let sound = try await dialect.speak(caller, order, slip)
        try await tools.accept(sound.bytes, as: .sound, from: caller, to: file)
        return VendorSpeech(words: sound.words, speed: order.speed, cost: terms.cost(of: request))
    }
}

extension SpeechRequest {
    func tooLong(for vendor: String, _ limit: Int) -> BatchVideoError {
        BatchVideoError(
            .invalid,
            "a sentence is longer than the \(limit) characters that \(vendor) takes; put a full stop into it")
    }

    /// Its voice as a vendor calls it; throws `.invalid` for a name that could lead elsewhere in an address.
    func pathVoice() throws -> String {
        guard !voice.isEmpty, voice.utf8.count <= 128,
            !voice.contains(where: { "/?#%\\".contains($0) || $0.isWhitespace }), !voice.hasPrefix(".")
        else { throw BatchVideoError(.invalid, "\"\(voice.prefix(40))\" is no voice's id") }
        return HTTPOrder.escaped(voice)
    }
}

extension CallTerms {
    /// Of a sentence: a unit is a thousand characters.
    func cost(of request: SpeechRequest) -> VendorCost { cost(units: Double(request.text.count) / 1000) }
}

extension Double {
    func kept(in range: ClosedRange<Double>) -> Double {
        Swift.min(range.upperBound, Swift.max(range.lowerBound, self))
    }

    /// As a percentage of change with its sign: 0.9 is "-10%".
    var signedPercent: String {
        let change = Int(((self - 1) * 100).rounded())
        return "\(change < 0 ? "" : "+")\(change)%"
    }
}

extension HTTPCaller {
    /// The bytes of an answer that is a sound; one that tells an error with a good status is thrown.
    func sound(_ order: HTTPOrder, refusal: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { _ in nil })
        async throws -> Data
    {
        let answer = try await send(order, refusal: refusal)
        if answer.type == "application/json" {
            throw failure(.outage, answer.words, answer: answer, isUnpaid: true)
        }
        return answer.body
    }

    /// A JSON answer that holds `key`; one without it tells an error, whatever its status.
    func json(
        _ order: HTTPOrder, holding key: String,
        refusal: @Sendable (HTTPAnswer) -> VendorFailure.Kind? = { _ in nil }
    ) async throws -> JSONValue {
        let answer = try await send(order, refusal: refusal)
        guard let json = answer.json else {
            throw failure(.outage, "the answer is no JSON: \(answer.words)", answer: answer)
        }
        guard json[key] == nil else { return json }
        let isUnpaid = ["error", "detail", "message", "msg"].contains { json[$0] != nil }
        throw failure(
            .outage, isUnpaid ? answer.words : "its answer holds no \(key)", answer: answer,
            isUnpaid: isUnpaid)
    }

    /// A sound that stands as base64 in a JSON answer.
    func base64(_ text: String?) throws -> Data {
        guard let text, !text.isEmpty,
            let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters)
        else { throw failure(.outage, "its answer holds no sound") }
        return bytes
    }
}
