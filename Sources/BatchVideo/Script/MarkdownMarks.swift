/// Takes the typing of Markdown out of a text, and leaves the words: headings, quotes, bullets,
/// emphasis, code ticks, links, rules. A mark that does not come as Markdown writes it stays.
enum MarkdownMarks {
    static func removed(from text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(Array($0)) }
            .joined(separator: "\n")
    }

    private static func line(_ characters: [Character]) -> String {
        guard !isRule(characters) else { return "" }
        let body = withoutPrefix(characters)
        guard !isRule(body) else { return "" }
        let plain = withoutLinks(body)
        return String(["**", "__", "~~", "`"].reduce(plain) { withoutPairs(of: Array($1), in: $0) })
    }

    /// Without indentation, "> ", "## ", "- ", "* ", "+ " and "```swift" at the line's start.
    private static func withoutPrefix(_ line: [Character]) -> [Character] {
        var rest = line.drop(while: \.isWhitespace)
        while rest.first == ">" { rest = rest.dropFirst().drop(while: \.isWhitespace) }
        if rest.starts(with: "```") { return [] }
        let hashes = rest.prefix { $0 == "#" }.count
        let isHeading = (1...6).contains(hashes)
        let isBullet = ["-", "*", "+", "•"].contains(rest.first)
        let mark = isHeading ? hashes : isBullet ? 1 : 0
        let after = rest.dropFirst(mark)
        guard mark > 0, after.first?.isWhitespace ?? isHeading else { return Array(rest) }
        return Array(after.drop(while: \.isWhitespace))
    }

    /// Three or more of one of - * _ = and nothing else.
    private static func isRule(_ line: [Character]) -> Bool {
        guard let first = line.first, "-*_=".contains(first), line.count >= 3 else { return false }
        return line.allSatisfy { $0 == first || $0 == " " }
    }

    /// `[words](address)` and `![words](address)` become words.
    private static func withoutLinks(_ line: [Character]) -> [Character] {
        var out: [Character] = []
        var opened: [Int] = []
        let lastClose = line.lastIndex(of: ")") ?? -1
        var i = 0
        while i < line.count {
            if line[i] == "[" { opened.append(out.count) }
            guard line[i] == "]", let start = opened.popLast() else {
                out.append(line[i])
                i += 1
                continue
            }
            guard i + 1 < lastClose, line[i + 1] == "(",
                let close = line[i...].firstIndex(of: ")")
            else {
                out.append(line[i])
                i += 1
                continue
            }
            out.remove(at: start)
            if start > 0, out[start - 1] == "!" { out.remove(at: start - 1) }
            i = close + 1
        }
        return out
    }

    /// `**words**` becomes words; a mark with white space inside (`2 ** 3`) or without a partner stays.
    private static func withoutPairs(of mark: [Character], in line: [Character]) -> [Character] {
        let found = positions(of: mark, in: line)
        var dropped = Set<Int>()
        var open: Int?
        for position in found {
            let after = position + mark.count
            let opens = after < line.count && !line[after].isWhitespace
            let closes = position > 0 && !line[position - 1].isWhitespace
            if let start = open, closes, position > start + mark.count {
                dropped.formUnion(start..<start + mark.count)
                dropped.formUnion(position..<after)
                open = nil
            } else if opens {
                open = position
            }
        }
        return line.indices.filter { !dropped.contains($0) }.map { line[$0] }
    }

    private static func positions(of mark: [Character], in line: [Character]) -> [Int] {
        var found: [Int] = []
        var i = 0
        while i + mark.count <= line.count {
            if line[i..<i + mark.count].elementsEqual(mark) {
                found.append(i)
                i += mark.count
            } else {
                i += 1
            }
        }
        return found
    }
}
