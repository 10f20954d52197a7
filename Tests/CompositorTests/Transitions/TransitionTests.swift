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
            #expect(kind == .cut || (80...160).contains(levels[5]), "\(levels)")
        }
    }

    @Test("wipes, slides and circles go where their names say", arguments: [
        (TransitionKind.wipeleft, (170, 54), (20, 54)), (.wiperight, (20, 54), (170, 54)),
        (.wipeup, (96, 95), (96, 12)), (.wipedown, (96, 12), (96, 95)),
        (.slideleft, (170, 54), (20, 54)), (.slideright, (20, 54), (170, 54)),
        (.slideup, (96, 95), (96, 12)), (.slidedown, (96, 12), (96, 95)),
        (.coverleft, (170, 54), (20, 54)), (.coverdown, (96, 12), (96, 95)),
        (.revealright, (20, 54), (170, 54)), (.revealup, (96, 95), (96, 12)),
        (.smoothleft, (190, 54), (2, 54)), (.smoothdown, (96, 1), (96, 106)),
        (.wipetl, (180, 100), (20, 12)), (.wipebr, (12, 8), (180, 98)),
        (.diagtl, (180, 100), (12, 8)), (.diagtr, (12, 100), (180, 8)),
        (.diagbl, (180, 8), (12, 100)), (.diagbr, (12, 8), (180, 100)),
        (.horzopen, (20, 54), (96, 4)), (.horzclose, (20, 4), (96, 54)),
        (.vertopen, (96, 20), (4, 54)), (.vertclose, (4, 54), (96, 54)),
        (.hlslice, (190, 54), (10, 54)), (.hrslice, (2, 54), (182, 54)),
        (.vuslice, (96, 107), (96, 6)), (.vdslice, (96, 1), (96, 101)),
        (.radial, (170, 54), (20, 54)),
        (.circleopen, (96, 54), (4, 4)), (.circleclose, (4, 4), (96, 54)),
    ])
    func direction(_ kind: TransitionKind, _ changed: (Int, Int), _ kept: (Int, Int)) throws {
        let (old, new) = (try VideoFrame(size: size), try VideoFrame(size: size))
        old.fill(luma: 60)
        new.fill(luma: 180)

        TransitionMixer(size: size).mix(kind, progress: 0.5, old: old, new: new)

        #expect(old.picture.luma(changed.0, changed.1) >= 177)
        #expect(old.picture.luma(kept.0, kept.1) <= 63)
    }

    @Test("show nothing but the two pictures, and write nothing beside them", arguments: [
        PixelSize(width: 16, height: 16), PixelSize(width: 50, height: 34),
        PixelSize(width: 34, height: 130), PixelSize(width: 194, height: 18),
    ])
    func bounds(_ size: PixelSize) throws {
        for kind in TransitionKind.allCases where ![.fadeblack, .fadewhite].contains(kind) {
            let mixer = TransitionMixer(size: size)
            for step in 0...12 {
                let (old, new) = (try VideoFrame(size: size), try VideoFrame(size: size))
                old.fill(luma: 60)
                new.fill(luma: 180)
                old.markPadding()

                mixer.mix(kind, progress: Double(step) / 12, old: old, new: new)

                #expect(old.picture.luma.allSatisfy { (60...180).contains($0) }, "\(kind)")
                #expect(old.picture.blue.allSatisfy { $0 == 128 }, "\(kind)")
                #expect(old.isPaddingMarked, "\(kind) at \(step)")
            }
        }
    }

    @Test("a close-up enlarges the middle, a blur takes detail out, a mosaic has few colours")
    func looks() throws {
        func half(_ kind: TransitionKind, _ draw: (VideoFrame) -> Void) throws -> RawPicture {
            let (old, new) = (try VideoFrame(size: size), try VideoFrame(size: size))
            for frame in [old, new] { draw(frame) }
            TransitionMixer(size: size).mix(kind, progress: 0.5, old: old, new: new)
            return old.picture
        }
        func detail(_ picture: RawPicture) -> Int {
            zip(picture.luma, picture.luma.dropFirst()).reduce(0) {
                $0 + abs(Int($1.0) - Int($1.1))
            }
        }
        let noise = try half(.fade) { $0.fill(seed: 3) }

        #expect(detail(try half(.hblur) { $0.fill(seed: 3) }) * 8 < detail(noise))
        #expect(Set(try half(.pixelize) { $0.fill(seed: 3) }.luma).count < 250)
        #expect(detail(try half(.pixelize) { $0.fill(seed: 3) }) * 4 < detail(noise))
        let old = try VideoFrame(size: size)
        old.fill(luma: 60)
        for y in 44..<64 { for x in 86..<106 { old.planes[0].row(y)[x] = 180 } }
        CloseUp(size: size, avx2: false).show(old, zoom: 2)
        let near = old.picture
        #expect(near.luma(96, 54) == 180 && near.luma(79, 54) == 180 && near.luma(96, 37) == 180)
        #expect(near.luma(70, 54) == 60 && near.luma(122, 54) == 60 && near.luma(96, 80) == 60)
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

extension VideoFrame {
    private static let mark: UInt8 = 0xA7

    /// Marks what lies between the rows of the planes.
    fileprivate func markPadding() {
        for plane in planes {
            for y in 0..<plane.height {
                for x in plane.width..<plane.stride { plane.row(y)[x] = Self.mark }
            }
        }
    }

    fileprivate var isPaddingMarked: Bool {
        planes.allSatisfy { plane in
            (0..<plane.height).allSatisfy { y in
                (plane.width..<plane.stride).allSatisfy { plane.row(y)[$0] == Self.mark }
            }
        }
    }
}
