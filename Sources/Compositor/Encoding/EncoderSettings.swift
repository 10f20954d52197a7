import BatchVideo
import CPixels

/// How pictures and sound are encoded; measured in `/docs` and media.md 3.
struct EncoderSettings: Hashable, Sendable, Codable {
    /// Seconds between key frames within a segment: how coarsely a player can seek.
    static let keyFrameSeconds = 5
    static let soundRate = 48_000
    static let soundBitsPerSecond = 192_000

    var preset: String
    var constantRateFactor: Int
    /// x264's own words, on top of the preset.
    var extra: String
    /// Frames by which decoding precedes presentation: 2 with B-pyramids.
    var reorderDelay: Int

    init(_ quality: RenderQuality) {
        reorderDelay = 2
        switch quality {
        case .draft:
            (preset, constantRateFactor, extra) = ("superfast", 23, "")
        case .standard:
            // mbtree is what superfast lacks for pictures that nearly stand still.
            (preset, constantRateFactor) = ("superfast", 19)
            extra = "mbtree=1:rc-lookahead=20:trellis=1:"
        case .high:
            (preset, constantRateFactor, extra) = ("medium", 21, "")
        }
    }

    func x264Parameters(fps: Int) -> String {
        let keyFrames = "keyint=\(Self.keyFrameSeconds * fps):min-keyint=\(fps / 2)"
        return extra + keyFrames + ":open-gop=0:bframes=3:b-pyramid=normal:force-cfr=1"
            + (px_has_avx512() ? ":asm=" + Self.withoutAVX512 : "")
    }

    /// x264 164's AVX-512 macroblock tree is not deterministic (measured at 320x180: five streams
    /// from nine encodings of the same frames, with AVX2 one), and a segment must be the same
    /// bytes whenever it is made. A processor that has AVX-512 has all of these.
    private static let withoutAVX512 = "MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2"
}
