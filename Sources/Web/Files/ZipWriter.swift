internal import BatchVideo
internal import Foundation
internal import NIOCore

/// What goes into a zip.
struct ZipEntry: Sendable {
    enum Source: Sendable {
        case bytes([UInt8])
        case file(String, size: Int)
    }

    /// With "/" between folders, in UTF-8.
    var name: String
    var source: Source
    var modified: Date

    var size: Int {
        switch source {
        case .bytes(let bytes): bytes.count
        case .file(_, let size): size
        }
    }

    /// A name that is safe on every system: no path, no reserved characters, not too long.
    static func safe(_ text: String, longest: Int = 80) -> String {
        let kept = text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : String(scalar)
        }.joined()
        let trimmed = kept.trimming(" .")
        return trimmed.isEmpty ? "_" : String(trimmed.prefix(longest))
    }
}

/// Writes a zip archive whose files are stored as they are: films and pictures do not become smaller. Its length
/// is known beforehand; ZIP64 where sizes or places need it (APPNOTE 6.3).
struct ZipWriter: Sendable {
    let entries: [ZipEntry]

    private static let largest32 = 0xFFFF_FFFF
    private static let chunk = 128 * 1_024
    /// Version needed to unpack: 4.5 for ZIP64, 2.0 else.
    private static let plainVersion = 20
    private static let zip64Version = 45
    /// Names are UTF-8.
    private static let flags = 1 << 11

    /// Bytes of the whole archive.
    var length: Int {
        var offset = 0
        var directory = 0
        for entry in entries {
            directory += Self.directoryRecord(entry, crc: 0, offset: offset).count
            offset += Self.localHeader(entry, crc: 0).count + entry.size
        }
        return offset + directory + Self.end(entries.count, at: offset, size: directory).count
    }

    /// The archive in parts, the files read as they are asked for.
    func makeParts() -> Parts { Parts(entries: entries) }

    struct Parts {
        private let entries: [ZipEntry]
        private var index = 0
        private var offset = 0
        private var directory: [UInt8] = []
        private var reading: (file: OpenFile, at: Int, size: Int)?
        private var isOver = false

        init(entries: [ZipEntry]) { self.entries = entries }

        /// Nil at the end.
        mutating func next() async throws -> [UInt8]? {
            if let part = try await fileBytes() { return part }
            guard index < entries.count else {
                guard !isOver else { return nil }
                isOver = true
                return directory + ZipWriter.end(entries.count, at: offset, size: directory.count)
            }
            let entry = entries[index]
            index += 1
            let crc: UInt32
            var content: [UInt8] = []
            switch entry.source {
            case .bytes(let bytes):
                crc = CRC32.of(bytes)
                content = bytes
            case .file(let path, let size):
                let file = try await FileSender.blocking { try OpenFile(reading: path) }
                crc = try await FileSender.blocking { try Self.checksum(file, size) }
                reading = (file, 0, size)
            }
            let header = ZipWriter.localHeader(entry, crc: crc)
            directory += ZipWriter.directoryRecord(entry, crc: crc, offset: offset)
            offset += header.count + entry.size
            return header + content
        }

        private mutating func fileBytes() async throws -> [UInt8]? {
            guard let (file, at, size) = reading, at < size else { return nil }
            let wanted = min(ZipWriter.chunk, size - at)
            let bytes = try await FileSender.blocking { try file.read(wanted, at: at) }
            guard !bytes.isEmpty else { throw ZipWriter.shrank }
            reading = (file, at + bytes.count, size)
            return bytes
        }

        /// The header stands before the file and needs its checksum: the file is read twice.
        private static func checksum(_ file: OpenFile, _ size: Int) throws -> UInt32 {
            var crc = CRC32()
            var at = 0
            while at < size {
                let bytes = try file.read(min(ZipWriter.chunk, size - at), at: at)
                guard !bytes.isEmpty else { throw ZipWriter.shrank }
                crc.update(bytes)
                at += bytes.count
            }
            return crc.value
        }
    }

    private static let shrank = BatchVideoError(
        .internal, "a file became shorter while it was packed")
}

