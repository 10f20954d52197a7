import Foundation

/// A colour in gamma-coded sRGB, components 0...1.
struct Colour: Hashable, Sendable {
    var r: Float
    var g: Float
    var b: Float

    init(r: Float, g: Float, b: Float) {
        self.r = r
        self.g = g
        self.b = b
    }

    /// From 0xRRGGBB.
    init(_ hex: UInt32) {
        r = Float((hex >> 16) & 0xFF) / 255
        g = Float((hex >> 8) & 0xFF) / 255
        b = Float(hex & 0xFF) / 255
    }

    static let white = Colour(0xFFFFFF)
    static let black = Colour(0x000000)

    /// (r, g, b, alpha), not premultiplied.
    func rgba(_ alpha: Float = 1) -> SIMD4<Float> { SIMD4(r, g, b, alpha) }

    /// Towards `other` by `amount` 0...1, evenly for the eye (in Oklab).
    func mixed(_ other: Colour, _ amount: Double) -> Colour {
        let t = Float(min(max(amount, 0), 1))
        return Colour(oklab: oklab + (other.oklab - oklab) * t)
    }

    func lighter(_ amount: Double) -> Colour { mixed(.white, amount) }
    func darker(_ amount: Double) -> Colour { mixed(.black, amount) }

    /// Chroma times `factor`, lightness kept.
    func saturated(_ factor: Double) -> Colour {
        var lab = oklab
        lab.y *= Float(factor)
        lab.z *= Float(factor)
        return Colour(oklab: lab)
    }
}

// Oklab: Björn Ottosson, "A perceptual color space for image processing" (2020).
extension Colour {
    var oklab: SIMD3<Float> {
        let (lr, lg, lb) = (Self.linear(r), Self.linear(g), Self.linear(b))
        let l = cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb)
        let m = cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb)
        let s = cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb)
        return SIMD3(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
    }

    init(oklab lab: SIMD3<Float>) {
        let l = lab.x + 0.3963377774 * lab.y + 0.2158037573 * lab.z
        let m = lab.x - 0.1055613458 * lab.y - 0.0638541728 * lab.z
        let s = lab.x - 0.0894841775 * lab.y - 1.2914855480 * lab.z
        let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
        self.init(
            r: Self.coded(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3),
            g: Self.coded(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3),
            b: Self.coded(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3))
    }

    private static func linear(_ c: Float) -> Float {
        c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }

    private static func coded(_ c: Float) -> Float {
        let x = min(max(c, 0), 1)
        return x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055
    }
}

/// Colours along a line 0...1, mixed in Oklab and tabulated.
struct ColourRamp: Sendable {
    private let table: [SIMD4<Float>]
    private static let steps = 512

    /// `stops` at rising positions; before the first and after the last the colour is held.
    init(_ stops: [(at: Double, colour: Colour)]) {
        table = (0...Self.steps).map { step in
            Self.colour(at: Double(step) / Double(Self.steps), in: stops).rgba()
        }
    }

    /// Evenly spaced stops.
    init(_ colours: [Colour]) {
        let last = Double(max(colours.count - 1, 1))
        self.init(colours.enumerated().map { (at: Double($0.offset) / last, colour: $0.element) })
    }

    /// Between table entries linearly, so that a slow gradient has no steps of its own.
    @inline(__always)
    func rgba(_ t: Float) -> SIMD4<Float> {
        let position = min(max(t, 0), 1) * Float(Self.steps)
        let i = min(Int(position), Self.steps - 1)
        return table[i] + (table[i + 1] - table[i]) * (position - Float(i))
    }

    func colour(_ t: Double) -> Colour {
        let c = rgba(Float(t))
        return Colour(r: c.x, g: c.y, b: c.z)
    }

    private static func colour(
        at t: Double, in stops: [(at: Double, colour: Colour)]
    ) -> Colour {
        guard let after = stops.firstIndex(where: { $0.at >= t }) else {
            return stops.last?.colour ?? .black
        }
        guard after > 0 else { return stops[0].colour }
        let (a, b) = (stops[after - 1], stops[after])
        return a.colour.mixed(b.colour, (t - a.at) / max(b.at - a.at, 1e-9))
    }
}
