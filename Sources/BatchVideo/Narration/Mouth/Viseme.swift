/// The shapes of mouths that can be told apart by eye, named for a sound that each belongs to.
package enum Viseme: String, Sendable, CaseIterable {
    case silence
    /// Lips closed: p, b, m.
    case p
    /// Lower lip at the upper teeth: f, v.
    case f
    case a, e, i, o, u
    /// Front rounded: French u, German ü, Chinese ü.
    case y
    case s, sh, l, r, k, th

    /// The mouth in the middle of the sound.
    package var shape: MouthShape {
        switch self {
        case .silence: .closed
        case .p: MouthShape(width: -0.05, roundness: 0.05)
        case .f: MouthShape(opening: 0.1, width: 0.05, teeth: 0.9)
        case .a: MouthShape(opening: 0.85, width: 0.1, teeth: 0.35, tongue: 0.3)
        case .e: MouthShape(opening: 0.45, width: 0.4, teeth: 0.5, tongue: 0.35)
        case .i: MouthShape(opening: 0.22, width: 0.65, teeth: 0.8, tongue: 0.1)
        case .o: MouthShape(opening: 0.6, width: -0.35, roundness: 0.65, teeth: 0.05, tongue: 0.2)
        case .u: MouthShape(opening: 0.28, width: -0.62, roundness: 1)
        case .y: MouthShape(opening: 0.25, width: -0.55, roundness: 0.95)
        case .s: MouthShape(opening: 0.14, width: 0.35, teeth: 1)
        case .sh: MouthShape(opening: 0.22, width: -0.25, roundness: 0.5, teeth: 0.8)
        case .l: MouthShape(opening: 0.35, width: 0.15, teeth: 0.3, tongue: 0.9)
        case .r: MouthShape(opening: 0.3, width: -0.2, roundness: 0.35, teeth: 0.2, tongue: 0.4)
        case .k: MouthShape(opening: 0.35, width: 0.1, teeth: 0.3, tongue: 0.3)
        case .th: MouthShape(opening: 0.2, width: 0.1, teeth: 0.5, tongue: 1)
        }
    }

    /// Nobody says it with open lips.
    var closesLips: Bool { self == .p }
}
