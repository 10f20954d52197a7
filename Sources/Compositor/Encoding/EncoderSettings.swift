import BatchVideo
import CPixels

/// How pictures and sound are encoded; measured in `/docs` and media.md 3.
struct EncoderSettings: Hashable, Sendable, Codable {
    /// Seconds between key frames within a segment: how coarsely a player can seek.
    static let keyFrameSeconds = 5
    static let soundRate = 48_000
    static let soundBitsPerSecond = 192_000

    var encoder: RenderEncoder
    var preset: String
    var constantRateFactor: Double
    /// Pictures that the encoder looks ahead, each of which it keeps in memory.
    var lookahead: Int
    /// Pictures encoded at once. The bytes depend on it, so it depends on the canvas alone.
    var threads: Int
    /// x264's own words, on top of the preset.
    var extra: String
    /// Frames by which decoding precedes presentation: 2 with B-pyramids.
    var reorderDelay: Int

    init(_ quality: RenderQuality, size: PixelSize, encoder: RenderEncoder = .x264) {
        self = encoder == .auto || encoder == .x264
            ? EncoderSettings(x264: quality, size) : EncoderSettings(encoder, quality)
    }

    private init(x264 quality: RenderQuality, _ size: PixelSize) {
        encoder = .x264
        let room = Room(size)
        reorderDelay = 2
        lookahead = room.lookahead
        threads = room.threads
        switch quality {
        case .draft:
            (preset, constantRateFactor, extra) = ("superfast", 23, "")
            lookahead = 0
        case .standard:
            // mbtree is what superfast lacks for pictures that nearly stand still.
            (preset, constantRateFactor) = ("superfast", 19 - room.compensation)
            extra = "mbtree=1:trellis=1:"
        case .high:
            (preset, constantRateFactor, extra) = ("medium", 21 - room.compensation, "")
        }
    }

    /// What a canvas leaves room for within the program's memory. A shorter look-ahead gives
    /// smaller files of lower quality at the same factor; `compensation` makes up for it. Measured
    /// on 9 s of stills that move, against 20 pictures at crf 19: 12 at 18.5 give 0.1 dB less SSIM
    /// in 2 % less, 8 at 18.1 give 0.3 dB less in 5 % less.
    private struct Room {
        var lookahead: Int
        var threads: Int
        var compensation: Double

        init(_ size: PixelSize) {
            (lookahead, threads, compensation) =
                switch size.pixels {
                case ..<700_000: (20, 1, 0)
                case ..<1_500_000: (10, 1, 0.9)
                // One encoder of two threads takes less memory than two of one.
                default: (8, 2, 1.2)
                }
        }
    }

    func x264Parameters(fps: Int) -> String {
        let keyFrames = "keyint=\(Self.keyFrameSeconds * fps):min-keyint=\(fps / 2)"
        return extra + keyFrames + ":open-gop=0:bframes=3:b-pyramid=normal:force-cfr=1"
            + ":rc-lookahead=\(lookahead):sync-lookahead=0"
            + (px_has_avx512() ? ":asm=" + Self.withoutAVX512 : "")
    }

    /// x264 164's AVX-512 macroblock tree is not deterministic (measured at 320x180: five streams
    /// from nine encodings of the same frames, with AVX2 one), and a segment must be the same
    /// bytes whenever it is made. A processor that has AVX-512 has all of these.
    private static let withoutAVX512 = "MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2"
}
