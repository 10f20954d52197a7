import BatchVideo
import CPixels
import Foundation

/// Turns one picture into another. Pure: the result depends on the two pictures, the kind and the
/// progress alone. At progress 0 it is the old picture, at 1 the new one, sample for sample.
final class TransitionMixer {
    private let size: PixelSize
    private let avx2: Bool
    /// The field of the last kind used; a film mostly stays with few kinds.
    private var field: TransitionField?

    init(size: PixelSize, avx2: Bool = px_has_avx2()) {
        self.size = size
        self.avx2 = avx2
    }

    /// Progress at frame `index` of a transition of `count` frames: the frame before it is 0 and
    /// the frame after it is 1, so that no frame of it repeats a neighbour.
    static func progress(frame index: Int, of count: Int) -> Double {
        Double(index + 1) / Double(count + 1)
    }

    /// Mixes `new` into `old`.
    func mix(_ kind: TransitionKind, progress: Double, old: VideoFrame, new: VideoFrame) {
        let t = min(max(progress, 0), 1)
        switch kind {
        case .cut: if t > 0 { old.copy(from: new) }
        case .fade: fade(t, old, new)
        case .fadeblack: fadeThrough(level: 16, t, old, new)
        case .fadewhite: fadeThrough(level: 235, t, old, new)
        case .slideleft, .slideright: slideAcross(kind, t.smoothstep, old, new)
        case .slideup, .slidedown: slideUpright(kind, t.smoothstep, old, new)
        case .dissolve: reveal(kind, t, old, new)
        case .wipeleft, .wiperight, .wipeup, .wipedown, .circleopen, .circleclose:
            reveal(kind, t.smoothstep, old, new)
        }
    }

    private func fade(_ t: Double, _ old: VideoFrame, _ new: VideoFrame) {
        let weight = Int32((t * 256).rounded())
        for (a, b) in zip(old.planes, new.planes) {
            for y in 0..<a.height { px_fade(a.row(y), b.row(y), Int32(a.width), weight, avx2) }
        }
    }

    private func fadeThrough(level: Int32, _ t: Double, _ old: VideoFrame, _ new: VideoFrame) {
        if t >= 0.5 { old.copy(from: new) }
        let weight = Int32(((1 - abs(2 * t - 1)).smoothstep * 256).rounded())
        for (index, plane) in old.planes.enumerated() {
            let target = index == 0 ? level : 128
            for y in 0..<plane.height {
                px_fade_to_level(plane.row(y), target, Int32(plane.width), weight, avx2)
            }
        }
    }

    private func reveal(_ kind: TransitionKind, _ t: Double, _ old: VideoFrame, _ new: VideoFrame) {
        if field?.kind != kind { field = TransitionField(kind, size: size) }
        guard let field else { return }
        let last = Double(TransitionField.last)
        let edge = field.softness * last
        let threshold = Int32((t * (last + edge)).rounded())
        let gain = Int32((256 * 65536 / edge).rounded(.up))
        for (index, (a, b)) in zip(old.planes, new.planes).enumerated() {
            (index == 0 ? field.luma : field.chroma).withUnsafeBufferPointer { times in
                guard let start = times.baseAddress else { return }
                for y in 0..<a.height {
                    px_reveal(
                        a.row(y), b.row(y), start + y * a.width, Int32(a.width), threshold, gain,
                        avx2)
                }
            }
        }
    }

    /// Both pictures move: the new one pushes the old one out. Whole chroma samples, so that luma
    /// and chroma move together.
    private func slideAcross(
        _ kind: TransitionKind, _ t: Double, _ old: VideoFrame, _ new: VideoFrame
    ) {
        let columns = Int((t * Double(size.width / 2)).rounded())
        for (index, (a, b)) in zip(old.planes, new.planes).enumerated() {
            let shift = index == 0 ? 2 * columns : columns
            for y in 0..<a.height {
                let (row, source) = (a.row(y), b.row(y))
                if kind == .slideleft {
                    memmove(row, row + shift, a.width - shift)
                    memcpy(row + a.width - shift, source, shift)
                } else {
                    memmove(row + shift, row, a.width - shift)
                    memcpy(row, source + a.width - shift, shift)
                }
            }
        }
    }

    private func slideUpright(
        _ kind: TransitionKind, _ t: Double, _ old: VideoFrame, _ new: VideoFrame
    ) {
        let rows = Int((t * Double(size.height / 2)).rounded())
        for (index, (a, b)) in zip(old.planes, new.planes).enumerated() {
            let shift = index == 0 ? 2 * rows : rows
            let kept = a.height - shift
            if kind == .slideup {
                for y in 0..<kept { memcpy(a.row(y), a.row(y + shift), a.width) }
                for y in kept..<a.height { memcpy(a.row(y), b.row(y - kept), a.width) }
            } else {
                for y in (0..<kept).reversed() { memcpy(a.row(y + shift), a.row(y), a.width) }
                for y in 0..<shift { memcpy(a.row(y), b.row(y + kept), a.width) }
            }
        }
    }
}
