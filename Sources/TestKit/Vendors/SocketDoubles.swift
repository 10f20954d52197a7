import BatchVideo
import Foundation

/// Vendors that are talked to over WebSockets, as their wire notes describe them.
package enum SocketDoubles {
    package static let edge = VendorDouble(
        "edge", settings: ["acceptsTerms": true], isTask: false,
        talk: { books in
            VendorTalk(
                opens: { isEdge($0) }, isTurn: { $0.count == 2 },
                answer: { _, messages in
                    guard messages.count == 2, case .text(let settings) = messages[0],
                        case .text(let speech) = messages[1],
                        let wish = EdgePart(settings), wish.headers["Path"] == "speech.config",
                        try JSONValue(parsing: wish.body)["context"]?["synthesis"]?["audio"]?["outputFormat"]
                            == "audio-24khz-48kbitrate-mono-mp3",
                        let order = EdgePart(speech), order.headers["Path"] == "ssml",
                        order.headers["X-RequestId"]?.count == 32,
                        let heard = SSMLReading(order.body.utf8), heard.voices.count == 1
                    else { return [] }
                    books.charge(heard.text)
                    return try await edgeSays(heard, id: order.headers["X-RequestId"] ?? "")
                })
        }
    ) { request, _, _ in
        // A wrong token, or a clock that is wrong.
        VendorReply(status: request.path.hasSuffix("/edge/v1") ? 403 : 404)
    }

    /// The client's name, and a token of either kind; which one it should be is for the tokens' own tests.
    private static func isEdge(_ request: VendorRequest) -> Bool {
        let token = request.query["Sec-MS-GEC"] ?? ""
        let version = request.query["Sec-MS-GEC-Version"] ?? ""
        let isFirst = version.hasPrefix("1-") && token.wholeMatch(of: /[0-9A-F]{64}/) != nil
        let isSecond = version.hasPrefix("2-") && token.wholeMatch(of: /[0-9A-F]{16}-[0-9A-F]{64}/) != nil
        return request.path.hasSuffix("/edge/v1") && (isFirst || isSecond)
            && request.query["ConnectionId"]?.count == 32
            && request.query["TrustedClientToken"] == "6A5AA1D4EAFF4E9FB37E23D68491D6F4"
            && request.header("origin") == "chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold"
            && request.header("user-agent")?.contains("Edg/") == true
            && request.header("cookie")?.hasPrefix("muid=") == true
    }

    private static func edgeSays(_ heard: SSMLReading, id: String) async throws -> [VendorMessage] {
        func part(_ path: String, _ body: String) -> VendorMessage {
            .text(
                "X-RequestId:\(id)\r\nContent-Type:application/json; charset=utf-8\r\nPath:\(path)\r\n\r\n\(body)"
            )
        }
        func sound(_ bytes: Data?) -> VendorMessage {
            let type = bytes == nil ? "" : "Content-Type:audio/mpeg\r\n"
            let headers = Data("X-RequestId:\(id)\r\n\(type)X-StreamId:\(id)\r\nPath:audio\r\n".utf8)
            return .binary(
                Data([UInt8(headers.count >> 8), UInt8(headers.count & 255)]) + headers + (bytes ?? Data()))
        }
        var messages = [
            part("turn.start", #"{"context":{"serviceTag":"x"}}"#),
            part("response", #"{"context":{},"audio":{"type":"inline"}}"#),
        ]
        let mp3 = try await FFmpegSample.sound.data()
        messages += [sound(mp3.prefix(3000)), sound(mp3.dropFirst(3000))]
        // Words without punctuation, escaped as they came.
        for (index, word) in heard.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "&" })
            .enumerated()
        {
            let escaped = String(word.replacing("&", with: "&amp;"))
            let metadata: JSONValue = [
                "Metadata": [
                    [
                        "Type": "WordBoundary",
                        "Data": [
                            "Offset": .number(Double(1_000_000 + index * 4_000_000)), "Duration": 3_750_000,
                            "text": [
                                "Text": .string(escaped), "Length": .number(Double(word.count)),
                                "BoundaryType": "WordBoundary",
                            ],
                        ],
                    ]
                ]
            ]
            messages.append(part("audio.metadata", metadata.text))
        }
        return messages + [sound(nil), part("turn.end", "{}")]
    }

    package static let funASR = VendorDouble(
        "funasr-ws", isTask: false,
        talk: { books in
            VendorTalk(
                opens: { $0.header("sec-websocket-protocol") == "binary" },
                isTurn: { messages in
                    guard case .text(let text) = messages.last, messages.count > 1 else { return false }
                    return (try? JSONValue(parsing: text))?["is_speaking"] == false
                },
                answer: { _, messages in
                    guard case .text(let text) = messages[0], let settings = try? JSONValue(parsing: text),
                        settings["mode"] == "offline", settings["wav_format"] == "pcm",
                        settings["is_speaking"] == true,
                        let rate = settings["audio_fs"]?.int
                    else { return [] }
                    let samples = messages.reduce(into: Data()) {
                        if case .binary(let data) = $1 { $0 += data }
                    }
                    // A header among the samples would be heard as a click.
                    guard !samples.starts(with: Data("RIFF".utf8)) else { return [] }
                    books.charge("\(samples.count / 2 * 1000 / rate) ms")
                    return [.text(funASRSays.text)]
                })
        }
    ) { _, _, _ in VendorReply(status: 400) }

    private static let funASRSays: JSONValue = [
        "mode": "offline", "wav_name": "speech.wav", "text": "正是因为 open source，我们很快。", "is_final": false,
        "timestamp":
            "[[100,200],[200,300],[300,400],[400,500],[500,700],[700,900],[1000,1100],[1100,1200],[1200,1300],[1300,2400]]",
        "stamp_sents": [
            [
                "text_seg": "正 是 因 为 open source", "punc": "，", "start": 100, "end": 900,
                "ts_list": [[100, 200], [200, 300], [300, 400], [400, 500], [500, 700], [700, 900]],
            ],
            [
                "text_seg": "我 们 很 快", "punc": "。", "start": 1000, "end": 2400,
                "ts_list": [[1000, 1100], [1100, 1200], [1200, 1300], [1300, 2400]],
            ],
        ],
    ]
}

/// Header lines, an empty line, a body.
private struct EdgePart {
    var headers: [String: String] = [:]
    var body: String

    init?(_ text: String) {
        guard let gap = text.range(of: "\r\n\r\n") else { return nil }
        body = String(text[gap.upperBound...])
        for line in text[..<gap.lowerBound].components(separatedBy: "\r\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            if sides.count == 2 { headers[String(sides[0])] = String(sides[1]) }
        }
    }
}
