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

    static let largest32 = 0xFFFF_FFFF
    private static let chunk = 128 * 1_024
    /// Version needed to unpack: 4.5 for ZIP64, 2.0 else.
    static let plainVersion = 20
    static let zip64Version = 45
    /// Names are UTF-8.
    static let flags = 1 << 11

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
