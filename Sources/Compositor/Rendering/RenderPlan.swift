import BatchVideo
import Foundation

/// What a render has to encode: for every segment, one variant per different look, named by its
/// fingerprint. Renditions that look the same in a segment share its bytes.
struct RenderPlan: Sendable {
    /// What is laid over the pictures.
    enum Layer: Hashable, Sendable {
        case none
        case labels
        /// Labels, too.
        case brand
    }

    /// What a rendition shows beyond the pictures.
    struct Look: Hashable, Sendable {
        var hasCaptions = false
        var layer = Layer.none
        var reframe: Reframe?

        /// Looks that leave the bare frame as it is come first.
        var order: Int {
            guard reframe == nil else { return 1 }
            return hasCaptions || layer != .none ? 2 : 0
        }
    }

    struct Variant: Hashable, Sendable {
        var key: String
        var look: Look
    }

    struct Segment: Sendable {
        var frames: Range<Int>
        /// For each rendition of the order, its variant.
        var variants: [Variant]
    }

    /// Of a rendition in the film's own canvas.
    let settings: EncoderSettings
    private let quality: RenderQuality
    private let encoder: RenderEncoder
    private let canvas: Canvas
    let segments: [Segment]
    let soundKey: String
    /// The ASS file's text and its timing, when a rendition shows it.
    let captionText: String?
    let captions: CaptionScript?

    /// `encoder`: one that works here.
    init(_ order: RenderOrder, encoder: RenderEncoder = .x264) throws {
        let timeline = order.timeline
        (quality, canvas, self.encoder) = (order.quality, timeline.canvas, encoder)
        settings = EncoderSettings(order.quality, size: timeline.canvas.size, encoder: encoder)
        let text = try Self.captionText(order)
        let script = text.map(CaptionScript.init)
        captionText = text
        captions = script
        segments = try timeline.segments.map { frames in
            let variants = try order.renditions.map { rendition in
                let print = SegmentFingerprint(
                    frames, of: timeline,
                    encoder: EncoderSettings(
                        order.quality, size: rendition.reframe?.canvas ?? timeline.canvas.size,
                        encoder: encoder),
                    captions: rendition.hasCaptions ? script : nil,
                    hasBranding: rendition.hasBranding, reframe: rendition.reframe)
                return Variant(
                    key: try print.key(),
                    look: Look(
                        hasCaptions: print.captions != nil,
                        layer: print.branding == nil ? .none : rendition.hasBranding ? .brand : .labels,
                        reframe: rendition.reframe))
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

    func canvas(_ look: Look) -> Canvas {
        Canvas(size: look.reframe?.canvas ?? canvas.size, fps: canvas.fps)
    }

    func settings(_ look: Look) -> EncoderSettings {
        EncoderSettings(quality, size: canvas(look).size, encoder: encoder)
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
