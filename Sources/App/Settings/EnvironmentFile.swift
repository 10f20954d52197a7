import Foundation

/// A file of `NAME=value` lines (`.env`): `export` before a name, quotes around a value and
/// comments are understood.
struct EnvironmentFile: Sendable {
    let path: String
    private(set) var variables: [String: String] = [:]
    private(set) var lines: [String: Int] = [:]
    /// Lines about us that cannot be read. Other programs may share the file: theirs are left alone.
    private(set) var faults: [String] = []

    /// An absent file is an empty one.
    init(_ file: URL) {
        path = file.path
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            read(line.trimmingCharacters(in: .whitespacesAndNewlines), index + 1)
        }
    }

    private mutating func read(_ line: String, _ number: Int) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        guard
            let match = line.wholeMatch(of: /(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)/),
            let value = Self.value(String(match.2))
        else {
            if line.contains("BATCHVIDEO_") {
                faults.append("\(path), line \(number), cannot be read; write NAME=value or NAME=\"value\"")
            }
            return
        }
        variables[String(match.1)] = value
        lines[String(match.1)] = number
    }

    /// Nil for quotes that do not close.
    private static func value(_ text: String) -> String? {
        if text.hasPrefix("'") {
            return text.wholeMatch(of: /'([^']*)'\s*(?:#.*)?/).map { String($0.1) }
        }
        if text.hasPrefix("\"") {
            guard let match = text.wholeMatch(of: /"((?:[^"\\]|\\.)*)"\s*(?:#.*)?/) else { return nil }
            return String(match.1).replacing(/\\(.)/) { $0.1 == "n" ? "\n" : String($0.1) }
        }
        // A # after a blank begins a comment.
        let plain = text.firstMatch(of: /(?:^|\s)#/).map { text[..<$0.range.lowerBound] } ?? text[...]
        return plain.trimmingCharacters(in: .whitespaces)
    }
}
