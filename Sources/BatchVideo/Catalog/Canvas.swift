/// The film's picture: size in pixels (both even) and whole frames per second.
package struct Canvas: Hashable, Sendable, Codable {
    package var size: PixelSize
    package var fps: Int

    package init(size: PixelSize, fps: Int = 30) {
        self.size = size
        self.fps = fps
    }

    package var width: Int { size.width }
    package var height: Int { size.height }
    package var isPortrait: Bool { size.isPortrait }

    package static let landscape = Canvas(size: PixelSize(width: 1360, height: 768))
    package static let portrait = Canvas(size: PixelSize(width: 768, height: 1360))
    package static let square = Canvas(size: PixelSize(width: 1080, height: 1080))
}
