import BatchVideo
import CPixels
@testable import Compositor
import Testing

@Suite("Pixel kernels", .enabled(if: px_has_avx2()))
struct KernelTests {
    @Test("the AVX2 resampler gives the plain resampler's bytes")
    func resample() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<60 {
            let source = PaddedPlane(width: 40 + random.index(200), height: 30 + random.index(60))
            for y in 0..<source.height {
                // Extremes make the kernel overshoot, so that clamping is tested too.
                for x in 0..<source.width {
                    let value = random.index(3) == 0 ? random.index(256) : 255 * random.index(2)
                    source.view.row(y)[x] = UInt8(value)
                }
            }
            source.repeatEdges()
            let width = 17 + random.index(180)
            let (xStep, yStep) = (random.uniform(0.3, 1), random.uniform(0.3, 1))
            let target = Target(
                width: width, height: 20, left: random.uniform(-1, 2), top: random.uniform(-1, 2),
                xStep: Double(source.width) / Double(width) * xStep,
                yStep: Double(source.height) / 20 * yStep)

            #expect(target.resample(source, avx2: true) == target.resample(source, avx2: false))
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

        func resample(_ source: PaddedPlane, avx2: Bool) -> [UInt8] {
            var xIndex = [Int32](repeating: 0, count: width)
            var xWeight = [Int16](repeating: 0, count: 4 * width)
            var yIndex = [Int32](repeating: 0, count: height)
            var yWeight = [Int16](repeating: 0, count: 4 * height)
            let (right, bottom) = (Int32(source.width + 31), Int32(source.height + 7))
            px_taps(Int32(width), left, xStep, -32, right, &xIndex, &xWeight)
            px_taps(Int32(height), top, yStep, -8, bottom, &yIndex, &yWeight)
            var scratch = [Int16](repeating: 0, count: source.stride + 64)
            var bytes = [UInt8](repeating: 0, count: width * height)
            px_resample(
                &bytes, width, Int32(width), Int32(height), source.origin, source.stride, xIndex,
                xWeight, yIndex, yWeight, &scratch, avx2)
            return bytes
        }
    }
}
