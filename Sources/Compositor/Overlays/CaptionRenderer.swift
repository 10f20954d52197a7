import BatchVideo
import CAss
import CPixels

/// Draws captions with libass, once per change. One per thread.
final class CaptionRenderer {
    private let script: CaptionScript
    private let canvas: PixelSize
    private let library: OpaquePointer
    private let renderer: OpaquePointer
    private let track: UnsafeMutablePointer<ASS_Track>

    private var shownInterval: Int?
    private var shown: Overlay?
    /// How many pictures were drawn; a test watches it.
    private(set) var drawCount = 0

    /// `text`: the ASS file. Fonts come from fontconfig; none are taken from the file.
    init(text: String, script: CaptionScript, canvas: PixelSize) throws {
        self.script = script
        self.canvas = canvas
        library = try allocated(ass_library_init(), "captions")
        ass_set_message_cb(library, { _, _, _, _ in }, nil)
        ass_set_extract_fonts(library, 0)
        renderer = try allocated(ass_renderer_init(library), "captions")
        ass_set_frame_size(renderer, Int32(canvas.width), Int32(canvas.height))
        ass_set_storage_size(renderer, Int32(canvas.width), Int32(canvas.height))
        let provider = Int32(ASS_FONTPROVIDER_AUTODETECT.rawValue)
        ass_set_fonts(renderer, nil, "sans-serif", provider, nil, 1)
        var bytes = text.utf8.map { CChar(bitPattern: $0) }
        track = try allocated(
            ass_read_memory(library, &bytes, bytes.count, nil), "captions")
    }

    deinit {
        ass_free_track(track)
        ass_renderer_done(renderer)
        ass_library_done(library)
    }

    /// What stands on the screen at `time`; nil when nothing does.
    func overlay(at time: MediaTime) -> Overlay? {
        // libass reports a change with every frame that has a box behind its text, so for text
        // that stands still we know better.
        let interval = script.interval(at: time)
        let isAnimated = script.isAnimated(at: time)
        if !isAnimated, interval == shownInterval { return shown }
        shownInterval = isAnimated ? nil : interval
        guard !script.isEmpty(at: time) else {
            shown = nil
            return nil
        }
        var change: Int32 = 0
        let images = ass_render_frame(renderer, track, Int64(time.ms), &change)
        drawCount += 1
        shown = images.flatMap(draw)
        return shown
    }

    private func draw(_ first: UnsafeMutablePointer<ASS_Image>) -> Overlay? {
        let images = sequence(first: first) { $0.pointee.next }.map(\.pointee).filter {
            $0.w > 0 && $0.h > 0
        }
        guard let area = Area(of: images, canvas: canvas) else { return nil }
        var rgba = [Float](repeating: 0, count: area.width * area.height * 4)
        rgba.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            for image in images { paint(image, in: area, start) }
        }
        return Overlay(
            x: area.x, y: area.y, width: area.width, height: area.height, premultiplied: rgba)
    }

    private func paint(_ image: ASS_Image, in area: Area, _ rgba: UnsafeMutablePointer<Float>) {
        let left = max(Int(image.dst_x), area.x)
        let right = min(Int(image.dst_x + image.w), area.x + area.width)
        let top = max(Int(image.dst_y), area.y)
        let bottom = min(Int(image.dst_y + image.h), area.y + area.height)
        guard left < right, top < bottom, let bitmap = image.bitmap else { return }
        func part(_ shift: UInt32) -> Float { Float(image.color >> shift & 255) / 255 }
        for y in top..<bottom {
            let source = bitmap + (y - Int(image.dst_y)) * Int(image.stride) + left
                - Int(image.dst_x)
            let target = rgba + 4 * ((y - area.y) * area.width + left - area.x)
            px_paint_coverage(
                target, source, Int32(right - left), part(24), part(16), part(8), 1 - part(0))
        }
    }
}

/// The rectangle that a set of images covers, on the canvas, at even coordinates.
private struct Area {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    init?(of images: [ASS_Image], canvas: PixelSize) {
        guard let left = images.map({ Int($0.dst_x) }).min(),
            let top = images.map({ Int($0.dst_y) }).min(),
            let right = images.map({ Int($0.dst_x + $0.w) }).max(),
            let bottom = images.map({ Int($0.dst_y + $0.h) }).max()
        else { return nil }
        x = max(left, 0) & ~1
        y = max(top, 0) & ~1
        width = ((min(right, canvas.width) + 1) & ~1) - x
        height = ((min(bottom, canvas.height) + 1) & ~1) - y
        guard width > 0, height > 0 else { return nil }
    }
}
