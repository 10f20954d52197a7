import BatchVideo
import Foundation
import Synchronization

private enum TokenMode: String, CaseIterable { case auto, v1, v2 }

extension Vendor {
    /// The voice that Edge reads web pages aloud with, over a WebSocket of its own.
    static let edge = Vendor(
        "edge", title: "Edge read aloud (unofficial; needs acceptsTerms)",
        settings: [
            VendorSetting(
                "acceptsTerms",
                "true: you know that this is Microsoft's service for its browser, not offered to programs, "
                    + "that its terms may forbid this use, and that it may end any day.",
                isRequired: true),
            .voices,
            VendorSetting(
                "token",
                "Which Sec-MS-GEC: v2, v1, or auto (v2, and v1 where that is refused); auto when left out."),
            VendorSetting("browser", "Version that it claims to be; 143.0.3650.75 when left out."),
        ]
    ) { settings, tools in
        guard try settings.flag("acceptsTerms", or: false) else {
            throw settings.fault(
                "acceptsTerms",
                "must be true to use this unofficial service: it is Microsoft's for its browser only, its terms may forbid "
                    + "this use, and it may end any day; vendor: azure is the official one")
        }
        return VendorParts(speech: try EdgeSpeech(settings, tools))
    }
}

private struct EdgeSpeech: SpeechVendor {
    let name: String
    let version: String
    let terms: CallTerms
    let voices: [Voice]
    private let caller: HTTPCaller
    private let tools: VendorTools
    private let url: URL
    private let browser: String
    private let tokens: [EdgeToken]
    private let clock = EdgeClock()

    /// Of one request, in bytes of escaped text.
    private static let maxBytes = 4096

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("edge")
        terms = try settings.terms()
        voices = try settings.voices()
        caller = try tools.caller(settings, key: .none)
        self.tools = tools
        url = try settings.url(or: "wss://speech.platform.bing.com/consumer/speech/synthesize/readaloud")
            .socket
        browser = try settings.text("browser", or: "143.0.3650.75")
        let mode: TokenMode = try settings.choice("token", or: .auto)
        tokens =
            switch mode {
            case .auto: [.v2, .v1]
            case .v1: [.v1]
            case .v2: [.v2]
            }
    }

    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech {
        guard SSML.escaped(request.text).utf8.count <= Self.maxBytes else {
            throw request.tooLong(for: name, Self.maxBytes / 3)
        }
        var order = request
        order.speed = request.speed.kept(in: 0.5...2)
        let said = try await say(SSML(order, voice: EdgeMessages.longName(order.voice)).edge)
        try await tools.accept(said.sound, as: .sound, from: caller, to: file)
        let words = HeardWord.ordered(
            said.words.map { TimedText($0.text, ms: Double($0.startMs), Double($0.endMs)) })
        return VendorSpeech(words: words, speed: order.speed, cost: terms.cost(of: request))
    }

    private struct Said: Sendable {
        var sound = Data()
        var words: [HeardWord] = []
    }

    /// A refusal can be our clock's fault, which its answer tells, or the token's.
    private func say(_ ssml: String) async throws -> Said {
        var left = clock.order(of: tokens)
        var maySetClock = true
        while true {
            do {
                let said = try await say(ssml, left[0])
                clock.note(good: left[0])
                return said
            } catch let error as BatchVideoError where error.vendorFailure?.status == 403 {
                if clock.wasSet(), maySetClock {
                    maySetClock = false
                    continue
                }
                left.removeFirst()
                guard !left.isEmpty else { throw error }
            }
        }
    }

    private func say(_ ssml: String, _ token: EdgeToken) async throws -> Said {
        try await caller.talk({ order(token) }, isRepeatable: terms.mayRepeat) { answer in
            if answer.status == 403 { clock.set(by: answer.headers["date"]) }
            return nil
        } _: { talk in
            try await talk.send(.text(EdgeMessages.settings(at: clock.now)))
            try await talk.send(.text(EdgeMessages.speech(ssml, id: Self.id(), at: clock.now)))
            var said = Said()
            while true {
                switch EdgeMessages.reply(try await talk.next()) {
                case .sound(let bytes): said.sound += bytes
                case .words(let words): said.words += words
                case .end:
                    guard !said.sound.isEmpty else {
                        throw caller.failure(
                            .outage, "it said nothing; is the voice's name right?", isUnpaid: true)
                    }
                    return said
                case .other: break
                case nil: throw caller.failure(.outage, "it said something that is not of its protocol")
                }
            }
        }
    }

    private func order(_ token: EdgeToken) -> WebSocketOrder {
        let major = browser.prefix { $0 != "." }
        let query = [
            "TrustedClientToken=\(EdgeToken.client)", "ConnectionId=\(Self.id())",
            "Sec-MS-GEC=\(token.value(at: Int(clock.now.timeIntervalSince1970)))",
            "Sec-MS-GEC-Version=\(token.prefix)\(HTTPOrder.escaped(browser))",
        ]
        return WebSocketOrder(
            url.at("/edge/v1?" + query.joined(separator: "&")),
            headers: [
                ("Pragma", "no-cache"), ("Cache-Control", "no-cache"),
                ("Origin", "chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold"),
                (
                    "User-Agent",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "Chrome/\(major).0.0.0 Safari/537.36 Edg/\(major).0.0.0"
                ),
                ("Accept-Encoding", "gzip, deflate, br, zstd"), ("Accept-Language", "en-US,en;q=0.9"),
                ("Cookie", "muid=\(Self.id().uppercased());"),
            ])
    }

    /// 32 hexadecimal digits.
    private static func id() -> String { UUID().uuidString.replacing("-", with: "").lowercased() }
}

/// The service's clock, and which token it takes.
private final class EdgeClock: Sendable {
    private struct State {
        var ahead = 0.0
        var wasSet = false
        var good: EdgeToken?
    }

    private let state = Mutex(State())

    /// Less is no reason for a refusal: a token is good for five minutes.
    private static let leastSkew = 30.0

    var now: Date { Date(timeIntervalSinceNow: state.withLock { $0.ahead }) }

    func set(by date: String?) {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        guard let date, let time = format.date(from: date)?.timeIntervalSinceNow else { return }
        state.withLock { state in
            guard abs(time - state.ahead) > Self.leastSkew else { return }
            state.ahead = time
            state.wasSet = true
        }
    }

    /// Whether it was set since it was last asked.
    func wasSet() -> Bool {
        state.withLock { state in
            defer { state.wasSet = false }
            return state.wasSet
        }
    }

    func note(good token: EdgeToken) { state.withLock { $0.good = token } }

    /// The one that was good last comes first.
    func order(of tokens: [EdgeToken]) -> [EdgeToken] {
        let good = state.withLock { $0.good }
        return tokens.filter { $0 == good } + tokens.filter { $0 != good }
    }
}
