/// The lines of a subtitle file with their numbers, whatever its line ends, without byte order mark.
struct SubtitleLines {
    private var lines: [String]
    private var next = 0

    init(_ file: String) {
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "\0"
        lines = []
        for (i, scalar) in file.unicodeScalars.enumerated() {
            defer { previous = scalar }
            if scalar == "\u{FEFF}", i == 0 { continue }
            if scalar == "\n", previous == "\r" { continue }
            if scalar == "\n" || scalar == "\r" {
                lines.append(String(line))
                line = String.UnicodeScalarView()
            } else {
                line.append(scalar)
            }
        }
        lines.append(String(line))
    }

    /// Number of the line that ``next()`` would give, from 1.
    var number: Int { next + 1 }

    mutating func nextLine() -> String? {
        guard next < lines.count else { return nil }
        defer { next += 1 }
        return lines[next]
    }

    /// Lines up to the next blank one or the end.
    mutating func block() -> [String] {
        var block: [String] = []
        while next < lines.count, !Self.isBlank(lines[next]) {
            block.append(lines[next])
            next += 1
        }
        return block
    }

    mutating func skipBlank() {
        while next < lines.count, Self.isBlank(lines[next]) { next += 1 }
    }

    var isAtEnd: Bool { next >= lines.count }

    static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// An error that points at a line of the file.
    static func fault(_ line: Int, _ what: String) -> BatchVideoError {
        BatchVideoError(.invalid, "Line \(line) of the subtitles: \(what).")
    }
}

/// Times in subtitle files.
enum TimeCode {
    /// `1:02:03,5`, `02:03.004`: hours may be missing, comma or point, one to three digits after it.
    static func milliseconds(_ text: some StringProtocol) -> Int? {
        let halves = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard halves.count == 2, (1...3).contains(halves[1].count) else { return nil }
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        let numbers = (parts + [halves[1]]).map { number(String($0)) }
        guard let fraction = numbers[parts.count] else { return nil }
        var seconds = 0
        for (i, part) in numbers.dropLast().enumerated() {
            guard let part, i == 0 && parts.count == 3 || part < 60 else { return nil }
            seconds = seconds * 60 + part
        }
        return seconds * 1000 + fraction * [100, 10, 1][halves[1].count - 1]
    }

    /// `hh:mm:ss,mmm` with the given separator.
    static func text(_ time: MediaTime, separator: String) -> String {
        let ms = max(0, time.ms)
        return [ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60]
            .map { padded($0, 2) }.joined(separator: ":") + separator + padded(ms % 1000, 3)
    }

    static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Up to four ASCII digits.
    private static func number(_ text: String) -> Int? {
        let isNumber = (1...4).contains(text.count) && text.allSatisfy(\.isASCIIDigit)
        return isNumber ? Int(text) : nil
    }

    /// `start --> end`, WebVTT settings after it allowed.
    static func span(_ line: String) -> TimeSpan? {
        let parts = line.split(whereSeparator: \.isWhitespace)
        guard parts.count >= 3, parts[1] == "-->", let start = milliseconds(parts[0]),
            let end = milliseconds(parts[2])
        else { return nil }
        return TimeSpan(startMs: start, endMs: end)
    }
}

extension CueSheet {
    /// Adds a cue read from a file; refuses one that ends before it begins or overlaps the last.
    mutating func append(span: TimeSpan, lines: [String], at line: Int) throws {
        guard span.start < span.end else {
            throw SubtitleLines.fault(line, "the cue ends before it begins")
        }
        guard span.start >= cues.last?.span.end ?? .zero else {
            throw SubtitleLines.fault(line, "the cue begins before the one before it ends")
        }
        let text = lines.joined(separator: "\n")
        cues.append(
            Cue(
                index: cues.count, span: span, lines: lines, text: text, sentence: cues.count,
                range: TextRange(0, text.utf16.count), words: []))
    }
}

extension Cue {
    /// The lines as a file can hold them: no line ends or controls inside a line, no blank lines.
    var fileLines: [String] {
        lines.map { line in
            String(
                String.UnicodeScalarView(
                    line.unicodeScalars.map { scalar in
                        let isBreak = scalar.value < 0x20 && scalar != "\t"
                            || (0x7F...0x9F).contains(scalar.value)
                            || scalar == "\u{2028}" || scalar == "\u{2029}"
                        return isBreak ? " " : scalar
                    }))
        }.filter { !SubtitleLines.isBlank($0) }
    }
}
