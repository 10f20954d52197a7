import BatchVideo
import Foundation

/// What a render has to encode: for every segment, one variant per different look, named by its
/// fingerprint. Renditions that look the same in a segment share its bytes.
struct RenderPlan: Sendable {
    struct Variant: Hashable, Sendable {
        var key: String
        var hasCaptions: Bool
        var hasLogo: Bool

        var isBranded: Bool { hasCaptions || hasLogo }
    }

    struct Segment: Sendable {
        var frames: Range<Int>
        /// For each rendition of the order, its variant.
        var variants: [Variant]
    }

    let settings: EncoderSettings
    let segments: [Segment]
    let soundKey: String
    /// The ASS file's text and its timing, when a rendition shows it.
    let captionText: String?
    let captions: CaptionScript?

    /// `encoder`: one that works here.
    init(_ order: RenderOrder, encoder: RenderEncoder = .x264) throws {
        let timeline = order.timeline
        let settings = EncoderSettings(order.quality, size: timeline.canvas.size, encoder: encoder)
        let text = try Self.captionText(order)
        let script = text.map(CaptionScript.init)
        self.settings = settings
        captionText = text
        captions = script
        segments = try timeline.segments.map { frames in
            let variants = try order.renditions.map { rendition in
                let print = SegmentFingerprint(
                    frames, of: timeline, encoder: settings,
                    captions: rendition.hasCaptions ? script : nil,
                    logo: rendition.hasLogo ? timeline.logo : nil)
                return Variant(
                    key: try print.key(), hasCaptions: print.captions != nil,
                    hasLogo: print.logo != nil)
            }
            return Segment(frames: frames, variants: variants)
        }
        soundKey = try Checksum.hexadecimal(
            Array(
                """
                sound \(FilmRenderer.engineVersion) \(timeline.sound.sha256) \
                \(EncoderSettings.soundBitsPerSecond) \(timeline.soundLength)
                """.utf8))
    }

    private static func captionText(_ order: RenderOrder) throws -> String? {
        guard let track = order.timeline.captions, order.renditions.contains(where: \.hasCaptions)
        else { return nil }
        do {
            let path = order.workspace + "/" + track.file
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw BatchVideoError(
                .notFound, "cannot read the captions \(track.file)", cause: error)
        }
    }
}

extension Timeline {
    /// Samples of sound that last as long as the picture.
    var soundLength: Int { frameCount * EncoderSettings.soundRate / canvas.fps }
}
