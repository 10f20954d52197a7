import BatchVideo
import Foundation

struct DeclaredSpeech: SpeechVendor {
    let name: String
    let version: String
    var terms: CallTerms { engine.terms }
    let voices: [Voice]
    private let engine: DeclaredEngine
    private let words: DeclaredWords?
    /// Its request says how fast.
    private let keepsSpeed: Bool

    init(_ settings: VendorSettings, _ engine: DeclaredEngine) throws {
        name = settings.name
        version = settings.version("http")
        voices = try settings.voices()
        words = try settings.section("words").map { try DeclaredWords($0) }
        self.engine = engine
        keepsSpeed = settings.json("submit")?.text.contains("%speed%") ?? false
    }

    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech {
        let answer = try await engine.make(
            [
                "text": .string(request.text), "voice": .string(request.voice),
                "language": .string(request.language.tag), "speed": .number(request.speed),
            ], files: [:], slip, to: file)
        return VendorSpeech(
            words: words?.words(in: answer), speed: keepsSpeed ? request.speed : 1,
            cost: terms.cost(units: Double(request.text.count) / 1000))
    }
}

/// Where a declared vendor's answer tells the times of words.
struct DeclaredWords: Sendable {
    private enum Unit: String, CaseIterable { case s, ms }

    private let list: JSONPointer
    private let text: JSONPointer
    private let start: JSONPointer
    private let end: JSONPointer
    private let unit: Unit

    init(_ settings: VendorSettings) throws {
        try settings.expect(["at", "text", "start", "end", "unit"])
        func place(_ key: String) throws -> JSONPointer {
            guard let pointer = try settings.pointer(key) else { throw settings.fault(key, "is missing") }
            return pointer
        }
        (list, text, start, end) = (try place("at"), try place("text"), try place("start"), try place("end"))
        unit = try settings.choice("unit", or: .s)
    }

    /// Nil when the answer tells none.
    func words(in answer: JSONValue) -> [HeardWord]? {
        let scale = unit == .s ? 1000.0 : 1
        let words = (list.value(in: answer)?.array ?? []).compactMap { item -> HeardWord? in
            guard let text = text.value(in: item)?.string, let start = start.value(in: item)?.number,
                let end = end.value(in: item)?.number, abs(start) < 1e9, abs(end) < 1e9
            else { return nil }
            return HeardWord(
                text: text, startMs: Int((start * scale).rounded()), endMs: Int((end * scale).rounded()))
        }
        return words.isEmpty ? nil : words
    }
}

struct DeclaredImages: ImageGenerator {
    let name: String
    let version: String
    var terms: CallTerms { engine.terms }
    var takesReference: Bool { engine.uses("reference", "reference.base64") }
    private let engine: DeclaredEngine

    init(_ settings: VendorSettings, _ engine: DeclaredEngine) throws {
        name = settings.name
        version = settings.version("http")
        self.engine = engine
    }

    func generate(_ request: ImageRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        var values: [String: JSONValue] = [
            "prompt": .string(request.lora?.waking(request.prompt) ?? request.prompt),
            "negative": .string(request.negative), "width": JSONValue(request.size.width),
            "height": JSONValue(request.size.height), "ratio": .string(request.size.ratioText),
            "seed": JSONValue(request.seed, below: 1 << 31),
        ]
        if let lora = request.lora {
            values["lora"] = .string(lora.name)
            values["loraWeight"] = .number(Double(lora.weight) / 100)
        }
        var files: [String: MediaBytes] = [:]
        if let reference = request.reference, takesReference {
            files["reference"] = try MediaBytes(reference)
            values["referenceScale"] = .number(request.referenceScale)
        }
        try await engine.make(values, files: files, slip, to: file)
        return GeneratedMedia(seed: request.seed % (1 << 31), cost: terms.unitCost)
    }
}

struct DeclaredClips: ClipGenerator {
    let name: String
    let version: String
    var terms: CallTerms { engine.terms }
    var takesImage: Bool { engine.uses("image", "image.base64") }
    /// A picture that is not there is left out of the request; not every vendor bears that.
    let takesWordsAlone: Bool
    private let engine: DeclaredEngine
    private let lengths: [Int]

    init(_ settings: VendorSettings, _ engine: DeclaredEngine) throws {
        name = settings.name
        version = settings.version("http")
        self.engine = engine
        lengths = try settings.clipLengths()
        takesWordsAlone = !engine.uses("image", "image.base64")
    }

