import ArgumentParser
import BatchVideo

/// Everything that is wrong with the settings, a line each.
struct SettingFaults: Sendable, Equatable {
    let lines: [String]

    init(_ lines: [String]) { self.lines = lines }

    private var text: String {
        let head = lines.count == 1 ? "a setting is wrong" : "\(lines.count) settings are wrong"
        return ([head + "; nothing was started:"] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    var error: BatchVideoError { BatchVideoError(.invalid, text) }
    /// When only options of the command line are wrong.
    var usageError: ValidationError { ValidationError(text) }
}

/// The key that was probably meant.
enum NearestKey {
    /// Nil when nothing is near.
    static func to(_ key: String, among known: [String]) -> String? {
        let best = known.map { ($0, distance(key.lowercased(), $0.lowercased())) }.min { $0.1 < $1.1 }
        guard let (name, steps) = best, steps <= max(3, key.count / 3) else { return nil }
        return name
    }

    /// Characters to insert, remove and replace (Levenshtein).
    static func distance(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first), Array(second))
        var row = Array(0...second.count)
        for (i, left) in first.enumerated() {
            var above = row[0]
            row[0] = i + 1
            for (j, right) in second.enumerated() {
                let cost = above + (left == right ? 0 : 1)
                above = row[j + 1]
                row[j + 1] = min(cost, above + 1, row[j] + 1)
            }
        }
        return row[second.count]
    }
}
