import BatchVideo
@testable import Compositor
import Foundation
import TestKit
import Testing

@Suite("Encoders by choice", .serialized)
struct EncoderTests {
    @Test("make the planned film in their format, the same again, not from each other's segments",
        arguments: [(RenderEncoder.x265, "hevc", "hvc1"), (.svtAV1, "av1", "av01")])
    func software(_ encoder: RenderEncoder, _ codec: String, _ tag: String) throws {
        let (studio, order) = try film()
        try studio.render(order)
        let works = EncoderTrial.choose(encoder).0 == encoder
        try #require(works, "Debian's libavcodec has \(encoder)")
        var other = order
        other.encoder = encoder
        other.renditions[0].file = studio.folder.file("other.mp4").path

        let first = try studio.render(other)
        let bytes = try Data(contentsOf: studio.folder.file("other.mp4"))
        other.segmentCache += "-again"
        try studio.render(other)

        let facts = try Tool.facts(studio.folder.file("other.mp4"), stream: "v")
        #expect(first.segmentsReused == 0)
        #expect(facts["codec_name"] == codec && facts["codec_tag_string"] == tag)
        #expect(facts["color_space"] == "bt709" && facts["start_time"] == "0.000000")
        #expect(try Tool.pictures(studio.folder.file("other.mp4"), size: Studio.size).count == 60)
        #expect(try Data(contentsOf: studio.folder.file("other.mp4")) == bytes)
    }

    @Test("that do not work here are said in one line, and x264 makes the very same film",
        arguments: [RenderEncoder.nvenc, .qsv, .vaapi])
    func fallback(_ encoder: RenderEncoder) throws {
        guard EncoderTrial.choose(encoder).0 == .x264 else { return }  // this machine has the device
        let (studio, order) = try film()
        try studio.render(order)
        var other = order
        other.encoder = encoder
        other.renditions[0].file = studio.folder.file("other.mp4").path
        let events = EventList()

        try FilmRenderer().render(other) { events.add($0) }

        let warnings = events.all.filter { $0.kind == .warning }
        #expect(warnings.count == 1)
        #expect(events.all.last?.segmentsReused == order.timeline.segments.count)
        #expect(warnings.first?.message?.hasPrefix("\(encoder.rawValue) does not work here") == true)
        #expect(warnings.first?.message?.contains("\n") == false)
        #expect(
            try Data(contentsOf: studio.folder.file("other.mp4"))
                == Data(contentsOf: studio.folder.file("film.mp4")))
    }

    private func film() throws -> (Studio, RenderOrder) {
        let studio = try Studio()
        let sources = try (0..<3).map { try studio.texture("\($0).png", hue: 60 * $0) }
        let timeline = studio.timeline(
            sources, frames: 20, transition: Transition(kind: .fade, frames: 5),
            sound: try studio.sound("0", seconds: 2))
        return (studio, studio.order(timeline))
    }
}
