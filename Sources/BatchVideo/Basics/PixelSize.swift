/// Width and height in pixels.
package struct PixelSize: Hashable, Sendable, Codable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    package var isPortrait: Bool { height > width }
    package var shorter: Int { min(width, height) }
    package var longer: Int { max(width, height) }
    package var pixels: Int { width * height }
}
