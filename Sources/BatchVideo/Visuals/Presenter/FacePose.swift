/// What a presenter does besides speaking, in one frame.
package struct FacePose: Hashable, Sendable {
    /// 0 eyes open ... 1 closed.
    package var blink: Double
    /// Where the eyes look: -1 far left ... 1 far right in the picture, -1 up ... 1 down.
    package var gazeX: Double
    package var gazeY: Double
    /// -1 the head turned left in the picture ... 1 right; -1 up ... 1 down. Usually within 0.5.
    package var turn: Double
    package var nod: Double
    /// Of the head, in radians, clockwise.
    package var tilt: Double
    /// Of the head, in heads' heights.
    package var shiftX: Double
    package var shiftY: Double
    /// 0 breathed out ... 1 in.
    package var breath: Double
    /// -1 lowered ... 1 raised.
    package var brows: Double
    /// 0 ... 1.
    package var smile: Double

    package init(
        blink: Double = 0, gazeX: Double = 0, gazeY: Double = 0, turn: Double = 0, nod: Double = 0,
        tilt: Double = 0, shiftX: Double = 0, shiftY: Double = 0, breath: Double = 0,
        brows: Double = 0, smile: Double = 0.3
    ) {
        self.blink = blink
        self.gazeX = gazeX
        self.gazeY = gazeY
        self.turn = turn
        self.nod = nod
        self.tilt = tilt
        self.shiftX = shiftX
        self.shiftY = shiftY
        self.breath = breath
        self.brows = brows
        self.smile = smile
    }

    package static let still = FacePose()
}
