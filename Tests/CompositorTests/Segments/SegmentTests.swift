import BatchVideo
@testable import Compositor
import Foundation
import TestKit
import Testing

@Suite("Segments")
struct SegmentTests {
    private let sound = SoundTrack(file: "s", sha256: "s")

    @Test("cover every frame once, none longer than ten seconds, none across two shots")
    func plan() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<500 {
            let lengths = (0..<1 + random.index(12)).map { _ in 1 + random.index(1200) }
            let timeline = timeline(lengths)

            let segments = timeline.segments

            #expect(segments.flatMap { Array($0) } == Array(0..<timeline.frameCount))
            #expect(segments.allSatisfy { !$0.isEmpty && $0.count <= 300 })
            for segment in segments {
                let first = timeline.clipIndex(atFrame: segment.lowerBound)
                #expect(first == timeline.clipIndex(atFrame: segment.upperBound - 1))
            }
        }
    }

    @Test("a changed shot changes its own keys and the one in which the next shot enters")
    func changedShot() throws {
        var changed = timeline([90, 90, 90, 90])
        let before = try keys(changed)

        changed.clips[1].source.sha256 = "another"

        #expect(try difference(before, keys(changed)) == [1, 2, 3])
        changed.clips[2].transition = .cut
        let cut = try keys(changed)
        changed.clips[1].source.sha256 = "a third"
        #expect(try difference(cut, keys(changed)) == [1, 2])
    }

    @Test("shots that only move on the timeline keep their keys")
    func movedShots() throws {
        let script = CaptionScript("Dialogue: 0,0:00:07.00,0:00:08.00,P,,0,0,0,,x")
        let moved = CaptionScript("Dialogue: 0,0:00:08.00,0:00:09.00,P,,0,0,0,,x")
        let before = try keys(timeline([90, 90, 90]), script)

        let after = try keys(timeline([120, 90, 90]), moved)

        #expect(difference(before, after) == [0, 1])
    }

    @Test("captions that move all the time keep their keys too, when they move on by whole frames and ms")
    func movedKaraoke() throws {
        func keys(_ shift: Int, _ start: String, _ end: String) throws -> [String] {
            try self.keys(
                timeline([90 + shift, 90, 90]),
                CaptionScript("Dialogue: 0,0:00:0\(start),0:00:0\(end),P,,0,0,0,,{\\kf50}x{\\kf50}y"))
        }
        let before = try keys(0, "7.00", "8.00")

        #expect(difference(before, try keys(3, "7.10", "8.10")) == [0, 1])
        #expect(difference(before, try keys(3, "7.12", "8.12")) != [0, 1])
        #expect(difference(before, try keys(1, "7.03", "8.03")) != [0, 1])
    }

    @Test("a caption's text touches the segments that show it, its style all that show any")
    func captions() throws {
        let film = timeline([90, 90, 90])
        func script(_ style: String, _ text: String) -> CaptionScript {
            CaptionScript(
                """
                Style: \(style)
                Dialogue: 0,0:00:00.50,0:00:01.00,P,,0,0,0,,first
                Dialogue: 0,0:00:04.00,0:00:05.00,P,,0,0,0,,\(text)
                """)
        }
        let before = try keys(film, script("a", "second"))

        #expect(difference(before, try keys(film, script("a", "changed"))) == [2])
        #expect(difference(before, try keys(film, script("b", "second"))) == [0, 2])
    }

    @Test("everything visible is in the key")
    func everything() throws {
        let film = timeline([90, 90])
        let before = try keys(film)
        let edits: [(inout Timeline) -> Void] = [
            { $0.canvas.fps = 25 }, { $0.canvas.size.width += 2 },
            { $0.clips[1].source.motion.to.zoom = 1.3 }, { $0.clips[1].transition.kind = .wipeup },
            { $0.clips[1].transition.frames = 9 }, { $0.clips[1].source.medium = .clip },
        ]

        for edit in edits {
            var edited = film
            edit(&edited)
            #expect(try keys(edited)[1] != before[1])
        }
        let high = EncoderSettings(.high, size: film.canvas.size)
        let other = SegmentFingerprint(0..<90, of: film, encoder: high, captions: nil, hasBranding: false, reframe: nil)
        #expect(try other.key() != before[0])
    }

    @Test("are read back as they were written, and every damaged byte is noticed")
    func file() throws {
        var random = SeededRandom(seed: 6)
        for round in 0..<40 {
            let track = randomTrack(&random)
            var bytes: [UInt8] = []
            try SegmentFile.encode(track) { bytes += $0 }

            #expect(try bytes.withUnsafeBytes { try SegmentFile.decode($0) } == track)
            var damaged = bytes
            if round % 2 == 0 {
                damaged[random.index(bytes.count)] ^= UInt8(1 + random.index(255))
            } else {
                damaged.removeLast(1 + random.index(bytes.count))
            }
            #expect(throws: BatchVideoError.self) {
                try damaged.withUnsafeBytes { try SegmentFile.decode($0) }
            }
        }
    }

    @Test("what a killed render left half-written is removed, what a living one writes is not")
    func abandoned() throws {
        let folder = try TemporaryFolder("segments")
        let dead = folder.file("k.segment.999999999.1.partial")
        let living = folder.file("k.segment.1.1.partial")
        for file in [dead, living] { try Data([1]).write(to: file) }

        let cache = try SegmentCache(folder: folder.url.path, leftovers: Leftovers())

        #expect(folder.files == ["k.segment.1.1.partial"])
        #expect(cache.load("k") == nil)
    }

    @Test("nothing is published after the render was stopped, and nothing half-made stays")
    func stopped() throws {
        let folder = try TemporaryFolder("segments")
        let leftovers = Leftovers()
        let cache = try SegmentCache(folder: folder.url.path, leftovers: leftovers)
        let film = folder.file("film.mp4.partial")
        try leftovers.expect(file: film.path)
        try Data([1]).write(to: film)

        leftovers.remove()

        #expect(folder.files.isEmpty)
        #expect(throws: BatchVideoError.self) {
            try cache.store(EncodedTrack(header: [], padding: 0, packets: []), as: "k")
        }
        #expect(folder.files.isEmpty)
    }

    private func timeline(_ lengths: [Int]) -> Timeline {
        var clips: [PictureClip] = []
        var start = 0
        for (index, length) in lengths.enumerated() {
            let source = PictureSource(
                medium: .still, file: "\(index)", sha256: "\(index)",
                motion: Motion(
                    from: .init(zoom: 1, x: 0.5, y: 0.5), to: .init(zoom: 1.2, x: 0.5, y: 0.5),
                    easing: .linear))
            let transition = Transition(kind: .fade, frames: min(15, length))
            clips.append(
                PictureClip(
                    shot: index, startFrame: start, endFrame: start + length, source: source,
                    transition: index == 0 ? .cut : transition))
            start += length
        }
        return Timeline(canvas: .landscape, frameCount: start, clips: clips, sound: sound)
    }

    private func keys(_ timeline: Timeline, _ script: CaptionScript? = nil) throws -> [String] {
        try timeline.segments.map { frames in
            try SegmentFingerprint(
                frames, of: timeline,
                encoder: EncoderSettings(.standard, size: timeline.canvas.size),
                captions: script, hasBranding: true, reframe: nil
            ).key()
        }
    }

    private func difference(_ a: [String], _ b: [String]) -> [Int] {
        a.indices.filter { a[$0] != b[$0] }
    }

    private func randomTrack(_ random: inout SeededRandom) -> EncodedTrack {
        func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.index(256)) } }
        let packets = (0..<random.index(20)).map { index in
            EncodedPacket(
                presentation: index - 2, duration: 1, isKey: random.index(2) == 0,
                bytes: bytes(random.index(300)))
        }
        return EncodedTrack(header: bytes(40), padding: 1024, packets: packets)
    }
}
