import Foundation

/// What ffprobe says of a film.
struct MediaFacts: Decodable {
    struct Stream: Decodable {
        var codec_type: String
        var codec_name: String
        var profile: String?
        var width: Int?
        var height: Int?
        var pix_fmt: String?
        var color_range: String?
        var color_space: String?
        var color_transfer: String?
        var color_primaries: String?
        var r_frame_rate: String?
        var sample_rate: String?
        var channels: Int?
        var duration: String?
        var nb_read_frames: String?
        var nb_frames: String?

        var seconds: Double { Double(duration ?? "") ?? 0 }
    }

    var streams: [Stream]

    init(of file: URL) throws {
        let json = try Program.tool(
            "ffprobe",
            ["-v", "error", "-count_frames", "-show_streams", "-of", "json", file.path])
        self = try JSONDecoder().decode(MediaFacts.self, from: Data(json.utf8))
    }

    var video: Stream? { streams.first { $0.codec_type == "video" } }
    var audio: Stream? { streams.first { $0.codec_type == "audio" } }

    /// The moov atom stands before the media data.
    static func isFastStart(_ file: URL) throws -> Bool {
        let head = try FileHandle(forReadingFrom: file)
        defer { try? head.close() }
        var offset: UInt64 = 0
        while let box = try head.read(upToCount: 8), box.count == 8 {
            let size = box.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let kind = String(decoding: box.suffix(4), as: UTF8.self)
            if kind == "moov" { return true }
            if kind == "mdat" || size < 8 { return false }
            offset += size
            try head.seek(toOffset: offset)
        }
        return false
    }
}
