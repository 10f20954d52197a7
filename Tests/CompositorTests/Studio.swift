import BatchVideo
import CAV
@testable import Compositor
import Foundation
import TestKit

/// A workspace with small synthetic pictures, sound and captions, and orders to render them.
struct Studio {
    static let size = PixelSize(width: 320, height: 180)

    let folder: TemporaryFolder
    var canvas = Canvas(size: Studio.size, fps: 30)

    init() throws { folder = try TemporaryFolder("compositor") }

    var root: String { folder.url.path }

    /// A PNG from an ffmpeg source filter.
    func still(_ name: String, _ source: String) throws -> PictureSource {
        let file = folder.file(name)
        try Tool.ffmpeg("-f", "lavfi", "-i", source, "-frames:v", "1", file.path)
        return try picture(name, .still)
    }

    /// A plain colour as ffmpeg names them.
    func color(_ name: String, _ color: String) throws -> PictureSource {
        try still(name, "color=\(color):size=640x360,format=rgb24")
    }

    /// A textured picture; each hue (in degrees) is another one.
    func texture(_ name: String, hue: Int) throws -> PictureSource {
        try still(name, "testsrc2=size=800x480,hue=h=\(hue)")
    }

    func picture(
        _ name: String, _ medium: Visual.Medium, motion: Motion = .none, lengthMs: Int? = nil
    ) throws -> PictureSource {
        let sum = try Checksum.hexadecimal([UInt8](Data(contentsOf: folder.file(name))))
        return PictureSource(
            medium: medium, file: name, sha256: sum, motion: motion,
            length: lengthMs.map { MediaTime(ms: $0) })
    }

    /// A WAV from an ffmpeg source expression for both channels.
    func sound(_ expression: String, seconds: Double, name: String = "sound.wav") throws
        -> SoundTrack
    {
        try Tool.ffmpeg(
            "-f", "lavfi", "-i", "aevalsrc=\(expression)|\(expression):s=48000:d=\(seconds)",
            "-c:a", "pcm_f32le", folder.file(name).path)
        let sum = try Checksum.hexadecimal([UInt8](Data(contentsOf: folder.file(name))))
        return SoundTrack(file: name, sha256: sum)
    }

    func captions(_ events: [String], name: String = "captions.ass") throws -> CaptionTrack {
        let text = Self.captionHeader(canvas.size) + events.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: folder.file(name))
        return CaptionTrack(
            file: name, sha256: try Checksum.hexadecimal(Array(text.utf8)))
    }

    static func captionHeader(_ size: PixelSize) -> String {
        """
        [Script Info]
        ScriptType: v4.00+
        PlayResX: \(size.width)
        PlayResY: \(size.height)

        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, \
        BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, \
        BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
        Style: Plain,Noto Sans,24,&H00FFFFFF,&H0000FFFF,&H00000000,&H80000000,0,0,0,0,100,100,\
        0,0,1,2,0,2,10,10,10,1

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

        """
    }

    /// Shots of equal length, each entering by `transition`.
    func timeline(
        _ sources: [PictureSource], frames: Int, transition: Transition, sound: SoundTrack
    ) -> Timeline {
        let clips = sources.enumerated().map { index, source in
            PictureClip(
                shot: index, startFrame: index * frames, endFrame: (index + 1) * frames,
                source: source, transition: index == 0 ? .cut : transition)
        }
        return Timeline(
            canvas: canvas, frameCount: frames * sources.count, clips: clips, sound: sound)
    }

    func order(_ timeline: Timeline, film: String = "film.mp4", cache: String = "cache")
        -> RenderOrder
    {
        RenderOrder(
            workspace: root, timeline: timeline,
            renditions: [
                RenditionOrder(file: folder.file(film).path, hasCaptions: true, hasBranding: true)
            ], quality: .draft, segmentCache: folder.file(cache).path, workers: 2)
    }

    /// Renders, and gives the last event.
    @discardableResult
    func render(_ order: RenderOrder) throws -> RenderEvent {
        let events = EventList()
        try FilmRenderer().render(order) { events.add($0) }
        guard let last = events.all.last else {
            throw BatchVideoError(.internal, "no event came")
        }
        return last
    }

    func composer(_ timeline: Timeline) throws -> FrameComposer {
        let sources = SourceShelf(timeline: timeline, workspace: root, leftovers: Leftovers())
        return try FrameComposer(timeline: timeline, sources: sources)
    }
}

extension FrameComposer {
    func picture(_ k: Int, size: PixelSize) throws -> RawPicture {
        let frame = try VideoFrame(size: size)
        try compose(k, on: frame)
        return frame.picture
    }
}

extension VideoFrame {
    var picture: RawPicture {
        let bytes = planes.flatMap { plane in
            (0..<plane.height).flatMap { y in
                Array(UnsafeBufferPointer(start: plane.row(y), count: plane.width))
            }
        }
        return RawPicture(size: size, bytes: bytes)
    }

    /// Random samples, the same for the same seed.
    func fill(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for plane in planes {
            for y in 0..<plane.height {
                for x in 0..<plane.width { plane.row(y)[x] = UInt8(random.index(256)) }
            }
        }
    }

    func fill(luma: UInt8) {
        for (index, plane) in planes.enumerated() {
            for y in 0..<plane.height {
                memset(plane.row(y), Int32(index == 0 ? luma : 128), plane.width)
            }
        }
    }
}
