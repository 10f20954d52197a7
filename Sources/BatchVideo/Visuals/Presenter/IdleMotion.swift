import Foundation

/// How a presenter blinks, looks, sways and breathes: the same for the same seed.
package struct IdleMotion: Sendable {
    private let fps: Int
    private let stress: [Double]
    /// 1 where the mouth has been at rest for a while.
    private let rest: [Double]
    private let blinks: [Double]
    private let gazes: [(x: Double, y: Double)]
    private let waves: Waves

    package init(_ mouth: MouthTrack, seed: UInt64) {
        fps = max(1, mouth.fps)
        stress = mouth.stress
        rest = Self.rests(mouth)
        blinks = Self.blinks(count: mouth.frameCount, fps: fps, seed: seed)
        gazes = Self.gazes(count: mouth.frameCount, fps: fps, seed: seed)
        waves = Waves(seed)
    }

    /// Frames beyond the track are its last.
    package func pose(_ frame: Int) -> FacePose {
        guard !stress.isEmpty else { return .still }
        let frame = min(max(frame, 0), stress.count - 1)
        let seconds = Double(frame) / Double(fps)
        let sway = waves.sway(seconds)
        let stress = stress[frame]
        return FacePose(
            blink: blinks[frame], gazeX: gazes[frame].x - sway.turn * 0.25, gazeY: gazes[frame].y,
            turn: sway.turn, nod: sway.nod + 0.28 * stress, tilt: sway.tilt, shiftX: sway.x,
            shiftY: sway.y + 0.006 * stress, breath: waves.breath(seconds),
            brows: 0.75 * stress + 0.12 * sway.nod, smile: 0.3 + 0.3 * rest[frame])
    }

    // Eyes.

    /// Seconds from a blink to the next; a share of the blinks are double.
    static let blinkPause = 2.2...5.0
    static let doubleShare = 0.15
    private static let doublePause = 0.28
    /// How closed the lids are (1: wholly), by seconds from the frame before the blink.
    private static let lid: [(at: Double, closed: Double)] = [
        (0, 0), (0.04, 0.5), (0.065, 1), (0.1, 1), (0.12, 0.8), (0.16, 0.35), (0.2, 0),
    ]

    private static func blinks(count: Int, fps: Int, seed: UInt64) -> [Double] {
        var random = SeededRandom(seed: seed, "blinks")
        var blinks = [Double](repeating: 0, count: count)
        var seconds = random.uniform(1, 2.5)
        var isSecond = false
        while Int(seconds * Double(fps)) < count {
            let start = Int(seconds * Double(fps))
            for step in 1...max(1, fps / 5) where start + step < count {
                blinks[start + step] = max(blinks[start + step], lidClosed(Double(step) / Double(fps)))
            }
            // A slow film must not miss the closed eye.
            if start + 1 < count, fps < 12 { blinks[start + 1] = 1 }
            isSecond = !isSecond && random.unit() < doubleShare
            seconds += isSecond ? doublePause : random.uniform(blinkPause.lowerBound, blinkPause.upperBound)
        }
        return blinks
    }

    private static func lidClosed(_ seconds: Double) -> Double {
        guard let next = lid.firstIndex(where: { $0.at >= seconds }), next > 0 else { return 0 }
        let (a, b) = (lid[next - 1], lid[next])
        return a.closed + (b.closed - a.closed) * (seconds - a.at) / (b.at - a.at)
    }

    /// Mostly into the camera, with small darts; a dart takes a frame or two.
    private static func gazes(count: Int, fps: Int, seed: UInt64) -> [(x: Double, y: Double)] {
        var random = SeededRandom(seed: seed, "gaze")
        var gazes: [(x: Double, y: Double)] = []
        gazes.reserveCapacity(count)
        var target = (x: 0.0, y: 0.0)
        var gaze = target
        var until = 0
        // A dart is nearly over in 50 ms.
        let follow = 1 - exp(-1 / (0.018 * Double(fps)))
        for frame in 0..<count {
            if frame >= until {
                let isAside = random.unit() < 0.18
                let reach = isAside ? 0.28 : 0.09
                target = (random.uniform(-reach, reach), random.uniform(-reach, reach) * 0.6)
                until = frame + Int(random.uniform(isAside ? 0.5 : 0.8, isAside ? 1.1 : 3) * Double(fps))
            }
            gaze.x += (target.x - gaze.x) * follow
            gaze.y += (target.y - gaze.y) * follow
            gazes.append(gaze)
        }
        return gazes
    }

    // Mouth at rest.

    private static func rests(_ mouth: MouthTrack) -> [Double] {
        // Rises in half a second of silence, falls within a syllable.
        let rise = 1 / (0.5 * Double(max(1, mouth.fps)))
        let fall = 1 / (0.15 * Double(max(1, mouth.fps)))
        var level = 1.0
        return mouth.shapes.map { shape in
            level += shape.opening < 0.04 ? rise : -fall
            level = min(max(level, 0), 1)
            return level * level * (3 - 2 * level)
        }
    }
}

/// Slow sines that never come together again.
private struct Waves: Sendable {
    private let phases: [Double]

    init(_ seed: UInt64) {
        var random = SeededRandom(seed: seed, "sway")
        phases = (0..<12).map { _ in random.uniform(0, 2 * .pi) }
    }

    private func wave(_ index: Int, _ radiansPerSecond: Double, _ seconds: Double) -> Double {
        sin(seconds * radiansPerSecond + phases[index])
    }

    /// Within 1.5 % of a head's height and 1.8 degrees.
    func sway(_ t: Double) -> (x: Double, y: Double, tilt: Double, turn: Double, nod: Double) {
        (
            x: 0.009 * wave(0, 0.83, t) + 0.005 * wave(1, 1.93, t),
            y: 0.004 * wave(2, 1.31, t) + 0.002 * wave(3, 2.9, t),
            tilt: 0.017 * wave(4, 0.61, t) + 0.011 * wave(5, 1.57, t),
            turn: 0.3 * wave(6, 0.71, t) + 0.14 * wave(7, 1.67, t),
            nod: 0.16 * wave(8, 0.97, t) + 0.1 * wave(9, 2.11, t)
        )
    }

    /// About 15 breaths a minute, in faster than out.
    func breath(_ t: Double) -> Double {
        let turn = t * 1.55 + phases[10]
        return 0.5 + 0.5 * sin(turn + 0.35 * sin(turn))
    }
}
