/// Walks through the elements and texts of an XML document. Knows the five built-in entities and numbers, no
/// others: documents cannot make it read or repeat anything.
struct XMLScanner {
    enum Event: Equatable {
        /// An element's name without its prefix, and its attributes.
        case open(String, [String: String])
        case close(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var at = 0
    /// An empty element is opened first and closed with the next call.
    private var toClose: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let damaged = BatchVideoError(.invalid, "the document's XML is damaged; save it again")

    mutating func next() throws -> Event? {
        if let name = toClose {
            toClose = nil
            return .close(name)
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                let start = at
                while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
                return .text(Self.decode(bytes[start..<at]))
            }
            if has("<!--") {
                try skip(past: "-->")
            } else if has("<![CDATA[") {
                let start = at + 9
                try skip(past: "]]>")
                return .text(String(decoding: bytes[start..<(at - 3)], as: UTF8.self))
            } else if has("<?") || has("<!") {
                try skip(past: ">")
            } else {
                return try tag()
            }
        }
        return nil
    }

    private func has(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    private mutating func skip(past text: String) throws {
        while at < bytes.count, !has(text) { at += 1 }
        guard at < bytes.count else { throw Self.damaged }
        at += text.utf8.count
    }

    private mutating func tag() throws -> Event {
        let start = at + 1
        var quote: UInt8?
        while at < bytes.count {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            at += 1
        }
        guard at < bytes.count, at > start else { throw Self.damaged }
        var inside = bytes[start..<at]
        at += 1
        if inside.first == UInt8(ascii: "/") { return .close(Self.name(inside.dropFirst())) }
        let isEmpty = inside.last == UInt8(ascii: "/")
        if isEmpty { inside = inside.dropLast() }
        let word = inside.prefix { !Self.isSpace($0) }
        let name = Self.name(word)
        if isEmpty { toClose = name }
        return .open(name, Self.attributes(inside.dropFirst(word.count)))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        let word = bytes.prefix { !isSpace($0) }
        let local = word.lastIndex(of: UInt8(ascii: ":")).map { word[($0 + 1)...] } ?? word
        return String(decoding: local, as: UTF8.self)
    }

    private static func attributes(_ bytes: ArraySlice<UInt8>) -> [String: String] {
        var found: [String: String] = [:]
        var rest = bytes
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let key = String(decoding: rest[..<equals].filter { !isSpace($0) }, as: UTF8.self)
            rest = rest[(equals + 1)...].drop(while: isSpace)
            guard let quote = rest.first, let end = rest.dropFirst().firstIndex(of: quote) else { break }
            found[key] = decode(rest[(rest.startIndex + 1)..<end])
            rest = rest[(end + 1)...]
        }
        return found
    }

    private static let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var decoded = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            decoded += rest[..<start]
            rest = rest[start...].dropFirst()
            guard let end = rest.prefix(12).firstIndex(of: ";") else {
                decoded += "&"
                continue
            }
            let word = rest[..<end]
            rest = rest[end...].dropFirst()
            if word.hasPrefix("#") {
                let isHex = word.dropFirst().hasPrefix("x")
                let number = UInt32(word.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
                decoded += number.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
            } else {
                decoded += entities[String(word)] ?? ""
            }
        }
        return decoded + rest
    }
}