extension ZipWriter {
    private static func localHeader(_ entry: ZipEntry, crc: UInt32) -> [UInt8] {
        let isLarge = entry.size >= largest32
        var header = Bytes()
        header.add(0x0403_4B50, 4)
        common(entry, crc, isLarge, isLarge ? largest32 : entry.size, &header)
        header.add(isLarge ? 20 : 0, 2)
        header.bytes += entry.name.utf8
        if isLarge {
            header.add(1, 2)
            header.add(16, 2)
            header.add(entry.size, 8)
            header.add(entry.size, 8)
        }
        return header.bytes
    }

    /// From the version needed to the length of the name: the same in both headers.
    private static func common(
        _ entry: ZipEntry, _ crc: UInt32, _ isLarge: Bool, _ size: Int, _ header: inout Bytes
    ) {
        header.add(isLarge ? zip64Version : plainVersion, 2)
        header.add(flags, 2)
        header.add(0, 2)
        let (time, day) = dosTime(entry.modified)
        header.add(time, 2)
        header.add(day, 2)
        header.add(Int(crc), 4)
        header.add(size, 4)
        header.add(size, 4)
        header.add(entry.name.utf8.count, 2)
    }

    private static func directoryRecord(_ entry: ZipEntry, crc: UInt32, offset: Int) -> [UInt8] {
        let isLarge = entry.size >= largest32
        let isFar = offset >= largest32
        var record = Bytes()
        record.add(0x0201_4B50, 4)
        // Made by: version 4.5 on Unix.
        record.add(3 << 8 | zip64Version, 2)
        common(entry, crc, isLarge || isFar, isLarge ? largest32 : entry.size, &record)
        record.add((isLarge ? 16 : 0) + (isFar ? 8 : 0) + (isLarge || isFar ? 4 : 0), 2)
        record.add(0, 2)
        record.add(0, 2)
        record.add(0, 2)
        record.add(0o100644 << 16, 4)
        record.add(isFar ? largest32 : offset, 4)
        record.bytes += entry.name.utf8
        if isLarge || isFar {
            record.add(1, 2)
            record.add((isLarge ? 16 : 0) + (isFar ? 8 : 0), 2)
            if isLarge {
                record.add(entry.size, 8)
                record.add(entry.size, 8)
            }
            if isFar { record.add(offset, 8) }
        }
        return record.bytes
    }

    private static func end(_ count: Int, at offset: Int, size: Int) -> [UInt8] {
        var end = Bytes()
        let isLarge = count >= 0xFFFF || offset >= largest32 || size >= largest32
        if isLarge {
            end.add(0x0606_4B50, 4)
            end.add(44, 8)
            end.add(3 << 8 | zip64Version, 2)
            end.add(zip64Version, 2)
            end.add(0, 4)
            end.add(0, 4)
            end.add(count, 8)
            end.add(count, 8)
            end.add(size, 8)
            end.add(offset, 8)
            end.add(0x0706_4B50, 4)
            end.add(0, 4)
            end.add(offset + size, 8)
            end.add(1, 4)
        }
        end.add(0x0605_4B50, 4)
        end.add(0, 4)
        end.add(min(count, 0xFFFF), 2)
        end.add(min(count, 0xFFFF), 2)
        end.add(min(size, largest32), 4)
        end.add(min(offset, largest32), 4)
        end.add(0, 2)
        return end.bytes
    }

    private static func dosTime(_ date: Date) -> (Int, Int) {
        let civil = CivilTime(date, hoursEast: 8)
        let clock = civil.clock.split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, civil.year >= 1980 else { return (0, 0x21) }
        return (
            clock[0] << 11 | clock[1] << 5 | clock[2] / 2,
            (civil.year - 1980) << 9 | civil.month << 5 | civil.day
        )
    }

    /// Little-endian numbers.
    private struct Bytes {
        var bytes: [UInt8] = []

        mutating func add(_ number: Int, _ count: Int) {
            for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }
    }
}

/// The checksum of zip archives (CRC-32, ISO 3309).
struct CRC32: Sendable {
    private var state: UInt32 = 0xFFFF_FFFF

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
        }
    }

    mutating func update(_ bytes: [UInt8]) {
        var state = state
        Self.table.withUnsafeBufferPointer { table in
            for byte in bytes { state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8 }
        }
        self.state = state
    }

    var value: UInt32 { state ^ 0xFFFF_FFFF }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        var crc = CRC32()
        crc.update(bytes)
        return crc.value
    }
}
