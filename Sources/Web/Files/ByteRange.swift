/// A part of a file that a client asks for (RFC 9110, 14). Several parts at once are answered with the whole file.
enum ByteRange: Equatable, Sendable {
    /// No range, or one that cannot be read: the whole file.
    case whole
    case part(ClosedRange<Int>)
    /// 416.
    case unsatisfiable

    init(_ header: String?, size: Int) {
        self = .whole
        guard let header, header.utf8.count <= 128, header.lowercased().hasPrefix("bytes="),
            !header.contains(",")
        else { return }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1])
        else { return }
        switch (first, last) {
        case (nil, nil): return
        case (nil, let count?):
            self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)...(size - 1))
        case (let start?, let end):
            if let end, end < start { return }
            self = start >= size ? .unsatisfiable : .part(start...min(end ?? size - 1, size - 1))
        }
    }

    /// Nil outside: not a number. Nil inside: nothing there.
    private static func number(_ text: Substring) -> Int?? {
        let text = text.trimming(" ")
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
            return nil
        }
        return number
    }
}
