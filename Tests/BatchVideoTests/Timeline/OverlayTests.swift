import Testing

@testable import BatchVideo

@Suite("Overlays")
struct OverlayTests {
    @Test("appear, stay and vanish within their frames")
    func presence() {
        let overlay = PictureOverlay(
            file: "", sha256: "", x: 0, y: 0, frames: 10..<40, fadeFrames: 4)
        let seen = (0..<50).map { overlay.presence(inFrame: $0) }
        #expect(seen[..<10].allSatisfy { $0 == 0 } && seen[40...].allSatisfy { $0 == 0 })
        #expect(seen[14...35].allSatisfy { $0 == 1 })
        #expect(zip(seen[9...14], seen[10...14]).allSatisfy { $0 < $1 })
        #expect(Array(seen[10..<40]) == seen[10..<40].reversed())
    }

    @Test("are seen in every frame without a span")
    func always() {
        let overlay = PictureOverlay(file: "", sha256: "", x: 0, y: 0)
        #expect(overlay.presence(inFrame: 0) == 1 && overlay.presence(inFrame: 1 << 20) == 1)
    }

    @Test("keep their margin in each corner")
    func corners() {
        let (size, canvas) = (PixelSize(width: 100, height: 40), PixelSize(width: 640, height: 360))
        #expect(Corner.topLeft.place(size, on: canvas, margin: 10) == (10, 10))
        #expect(Corner.topRight.place(size, on: canvas, margin: 10) == (530, 10))
        #expect(Corner.bottomLeft.place(size, on: canvas, margin: 10) == (10, 310))
        #expect(Corner.bottomRight.place(size, on: canvas, margin: 10) == (530, 310))
    }
}
