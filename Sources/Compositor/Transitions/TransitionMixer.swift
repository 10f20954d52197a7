import BatchVideo
import CPixels
import Foundation

/// Turns one picture into another. Pure: the result depends on the two pictures, the kind and the
/// progress alone. At progress 0 it is the old picture, at 1 the new one, sample for sample.
final class TransitionMixer {
    private let size: PixelSize
    private let avx2: Bool
    /// The field of the last shape used; a film mostly stays with few kinds.
    private var field: TransitionField?
    private lazy var closeUp = CloseUp(size: size, avx2: avx2)
    private lazy var softener = Softener(width: size.width)

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
        switch TransitionAct(kind) {
        case .cut: if t > 0 { old.copy(from: new) }
        case .fade: fade(t, old, new)
        case .through(let level): fadeThrough(level: level, t, old, new)
        case .push(let heading): Travel(heading, t.smoothstep, size).push(old, new)
        case .cover(let heading): Travel(heading, t.smoothstep, size).cover(old, new)
        case .uncover(let heading): Travel(heading, t.smoothstep, size).uncover(old, new)
        case .reveal(let shape): reveal(shape, shape.isEased ? t.smoothstep : t, old, new)
        case .zoom:
            closeUp.show(old, zoom: 1 + 1.5 * t * t)
            fade(t.smoothstep, old, new)
        case .blur:
            fade(t.smoothstep, old, new)
            softener.blur(old, strength: Self.hump(t))
        case .mosaic:
            fade(t.smoothstep, old, new)
            softener.mosaic(old, strength: Self.hump(t))
        }
    }

    /// Up from 0 to 1 in the middle, and down again.
    private static func hump(_ t: Double) -> Double { (1 - abs(2 * t - 1)).smoothstep }

    private func fade(_ t: Double, _ old: VideoFrame, _ new: VideoFrame) {
        let weight = Int32((t * 256).rounded())
        for (a, b) in zip(old.planes, new.planes) {
            for y in 0..<a.height { px_fade(a.row(y), b.row(y), Int32(a.width), weight, avx2) }
        }
    }

    private func fadeThrough(level: Int32, _ t: Double, _ old: VideoFrame, _ new: VideoFrame) {
        if t >= 0.5 { old.copy(from: new) }
        let weight = Int32((Self.hump(t) * 256).rounded())
        for (index, plane) in old.planes.enumerated() {
            let target = index == 0 ? level : 128
            for y in 0..<plane.height {
                px_fade_to_level(plane.row(y), target, Int32(plane.width), weight, avx2)
            }
        }
    }

    private func reveal(
        _ shape: RevealShape, _ t: Double, _ old: VideoFrame, _ new: VideoFrame
    ) {
        let field = field.flatMap { $0.shape == shape ? $0 : nil }
            ?? TransitionField(shape, size: size)
        self.field = field
        let last = Double(TransitionField.last)
        let edge = shape.softness * last
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
}
