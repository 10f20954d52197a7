/// Reads the files of a small zip archive, such as an office document, from its central directory.
struct ZipArchive {
    private struct Entry {
        var method: Int
        var packedSize: Int
        var size: Int
        var headerOffset: Int
    }

    private static let maximumEntries = 10_000
    private static let maximumUnpacked = 64 << 20

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    private static let damaged = BatchVideoError(
        .invalid, "the file is not a readable zip archive; save it again as .xlsx")

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        guard bytes.count >= 22 else { throw Self.damaged }
        // The end record stands before a comment of at most 65535 bytes.
        let earliest = max(0, bytes.count - 22 - 65_535)
        let end = stride(from: bytes.count - 22, through: earliest, by: -1)
            .first { number($0, 4) == 0x0605_4B50 }
        guard let end else { throw Self.damaged }
        let count = number(end + 10, 2)
        var at = number(end + 16, 4)
        guard count <= Self.maximumEntries else { throw Self.damaged }
        for _ in 0..<count {
            guard at + 46 <= bytes.count, number(at, 4) == 0x0201_4B50 else { throw Self.damaged }
            let nameLength = number(at + 28, 2)
            guard at + 46 + nameLength <= bytes.count else { throw Self.damaged }
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
            entries[name] = Entry(
                method: number(at + 10, 2), packedSize: number(at + 20, 4),
                size: number(at + 24, 4), headerOffset: number(at + 42, 4))
            at += 46 + nameLength + number(at + 30, 2) + number(at + 32, 2)
        }
    }

    /// Little-endian; 0 beyond the end.
    private func number(_ place: Int, _ count: Int) -> Int {
        guard place >= 0, place + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    var names: [String] { entries.keys.sorted() }

    /// Nil when there is no such file.
    func file(_ name: String) throws -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        let header = entry.headerOffset
        guard number(header, 4) == 0x0403_4B50 else { throw Self.damaged }
        let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
        guard start + entry.packedSize <= bytes.count, entry.size <= Self.maximumUnpacked else {
            throw Self.damaged
        }
        switch entry.method {
        case 0: return Array(bytes[start..<(start + entry.packedSize)])
        case 8: return try Inflate.unpack(bytes, from: start, limit: entry.size)
        default: throw Self.damaged
        }
    }
}
