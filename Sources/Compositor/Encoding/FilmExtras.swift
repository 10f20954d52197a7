import BatchVideo
import Foundation

/// What a film's file carries beside picture and sound.
struct FilmExtras {
    /// Captions as 3GPP timed text, in order and without gap.
    var text: [TimedText] = []
    /// ISO 639-2 code of the captions' language.
    var textLanguage = "und"
    /// A JPEG.
    var cover: [UInt8]?
    /// Metadata by key.
    var tags: [String: String] = [:]

    /// A sample of a timed-text track: what stands there for a while, or nothing.
    struct TimedText {
        var span: TimeSpan
        var text: String

        /// 3GPP TS 26.245, 5.17: the length in bytes and the text.
        var bytes: [UInt8] {
            let utf8 = Array(text.utf8.prefix(Int(UInt16.max)))
            return [UInt8(utf8.count >> 8), UInt8(utf8.count & 255)] + utf8
        }
    }

    init() {}

    init(_ rendition: RenditionOrder) throws {
        tags = rendition.tags ?? [:]
        if let path = rendition.coverPicture {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw BatchVideoError(.notFound, "cannot read the cover \(path); make it again")
            }
            cover = [UInt8](data)
        }
        guard let track = rendition.textTrack, !track.lines.isEmpty else { return }
        textLanguage = Self.code(of: track.language)
        var end = MediaTime.zero
        for line in track.lines {
            if line.span.start > end {
                text.append(TimedText(span: TimeSpan(start: end, end: line.span.start), text: ""))
            }
            text.append(TimedText(span: line.span, text: line.text))
            end = line.span.end
        }
    }

    /// MP4 knows languages by three letters.
    private static func code(of language: Language) -> String {
        let primary = language.primary
        if primary.count == 3 { return primary == "yue" || primary == "wuu" ? "chi" : primary }
        return Locale.Language(identifier: primary).languageCode?.identifier(.alpha3) ?? "und"
    }

    /// 3GPP TS 26.245, 5.16: the sample description without its box header: centred at the bottom,
    /// white, font 1 "Sans".
    static let textDescription: [UInt8] =
        [0, 0, 0, 0, 1, 0xFF, 0, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0, 0]
        + [0, 0, 0, 0, 0, 1, 0, 18, 0xFF, 0xFF, 0xFF, 0xFF]
        + [0, 0, 0, 17] + Array("ftab".utf8) + [0, 1, 0, 1, 4] + Array("Sans".utf8)
}
