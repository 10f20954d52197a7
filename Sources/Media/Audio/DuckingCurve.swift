import Foundation

/// How loud music is while someone speaks and in pauses: a level for every 10 ms of the film.
///
/// Known in advance from the whole narration, so the music is down before the first syllable, comes up
/// only in pauses that are worth it, and never pumps between words.
struct DuckingCurve: Sendable {
    static let stepMs = 10
    /// Pauses up to this length count as speech.
    static let shortestPauseMs = 700
    static let attackMs = 150
    static let releaseMs = 600
    /// Speech is what lies less than this below the loud passages (90th percentile).
    static let speechRangeDB = 30.0

    let levelsDB: [Double]

    /// - Parameters:
    ///   - speechDB: RMS level of the narration in each step.
    ///   - duckedDB: of the music while someone speaks; `openDB` in pauses.
    init(speechDB: [Double], duckedDB: Double, openDB: Double) {
        let speaking = Self.closed(Self.activity(speechDB))
        let sinceSpeech = Self.distances(speaking)
        let untilSpeech = Array(Self.distances(speaking.reversed()).reversed())
        levelsDB = speaking.indices.map { step in
            let rising = Self.ramp(sinceSpeech[step], over: Self.releaseMs)
            let falling = Self.ramp(untilSpeech[step], over: Self.attackMs)
            return duckedDB + (openDB - duckedDB) * min(rising, falling)
        }
    }

    private static func activity(_ levels: [Double]) -> [Bool] {
        guard !levels.isEmpty else { return [] }
        let loud = levels.sorted()[levels.count * 9 / 10]
        let threshold = max(loud - speechRangeDB, -60)
        return levels.map { $0 > threshold }
    }

    /// Fills pauses that are too short to let the music up, at both ends of the film too.
    private static func closed(_ active: [Bool]) -> [Bool] {
        var result = active
        var pauseStart = 0
        for step in 0...active.count {
            guard step == active.count || active[step] else { continue }
            if step - pauseStart <= shortestPauseMs / stepMs {
                for index in pauseStart..<step { result[index] = true }
            }
            pauseStart = step + 1
        }
        return result
    }

    /// Steps since the last true; a large number before the first.
    private static func distances(_ flags: some Sequence<Bool>) -> [Int] {
        var distance = 1 << 20
        return flags.map { flag in
            distance = flag ? 0 : distance + 1
            return distance
        }
    }

    /// 0 at distance 0, 1 from `lengthMs` on, a half cosine between.
    private static func ramp(_ steps: Int, over lengthMs: Int) -> Double {
        let position = min(1, Double(steps * stepMs) / Double(lengthMs))
        return 0.5 - 0.5 * cos(Double.pi * position)
    }
}
