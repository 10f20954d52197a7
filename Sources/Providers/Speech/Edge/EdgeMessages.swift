import BatchVideo
import Foundation

/// What goes over the read-aloud service's WebSocket: header lines as in HTTP, an empty line, a body.
enum EdgeMessages {
    /// First: which sound, and the times of words.
    static func settings(at time: Date) -> String {
        "X-Timestamp:\(stamp(time))\r\nContent-Type:application/json; charset=utf-8\r\nPath:speech.config\r\n\r\n"
            + #"{"context":{"synthesis":{"audio":{"metadataoptions":{"sentenceBoundaryEnabled":"false","#
            + #""wordBoundaryEnabled":"true"},"outputFormat":"audio-24khz-48kbitrate-mono-mp3"}}}}"# + "\r\n"
    }

    /// Then what to say. The Z behind the time is the browser's own mistake, which the service expects.
    static func speech(_ ssml: String, id: String, at time: Date) -> String {
        "X-RequestId:\(id)\r\nContent-Type:application/ssml+xml\r\nX-Timestamp:\(stamp(time))Z\r\nPath:ssml\r\n\r\n"
            + ssml
    }

    /// As JavaScript writes a date.
    static func stamp(_ time: Date) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'"
        return format.string(from: time)
    }

    /// "zh-CN-liaoning-XiaobeiNeural" as "Microsoft Server Speech Text to Speech Voice (zh-CN-liaoning,
    /// XiaobeiNeural)"; a name that is no such one as it is.
    static func longName(_ voice: String) -> String {
        let parts = voice.split(separator: "-").map(String.init)
        guard parts.count >= 3, parts[0].count <= 3 else { return voice }
        let locale = parts.dropLast().joined(separator: "-")
        return "Microsoft Server Speech Text to Speech Voice (\(locale), \(parts.last ?? ""))"
    }

    /// What the service says.
    enum Reply: Equatable {
        case sound(Data)
        /// Times in milliseconds.
        case words([HeardWord])
        case end
        /// Nothing that matters here.
        case other
    }

    /// Nil for what is not of this protocol.
    static func reply(_ message: WebSocketMessage) -> Reply? {
        switch message {
        case .text(let text):
            guard let gap = text.range(of: "\r\n\r\n") else { return nil }
            switch headers(text[..<gap.lowerBound])["Path"] {
            case "turn.start", "response": return .other
            case "turn.end": return .end
            case "audio.metadata": return words(String(text[gap.upperBound...])).map { .words($0) }
            default: return nil
            }
        case .binary(let data): return sound(Array(data))
        }
    }

    /// Two bytes of the headers' length, the headers, MP3.
    private static func sound(_ bytes: [UInt8]) -> Reply? {
        guard bytes.count >= 2 else { return nil }
        let start = 2 + (Int(bytes[0]) << 8 | Int(bytes[1]))
        guard start <= bytes.count else { return nil }
        let headers = headers(String(decoding: bytes[2..<start], as: UTF8.self))
        guard headers["Path"] == "audio" else { return nil }
        // The last one has no type and no sound.
        guard let type = headers["Content-Type"] else { return start == bytes.count ? .other : nil }
        return type == "audio/mpeg" && start < bytes.count ? .sound(Data(bytes[start...])) : nil
    }

    private static func headers(_ text: some StringProtocol) -> [String: String] {
        var headers: [String: String] = [:]
        for line in text.components(separatedBy: "\r\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            if sides.count == 2 { headers[String(sides[0])] = String(sides[1]) }
        }
        return headers
    }

    /// Offsets and lengths are in units of 100 ns; texts are escaped as they were sent.
    private static func words(_ text: String) -> [HeardWord]? {
        guard let list = try? JSONValue(parsing: text)["Metadata"]?.array else { return nil }
        return list.compactMap { entry in
            guard entry["Type"]?.string == "WordBoundary", let data = entry["Data"],
                let offset = data["Offset"]?.number, let length = data["Duration"]?.number,
                let text = data["text"]?["Text"]?.string
            else { return nil }
            return HeardWord(
                text: SSML.plain(text), startMs: Int(offset / 10_000), endMs: Int((offset + length) / 10_000))
        }
    }
}
