import BatchVideo
import Foundation

extension Vendor {
    /// FunASR's runtime (port 10095): settings, sound in pieces, an end; one answer.
    static let funASRSocket = Vendor(
        "funasr-ws", title: "FunASR runtime (WebSocket, times of words)",
        settings: [
            VendorSetting(
                "certificate",
                "A PEM file with the certificate of a server that signed its own (wss); the system's when left out."
            ),
            VendorSetting("hotwords", "Words to listen for and their weights, as a map such as {阿里巴巴: 20}."),
        ]
    ) { settings, tools in
        VendorParts(transcriber: try FunASRSocket(settings, tools))
    }
}

private struct FunASRSocket: Transcriber {
    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let url: URL
    private let certificate: String?
    private let hotwords: JSONValue

    /// Of one message, in bytes.
    private static let pieceSize = 1 << 16

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("funasr-ws")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        url = try settings.url(or: "ws://127.0.0.1:10095").socket
        certificate = try settings.optionalText("certificate")
        hotwords = settings.json("hotwords") ?? .emptyObject
        guard hotwords.object?.values.allSatisfy({ $0.int != nil }) == true else {
            throw settings.fault("hotwords", "must be a map of words and whole numbers")
        }
    }

    func transcribe(
        _ sound: URL, language: Language, slip: CallSlip
    ) async throws -> (transcript: Transcript, cost: VendorCost) {
        let length = try WaveLength(sound)
        let order = WebSocketOrder(
            url, headers: [("Sec-WebSocket-Protocol", "binary")], certificate: certificate)
        let answer = try await caller.talk({ order }, isRepeatable: terms.mayRepeat) { talk in
            try await say(sound, over: talk)
            return try await heard(talk)
        }
        return (Self.transcript(answer, length), terms.cost(units: length.seconds))
    }

    private func say(_ sound: URL, over talk: WebSocketTalk) async throws {
        let handle = try FileHandle(forReadingFrom: sound)
        defer { try? handle.close() }
        let head = try handle.read(upToCount: WaveHeader.longestBytes) ?? Data()
        guard let header = try WaveHeader.parse(head), header.format.encoding == .int16,
            header.format.channelCount == 1
        else {
            throw BatchVideoError(.media, "\(sound.lastPathComponent) is no mono WAV of 16 bits")
        }
        let settings: JSONValue = [
            "mode": "offline", "wav_name": .string(sound.lastPathComponent), "wav_format": "pcm",
            "audio_fs": JSONValue(header.format.sampleRate), "is_speaking": true,
            "hotwords": .string(hotwords == .emptyObject ? "" : hotwords.text),
            "itn": true, "svs_lang": "auto", "svs_itn": true,
        ]
        try await talk.send(.text(settings.text))
        try handle.seek(toOffset: UInt64(header.dataOffset))
        var left = header.frameCount.map { $0 * header.format.bytesPerFrame } ?? Int.max
        while left > 0, let piece = try handle.read(upToCount: min(left, Self.pieceSize)), !piece.isEmpty {
            try await talk.send(.binary(piece))
            left -= piece.count
        }
        try await talk.send(.text(#"{"is_speaking":false}"#))
    }

    private func heard(_ talk: WebSocketTalk) async throws -> JSONValue {
        while true {
            guard case .text(let text) = try await talk.next(), let answer = try? JSONValue(parsing: text)
            else {
                throw caller.failure(.outage, "its answer is no JSON")
            }
            if answer["text"]?.string != nil { return answer }
            if let words = answer["error"]?.string ?? answer["msg"]?.string {
                throw caller.failure(.outage, words, isUnpaid: true)
            }
        }
    }

    private static func transcript(_ answer: JSONValue, _ length: WaveLength) -> Transcript {
        var words: [TimedText] = []
        var sentences: [TimedText] = []
        for sentence in answer["stamp_sents"]?.array ?? [] {
            let tokens = (sentence["text_seg"]?.string ?? "").split(separator: " ").map(String.init)
            let text = joined(tokens) + (sentence["punc"]?.string ?? "")
            sentences.append(TimedText(text, ms: sentence["start"]?.number, sentence["end"]?.number))
            let times = sentence["ts_list"]?.array ?? []
            guard times.count == tokens.count else { continue }
            words += zip(tokens, times).map {
                TimedText($0, ms: $1.array?.first?.number, $1.array?.last?.number)
            }
        }
        return Transcript(
            text: answer["text"]?.string ?? "", words: HeardWord.ordered(words, length: length.ms) ?? [],
            sentences: HeardWord.ordered(sentences, length: length.ms) ?? [])
    }

    /// Tokens are characters in Chinese, words elsewhere.
    private static func joined(_ tokens: [String]) -> String {
        tokens.reduce(into: "") { text, token in
            let isLatin = [text.last, token.first].allSatisfy { $0?.isASCII == true }
            text += (isLatin ? " " : "") + token
        }
    }
}
