/// Media types by the end of a file's name. Unknown ones are plain bytes: nothing is ever shown as a page.
enum MediaTypes {
    static func type(of suffix: String) -> String {
        switch suffix.lowercased() {
        case "mp4", "m4v": "video/mp4"
        case "mov": "video/quicktime"
        case "mkv": "video/x-matroska"
        case "webm": "video/webm"
        case "avi": "video/x-msvideo"
        case "jpg", "jpeg": "image/jpeg"
        case "png": "image/png"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "mp3": "audio/mpeg"
        case "wav": "audio/wav"
        case "m4a": "audio/mp4"
        case "flac": "audio/flac"
        case "ogg": "audio/ogg"
        case "srt": "application/x-subrip"
        case "vtt": "text/vtt; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "json": "application/json"
        case "zip": "application/zip"
        case "html": "text/html; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }
}

/// What a file is, told from its first bytes: names lie.
enum SniffedKind: String, Sendable, CaseIterable {
    case jpeg, png, gif, webp, wav, mp3, m4a, flac, mp4, mov, avi, matroska

    /// This many bytes suffice to tell.
    static let needed = 64

    var type: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .wav: "audio/wav"
        case .mp3: "audio/mpeg"
        case .m4a: "audio/mp4"
        case .flac: "audio/flac"
        case .mp4: "video/mp4"
        case .mov: "video/quicktime"
        case .avi: "video/x-msvideo"
        case .matroska: "video/x-matroska"
        }
    }

    /// The ending that its stored name gets.
    var suffix: String {
        switch self {
        case .jpeg: "jpg"
        case .matroska: "mkv"
        case .png, .gif, .webp, .wav, .mp3, .m4a, .flac, .mp4, .mov, .avi: rawValue
        }
    }

    var isPicture: Bool { [.jpeg, .png, .gif, .webp].contains(self) }
    var isSound: Bool { [.wav, .mp3, .m4a, .flac].contains(self) }
    var isVideo: Bool { [.mp4, .mov, .avi, .matroska].contains(self) }

    init?(_ head: some Collection<UInt8>) {
        let bytes = Array(head.prefix(Self.needed))
        func has(_ text: String, at place: Int = 0) -> Bool {
            bytes.dropFirst(place).starts(with: text.utf8)
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has("GIF87a") || has("GIF89a") {
            self = .gif
        } else if has("RIFF"), has("WEBP", at: 8) {
            self = .webp
        } else if has("RIFF"), has("WAVE", at: 8) {
            self = .wav
        } else if has("RIFF"), has("AVI ", at: 8) {
            self = .avi
        } else if has("fLaC") {
            self = .flac
        } else if has("ID3") || Self.isSoundFrame(bytes) {
            self = .mp3
        } else if has("ftyp", at: 4) {
            self = has("M4A ", at: 8) || has("M4B ", at: 8) ? .m4a : has("qt  ", at: 8) ? .mov : .mp4
        } else if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .matroska
        } else {
            return nil
        }
    }

    /// The header of an MPEG layer 3 frame: sync, version and layer, a bit rate and a sample rate that exist.
    private static func isSoundFrame(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 4 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0 && bytes[1] & 0x06 == 0x02
            && bytes[2] >> 4 != 0 && bytes[2] >> 4 != 15 && bytes[2] & 0x0C != 0x0C
    }
}
