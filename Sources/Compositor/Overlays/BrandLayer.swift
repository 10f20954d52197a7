import BatchVideo
import CPixels

/// A film's branding, opened: its overlays in order and the bar that grows. Shared by threads.
struct BrandLayer: Sendable {
    private let parts: [(order: PictureOverlay, picture: Overlay)]
    private let bar: ProgressPainter?

    /// Throws `.media` naming a picture that cannot be read, `.invalid` for one that does not fit.
    init(
        _ overlays: [PictureOverlay], bar: ProgressBar?, workspace: String, canvas: PixelSize,
        frameCount: Int
    ) throws {
        parts = try overlays.map { overlay in
            let path = workspace + "/" + overlay.file
            return (overlay, try Overlay(overlay, path: path, canvas: canvas))
        }
        self.bar = bar.map { ProgressPainter($0, frameCount: frameCount) }
    }

    func isSeen(inFrame k: Int) -> Bool {
        bar != nil || parts.contains { $0.order.presence(inFrame: k) > 0 }
    }

    func lay(on frame: VideoFrame, frame k: Int, avx2: Bool) {
        for (order, picture) in parts {
            let presence = order.presence(inFrame: k)
            guard presence > 0 else { continue }
            (presence < 1 ? picture.faded(to: presence) : picture).lay(on: frame, avx2: avx2)
        }
        bar?.paint(k, on: frame, avx2: avx2)
    }
}

/// Paints a bar as long as the film has come, over a dark one as long as the film.
struct ProgressPainter: Sendable {
    private let bar: ProgressBar
    private let levels: [Int32]
    private let frameCount: Int

    /// What the dark bar takes of the picture behind, in 256ths.
    private static let shade: Int32 = 110
    private static let black: [Int32] = [16, 128, 128]

    init(_ bar: ProgressBar, frameCount: Int) {
        self.bar = bar
        self.frameCount = max(1, frameCount)
        levels = YUVColour(hex: bar.colour).levels
    }

    func paint(_ k: Int, on frame: VideoFrame, avx2: Bool) {
        let reached = frame.size.width * (k + 1) / frameCount & ~1
        let weight = Int32((min(max(bar.opacity, 0), 1) * 256).rounded())
        for (index, plane) in frame.planes.enumerated() {
            let unit = index == 0 ? 1 : 2
            let height = min(bar.height / unit, plane.height)
            let top = bar.edge == .top ? 0 : plane.height - height
            let done = reached / unit
            for y in top..<top + height {
                let row = plane.row(y)
                px_fade_to_level(row, levels[index], Int32(done), weight, avx2)
                px_fade_to_level(
                    row + done, Self.black[index], Int32(plane.width - done), Self.shade, avx2)
            }
        }
    }
}

/// A colour in bt709, limited range.
struct YUVColour: Hashable, Sendable {
    var levels: [Int32]

    /// RRGGBB; anything else is black.
    init(hex: String) {
        let value = hex.count == 6 ? Int(hex, radix: 16) ?? 0 : 0
        let part = { (shift: Int) in Double(value >> shift & 255) / 255 }
        let (r, g, b) = (part(16), part(8), part(0))
        let y = 0.2126 * r + 0.7152 * g + 0.0722 * b
        levels = [
            Int32((16 + 219 * y).rounded()), Int32((128 + 224 * (b - y) / 1.8556).rounded()),
            Int32((128 + 224 * (r - y) / 1.5748).rounded()),
        ]
    }
}
