import BatchVideo
import Foundation
import Synchronization

@testable import Artwork

/// A picture in memory, as the tests look at it.
struct TestCanvas {
    let size: PixelSize
    private(set) var pixels: [UInt32]

    init(_ picture: PaintedPicture, phase: Double? = nil) {
        self.init(SceneCatalogue.scene(picture), phase: phase)
    }

    init(_ scene: Scene, phase: Double? = nil) {
        size = scene.stage.size
        pixels = [UInt32](repeating: 0, count: size.pixels)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            scene.draw(
                on: Frame(stage: scene.stage, pixels: base), phase: phase ?? scene.stillPhase)
        }
    }

    /// Rec. 601 luma of every pixel, 0...255.
    var luma: [Double] {
        pixels.map {
            0.299 * Double($0 >> 16 & 0xFF) + 0.587 * Double($0 >> 8 & 0xFF)
                + 0.114 * Double($0 & 0xFF)
        }
    }

    /// Mean difference of the bytes of two pictures, in grey levels.
    func difference(_ other: TestCanvas) -> Double {
        var sum = 0
        for (a, b) in zip(pixels, other.pixels) {
            for shift in [UInt32(0), 8, 16] {
                sum += abs(Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF))
            }
        }
        return Double(sum) / Double(pixels.count * 3)
    }
}

/// Mean and standard deviation.
func statistics(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return (mean, variance.squareRoot())
}

/// A folder of its own that is removed again.
func withTemporaryFolder<Result>(
    _ body: (URL) async throws -> Result
) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("artwork-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// Keeps the frames that it is given.
final class MemoryRecorder: FrameRecorder {
    private let kept = Mutex<[[UInt8]]>([])
    var frames: [[UInt8]] { kept.withLock { $0 } }

    func record(
        size: PixelSize, fps: Int, frameCount: Int, to file: URL,
        draw:
            @escaping @Sendable (_ frame: Int, _ buffer: UnsafeMutableRawBufferPointer) throws ->
            Void
    ) async throws {
        for index in 0..<frameCount {
            var frame = [UInt8](repeating: 0, count: size.pixels * 4)
            try frame.withUnsafeMutableBytes { try draw(index, $0) }
            kept.withLock { $0.append(frame) }
        }
    }
}
