import Foundation

/// Power spectra of short frames: an iterative radix-2 transform (Cooley & Tukey 1965).
struct FourierTransform: Sendable {
    /// A power of two.
    let size: Int
    private let cosines: [Float]
    private let sines: [Float]
    private let order: [Int]

    /// The smallest size that holds `count` samples.
    init(holding count: Int) {
        var size = 2
        while size < count { size *= 2 }
        self.size = size
        let angles = (0..<size / 2).map { -2 * Double.pi * Double($0) / Double(size) }
        cosines = angles.map { Float(cos($0)) }
        sines = angles.map { Float(sin($0)) }
        let bits = size.trailingZeroBitCount
        order = (0..<size).map { index in
            (0..<bits).reduce(0) { $0 << 1 | (index >> $1) & 1 }
        }
    }

    /// |X|² of frequencies 0 ... `size` / 2; `frame` is `size` long.
    func power(_ frame: [Float]) -> [Float] {
        var real = order.map { frame[$0] }
        var imaginary = [Float](repeating: 0, count: size)
        real.withUnsafeMutableBufferPointer { re in
            imaginary.withUnsafeMutableBufferPointer { im in
                transform(re, im)
            }
        }
        return (0...size / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
    }

    private func transform(
        _ re: UnsafeMutableBufferPointer<Float>, _ im: UnsafeMutableBufferPointer<Float>
    ) {
        var half = 1
        while half < size {
            let stride = size / (2 * half)
            for start in Swift.stride(from: 0, to: size, by: 2 * half) {
                for k in 0..<half {
                    let (c, s) = (cosines[k * stride], sines[k * stride])
                    let (a, b) = (start + k, start + k + half)
                    let (x, y) = (re[b] * c - im[b] * s, re[b] * s + im[b] * c)
                    (re[b], im[b]) = (re[a] - x, im[a] - y)
                    (re[a], im[a]) = (re[a] + x, im[a] + y)
                }
            }
            half *= 2
        }
    }
}
