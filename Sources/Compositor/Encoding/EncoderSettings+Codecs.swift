import BatchVideo
import CAV

extension EncoderSettings {
    /// For the encoders that people choose themselves. What x265 and SVT-AV1 take is in
    /// docs/performance.md; the hardware ones were never seen working by us.
    init(_ encoder: RenderEncoder, _ quality: RenderQuality) {
        self.encoder = encoder
        extra = ""
        lookahead = 0
        threads = 1
        reorderDelay = encoder == .x265 ? 2 : 0
        (preset, constantRateFactor) =
            switch (encoder, quality) {
            case (.x265, .draft): ("ultrafast", 28)
            case (.x265, .standard): ("superfast", 20)
            case (.x265, .high): ("medium", 21)
            case (.svtAV1, .draft): ("12", 40)
            case (.svtAV1, .standard): ("10", 26)
            case (.svtAV1, .high): ("7", 24)
            case (.nvenc, .draft): ("p1", 28)
            case (.nvenc, .standard): ("p4", 21)
            case (.nvenc, .high): ("p6", 19)
            case (_, .draft): ("veryfast", 28)
            case (_, .standard): ("medium", 21)
            case (_, .high): ("slow", 19)
            }
    }

    /// The codec's own options, by libavcodec's names.
    func options(fps: Int) -> [(String, String)] {
        let factor = String(constantRateFactor)
        let whole = String(Int(constantRateFactor))
        switch encoder {
        case .auto, .x264:
            return [
                ("preset", preset), ("crf", factor), ("profile", "high"),
                ("x264-params", x264Parameters(fps: fps)),
            ]
        case .x265:
            // One thread for each segment: segments run side by side, and the bytes are the same.
            let keyFrames = "keyint=\(Self.keyFrameSeconds * fps):min-keyint=\(max(1, fps / 2))"
            return [
                ("preset", preset), ("crf", factor),
                (
                    "x265-params",
                    keyFrames + ":open-gop=0:bframes=3:b-pyramid=1:rc-lookahead=10:pools=none"
                        + ":frame-threads=1:log-level=none"
                ),
            ]
        case .svtAV1:
            return [
                ("preset", preset), ("crf", whole), ("svtav1-params", "irefresh-type=2:lp=2"),
            ]
        case .nvenc: return [("preset", preset), ("rc", "vbr"), ("cq", whole), ("profile", "high")]
        case .qsv: return [("preset", preset), ("profile", "high")]
        case .vaapi: return [("rc_mode", "CQP"), ("qp", whole), ("profile", "high")]
        }
    }
}

extension RenderEncoder {
    /// By libavcodec's name.
    var codecName: String {
        switch self {
        case .auto, .x264: "libx264"
        case .x265: "libx265"
        case .svtAV1: "libsvtav1"
        case .nvenc: "h264_nvenc"
        case .qsv: "h264_qsv"
        case .vaapi: "h264_vaapi"
        }
    }

    var codecID: AVCodecID {
        switch self {
        case .x265: AV_CODEC_ID_HEVC
        case .svtAV1: AV_CODEC_ID_AV1
        case .auto, .x264, .nvenc, .qsv, .vaapi: AV_CODEC_ID_H264
        }
    }

    /// "hvc1" for HEVC, which Apple's players want; 0 lets libavformat choose.
    var codecTag: UInt32 {
        guard self == .x265 else { return 0 }
        return Array("hvc1".utf8).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    var isHardware: Bool {
        switch self {
        case .nvenc, .qsv, .vaapi: true
        case .auto, .x264, .x265, .svtAV1: false
        }
    }

    /// Has threads of its own: one segment at a time keeps the machine busy.
    var isParallel: Bool { self == .svtAV1 || isHardware }
}
