import Foundation

/// An 8-bit plane with a border that repeats its edge, so that filters may read outside.
///
/// Filled by one thread, then only read.
final class PaddedPlane {
    static let sideBorder = 32
    static let topBorder = 8

    let width: Int
    let height: Int
    let stride: Int
    private let memory: UnsafeMutableRawPointer

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        stride = (width + 2 * Self.sideBorder + 63) & ~63
        let rows = height + 2 * Self.topBorder
        memory = .allocate(byteCount: stride * rows + 64, alignment: 64)
    }

    deinit { memory.deallocate() }

    /// Sample (0, 0).
    var origin: UnsafeMutablePointer<UInt8> {
        memory.assumingMemoryBound(to: UInt8.self) + Self.topBorder * stride + Self.sideBorder
    }

    var view: PlaneView {
        PlaneView(start: origin, stride: stride, width: width, height: height)
    }

    func repeatEdges() {
        let right = stride - width - Self.sideBorder
        for y in 0..<height {
            let row = origin + y * stride
            memset(row - Self.sideBorder, Int32(row[0]), Self.sideBorder)
            memset(row + width, Int32(row[width - 1]), right)
        }
        let first = origin - Self.sideBorder
        for distance in 1...Self.topBorder {
            memcpy(first - distance * stride, first, stride)
            let last = first + (height - 1) * stride
            memcpy(last + distance * stride, last, stride)
        }
    }
}
