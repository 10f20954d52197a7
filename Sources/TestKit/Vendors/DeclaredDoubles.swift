package import BatchVideo
import Foundation

/// Services that nobody wrote an adapter for: made up, each with another way to ask and to answer, and
/// the settings that tell it.
package enum DeclaredDoubles {
    package static let all: [VendorDouble] = [speech, rawSpeech, images, clips, presenter, text]

    private static func look(_ books: VendorBooks, _ id: String) -> JSONValue {
        switch books.look(id) {
        case .running: ["phase": "Cooking", "percent": 40]
        case .done: ["phase": "Ready", "percent": 100]
        case .failed(let words): ["phase": "Burnt", "reason": .string(words)]
        case .unknown: ["phase": "Lost"]
        }
    }

    private static func last(_ request: VendorRequest) -> String {
        request.path.split(separator: "/").last.map(String.init) ?? ""
    }

    private static let poll: [String: JSONValue] = [
        "path": "/jobs/%task%", "state": "/phase", "progress": "/percent", "error": "/reason",
        "states": ["ready": "done", "burnt": "failed", "lost": "gone"],
    ]

    /// The sound in hexadecimal digits inside JSON, with the times of words; errors with status 200.
    package static let speech = VendorDouble(
        "http",
        settings: [
            "makes": "speech", "keyPlace": "header:X-Voice-Key", "voices": ["anna": "en-US"],
            "submit": [
                "path": "/v2/say/%voice%", "query": ["lang": "%language%"], "headers": ["X-Call": "%call%"],
                "json": ["script": "%text%", "pace": "%speed%", "note": "pace %speed%, 100%% clear"],
                "result": "/data/audio", "resultAs": "hex",
            ],
            "errors": ["ok": ["/status": 0], "at": ["/message"], "refusals": ["sensitive"], "quotas": ["balance"]],
            "words": ["at": "/data/words", "text": "/w", "start": "/from", "end": "/to", "unit": "s"],
        ], isTask: false
    ) { request, books, _ in
        guard request.header("x-voice-key") == "sk-test-key-1234" else {
            return .json(["status": 7, "message": "no key"], status: 401)
        }
        guard request.method == "POST", request.path == "/v2/say/anna", request.query["lang"] == "en-US",
            request.header("x-call")?.count == 32
        else { return .unknownRoute }
        guard let script = request.json["script"]?.string, request.json["pace"]?.number == 1.25,
            request.json["note"] == "pace 1.25, 100% clear"
        else { return .json(["status": 3, "message": "script is missing"]) }
        if script.contains("forbidden") { return .json(["status": 5, "message": "sensitive words"]) }
        books.charge(script)
        let digits = SampleMedia.wave(seconds: 0.5).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return .json([
            "status": 0, "message": "",
            "data": [
                "audio": .string(digits),
                "words": [["w": "Hello", "from": 0.05, "to": 0.21], ["w": "there", "from": 0.3, "to": 0.48]],
            ],
        ])
    }

    /// A form in, a sound out.
    package static let rawSpeech = VendorDouble(
        "http",
        settings: [
            "makes": "speech", "keyPlace": "query:token",
            "submit": ["path": "/tts", "form": ["t": "%text%", "v": "%voice%"]],
        ],
        isTask: false
    ) { request, books, _ in
        guard request.query["token"] == "sk-test-key-1234" else { return VendorReply(status: 401) }
        guard request.method == "POST", request.path == "/tts", let text = request.form["t"] else {
            return .unknownRoute
        }
        books.charge(text)
        return .bytes(SampleMedia.wave(seconds: 0.5), type: "audio/wav")
    }

    package static let images = VendorDouble(
        "http",
        settings: [
            "makes": "images",
            "submit": [
                "path": "/draw",
                "json": [
                    "input": [
                        "words": "%prompt%", "size": ["%width%", "%height%"], "seed": "%seed%",
                        "like": "%reference.base64%",
                    ]
                ],
                "result": "/pictures/0/b64",
            ],
        ], isTask: false
    ) { request, books, _ in
        guard request.header("authorization") == "Bearer sk-test-key-1234" else { return VendorReply(status: 401) }
        let input = request.json["input"]
        guard request.path == "/draw", let words = input?["words"]?.string, input?["size"] == [1360, 768],
            input?["seed"]?.int != nil,
            input?.object?["like"] == nil
        else { return .wrong("input") }
        books.charge(words)
        return .json(["pictures": [["b64": .string(SampleMedia.png(width: 64, height: 48).base64EncodedString())]]])
    }

    /// A task whose result is an address below the service's own.
    package static let clips = VendorDouble(
        "http",
        settings: [
            "makes": "clips", "keyPlace": "scheme:Token", "seconds": [4, 6],
            "submit": [
                "path": "/films", "json": ["story": "%prompt%", "length": "%seconds%", "first": "%image%"],
                "task": "/job/id",
            ],
            "poll": .object(poll.merging(["result": "/job/film"]) { $1 }),
        ], isTask: true
    ) { request, books, _ in
        if request.path == "/files/a film.mp4" {
            return books.fate == .expired
                ? VendorReply(status: 410) : .bytes(try await FFmpegSample.clip.data(), type: "video/mp4")
        }
        guard request.header("authorization") == "Token sk-test-key-1234" else { return VendorReply(status: 401) }
        if request.method == "POST", request.path == "/films" {
            guard let story = request.json["story"]?.string, request.json["length"] == 6,
                request.json["first"]?.string?.hasPrefix("data:image/png;base64,") == true
            else { return .wrong("story") }
            return .json(["job": ["id": .string(books.start(story))]], status: 202)
        }
        guard request.method == "GET", request.path.hasPrefix("/jobs/") else { return .unknownRoute }
        return .json(look(books, last(request)).merging(["job": ["film": "/files/a%20film.mp4"]]))
    }

    /// Files in a form, and a result that a further request fetches.
    package static let presenter = VendorDouble(
        "http",
        settings: [
            "makes": "presenter", "takes": ["picture", "video"],
            "submit": [
                "path": "/talk", "multipart": ["voice": "%speech%", "face": "%source%", "width": "%width%"],
                "task": "/id",
            ],
            "poll": .object(poll), "fetch": ["path": "/jobs/%task%/film"],
        ], isTask: true
    ) { request, books, _ in
        guard request.header("authorization") == "Bearer sk-test-key-1234" else { return VendorReply(status: 401) }
        if request.method == "POST", request.path == "/talk" {
            guard request.part("voice")?.type == "audio/wav", request.part("face")?.type == "image/png",
                request.part("width")?.text == "768"
            else { return .wrong("voice") }
            return .json(["id": .string(books.start("talk"))])
        }
        guard request.method == "GET", request.path.hasPrefix("/jobs/") else { return .unknownRoute }
        if request.path.hasSuffix("/film") {
            return books.fate == .expired
                ? VendorReply(status: 403) : .bytes(try await FFmpegSample.clip.data(), type: "video/mp4")
        }
        return .json(look(books, last(request)))
    }

    package static let text = VendorDouble(
        "http",
        settings: [
            "makes": "text", "tokens": ["/used/in", "/used/out"],
            "submit": [
                "path": "/think", "json": ["ask": "%text%", "rules": "%system%", "most": "%maxTokens%"],
                "result": "/thought",
            ],
            "errors": ["at": ["/fault"]],
        ], isTask: false
    ) { request, books, _ in
        guard request.header("authorization") == "Bearer sk-test-key-1234" else { return VendorReply(status: 401) }
        guard request.path == "/think", let ask = request.json["ask"]?.string, request.json["most"]?.int != nil else {
            return .unknownRoute
        }
        books.charge(ask)
        return .json([
            "thought": .string(#"<think>hm</think>Sure: {"a": 1}"#), "used": ["in": 600, "out": 400], "fault": "",
        ])
    }
}
