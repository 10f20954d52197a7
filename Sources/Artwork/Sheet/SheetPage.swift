import BatchVideo
import Foundation

/// One small picture of a contact sheet.
struct SheetCell: Sendable {
    let label: String
    let paint: @Sendable (Frame) -> Void

    init(_ label: String, paint: @escaping @Sendable (Frame) -> Void) {
        self.label = label
        self.paint = paint
    }

    /// A picture as films show it; its own size does not matter.
    init(_ label: String, _ picture: PaintedPicture) {
        self.init(label) { frame in
            var sized = picture
            sized.size = frame.stage.size
            let scene = SceneCatalogue.scene(sized)
            scene.draw(on: frame, phase: scene.stillPhase)
            Cards.draw(sized, on: frame)
        }
    }
}

/// A contact sheet: pictures of one size in rows, each with a line that names it.
struct SheetPage: Sendable {
    /// Of its file, without ".png".
    let name: String
    let columns: Int
    /// Of each cell, in pixels.
    let size: PixelSize
    let cells: [SheetCell]

    private static let gap = 8
    private static let labelHeight = 20
    /// A PNG that every viewer opens.
    private static let largestSide = 16_000

    /// Throws `.invalid` for a page without cells or larger than 16000 pixels, `.unwritable` when it cannot be written.
    func draw(to file: URL) async throws {
        let whole = PixelSize(
            width: Self.gap + columns * (size.width + Self.gap),
            height: Self.gap + rows * (size.height + Self.labelHeight + Self.gap))
        guard !cells.isEmpty, columns > 0, max(whole.width, whole.height) <= Self.largestSide else {
            throw BatchVideoError(.invalid, "the sheet \(name) has no pictures, or too many for one file")
        }
        let pictures = try await paint()
        try await Easel.run { try compose(pictures, whole, to: file) }
    }

    private var rows: Int { (cells.count + columns - 1) / max(columns, 1) }

    /// Pixels of each cell, in order; as many at once as there are cores.
    private func paint() async throws -> [[UInt32]] {
        var pictures = [[UInt32]](repeating: [], count: cells.count)
        try await withThrowingTaskGroup(of: (Int, [UInt32]).self) { group in
            var next = 0
            func add() {
                guard next < cells.count else { return }
                let (index, cell, size) = (next, cells[next], size)
                group.addTask { (index, try await Easel.run { SheetPage.pixels(size, cell.paint) }) }
                next += 1
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
            while let (index, pixels) = try await group.next() {
                pictures[index] = pixels
                add()
            }
        }
        return pictures
    }

    static func pixels(_ size: PixelSize, _ paint: (Frame) -> Void) -> [UInt32] {
        var pixels = [UInt32](repeating: 0xFF00_0000, count: size.pixels)
        pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            paint(Frame(stage: Stage(size), pixels: base))
        }
        return pixels
    }

    private func compose(_ pictures: [[UInt32]], _ whole: PixelSize, to file: URL) throws {
        var pixels = [UInt32](repeating: 0xFF18_1A1F, count: whole.pixels)
        for (index, picture) in pictures.enumerated() {
            let (left, top) = place(index)
            for row in 0..<size.height {
                let (start, source) = ((top + row) * whole.width + left, row * size.width)
                pixels.replaceSubrange(
                    start..<start + size.width, with: picture[source..<source + size.width])
            }
        }
        try pixels.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let surface = PaintSurface(Frame(stage: Stage(whole), pixels: base))
            for (index, cell) in cells.enumerated() {
                let (left, top) = place(index)
                let label = TextBlock(
                    cell.label, .plain, size: 12, width: Double(size.width), leading: 1, on: surface)
                label?.draw(
                    on: surface, centre: Double(left) + Double(size.width) / 2, top: Double(top + size.height) + 2,
                    Colour(0xC8CCD4))
            }
            try PNGFile.write(UnsafeBufferPointer(buffer), whole, to: file)
        }
    }

    private func place(_ index: Int) -> (left: Int, top: Int) {
        (
            Self.gap + index % columns * (size.width + Self.gap),
            Self.gap + index / columns * (size.height + Self.labelHeight + Self.gap)
        )
    }
}

/// The three shapes of films, small.
enum SheetShape: String, CaseIterable, Sendable {
    case landscape, portrait, square

    func size(quick: Bool) -> PixelSize {
        switch self {
        case .landscape: quick ? PixelSize(width: 240, height: 136) : PixelSize(width: 340, height: 192)
        case .portrait: quick ? PixelSize(width: 136, height: 240) : PixelSize(width: 192, height: 340)
        case .square: quick ? PixelSize(width: 180, height: 180) : PixelSize(width: 256, height: 256)
        }
    }
}
