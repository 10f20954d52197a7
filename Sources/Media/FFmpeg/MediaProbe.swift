import BatchVideo
import Foundation

/// What ffprobe finds in a file: its streams and lengths.
struct MediaProbe: Sendable {
    struct Stream: Decodable, Sendable {
        var codecType: String?
        var codecName: String?
        var profile: String?
        var width: Int?
        var height: Int?
        var pixFmt: String?
        var sampleAspectRatio: String?
        var avgFrameRate: String?
        var rFrameRate: String?
        var duration: String?
        var colorRange: String?
        var colorSpace: String?
        var colorTransfer: String?
        var colorPrimaries: String?
        var sampleRate: String?
        var channels: Int?
        var disposition: [String: Int]?
        var sideDataList: [SideData]?
    }

    struct SideData: Decodable, Sendable {
        var rotation: Double?
    }

    private struct Answer: Decodable {
        struct Format: Decodable { var duration: String? }
        var streams: [Stream]?
        var format: Format?
    }

    let streams: [Stream]
    /// Length of the whole in seconds, when the container says so.
    let durationSeconds: Double?

    private static let fields = [
        "format=duration",
        "stream=codec_type,codec_name,profile,width,height,pix_fmt,sample_aspect_ratio,avg_frame_rate,"
            + "r_frame_rate,duration,color_range,color_space,color_transfer,color_primaries,"
            + "sample_rate,channels",
        "stream_disposition=attached_pic", "stream_side_data=rotation",
    ].joined(separator: ":")

    /// Runs ffprobe in the sandbox. Throws `.media` naming the file.
    init(_ file: OpenFile, _ kind: MediaKind, runner: ToolRunner) async throws {
        let arguments =
            ["-v", "error"] + FFmpegArguments.untrusted(kind)
            + ["-show_entries", Self.fields, "-of", "json=compact=1"]
            + ["-i", FFmpegArguments.inherited(0)]
        let command = Command(
            runner.paths.ffprobe, arguments, limits: .userMedia(seconds: 30), inherited: [file],
            isSandboxed: true)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            let answer = try decoder.decode(Answer.self, from: await runner.capture(command))
            streams = answer.streams ?? []
            durationSeconds = answer.format?.duration.flatMap(Double.init)
        } catch let failure as ToolFailure {
            throw failure.error("cannot read \(file.name)")
        } catch is DecodingError {
            throw BatchVideoError(.media, "cannot read \(file.name): it is broken")
        }
    }

    /// The first picture stream that is no cover art.
    var video: Stream? {
        streams.first { $0.codecType == "video" && $0.disposition?["attached_pic"] != 1 }
    }

    var audio: Stream? { streams.first { $0.codecType == "audio" } }
}

extension MediaProbe.Stream {
    /// As stored; nil when ffprobe could not tell.
    var storedSize: PixelSize? {
        guard let width, let height, width > 0, height > 0 else { return nil }
        return PixelSize(width: width, height: height)
    }

    /// As shown: pixels made square, rotation applied.
    var shownSize: PixelSize? {
        guard var size = storedSize else { return nil }
        if let ratio = sampleAspectRatio.flatMap(Self.ratio), (0.05...20).contains(ratio) {
            size.width = max(1, Int((Double(size.width) * ratio).rounded()))
        }
        let turns = Int(((sideDataList?.compactMap(\.rotation).first ?? 0) / 90).rounded())
        return turns % 2 == 0 ? size : PixelSize(width: size.height, height: size.width)
    }

    var seconds: Double? { duration.flatMap(Double.init) }

    var framesPerSecond: Double? {
        [avgFrameRate, rFrameRate].compactMap { $0.flatMap(Self.ratio) }.first { $0 > 0 }
    }

    /// "30000/1001" or "4:3".
    static func ratio(_ text: String) -> Double? {
        let parts = text.split { $0 == "/" || $0 == ":" }.compactMap { Double($0) }
        guard parts.count == 2, parts[0] > 0, parts[1] > 0 else { return nil }
        return parts[0] / parts[1]
    }
}
