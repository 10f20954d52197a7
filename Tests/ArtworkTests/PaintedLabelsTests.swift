import BatchVideo
import CCairo
import Foundation
import TestKit
import Testing

@testable import Artwork

@Suite("Painted labels")
struct PaintedLabelsTests {
    @Test("stay within their room, whatever the words", arguments: [
        "短", "一位老人的平静生活，关于山、茶和孩子们的歌声，还有很多很多别的事情",
        "Donaudampfschifffahrtsgesellschaftskapitän", "مرحبا بالعالم", "<b>&amp; {\\an8}%{x}",
    ])
    func room(_ text: String) async throws {
        let folder = try TemporaryFolder("labels")
        for style in [TextLabel.Style.watermark, .titleBar, .chapter, .number, .title, .text] {
            let label = TextLabel(text, style, width: 600, height: 160, em: 60, lines: 2)
            let file = folder.file("\(style.rawValue).png")
            let size = try await PaintedLabels().paint(label, to: file)
            #expect(size.width <= 600 && size.height <= 160)
            #expect(size.width.isMultiple(of: 2) && size.height.isMultiple(of: 2))
            if style == .titleBar { #expect(size.width == 600) }
            let alpha = try alphas(file, size)
            #expect(alpha.contains { $0 > 240 }, "nothing is seen of \(style)")
            if style == .watermark || style == .text { #expect(alpha.contains(0)) }
        }
    }

    @Test("the same label gives the same bytes")
    func determinism() async throws {
        let folder = try TemporaryFolder("labels")
        let label = TextLabel("第3集 · The Tower", .title, width: 500, height: 200, em: 70, lines: 2)
        for name in ["a.png", "b.png"] {
            _ = try await PaintedLabels().paint(label, to: folder.file(name))
        }
        #expect(
            try Data(contentsOf: folder.file("a.png")) == Data(contentsOf: folder.file("b.png")))
    }

    @Test("a label without words or room is refused, and leaves nothing")
    func refused() async throws {
        let folder = try TemporaryFolder("labels")
        for label in [
            TextLabel("  ", .title, width: 500, height: 100, em: 40, lines: 1),
            TextLabel("a", .title, width: 0, height: 100, em: 40, lines: 1),
            TextLabel("a", .title, width: 500, height: 100, em: 400, lines: 1),
        ] {
            await #expect(throws: BatchVideoError.self) {
                try await PaintedLabels().paint(label, to: folder.file("x.png"))
            }
        }
        #expect(folder.files.isEmpty)
    }

    private func alphas(_ file: URL, _ size: PixelSize) throws -> [UInt8] {
        let surface = cairo_image_surface_create_from_png(file.path)
        defer { cairo_surface_destroy(surface) }
        #expect(Int(cairo_image_surface_get_width(surface)) == size.width)
        let stride = Int(cairo_image_surface_get_stride(surface))
        let data = try #require(cairo_image_surface_get_data(surface))
        return (0..<size.height).flatMap { y in
            (0..<size.width).map { x in data[y * stride + 4 * x + 3] }
        }
    }
}
