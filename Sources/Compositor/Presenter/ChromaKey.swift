import BatchVideo
import CPixels

/// Takes a background of one colour out of a picture and its glow off the edges. One per thread.
///
/// Distance in the plane of the colour differences (as ffmpeg's chromakey measures it), so that
/// shadows on the background go too.
final class ChromaKey {
    /// Distances, of the plane's diagonal, up to which a sample is background, and from which on
    /// it is not: green lies 0.37 from grey.
    private static let near = 0.12
    private static let far = 0.24

    private let key: YUVColour
    private(set) var mask: PresenterMask?

    init(colour: String) { key = YUVColour(hex: colour) }

    /// Makes the mask of `frame`, and takes what is left of the key's colour out of it.
    func cut(_ frame: VideoFrame) {
        let planes = frame.planes
        guard planes.count == 3 else { return }
        let (columns, rows) = (planes[1].width, planes[1].height)
        var made = mask ?? PresenterMask(.rectangle, size: frame.size)
        guard made != nil else { return }
        made?.chroma.withUnsafeMutableBufferPointer { alpha in
            guard let start = alpha.baseAddress else { return }
            for y in 0..<rows {
                px_key(
                    planes[1].row(y), planes[2].row(y), start + y * columns, Int32(columns),
                    key.levels[1], key.levels[2], Float(Self.near), Float(Self.far))
            }
        }
        mask = made
        spreadToLuma(columns: columns, rows: rows, width: frame.size.width)
    }

    /// Luma lies between chroma samples: linear in between, chroma sited left.
    private func spreadToLuma(columns: Int, rows: Int, width: Int) {
        guard var made = mask else { return }
        let chroma = made.chroma
        for y in 0..<rows * 2 {
            let row = y / 2
            let other = min(max(row + (y % 2 == 0 ? -1 : 1), 0), rows - 1)
            func value(_ column: Int) -> Int {
                let x = min(column, columns - 1)
                return 3 * Int(chroma[row * columns + x]) + Int(chroma[other * columns + x])
            }
            for column in 0..<columns {
                let (here, next) = (value(column), value(column + 1))
                made.luma[y * width + 2 * column] = UInt8((here + 2) / 4)
                made.luma[y * width + 2 * column + 1] = UInt8((here + next + 4) / 8)
            }
        }
        mask = made
    }
}
