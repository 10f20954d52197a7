import BatchVideo
@testable import Compositor
import Foundation
import TestKit
import Testing

@Suite("Encoding", .serialized)
struct EncodingTests {
    private static let large = PixelSize(width: 1920, height: 1080)

    @Test("two threads give the same bytes every time")
    func deterministic() throws {
        let canvas = Canvas(size: Self.large, fps: 30)
        let settings = EncoderSettings(.standard, size: canvas.size)
        let tracks = try (0..<3).map { _ in try encode(canvas, settings, frames: 20) }

        #expect(settings.threads == 2)
        #expect(tracks[0] == tracks[1] && tracks[1] == tracks[2])
        #expect(tracks[0].packets.count == 20 && tracks[0].packets[0].isKey)
    }

    @Test("as many segments at once as memory has room for, their renditions together or apart")
    func workers() {
        func division(_ width: Int, _ height: Int, renditions: Int) -> MemoryBudget.Division {
            let size = PixelSize(width: width, height: height)
            return MemoryBudget.divide(
                EncoderSettings(.standard, size: size), size: size, renditions: renditions,
                workers: 2)
        }
        func expected(_ workers: Int, together: Bool) -> MemoryBudget.Division {
            MemoryBudget.Division(workers: workers, isTogether: together)
        }

        #expect(division(640, 360, renditions: 2) == expected(2, together: true))
        #expect(division(1360, 768, renditions: 1) == expected(2, together: true))
        #expect(division(1360, 768, renditions: 2) == expected(2, together: false))
        #expect(division(1920, 1080, renditions: 2) == expected(1, together: false))
        #expect(division(3840, 2160, renditions: 1) == expected(1, together: true))
    }

    @Test("the picture's size alone decides the bytes, not the machine")
    func settings() {
        for quality in RenderQuality.allCases {
            let small = EncoderSettings(quality, size: Studio.size)
            let large = EncoderSettings(quality, size: Self.large)
            #expect(small.threads == 1 && large.threads == 2)
            #expect(large.lookahead <= small.lookahead)
            #expect(large.constantRateFactor <= small.constantRateFactor)
        }
    }

    @Test("sound is read in pieces as it lies in the file, and is silent after its end", arguments: [
        "pcm_f32le", "pcm_s16le",
    ])
    func wave(_ codec: String) throws {
        let folder = try TemporaryFolder("wave")
        try Tool.ffmpeg(
            "-f", "lavfi", "-i", "aevalsrc=t|-t/2:s=48000:d=0.5", "-c:a", codec,
            folder.file("ramp.wav").path)
        let wave = try WaveFile(path: folder.file("ramp.wav").path)

        #expect(wave.frameCount == 24_000)
        for position in [0, 1, 1023, 12_345, 23_900] {
            let (left, right) = wave.samples(position, 200)
            for i in 0..<200 {
                let inside = position + i < 24_000
                let expected = inside ? Float(position + i) / 48_000 : 0
                #expect(abs(left[i] - expected) < 1e-4 && abs(right[i] + expected / 2) < 1e-4)
            }
        }
        try Data([1, 2, 3]).write(to: folder.file("short.wav"))
        #expect(throws: BatchVideoError.self) {
            try WaveFile(path: folder.file("short.wav").path)
        }
    }

    private func encode(
        _ canvas: Canvas, _ settings: EncoderSettings, frames: Int
    ) throws -> EncodedTrack {
        let encoder = try VideoEncoder(settings, canvas: canvas)
        let frame = try VideoFrame(size: canvas.size)
        for k in 0..<frames {
            try frame.makeWritable()
            for plane in frame.planes {
                for y in 0..<plane.height {
                    let row = plane.row(y)
                    for x in 0..<plane.width {
                        row[x] = UInt8(truncatingIfNeeded: ((x + 3 * k) ^ (y + k)) & 0x7F)
                    }
                }
            }
            try encoder.encode(frame, index: k)
        }
        return try encoder.finish()
    }
}
