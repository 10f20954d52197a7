import Foundation

/// A struck body as a sum of decaying sinusoids, its modes (Adrien, "The missing link: modal synthesis",
/// 1991).
struct ModalVoice: Sendable {
    struct Mode: Sendable {
        var hertz: Double
        var gain: Double
        /// Until it is 60 dB down.
        var decaySeconds: Double
        /// -1 left ... 1 right.
        var pan: Double
    }

    var modes: [Mode]
    /// The hammer's rise.
    var attackSeconds: Double

    /// A mode is left out once it is this far down.
    private static let floorDB = 75.0
    private static let rate = Double(Mixdown.rate)

    /// Rings for `seconds`, then is damped over `releaseSeconds` (60 dB).
    func play(seconds: Double, releaseSeconds: Double, into take: inout MusicTake) {
        let longest = (modes.map(\.decaySeconds).max() ?? 0) * Self.floorDB / 60
        let held = min(seconds, longest)
        let release = min(releaseSeconds * Self.floorDB / 60, max(0.01, longest - held))
        take.clear(Int((held + release) * Self.rate))
        for mode in modes { Self.ring(mode, into: &take) }
        let attack = max(1, Int(attackSeconds * Self.rate))
        take.shape(0..<attack) { 0.5 - 0.5 * cos(Float.pi * Float($0) / Float(attack)) }
        let start = Int(held * Self.rate)
        let fall = Float(pow(10, -3 / (releaseSeconds * Self.rate)))
        var level: Float = 1
        take.shape(start..<take.length) { _ in
            level *= fall
            return level
        }
        take.fadeOut()
    }

    /// Eight samples at a time: each lane is one sample of the same turning and shrinking pointer.
    private static func ring(_ mode: Mode, into take: inout MusicTake) {
        let angle = 2 * Double.pi * mode.hertz / rate
        let shrink = pow(10, -3 / (mode.decaySeconds * rate))
        let count = min(take.length, Int(mode.decaySeconds * floorDB / 60 * rate))
        var re = SIMD8<Float>.zero
        var im = SIMD8<Float>.zero
        for lane in 0..<8 {
            let size = pow(shrink, Double(lane)) * mode.gain
            re[lane] = Float(size * cos(angle * Double(lane)))
            im[lane] = Float(size * sin(angle * Double(lane)))
        }
        let c = Float(pow(shrink, 8) * cos(8 * angle))
        let s = Float(pow(shrink, 8) * sin(8 * angle))
        let turn = (mode.pan + 1) * Double.pi / 4
        let (toLeft, toRight) = (Float(cos(turn)), Float(sin(turn)))
        take.left.withUnsafeMutableBytes { left in
            take.right.withUnsafeMutableBytes { right in
                for byte in stride(from: 0, to: count * 4, by: 32) {
                    let l = left.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self) + im * toLeft
                    let r = right.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self) + im * toRight
                    left.storeBytes(of: l, toByteOffset: byte, as: SIMD8<Float>.self)
                    right.storeBytes(of: r, toByteOffset: byte, as: SIMD8<Float>.self)
                    let next = re * c - im * s
                    im = re * s + im * c
                    re = next
                }
            }
        }
    }
}

extension MusicTake {
    /// The last 5 ms go to nothing, so that no end clicks.
    mutating func fadeOut() {
        let last = length - 1
        let count = min(length, Mixdown.rate / 200)
        shape(length - count..<length) { Float(last - $0) / Float(max(1, count)) }
    }
}
