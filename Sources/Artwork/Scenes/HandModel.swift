import BatchVideo
import Foundation

/// A piece of a hand: a rounded cone between two balls.
struct HandBone: Sendable {
    var a: SIMD3<Float>
    var b: SIMD3<Float>
    var ra: Float
    var rb: Float
    /// Blood under the skin at either end, 0-1: fingertips and the balls of the thumb are rosy.
    var flushA: Float = 0.3
    var flushB: Float = 0.3
}

/// A right hand's skeleton and flesh in hand lengths (wrist to the tip of the middle finger).
///
/// Axes: x towards the thumb, y towards the fingertips, z out of the palm. Proportions follow
/// Buryanov and Kotiuk, "Proportions of hand segments" (2010).
struct HandModel: Sendable {
    /// How the hand is held; angles in radians.
    struct Pose: Sendable {
        /// How far each finger spreads towards the thumb, index to little finger.
        var spread: [Double] = [0.13, 0.03, -0.06, -0.13]
        /// Bends of the three joints of each finger towards the palm.
        var bends: [[Double]] = [
            [0.30, 0.36, 0.22], [0.36, 0.40, 0.24], [0.42, 0.44, 0.26], [0.50, 0.46, 0.28],
        ]
        /// The thumb's three pieces: away from the hand's axis, and out of the palm.
        var thumb: [(side: Double, out: Double)] = [(0.70, 0.34), (0.46, 0.26), (0.16, 0.12)]
        /// How hollow the palm is, in hand lengths.
        var cup = 0.05
        /// How far the forearm stands off towards the thumb.
        var wrist = 0.40
    }

    /// The palm with the forearm, then index to little finger, then the thumb.
    let parts: [[HandBone]]
    /// Joints of each finger from its root to its tip, for creases.
    let joints: [[SIMD3<Float>]]

    private struct Finger {
        var root: SIMD3<Double>
        var lengths: [Double]
        var radii: [Double]
    }

    init(_ pose: Pose) {
        let c = pose.cup
        let fingers = [
            Finger(
                root: SIMD3(0.128, 0.495, c * 0.7), lengths: [0.215, 0.135, 0.105],
                radii: [0.049, 0.044, 0.040, 0.030]),
            Finger(
                root: SIMD3(0.036, 0.512, 0), lengths: [0.235, 0.150, 0.112],
                radii: [0.050, 0.045, 0.041, 0.031]),
            Finger(
                root: SIMD3(-0.056, 0.497, c * 0.3), lengths: [0.218, 0.142, 0.110],
                radii: [0.047, 0.042, 0.038, 0.029]),
            Finger(
                root: SIMD3(-0.138, 0.448, c * 1.1), lengths: [0.168, 0.105, 0.098],
                radii: [0.042, 0.037, 0.033, 0.026]),
        ]
        var parts = [Self.palm(pose)]
        var joints: [[SIMD3<Float>]] = []
        for (i, finger) in fingers.enumerated() {
            let (bones, line) = Self.finger(finger, spread: pose.spread[i], bends: pose.bends[i])
            parts.append(bones)
            joints.append(line)
        }
        let (thumb, line) = Self.thumb(pose.thumb, c)
        parts.append(thumb)
        joints.append(line)
        self.parts = parts
        self.joints = joints
    }

    private static func bone(
        _ a: SIMD3<Double>, _ b: SIMD3<Double>, _ ra: Double, _ rb: Double, _ flush: (Float, Float)
    ) -> HandBone {
        HandBone(
            a: SIMD3(Float(a.x), Float(a.y), Float(a.z)), b: SIMD3(Float(b.x), Float(b.y), Float(b.z)),
            ra: Float(ra), rb: Float(rb), flushA: flush.0, flushB: flush.1)
    }

    private static func palm(_ pose: Pose) -> [HandBone] {
        let c = pose.cup
        let (side, out) = pose.thumb[0]
        let root = SIMD3(0.085, 0.125, 0.035 + c * 0.3)
        let ball = root + SIMD3(sin(side) * cos(out), cos(side) * cos(out), sin(out)) * 0.215
        let arm = SIMD3(sin(pose.wrist), -cos(pose.wrist), -0.08) * 0.36
        return [
            // Metacarpals, the outer ones raised when the palm is hollow.
            bone(SIMD3(0.055, 0.10, -0.01), SIMD3(0.126, 0.50, c * 0.7), 0.070, 0.062, (0.2, 0.45)),
            bone(SIMD3(0.02, 0.09, -0.01), SIMD3(0.036, 0.512, -0.004), 0.070, 0.064, (0.15, 0.4)),
            bone(SIMD3(-0.02, 0.09, -0.01), SIMD3(-0.056, 0.497, c * 0.3), 0.068, 0.061, (0.15, 0.4)),
            bone(SIMD3(-0.055, 0.09, 0), SIMD3(-0.136, 0.448, c * 1.1), 0.066, 0.056, (0.2, 0.45)),
            bone(SIMD3(0.126, 0.47, c * 0.6), SIMD3(0.0, 0.49, 0.006), 0.060, 0.060, (0.4, 0.35)),
            bone(SIMD3(0.0, 0.485, 0.004), SIMD3(-0.130, 0.43, c * 0.9), 0.060, 0.056, (0.35, 0.4)),
            // The balls of the thumb and of the little finger.
            bone(SIMD3(0.060, 0.09, 0.020), SIMD3(0.135, 0.25, 0.042 + c * 0.4), 0.082, 0.078, (0.35, 0.6)),
            bone(SIMD3(-0.070, 0.085, 0.016), SIMD3(-0.116, 0.30, 0.022 + c * 0.7), 0.078, 0.066, (0.35, 0.55)),
            // The thumb's metacarpal, and the web between it and the index finger.
            bone(root, ball, 0.076, 0.055, (0.55, 0.45)),
            bone(ball * 0.45 + SIMD3(0.06, 0.14, 0), SIMD3(0.140, 0.42, c * 0.5), 0.058, 0.048, (0.4, 0.3)),
            // The webs between the fingers.
            bone(SIMD3(0.126, 0.540, c * 0.7 + 0.012), SIMD3(0.036, 0.568, 0.014), 0.044, 0.045, (0.4, 0.4)),
            bone(SIMD3(0.036, 0.568, 0.014), SIMD3(-0.056, 0.550, c * 0.3 + 0.014), 0.045, 0.043, (0.4, 0.4)),
            bone(
                SIMD3(-0.056, 0.550, c * 0.3 + 0.014), SIMD3(-0.134, 0.496, c * 1.1 + 0.012), 0.043,
                0.040, (0.4, 0.4)),
            // Wrist and forearm, broader than deep.
            bone(SIMD3(0.042, 0.05, -0.01), SIMD3(0.036, -0.12, -0.02), 0.072, 0.068, (0.15, 0.1)),
            bone(SIMD3(-0.042, 0.05, -0.01), SIMD3(-0.036, -0.12, -0.02), 0.072, 0.068, (0.15, 0.1)),
            bone(
                SIMD3(0.036, -0.10, -0.02), SIMD3(0.036, -0.10, -0.02) + arm, 0.068, 0.082, (0.1, 0.1)),
            bone(
                SIMD3(-0.036, -0.10, -0.02), SIMD3(-0.036, -0.10, -0.02) + arm, 0.068, 0.082, (0.1, 0.1)),
        ]
    }

