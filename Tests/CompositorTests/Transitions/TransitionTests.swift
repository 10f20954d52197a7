import BatchVideo
@testable import Compositor
import Testing

@Suite("Transitions")
struct TransitionTests {
    private let size = PixelSize(width: 192, height: 108)

    @Test("begin as the old picture and end as the new one", arguments: TransitionKind.allCases)
    func ends(_ kind: TransitionKind) throws {
        for (progress, expected) in [(0.0, UInt64(1)), (1.0, 2)] {
            let mixed = try mixed(kind, progress)
            let pure = try VideoFrame(size: size)
            pure.fill(seed: expected)

            #expect(mixed == pure.picture)
        }
    }

    @Test("do not depend on what was mixed before", arguments: TransitionKind.allCases)
    func pure(_ kind: TransitionKind) throws {
        let used = TransitionMixer(size: size)
        for other in TransitionKind.allCases { _ = try mixed(other, 0.3, with: used) }

        for progress in [0.2, 0.5, 0.8] {
            #expect(try mixed(kind, progress, with: used) == mixed(kind, progress))
        }
    }

    @Test("change more and more of the picture", arguments: TransitionKind.allCases)
    func monotone(_ kind: TransitionKind) throws {
        let levels = try (0...10).map { step in
            let (old, new) = (try VideoFrame(size: size), try VideoFrame(size: size))
            old.fill(luma: 60)
            new.fill(luma: 180)
            TransitionMixer(size: size).mix(kind, progress: Double(step) / 10, old: old, new: new)
            return mean(old.picture.luma)
        }

        switch kind {
        case .fadeblack: #expect(levels[5] < 20)
        case .fadewhite: #expect(levels[5] > 230)
        default:
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(levels[0] == 60 && levels[10] == 180)
            #expect(kind == .cut || (90...150).contains(levels[5]), "\(levels)")
        }
    }

    @Test("wipes, slides and circles go where their names say", arguments: [
        (TransitionKind.wipeleft, (170, 54), (20, 54)), (.wiperight, (20, 54), (170, 54)),
        (.wipeup, (96, 95), (96, 12)), (.wipedown, (96, 12), (96, 95)),
        (.slideleft, (170, 54), (20, 54)), (.slideright, (20, 54), (170, 54)),
        (.slideup, (96, 95), (96, 12)), (.slidedown, (96, 12), (96, 95)),
        (.circleopen, (96, 54), (4, 4)), (.circleclose, (4, 4), (96, 54)),
    ])
    func direction(_ kind: TransitionKind, _ changed: (Int, Int), _ kept: (Int, Int)) throws {
        let (old, new) = (try VideoFrame(size: size), try VideoFrame(size: size))
        old.fill(luma: 60)
        new.fill(luma: 180)

        TransitionMixer(size: size).mix(kind, progress: 0.5, old: old, new: new)

        #expect(old.picture.luma(changed.0, changed.1) == 180)
        #expect(old.picture.luma(kept.0, kept.1) == 60)
    }

    @Test("advance with every frame, and start beside the pure pictures")
    func progress() {
        let values = (0..<15).map { TransitionMixer.progress(frame: $0, of: 15) }

        #expect(values.first == 1.0 / 16 && values.last == 15.0 / 16)
        #expect(zip(values, values.dropFirst()).allSatisfy { abs($1 - $0 - 1.0 / 16) < 1e-12 })
    }

    private func mixed(
        _ kind: TransitionKind, _ progress: Double, with mixer: TransitionMixer? = nil
    ) throws -> RawPicture {
        let (old, new) = (try VideoFrame(size: size), try VideoFrame(size: size))
        old.fill(seed: 1)
        new.fill(seed: 2)
        (mixer ?? TransitionMixer(size: size)).mix(kind, progress: progress, old: old, new: new)
        return old.picture
    }
}