    private func seconds(_ request: ClipRequest) -> Int {
        lengths.first { $0 * 1000 >= request.length.ms } ?? lengths.last ?? 5
    }

    func billedSeconds(of request: ClipRequest) -> Double { Double(seconds(request)) }

    func generate(_ request: ClipRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        guard request.image == nil ? takesWordsAlone : takesImage else {
            throw BatchVideoError(
                .invalid, "\(name) makes clips \(takesImage ? "from a picture" : "from words alone") only")
        }
        let values: [String: JSONValue] = [
            "prompt": .string(request.prompt), "negative": .string(request.negative),
            "width": JSONValue(request.size.width), "height": JSONValue(request.size.height),
            "ratio": .string(request.size.ratioText), "seconds": JSONValue(seconds(request)),
            "seed": JSONValue(request.seed, below: 1 << 31),
        ]
        let files = try request.image.map { ["image": try MediaBytes($0)] } ?? [:]
        try await engine.make(values, files: files, slip, to: file)
        return GeneratedMedia(
            seed: request.seed % (1 << 31), cost: terms.cost(units: billedSeconds(of: request)))
    }
}

struct DeclaredPresenter: PresenterGenerator {
    let name: String
    let version: String
    var terms: CallTerms { engine.terms }
    private let engine: DeclaredEngine
    private let takes: Set<PresenterSource>

    init(_ settings: VendorSettings, _ engine: DeclaredEngine) throws {
        name = settings.name
        version = settings.version("http")
        self.engine = engine
        let words = try settings.texts("takes")
        takes = try Set(
            (words.isEmpty ? ["video"] : words).map { word in
                guard let source = PresenterSource(rawValue: word) else {
                    throw settings.fault("takes", "must list video, picture or avatar, not \(word)")
                }
                return source
            })
    }

    func generate(_ request: PresenterRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        try request.check(takes, longestSeconds: nil, vendor: name)
        var values: [String: JSONValue] = [
            "width": JSONValue(request.size.width), "height": JSONValue(request.size.height),
            "ratio": .string(request.size.ratioText), "seconds": .number(Double(request.length.ms) / 1000),
        ]
        if let avatar = request.avatar { values["avatar"] = .string(avatar) }
        if let colour = request.background { values["background"] = .string(colour) }
        var files = ["speech": try MediaBytes(request.speech)]
        if request.avatar == nil { files["source"] = try MediaBytes(request.source, maxBytes: 512 << 20) }
        try await engine.make(values, files: files, slip, to: file)
        return GeneratedMedia(cost: terms.cost(units: Double(request.length.ms) / 1000))
    }
}

struct DeclaredModel: LanguageModel {
    let name: String
    let version: String
    var terms: CallTerms { engine.terms }
    private let engine: DeclaredEngine
    private let tokens: [JSONPointer]

    init(_ settings: VendorSettings, _ engine: DeclaredEngine) throws {
        name = settings.name
        version = settings.version("http")
        self.engine = engine
        tokens = try settings.texts("tokens").map { text in
            guard let pointer = JSONPointer(text) else {
                throw settings.fault("tokens", "must be a list of JSON pointers such as /usage/total_tokens")
            }
            return pointer
        }
    }

    /// A request without %schema% asks for JSON in words.
    func answer(_ question: ModelQuestion, slip: CallSlip) async throws -> ModelAnswer {
        var system = question.system
        var values: [String: JSONValue] = [
            "text": .string(question.text), "temperature": .number(question.temperature),
            "maxTokens": JSONValue(question.maxTokens),
        ]
        if let schema = question.schema {
            values["schema"] = schema
            if !engine.uses("schema") {
                system += "\nAnswer with nothing but one JSON object that fits this schema: \(schema.text)"
            }
        }
        values["system"] = .string(system)
        if !engine.uses("system") { values["text"] = .string("\(system)\n\n\(question.text)") }
        let (text, answer) = try await engine.text(values, slip)
        let used = tokens.map { $0.value(in: answer)?.int ?? 0 }
        // Without a count: four letters are about a token.
        let total = tokens.isEmpty ? (system.count + question.text.count + text.count) / 4 + 1 : used.reduce(0, +)
        return ModelAnswer(
            text: question.schema == nil ? OpenAIChat.bare(text) : OpenAIChat.json(in: text),
            inputTokens: used.first ?? 0, outputTokens: used.dropFirst().reduce(0, +),
            cost: terms.cost(units: Double(total) / 1000))
    }
}
