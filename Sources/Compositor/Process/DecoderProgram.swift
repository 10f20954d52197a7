import BatchVideo
import Foundation

/// The ffmpeg that decodes people's media in a child.
package struct DecoderProgram: Sendable {
    package var path: String

    package init(path: String) { self.path = path }

    /// `BATCHVIDEO_FFMPEG`, or the first `ffmpeg` in `PATH`.
    package static func find(
        in environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> DecoderProgram {
        if let path = environment["BATCHVIDEO_FFMPEG"], !path.isEmpty {
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw BatchVideoError(
                    .unavailable, "BATCHVIDEO_FFMPEG names \(path), which is not a program")
            }
            return DecoderProgram(path: path)
        }
        for folder in (environment["PATH"] ?? "").split(separator: ":") {
            let path = "\(folder)/ffmpeg"
            if FileManager.default.isExecutableFile(atPath: path) {
                return DecoderProgram(path: path)
            }
        }
        throw BatchVideoError(
            .unavailable, "ffmpeg is not installed: run scripts/setup, or set BATCHVIDEO_FFMPEG")
    }

    /// Demuxers that may open a clip: no playlists, no image patterns, nothing that opens a
    /// second file.
    private static let formats = [
        "mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "gif", "mpegts",
        "mpeg", "flv", "ogg", "asf", "apng",
    ]
    /// 8192 x 8192: above it a single frame costs more than 100 MB.
    private static let largestPixelCount = 67_108_864
    /// Decoding begins this long before the wanted frame, at the key frame before that.
    private static let seekMarginSeconds = 0.5

    /// Raw YUV 4:2:0 frames `first ..< first + count` of a clip at the canvas's size and rate.
    ///
    /// Frame n is the picture at time n / fps of the clip, whatever `first` is: original
    /// timestamps are kept (`-copyts`) and the rate filter counts from zero of the clip (from
    /// elsewhere it rounds a picture that falls between two frames the other way), so that a seek changes nothing but
    /// the work. At a pace below 1 the clip's own times are stretched first.
    func arguments(
        file: String, transfer: ColorTransfer = .standard, fit: PictureFit = .fill,
        pace: Double = 1, canvas: Canvas, first: Int, count: Int
    ) -> [String] {
        let startSeconds = Double(first) / Double(canvas.fps)
        let seek = startSeconds * pace - Self.seekMarginSeconds
        let slowing = pace == 1 ? "" : "setpts=PTS/\(decimal(pace)),"
        let input: [String] = seek > 0 ? ["-noaccurate_seek", "-ss", decimal(seek)] : []
        return [
            "-nostdin", "-hide_banner", "-loglevel", "error", "-threads", "1",
        ] + Self.inputGuards + ["-copyts", "-start_at_zero"] + input + [
            "-i", "file:" + file, "-map", "0:V:0", "-an", "-sn", "-dn", "-filter_threads", "1",
            "-vf",
            slowing + "fps=fps=\(canvas.fps):start_time=0:round=near,trim=start_pts=\(first),"
                + (fit == .fill ? fill(transfer, canvas) : blur(transfer, canvas)),
            "-fps_mode", "passthrough", "-frames:v", String(count),
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1",
        ]
    }

    /// What a clip may make a decoder open and allocate.
    static let inputGuards = [
        "-protocol_whitelist", "file,pipe", "-format_whitelist", formats.joined(separator: ","),
        "-max_pixels", String(largestPixelCount),
    ]

    private static let quality = ":flags=bicubic+accurate_rnd+full_chroma_int"
    private static let toBT709 = ":in_color_matrix=auto:out_color_matrix=bt709:out_range=tv"

    private func fill(_ transfer: ColorTransfer, _ canvas: Canvas) -> String {
        let isStandard = transfer == .standard
        return cover(canvas) + (isStandard ? Self.toBT709 : "")
            + ",crop=\(canvas.width):\(canvas.height),setsar=1"
            + (isStandard ? "" : toneMapping(transfer)) + ",format=yuv420p"
    }

    /// The same as `Backdrop` does for stills.
    private func blur(_ transfer: ColorTransfer, _ canvas: Canvas) -> String {
        let (width, height) = (canvas.width, canvas.height)
        let small = [width, height].map { String(max(4, $0 / Backdrop.reduction / 2 * 2)) }
        let toneMapped = transfer == .standard ? "" : toneMapping(transfer).dropFirst() + ","
        return toneMapped + "split[a][b];[a]" + cover(canvas) + Self.toBT709
            + ",crop=\(width):\(height),setsar=1,format=yuv420p,scale=\(small[0]):\(small[1])"
            + Self.quality + ",scale=\(width):\(height)" + Self.quality
            + ",lutyuv=y='16+(val-16)*\(Backdrop.brightness)/256'[back];[b]" + contain(canvas)
            + Self.toBT709 + ",setsar=1,format=yuv420p[front];[back][front]overlay="
            + "x='2*trunc((W-w)/4)':y='2*trunc((H-h)/4)',format=yuv420p"
    }

    private func cover(_ canvas: Canvas) -> String {
        let (width, height) = (canvas.width, canvas.height)
        let aspect = "\(width)/\(height)"
        return "scale=w='if(gte(dar,\(aspect)),max(\(width),2*round(\(height)*dar/2)),\(width))'"
            + ":h='if(gte(dar,\(aspect)),\(height),max(\(height),2*round(\(width)/dar/2)))'"
            + Self.quality
    }

    private func contain(_ canvas: Canvas) -> String {
        let (width, height) = (canvas.width, canvas.height)
        let aspect = "\(width)/\(height)"
        return "scale=w='if(gte(dar,\(aspect)),\(width),max(2,2*round(\(height)*dar/2)))'"
            + ":h='if(gte(dar,\(aspect)),max(2,2*round(\(width)/dar/2)),\(height))'" + Self.quality
    }

    /// High dynamic range to bt709: to linear light with white at 100 nits, to bt709's primaries,
    /// highlights rolled off by Hable's curve (2010), and back.
    private func toneMapping(_ transfer: ColorTransfer) -> String {
        ",zscale=tin=\(transfer.rawValue):min=2020_ncl:pin=2020:t=linear:npl=100"
            + ",format=gbrpf32le,zscale=p=709,tonemap=hable:desat=0"
            + ",zscale=t=709:m=709:r=tv"
    }

    /// Fixed notation, microseconds.
    private func decimal(_ seconds: Double) -> String { String(format: "%.6f", seconds) }
}
