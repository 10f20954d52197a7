import BatchVideo
@testable import Compositor
import Testing

@Suite("Captions on the picture")
struct CaptionTests {
    private let header = Studio.captionHeader(Studio.size)
    private let plain = "Dialogue: 0,0:00:01.00,0:00:02.00,Plain,,0,0,0,,Hello world, again"
    private let karaoke = "Dialogue: 0,0:00:02.00,0:00:03.50,Plain,,0,0,0,,"
        + "{\\k50}One {\\k50}two {\\k50}three"

    @Test("events are read with their times and karaoke steps; the rest is the header")
    func reading() throws {
        let script = CaptionScript(header + plain + "\n" + karaoke + "\nDialogue: broken\n")

        try #require(script.events.count == 2)
        #expect(script.events[0].span == TimeSpan(startMs: 1000, endMs: 2000))
        #expect(script.events[0].content.hasSuffix("Hello world, again"))
        #expect(script.events[0].steps.isEmpty)
        #expect(script.events[1].steps == [2500, 3000, 3500])
        #expect(script.header.contains("PlayResX") && script.header.contains("broken"))
    }

    @Test("only sweeps, fades and moves count as animated, and only while they last")
    func animation() {
        func isAnimated(_ tag: String, at ms: Int) -> Bool {
            CaptionScript("Dialogue: 0,0:00:01.00,0:00:03.00,P,,0,0,0,,{\(tag)}x")
                .isAnimated(at: MediaTime(ms: ms))
        }

        #expect(!isAnimated("\\k100", at: 1500))
        #expect(!isAnimated("\\b1\\pos(10,10)", at: 1500))
        #expect(isAnimated("\\kf100", at: 1500) && !isAnimated("\\kf100", at: 2500))
        #expect(isAnimated("\\fad(200,300)", at: 1100) && !isAnimated("\\fad(200,300)", at: 2000))
        #expect(isAnimated("\\fad(200,300)", at: 2800))
        #expect(isAnimated("\\t(0,500,\\fscx120)", at: 1100))
        #expect(isAnimated("\\move(0,0,10,10)", at: 2900))
        #expect(!isAnimated("\\move(0,0,10,10)", at: 3500))
    }

    @Test("a caption enters at the frame boundary nearest to its start")
    func frames() {
        for fps in [24, 25, 30, 60] {
            for ms in stride(from: 0, through: 5000, by: 7) {
                let frame = CaptionScript.frame(atOrAfter: ms, fps: fps)
                #expect(CaptionScript.time(ofFrame: frame, fps: fps).ms >= ms)
                #expect(frame == 0 || CaptionScript.time(ofFrame: frame - 1, fps: fps).ms < ms)
                #expect(abs(frame - MediaTime(ms: ms).frame(fps: fps)) <= 1)
            }
        }
    }

    @Test("they are drawn once per change, not once per frame")
    func drawing() throws {
        let text = header + plain + "\n" + karaoke + "\n"
        let renderer = try CaptionRenderer(
            text: text, script: CaptionScript(text), canvas: Studio.size)
        var shown: [Bool] = []
        for k in 0..<150 {
            let time = CaptionScript.time(ofFrame: k, fps: 30)
            shown.append(renderer.overlay(at: time) != nil)
        }

        #expect(renderer.drawCount == 4)
        #expect(shown.firstIndex(of: true) == 30)
        #expect(shown.lastIndex(of: true) == 104)
    }

    @Test("they are the same from wherever the drawing starts")
    func pure() throws {
        let text = header + plain + "\n" + karaoke + "\n"
        let script = CaptionScript(text)
        func picture(_ renderer: CaptionRenderer, _ k: Int) throws -> RawPicture {
            let frame = try VideoFrame(size: Studio.size)
            frame.fill(luma: 90)
            let time = CaptionScript.time(ofFrame: k, fps: 30)
            renderer.overlay(at: time)?.lay(on: frame, avx2: false)
            return frame.picture
        }
        let sequential = try CaptionRenderer(text: text, script: script, canvas: Studio.size)
        let expected = try (0..<110).map { try picture(sequential, $0) }

        for k in [100, 40, 75, 29, 61] {
            let fresh = try CaptionRenderer(text: text, script: script, canvas: Studio.size)
            #expect(try picture(fresh, k) == expected[k])
        }
    }

    @Test("white text is white, opaque overlays replace, transparent ones change nothing")
    func blending() throws {
        func laid(_ rgba: [Float]) throws -> RawPicture {
            let frame = try VideoFrame(size: PixelSize(width: 16, height: 16))
            frame.fill(luma: 90)
            let pixels = (0..<64).flatMap { _ in rgba }
            Overlay(x: 4, y: 4, width: 8, height: 8, premultiplied: pixels)
                .lay(on: frame, avx2: false)
            return frame.picture
        }

        #expect(try laid([1, 1, 1, 1]).luma(8, 8) == 235)
        #expect(try laid([0, 0, 0, 0]).luma(8, 8) == 90)
        #expect(abs(try laid([0.5, 0.5, 0.5, 0.5]).luma(8, 8) - (235 + 90) / 2) <= 1)
        #expect(try laid([1, 1, 1, 1]).luma(3, 8) == 90)
        let red = try laid([1, 0, 0, 1])
        #expect(red.luma(8, 8) == 63)
        #expect(red.blue[red.blue.startIndex + 4 * 8 + 4] == 102)
        #expect(red.red[red.red.startIndex + 4 * 8 + 4] == 240)
    }
}