    private static func finger(
        _ f: Finger, spread: Double, bends: [Double]
    ) -> ([HandBone], [SIMD3<Float>]) {
        var (p, bend) = (f.root, 0.0)
        var bones: [HandBone] = []
        var joints = [SIMD3(Float(p.x), Float(p.y), Float(p.z))]
        for k in 0..<3 {
            bend += bends[k]
            let way = SIMD3(cos(bend) * sin(spread), cos(bend) * cos(spread), sin(bend))
            let q = p + way * f.lengths[k]
            let (ra, rb) = (f.radii[k], f.radii[k + 1])
            bones.append(bone(p, q, ra, rb, (0.3 + 0.1 * Float(k), k == 2 ? 0.95 : 0.38)))
            // The pad of the phalanx, on the palm's side.
            let pad = SIMD3(-sin(bend) * sin(spread), -sin(bend) * cos(spread), cos(bend)) * (ra * 0.16)
            let (s, e) = (p + way * (f.lengths[k] * 0.30) + pad, p + way * (f.lengths[k] * 0.70) + pad)
            bones.append(bone(s, e, ra * 0.96, rb * 1.02, (0.4, k == 2 ? 0.8 : 0.42)))
            p = q
            joints.append(SIMD3(Float(p.x), Float(p.y), Float(p.z)))
        }
        return (bones, joints)
    }

    private static func thumb(
        _ pose: [(side: Double, out: Double)], _ c: Double
    ) -> ([HandBone], [SIMD3<Float>]) {
        let (lengths, radii) = ([0.215, 0.150, 0.118], [0.072, 0.052, 0.046, 0.033])
        var p = SIMD3(0.085, 0.125, 0.035 + c * 0.3)
        var bones: [HandBone] = []
        var joints = [SIMD3(Float(p.x), Float(p.y), Float(p.z))]
        for k in 0..<3 {
            let (side, out) = pose[k]
            let way = SIMD3(sin(side) * cos(out), cos(side) * cos(out), sin(out))
            let q = p + way * lengths[k]
            let (ra, rb) = (radii[k], radii[k + 1])
            // The metacarpal belongs to the palm.
            if k > 0 {
                bones.append(bone(p, q, ra, rb, (0.4, k == 2 ? 0.95 : 0.4)))
                let (s, e) = (p + way * (lengths[k] * 0.35), p + way * (lengths[k] * 0.78))
                bones.append(bone(s, e, ra * 1.01, rb * 1.12, (0.4, k == 2 ? 0.8 : 0.4)))
            }
            p = q
            joints.append(SIMD3(Float(p.x), Float(p.y), Float(p.z)))
        }
        return (bones, joints)
    }
}

/// How a hand stands in the picture: turned about its own axes, then placed.
struct HandPlacement: Sendable {
    /// Where its wrist is, and the length of the hand, in pixels.
    var wrist: Point
    var length: Double
    /// In the picture's plane, clockwise; about the axis across; about the axis along the hand.
    var roll = 0.0
    var pitch = 0.0
    var yaw = 0.0
    /// A left hand is a right hand in a mirror.
    var isLeft = false

    /// Picture coordinates, z towards us, in pixels.
    func place(_ p: SIMD3<Float>) -> SIMD3<Float> {
        // Turned before it is mirrored, so that both hands of a pair take the same angles.
        let (x, y, z) = (Double(p.x), Double(p.y), Double(p.z))
        let (x1, z1) = (x * cos(yaw) + z * sin(yaw), z * cos(yaw) - x * sin(yaw))
        let (y2, z2) = (y * cos(pitch) - z1 * sin(pitch), z1 * cos(pitch) + y * sin(pitch))
        let (x3, y3) = (x1 * cos(roll) + y2 * sin(roll), y2 * cos(roll) - x1 * sin(roll))
        return SIMD3(
            Float(wrist.x + (isLeft ? -x3 : x3) * length), Float(wrist.y - y3 * length),
            Float(z2 * length))
    }
}
