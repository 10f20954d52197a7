import BatchVideo
import CCairo
import Foundation

/// A paragraph set in lines of even length, in pixels. Text goes in as text, never as markup.
final class TextBlock {
    enum Alignment { case centre, leading }

    let size: Double
    let layout: OpaquePointer
    /// What the lines cover, and the gap between the layout's origin and the leftmost of them.
    private(set) var width = 0.0
    private(set) var height = 0.0
    private var inset = 0.0

    /// Height of a line over the size of its letters, as Noto's CJK faces have it.
    static let lineHeight = 1.448

    /// Lines no wider than `width` pixels, `leading` times the usual height apart.
    init?(
        _ text: String, _ typeface: Typeface, size: Double, width: Double, leading: Double,
        tracking: Double = 0, alignment: Alignment = .centre, on surface: PaintSurface
    ) {
        guard let layout = pango_cairo_create_layout(surface.context) else { return nil }
        self.layout = layout
        self.size = size
        let font = pango_font_description_new()
        pango_font_description_set_family(font, typeface.families(for: text))
        pango_font_description_set_weight(
            font, typeface.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        let attributes = pango_attr_list_new()
        if tracking != 0, !text.unicodeScalars.contains(where: \.isJoining) {
            pango_attr_list_insert(
                attributes, pango_attr_letter_spacing_new(Int32(tracking * size * Double(PANGO_SCALE))))
        }
        // The same for all faces, so that a line of emoji or of another script keeps its distance.
        let needsRoom = text.unicodeScalars.contains(where: \.needsHighLines)
        let lineHeight = size * Self.lineHeight * (needsRoom ? max(leading, 1) * 1.06 : leading)
        pango_attr_list_insert(
            attributes, pango_attr_line_height_new_absolute(Int32(lineHeight * Double(PANGO_SCALE))))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_text(layout, text, -1)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        // Pango turns "left" around where the text runs from right to left.
        pango_layout_set_alignment(layout, alignment == .centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT)
        balance(within: width)
        measure()
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

    /// Letters that no font on this machine has.
    var missingGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

    /// Whether a word had to be broken to fit, or a line is wider than was allowed.
    func breaksWords(allowing width: Double) -> Bool {
        if self.width > width + 1 { return true }
        var count: Int32 = 0
        guard let marks = pango_layout_get_log_attrs_readonly(layout, &count) else { return false }
        let text = String(cString: pango_layout_get_text(layout))
        for number in 1..<max(lineCount, 1) {
            guard let line = pango_layout_get_line_readonly(layout, Int32(number)) else { continue }
            let start = Int(line.pointee.start_index)
            let position = String(decoding: text.utf8.prefix(start), as: UTF8.self)
                .unicodeScalars.count
            if position < Int(count), marks[position].is_line_break == 0 { return true }
        }
        return false
    }

    /// Text of each line, as wrapped.
    var lines: [String] {
        let bytes = Array(String(cString: pango_layout_get_text(layout)).utf8)
        return (0..<lineCount).compactMap { number in
            guard let line = pango_layout_get_line_readonly(layout, Int32(number)) else {
                return nil
            }
            let start = Int(line.pointee.start_index)
            let end = min(start + Int(line.pointee.length), bytes.count)
            return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        }
    }

    /// The narrowest width that needs no more lines than the widest: lines of even length.
    private func balance(within width: Double) {
        set(width: width)
        let count = lineCount
        guard count > 1 else { return }
        var (low, high) = (width / Double(count) * 0.8, width)
        for _ in 0..<12 {
            let middle = (low + high) / 2
            set(width: middle)
            if lineCount > count || breaksWords(allowing: middle) {
                low = middle
            } else {
                high = middle
            }
        }
        set(width: high)
    }

    private func set(width: Double) {
        pango_layout_set_width(layout, Int32((width * Double(PANGO_SCALE)).rounded(.up)))
    }

    private func measure() {
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        let scale = Double(PANGO_SCALE)
        width = Double(logical.width) / scale
        height = Double(logical.height) / scale
        inset = Double(logical.x) / scale
    }

    /// Where the layout's origin lies when `top` and the middle of the lines are given.
    func origin(centre: Double, top: Double) -> Point {
        Point(centre - width / 2 - inset, top)
    }
}

extension TextBlock {
    struct Limits {
        var width: Double
        var height: Double
        var lines: Int
        var sizes: ClosedRange<Double>
        var leading = 0.95
        var tracking = 0.0
        var alignment = Alignment.centre
    }

    /// The largest setting of `text` inside `limits`; the smallest size where none fits. Fewer
    /// lines are better while they cost less than a quarter of the size: clauses stay whole.
    static func fitting(
        _ text: String, _ typeface: Typeface, _ limits: Limits, on surface: PaintSurface
    ) -> TextBlock? {
        let typeface = typeface.suited(to: text)
        let free = largest(text, typeface, limits, on: surface)
        let given = text.count { $0 == "\n" } + 1
        guard given > 1, let free, free.lineCount > given else { return free }
        for lines in given..<free.lineCount {
            var strict = limits
            strict.lines = lines
            if let calm = largest(text, typeface, strict, on: surface),
                calm.lineCount <= lines, calm.size >= free.size * 0.75
            {
                return calm
            }
        }
        return free
    }

    private static func largest(
        _ text: String, _ typeface: Typeface, _ limits: Limits, on surface: PaintSurface
    ) -> TextBlock? {
        var size = limits.sizes.upperBound
        while true {
            let block = TextBlock(
                text, typeface, size: size, width: limits.width, leading: limits.leading,
                tracking: limits.tracking, alignment: limits.alignment, on: surface)
            guard let block else { return nil }
            let fits =
                block.height <= limits.height && block.lineCount <= limits.lines
                && !block.breaksWords(allowing: limits.width)
            if fits || size <= limits.sizes.lowerBound { return block }
            size = max(size * 0.96, limits.sizes.lowerBound)
        }
    }
}
