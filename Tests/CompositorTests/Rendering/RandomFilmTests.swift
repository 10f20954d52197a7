import BatchVideo
@testable import Compositor
import Foundation
import TestKit
import Testing

@Suite("Random films", .serialized, .timeLimit(.minutes(20)))
struct RandomFilmTests {
    @Test("have exactly the planned frames, whatever was planned", arguments: 0..<12)
    func frameCount(_ seed: Int) throws {
        var stock = try Stock(seed: UInt64(seed))
        let order = try stock.order()

        try stock.studio.render(order)

        for rendition in order.renditions {
            let film = try Tool.pictures(URL(filePath: rendition.file), size: Stock.size)
            #expect(film.count == order.timeline.frameCount, "\(order.timeline)")
        }
    }

    @Test("edited and rendered over what is there, decode to a render from nothing", arguments: 0..<8)
    func edits(_ seed: Int) throws {
        var stock = try Stock(seed: UInt64(1000 + seed))
        var order = try stock.order()
        try stock.studio.render(order)

        for edit in 0..<3 {
            try stock.edit(&order)
            let warm = try stock.studio.render(order)
            var fresh = order
            fresh.segmentCache += "-fresh-\(edit)"
            for index in fresh.renditions.indices { fresh.renditions[index].file += ".fresh.mp4" }
            try stock.studio.render(fresh)

            #expect(warm.framesDone == order.timeline.frameCount)
            for (ours, theirs) in zip(order.renditions, fresh.renditions) {
                let size = ours.reframe?.canvas ?? Stock.size
                let pictures = try [ours, theirs].map {
                    try Tool.pictures(URL(filePath: $0.file), size: size)
                }
                let wrong = zip(pictures[0], pictures[1]).enumerated()
                    .filter { $1.0 != $1.1 }.map(\.offset)
                #expect(
                    wrong.isEmpty && pictures[0].count == pictures[1].count,
                    "edit \(edit), \(ours), frames \(wrong): \(order.timeline)")
            }
        }
    }
}

/// Media of every kind, and random timelines of them.
private struct Stock {
    static let size = PixelSize(width: 160, height: 90)

    let studio: Studio
    private var random: SeededRandom
    private var sources: [PictureSource]
    private var captions: [CaptionTrack]
    private let logo: PictureOverlay

    init(seed: UInt64) throws {
        var studio = try Studio()
        studio.canvas = Canvas(size: Self.size, fps: [24, 25, 30][Int(seed % 3)])
        self.studio = studio
        let place = studio
        random = SeededRandom(seed: seed, "films")
        sources = try (0..<3).map { try place.texture("\($0).png", hue: 90 * $0) }
        sources.append(try place.still("tall.png", "testsrc=size=90x200"))
        for (name, source) in [
            ("slow.mp4", "testsrc2=size=200x120:rate=12:duration=0.7"),
            ("fast.mp4", "testsrc=size=120x120:rate=50:duration=1.1"),
        ] {
            try Tool.ffmpeg(
                "-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "ultrafast",
                place.folder.file(name).path)
            sources.append(try place.picture(name, .clip, lengthMs: name == "slow.mp4" ? 700 : 1100))
        }
        captions = try ["one", "two"].map { word in
            try place.captions(
                [
                    "Dialogue: 0,0:00:00.20,0:00:00.90,Plain,,0,0,0,,\(word)",
                    "Dialogue: 0,0:00:01.10,0:00:01.50,Plain,,0,0,0,,{\\k20}\(word) {\\k20}again",
                ], name: "\(word).ass")
        }
        let mark = try place.still("logo.png", "color=red@0.5:size=30x16,format=rgba")
        logo = PictureOverlay(file: "logo.png", sha256: mark.sha256, x: 4, y: 4)
    }

