/// How a mouth stands.
package struct MouthShape: Hashable, Sendable {
    /// Of the lips: 0 closed ... 1 wide open.
    package var opening: Double
    /// Of the corners: -1 drawn together, 0 at rest, 1 drawn apart.
    package var width: Double
    /// 0 ... 1 pursed.
    package var roundness: Double
    /// How much of the teeth is seen through the opening, 0 ... 1.
    package var teeth: Double
    /// 0 low in the mouth ... 1 between the teeth.
    package var tongue: Double

    package init(
        opening: Double = 0, width: Double = 0, roundness: Double = 0, teeth: Double = 0, tongue: Double = 0
    ) {
        self.opening = opening
        self.width = width
        self.roundness = roundness
        self.teeth = teeth
        self.tongue = tongue
    }

    package static let closed = MouthShape()
}

extension MouthShape {
    /// The five numbers in the lanes of a vector, for smoothing.
    var lanes: SIMD8<Double> { SIMD8(opening, width, roundness, teeth, tongue, 0, 0, 0) }

    init(lanes: SIMD8<Double>) {
        self.init(
            opening: min(max(lanes[0], 0), 1), width: min(max(lanes[1], -1), 1),
            roundness: min(max(lanes[2], 0), 1), teeth: min(max(lanes[3], 0), 1),
            tongue: min(max(lanes[4], 0), 1))
    }
}
