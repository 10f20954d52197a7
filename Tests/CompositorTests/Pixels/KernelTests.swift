import BatchVideo
import CPixels
@testable import Compositor
import Foundation
import Testing

@Suite("Pixel kernels", .enabled(if: px_has_avx2()))
struct KernelTests {
    @Test("every form of the resampler gives the plain one's bytes, at small and large steps")
    func resample() throws {
        var random = SeededRandom(seed: 1)
        for round in 0..<180 {
            let source = PaddedPlane(width: 40 + random.index(200), height: 30 + random.index(60))
            for y in 0..<source.height {
                // Extremes make the kernel overshoot, so that clamping is tested too.
                for x in 0..<source.width {
                    let value = random.index(3) == 0 ? random.index(256) : 255 * random.index(2)
                    source.view.row(y)[x] = UInt8(value)
                }
            }
            source.repeatEdges()
            // Up to 4/3 and 1.8 the fast forms read one window per group, beyond that they do not.
            let xStep = random.uniform(0.3, [1.33, 1.8, 2.4][round % 3])
            let target = Target(
                width: 17 + random.index(Int(Double(source.width) / xStep)),
                height: 1 + random.index(20), left: random.uniform(-3, 2),
                top: random.uniform(-3, 2), xStep: xStep, yStep: random.uniform(0.3, 2))
            let plain = target.resample(source, PX_PLAIN)

            #expect(target.resample(source, PX_AVX2) == plain)
            if px_fastest() == PX_AVX512 { #expect(target.resample(source, PX_AVX512) == plain) }
        }
    }

    @Test("a flat picture stays flat, and at a whole number of samples nothing changes")
    func identity() {
        let flat = PaddedPlane(width: 70, height: 40)
        let noise = PaddedPlane(width: 70, height: 40)
        var random = SeededRandom(seed: 4)
        for level in 0...255 {
            for y in 0..<40 {
                memset(flat.view.row(y), Int32(level), 70)
                for x in 0..<70 { noise.view.row(y)[x] = UInt8(random.index(256)) }
            }
            flat.repeatEdges()
            noise.repeatEdges()
            let moved = Target(
                width: 50, height: 30, left: random.uniform(0, 5), top: random.uniform(0, 5),
                xStep: 1.1, yStep: 1.2)
            let whole = Target(width: 60, height: 30, left: 3, top: 2, xStep: 1, yStep: 1)

            let expected = (2..<32).flatMap { y in (3..<63).map { noise.view.row(y)[$0] } }
            #expect(moved.resample(flat, px_fastest()).allSatisfy { $0 == level })
            #expect(whole.resample(noise, px_fastest()) == expected)
        }
    }

    @Test("the AVX2 mixers give the plain mixers' bytes")
    func mix() {
        var random = SeededRandom(seed: 2)
        for count in 1...300 {
            let a = (0..<count).map { _ in UInt8(random.index(256)) }
            let b = (0..<count).map { _ in UInt8(random.index(256)) }
            let field = (0..<count).map { _ in UInt16(random.index(16385)) }
            let (weight, threshold) = (Int32(random.index(257)), Int32(random.index(20_000)))
            func both(_ body: (inout [UInt8], Bool) -> Void) -> Bool {
                var (plain, fast) = (a, a)
                body(&plain, false)
                body(&fast, true)
                return plain == fast
            }

            #expect(both { px_fade(&$0, b, Int32(count), weight, $1) })
            #expect(both { px_fade_to_level(&$0, 16, Int32(count), weight, $1) })
            #expect(both { px_reveal(&$0, b, field, Int32(count), threshold, 12_000, $1) })
            #expect(both { px_over(&$0, b, b, Int32(count), $1) })
            // Empty stretches, which are skipped, between others.
            let islands = b.enumerated().map { $0 / 40 % 2 == 0 ? 0 : $1 }
            #expect(both { px_over(&$0, islands, islands, Int32(count), $1) })
            var laid = a
            px_over(&laid, islands, islands, Int32(count), true)
            #expect(zip(zip(a, laid), islands).allSatisfy { $1 != 0 || $0.0 == $0.1 })
        }
    }

    @Test("weights of every tap add up to one, at every position")
    func taps() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            var index = [Int32](repeating: 0, count: 50)
            var weight = [Int16](repeating: 0, count: 200)
            px_taps(50, random.uniform(-5, 50), random.uniform(0.1, 2), -8, 70, &index, &weight)

            for i in 0..<50 {
                #expect(weight[4 * i..<4 * i + 4].reduce(0) { $0 + Int($1) } == 16384)
                #expect((-8...67).contains(index[i]))
            }
        }
    }

    private struct Target {
        var width: Int
        var height: Int
        var left: Double
        var top: Double
        var xStep: Double
        var yStep: Double

        func resample(_ source: PaddedPlane, _ speed: px_speed) -> [UInt8] {
            var xIndex = [Int32](repeating: 0, count: width)
            var xWeight = [Int16](repeating: 0, count: 4 * width)
            var yIndex = [Int32](repeating: 0, count: height)
            var yWeight = [Int16](repeating: 0, count: 4 * height)
            let (right, bottom) = (Int32(source.width + 31), Int32(source.height + 7))
            px_taps(Int32(width), left, xStep, -32, right, &xIndex, &xWeight)
            px_taps(Int32(height), top, yStep, -8, bottom, &yIndex, &yWeight)
            // What lies beyond a vector's last output must not be touched.
            var bytes = [UInt8](repeating: 77, count: width * height + 64)
            var scratch = [UInt8](
                repeating: 0, count: px_scratch_bytes(Int32(width), Int32(source.stride)))
            bytes.withUnsafeMutableBufferPointer { target in
                xIndex.withUnsafeBufferPointer { xIndex in
                    yIndex.withUnsafeBufferPointer { yIndex in
                        xWeight.withUnsafeBufferPointer { xWeight in
                            yWeight.withUnsafeBufferPointer { yWeight in
                                var picture = px_picture(
                                    target: target.baseAddress, target_stride: width,
                                    width: Int32(width), height: Int32(height),
                                    source: source.origin, source_stride: source.stride,
                                    x_index: xIndex.baseAddress, y_index: yIndex.baseAddress,
                                    x_weight: xWeight.baseAddress, y_weight: yWeight.baseAddress)
                                px_resample(&picture, &scratch, speed)
                            }
                        }
                    }
                }
            }
            return bytes.suffix(64).allSatisfy { $0 == 77 } ? bytes.dropLast(64) : []
        }
    }
}
