import BatchVideo
import Foundation

/// Pictures that move across the screen by a part of its width or height. Whole chroma samples, so
/// that luma and chroma move together.
struct Travel {
    private let heading: Heading
    /// How far the front has come, in chroma samples.
    private let distance: Int

    /// `part`: 0 ... 1 of the way.
    init(_ heading: Heading, _ part: Double, _ size: PixelSize) {
        self.heading = heading
        let way = (heading.isHorizontal ? size.width : size.height) / 2
        distance = Int((part * Double(way)).rounded())
    }

    /// `new` pushes `old` out.
    func push(_ old: VideoFrame, _ new: VideoFrame) {
        each(old, new) { a, b, shift in
            moveWithin(a, by: shift)
            enter(a, b, shift)
        }
    }

    /// `new` moves over `old`.
    func cover(_ old: VideoFrame, _ new: VideoFrame) {
        each(old, new) { a, b, shift in enter(a, b, shift) }
    }

    /// `old` moves off `new`.
    func uncover(_ old: VideoFrame, _ new: VideoFrame) {
        each(old, new) { a, b, shift in
            moveWithin(a, by: shift)
            expose(a, b, shift)
        }
    }

    private func each(
        _ old: VideoFrame, _ new: VideoFrame, _ body: (PlaneView, PlaneView, Int) -> Void
    ) {
        for (index, (a, b)) in zip(old.planes, new.planes).enumerated() {
            body(a, b, index == 0 ? 2 * distance : distance)
        }
    }

    /// Moves what stays on the screen.
    private func moveWithin(_ a: PlaneView, by shift: Int) {
        switch heading {
        case .left: for y in 0..<a.height { memmove(a.row(y), a.row(y) + shift, a.width - shift) }
        case .right: for y in 0..<a.height { memmove(a.row(y) + shift, a.row(y), a.width - shift) }
        case .up:
            for y in 0..<a.height - shift { memcpy(a.row(y), a.row(y + shift), a.width) }
        case .down:
            for y in (shift..<a.height).reversed() { memcpy(a.row(y), a.row(y - shift), a.width) }
        }
    }

    /// The leading `shift` columns or rows of `b`, at the edge where it comes in.
    private func enter(_ a: PlaneView, _ b: PlaneView, _ shift: Int) {
        let kept = (heading.isHorizontal ? a.width : a.height) - shift
        copy(b, from: heading.isBackward ? 0 : kept, to: a, at: heading.isBackward ? kept : 0, shift)
    }

    /// `b` where it stands, where `a` has left.
    private func expose(_ a: PlaneView, _ b: PlaneView, _ shift: Int) {
        let kept = (heading.isHorizontal ? a.width : a.height) - shift
        let start = heading.isBackward ? kept : 0
        copy(b, from: start, to: a, at: start, shift)
    }

    /// Copies `count` columns or rows.
    private func copy(_ b: PlaneView, from: Int, to a: PlaneView, at: Int, _ count: Int) {
        if heading.isHorizontal {
            for y in 0..<a.height { memcpy(a.row(y) + at, b.row(y) + from, count) }
        } else {
            for y in 0..<count { memcpy(a.row(at + y), b.row(from + y), a.width) }
        }
    }
}