    mutating func order() throws -> RenderOrder {
        var clips: [PictureClip] = []
        for shot in 0..<(1 + random.index(5)) {
            let (start, length) = (clips.last?.endFrame ?? 0, 1 + random.index(30))
            clips.append(
                PictureClip(
                    shot: shot, startFrame: start, endFrame: start + length, source: source(),
                    transition: shot == 0 ? .cut : transition(within: length)))
        }
        let count = clips.last?.endFrame ?? 0
        var timeline = Timeline(
            canvas: studio.canvas, frameCount: count, clips: clips,
            sound: try studio.sound(
                "0.1*sin(880*PI*t)", seconds: Double(count) / Double(studio.canvas.fps)))
        timeline.captions = random.index(3) == 0 ? nil : captions[random.index(2)]
        timeline.overlays = overlays(within: count)
        timeline.progressBar = random.index(3) == 0 ? ProgressBar(height: 4, colour: "FFAA00") : nil
        timeline.presenter = presenter(within: count)
        var order = studio.order(timeline)
        order.quality = RenderQuality.allCases[random.index(3)]
        order.workers = 1 + random.index(2)
        if random.index(2) == 0 {
            order.renditions.append(
                RenditionOrder(
                    file: studio.folder.file("clean.mp4").path, hasCaptions: random.index(2) == 0,
                    hasBranding: random.index(2) == 0,
                    reframe: random.index(2) == 0 ? nil : Self.reframe))
        }
        return order
    }

    private static let reframe = Reframe(
        canvas: PixelSize(width: 90, height: 160),
        film: PixelArea(x: 0, y: 54, width: 90, height: 50), ground: .blur, texts: [])

    /// None, one all the time, or one that comes and goes.
    private mutating func overlays(within frames: Int) -> [PictureOverlay] {
        guard random.index(3) > 0 else { return [] }
        var overlay = logo
        if random.index(2) == 0, frames > 2 {
            let start = random.index(frames - 1)
            overlay.frames = start..<start + 1 + random.index(frames - start)
            overlay.fadeFrames = random.index(6)
        }
        return [overlay]
    }

    private mutating func presenter(within frames: Int) -> PresenterTrack? {
        guard random.index(3) == 0, frames > 4,
            let clip = sources.first(where: { $0.medium == .clip })
        else { return nil }
        let isWhole = random.index(2) == 0
        let split = 1 + random.index(frames - 2)
        return PresenterTrack(
            source: clip,
            area: isWhole
                ? PixelArea(x: 0, y: 0, width: Self.size.width, height: Self.size.height)
                : PixelArea(x: 96, y: 40, width: 40, height: 40),
            shape: isWhole ? .rectangle : .circle, spans: [0..<split],
            transition: Transition(kind: .fade, frames: random.index(4)))
    }

    /// Changes one thing that a person might change.
    mutating func edit(_ order: inout RenderOrder) throws {
        let index = random.index(order.timeline.clips.count)
        let clip = order.timeline.clips[index]
        switch random.index(5) {
        case 0: order.timeline.clips[index].source = source()
        case 1 where index > 0:
            order.timeline.clips[index].transition = transition(
                within: clip.endFrame - clip.startFrame)
        case 2: order.timeline.captions = captions[random.index(2)]
        case 3:
            order.timeline.overlays = overlays(within: order.timeline.frameCount)
            order.timeline.presenter = presenter(within: order.timeline.frameCount)
        default: try lengthen(&order.timeline, index, by: 1 + random.index(10))
        }
    }

    /// All later shots move.
    private func lengthen(_ timeline: inout Timeline, _ index: Int, by frames: Int) throws {
        for later in timeline.clips.indices where later >= index {
            if later > index { timeline.clips[later].startFrame += frames }
            timeline.clips[later].endFrame += frames
        }
        timeline.frameCount += frames
        timeline.sound = try studio.sound(
            "0.1*sin(660*PI*t)", seconds: Double(timeline.frameCount) / Double(studio.canvas.fps))
    }

    private mutating func source() -> PictureSource {
        var source = sources[random.index(sources.count)]
        source.fit = random.index(3) == 0 ? .blur : nil
        guard source.medium == .still else {
            source.inPoint = MediaTime(ms: random.index(600))
            return source
        }
        if random.index(3) > 0 { source.motion = Motion(from: view(), to: view(), easing: .gentle) }
        return source
    }

    private mutating func view() -> Motion.View {
        Motion.View(zoom: random.uniform(1, 2.5), x: random.unit(), y: random.unit())
    }

    private mutating func transition(within length: Int) -> Transition {
        let kind = TransitionKind.allCases[random.index(TransitionKind.allCases.count)]
        return kind == .cut ? .cut : Transition(kind: kind, frames: random.index(length + 1))
    }
}
