import BatchVideo
import CCairo
import Foundation
import Testing

@testable import Artwork

@Suite("PNG files")
struct PNGFileTests {
    @Test(
        "another reader sees the pixels that were written", arguments: [(1, 1), (17, 3), (64, 65)])
    func roundTrip(_ width: Int, _ height: Int) async throws {
        var random = SeededRandom(seed: UInt64(width * 100 + height))
        let size = PixelSize(width: width, height: height)
        let pixels = (0..<size.pixels).map { _ in 0xFF00_0000 | UInt32(random.index(0x1000000)) }

        try await withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("p.png")
            try pixels.withUnsafeBufferPointer { try PNGFile.write($0, size, to: file) }

            let surface = cairo_image_surface_create_from_png(file.path)
            defer { cairo_surface_destroy(surface) }
            #expect(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
            #expect(Int(cairo_image_surface_get_width(surface)) == width)
            #expect(Int(cairo_image_surface_get_height(surface)) == height)
            let stride = Int(cairo_image_surface_get_stride(surface))
            let data = try #require(cairo_image_surface_get_data(surface))
            for y in 0..<height {
                for x in 0..<width {
                    let word = UnsafeRawPointer(data + y * stride + x * 4).loadUnaligned(
                        as: UInt32.self)
                    #expect(word & 0xFFFFFF == pixels[y * width + x] & 0xFFFFFF)
                }
            }
        }
    }
}
