import BatchVideo
import Foundation

/// A user's readings: one `词 = ci2` a line, `#` starts a comment.
enum Lexicon {
    static let maximumEntries = 10_000

    static func read(_ file: URL) throws -> [String: String] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw BatchVideoError(.notFound, "cannot read the lexicon \(file.path); check the path")
        }
        var readings: [String: String] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let entry = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            if entry.isEmpty { continue }
            let halves = entry.split(separator: "=", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.count <= 64 }) else {
                throw BatchVideoError(
                    .invalid,
                    "\(file.lastPathComponent):\(number + 1): write a line as 银行 = yin2 hang2")
            }
            readings[halves[0]] = halves[1]
            guard readings.count <= maximumEntries else {
                throw BatchVideoError(
                    .invalid, "\(file.lastPathComponent) has more than \(maximumEntries) entries")
            }
        }
        return readings
    }
}
