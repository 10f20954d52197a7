import BatchVideo

/// What a file is by its first bytes, never by its name: the demuxer that may read it, and no other.
///
/// Playlists, concat scripts, subtitles and everything else that can name further files have no entry
/// here, so ffmpeg never sees them.
enum MediaKind: String, CaseIterable, Sendable {
    case jpeg, png, webp, gif, bmp, tiff
    case heif, mp4, matroska, avi, mpegts, flv, mpegps, asf
    case wav, mp3, flac, ogg, aac, aiff

    /// Bytes that `of` looks at.
    static let signatureBytes = 4096

    /// Throws `.media` naming the file when it is none of these.
    static func of(_ file: OpenFile) throws -> MediaKind {
        guard let kind = MediaKind(signature: file.bytes(at: 0, count: signatureBytes)) else {
            throw BatchVideoError(
                .media, "\(file.name) is not a picture, video or sound file that can be read here")
        }
        return kind
    }

    /// The name ffmpeg knows it by.
    var demuxer: String {
        switch self {
        case .jpeg: "jpeg_pipe"
        case .png: "png_pipe"
        case .webp: "webp_pipe"
        case .bmp: "bmp_pipe"
        case .tiff: "tiff_pipe"
        case .heif, .mp4: "mov"
        case .mpegps: "mpeg"
        case .gif, .matroska, .avi, .mpegts, .flv, .asf, .wav, .mp3, .flac, .ogg, .aac, .aiff: rawValue
        }
    }

    var isStill: Bool {
        switch self {
        case .jpeg, .png, .webp, .gif, .bmp, .tiff, .heif: true
        default: false
        }
    }

    var holdsMotion: Bool {
        switch self {
        case .mp4, .matroska, .avi, .mpegts, .flv, .mpegps, .asf, .ogg, .gif: true
        default: false
        }
    }

    var holdsSound: Bool {
        switch self {
        case .wav, .mp3, .flac, .ogg, .aac, .aiff: true
        case .mp4, .matroska, .avi, .mpegts, .flv, .mpegps, .asf: true
        default: false
        }
    }

    /// For messages.
    var noun: String {
        if isStill { return "a picture" }
        return holdsMotion ? "a video" : "a sound file"
    }
}

extension MediaKind {
    /// Signatures as in the formats' specifications.
    init?(signature bytes: [UInt8]) {
        func has(_ text: String, at offset: Int = 0) -> Bool {
            bytes.count >= offset + text.utf8.count
                && bytes[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
        }
        func starts(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

        switch true {
        case starts([0xFF, 0xD8, 0xFF]): self = .jpeg
        case starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]): self = .png
        case has("RIFF") && has("WEBP", at: 8): self = .webp
        case has("RIFF") && has("WAVE", at: 8): self = .wav
        case has("RIFF") && has("AVI ", at: 8): self = .avi
        case has("GIF87a"), has("GIF89a"): self = .gif
        case has("BM") && bytes.count > 26 && bytes[6..<10].allSatisfy { $0 == 0 }: self = .bmp
        case starts([0x49, 0x49, 0x2A, 0]), starts([0x4D, 0x4D, 0, 0x2A]): self = .tiff
        case has("ftyp", at: 4): self = Self.isPicture(brands: bytes) ? .heif : .mp4
        case has("moov", at: 4), has("mdat", at: 4), has("wide", at: 4): self = .mp4
        case starts([0x1A, 0x45, 0xDF, 0xA3]): self = .matroska
        case has("FLV\u{1}"): self = .flv
        case starts([0, 0, 1, 0xBA]): self = .mpegps
        case starts([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]): self = .asf
        case has("fLaC"): self = .flac
        case has("OggS"): self = .ogg
        case has("FORM") && (has("AIFF", at: 8) || has("AIFC", at: 8)): self = .aiff
        case has("ID3"): self = .mp3
        default:
            guard let stream = Self.stream(bytes) else { return nil }
            self = stream
        }
    }

    /// Formats without a header: a repeated sync pattern.
    private static func stream(_ bytes: [UInt8]) -> MediaKind? {
        let packets = stride(from: 0, to: bytes.count, by: 188)
        if bytes.count >= 188 * 4, packets.allSatisfy({ bytes[$0] == 0x47 }) { return .mpegts }
        guard bytes.count >= 4, bytes[0] == 0xFF else { return nil }
        if bytes[1] & 0xF6 == 0xF0 { return .aac }
        let isLayer = bytes[1] & 0xE6 == 0xE2 && bytes[2] & 0xF0 != 0xF0 && bytes[2] & 0x0C != 0x0C
        return isLayer ? .mp3 : nil
    }

    /// A still HEIF or AVIF: its major brand, or a compatible one when the major brand is `mif1`.
    private static func isPicture(brands bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12 else { return false }
        let major = String(decoding: bytes[8..<12], as: UTF8.self)
        return ["heic", "heix", "heim", "heis", "mif1", "avif"].contains(major)
    }
}
