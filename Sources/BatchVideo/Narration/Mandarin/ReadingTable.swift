import Foundation

/// The dictionary of Mandarin readings: characters and phrases, searched in place.
///
/// `scripts/readings.py` describes the layout and makes the file at set-up.
struct ReadingTable: Sendable {
    /// Every syllable the dictionary knows, with its tone digit.
    let syllables: [String]
    private let scalars: [UInt32]
    private let readings: [UInt16]
    private let offsets: [UInt32]
    private let units: [UInt16]
    /// One bit for each character of the basic plane: whether a phrase has it.
    private let phraseCharacters: [UInt64]

    static let version: UInt32 = 1
    /// No phrase is longer.
    static let maxPhrase = 12

    /// Throws `.unavailable` when `data` is not a readings file of this version, whole and in
    /// order.
    init(_ data: Data) throws {
        var file = LittleEndianFile(data)
        guard file.tag() == Array("BVRD".utf8), file.word() == Self.version,
            let syllableCount = file.word(), let scalarCount = file.word(),
            let phraseCount = file.word(), let unitCount = file.word(),
            let names = file.names(Int(syllableCount), width: 8),
            let scalars = file.words(Int(scalarCount)),
            let readings = file.halves(Int(scalarCount)),
            let offsets = file.words(Int(phraseCount)),
            let units = file.halves(Int(unitCount)), file.isAtEnd
        else { throw Self.broken("is not a version \(Self.version) readings file") }
        self.syllables = names
        self.scalars = scalars
        self.readings = readings
        self.offsets = offsets
        self.units = units
        phraseCharacters = Self.characters(of: offsets, units)
        try validate()
    }

    /// Whether a phrase of the dictionary is written with `scalar`: as good as all common
    /// simplified characters are, and no traditional ones.
    func isInPhrases(_ scalar: UInt32) -> Bool {
        scalar <= 0xFFFF && phraseCharacters[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }

    /// The reading of a character by itself; nil for what is not in the dictionary.
    func reading(of scalar: UInt32) -> String? {
        var low = 0
        var high = scalars.count
        while low < high {
            let middle = (low + high) / 2
            if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < scalars.count, scalars[low] == scalar else { return nil }
        return syllables[Int(readings[low])]
    }

    /// Calls `found` with the entry and length of every phrase that starts at `start`, short ones
    /// first.
    func phrases(
        in text: [UInt32], from start: Int, to end: Int,
        found: (_ entry: Int, _ length: Int) -> Void
    ) {
        var low = 0
        var high = offsets.count
        for depth in 0..<min(Self.maxPhrase, end - start) {
            guard text[start + depth] <= 0xFFFF else { return }
            let unit = UInt16(text[start + depth])
            low = firstEntry(low, high) { self.unit($0, depth) >= Int(unit) }
            high = firstEntry(low, high) { self.unit($0, depth) > Int(unit) }
            guard low < high else { return }
            if depth > 0, length(low) == depth + 1 { found(low, depth + 1) }
        }
    }

    /// How a phrase is read; nil where it is read like its characters one by one.
    func reading(ofPhrase entry: Int) -> [String]? {
        let offset = Int(offsets[entry])
        guard units[offset] & 0x100 != 0 else { return nil }
        let count = length(entry)
        return (1...count).map { syllables[Int(units[offset + count + $0])] }
    }

    private func length(_ entry: Int) -> Int { Int(units[Int(offsets[entry])] & 0xFF) }

    /// The phrase's character at `depth`, or -1 past its end: shorter phrases sort first.
    private func unit(_ entry: Int, _ depth: Int) -> Int {
        depth < length(entry) ? Int(units[Int(offsets[entry]) + 1 + depth]) : -1
    }

    private func firstEntry(_ low: Int, _ high: Int, _ holds: (Int) -> Bool) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Every index in the file must be inside the file, so that reading it later cannot trap.
    private func validate() throws {
        guard readings.allSatisfy({ $0 < syllables.count }),
            zip(scalars, scalars.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw Self.broken("has damaged characters") }
        for offset in offsets.map(Int.init) {
            guard offset < units.count else { throw Self.broken("has damaged phrases") }
            let count = Int(units[offset] & 0xFF)
            let hasReadings = units[offset] & 0x100 != 0
            let end = offset + 1 + count * (hasReadings ? 2 : 1)
            guard (2...Self.maxPhrase).contains(count), end <= units.count,
                !hasReadings
                    || units[(offset + 1 + count)..<end].allSatisfy({ $0 < syllables.count })
            else { throw Self.broken("has damaged phrases") }
        }
    }

    private static func characters(of offsets: [UInt32], _ units: [UInt16]) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: 1_024)
        for offset in offsets.map(Int.init) where offset < units.count {
            let end = min(units.count, offset + 1 + Int(units[offset] & 0xFF))
            for unit in units[(offset + 1)..<max(offset + 1, end)] {
                bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63)
            }
        }
        return bits
    }

    private static func broken(_ what: String) -> BatchVideoError {
        BatchVideoError(.unavailable, "the Mandarin reading data \(what); run scripts/setup again")
    }
}

/// Bounds-checked reading of little-endian numbers; nil where the file ends too early.
private struct LittleEndianFile {
    private let bytes: [UInt8]
    private var at = 0

    init(_ data: Data) { bytes = [UInt8](data) }

    var isAtEnd: Bool { at == bytes.count }

    mutating func tag() -> [UInt8]? { take(4).map { Array($0) } }

    mutating func word() -> UInt32? { words(1)?.first }

    mutating func words(_ count: Int) -> [UInt32]? {
        take(4 * count).map { part in
            part.withUnsafeBytes { raw in
                (0..<count).map {
                    UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
                }
            }
        }
    }

    mutating func halves(_ count: Int) -> [UInt16]? {
        take(2 * count).map { part in
            part.withUnsafeBytes { raw in
                (0..<count).map {
                    UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 2 * $0, as: UInt16.self))
                }
            }
        }
    }

    mutating func names(_ count: Int, width: Int) -> [String]? {
        take(width * count).map { part in
            (0..<count).map { index in
                let start = part.startIndex + index * width
                return String(
                    decoding: part[start..<start + width].prefix { $0 != 0 }, as: UTF8.self)
            }
        }
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= bytes.count - at else { return nil }
        defer { at += count }
        return bytes[at..<at + count]
    }
}
