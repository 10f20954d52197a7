import BatchVideo
import Foundation
import Glibc

/// Finished segments on disk, named by their fingerprint. A file ends in the checksum of all before
/// it: torn or damaged ones are as good as absent.
struct SegmentCache: Sendable {
    let folder: String
    let leftovers: Leftovers

    /// Makes the folder, and clears what killed renders left in it.
    init(folder: String, leftovers: Leftovers) throws {
        self.folder = folder
        self.leftovers = leftovers
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot make the folder \(folder); check its permissions",
                cause: error)
        }
        removeAbandoned()
    }

    /// Nil when there is none, or none that is whole.
    func load(_ key: String) -> EncodedTrack? {
        let url = URL(fileURLWithPath: path(key))
        // Absent and unreadable are the same here: the segment is made again.
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else { return nil }
        return try? data.withUnsafeBytes { try SegmentFile.decode($0) }
    }

    /// The checksum takes the place of an fsync: what a power cut tears is made again.
    func store(_ track: EncodedTrack, as key: String) throws {
        let temporary = "\(path(key)).\(getpid()).\(pthread_self()).partial"
        try leftovers.expect(file: temporary)
        do {
            let file = Data(try SegmentFile.encode(track))
            try file.write(to: URL(fileURLWithPath: temporary))
        } catch {
            leftovers.discard(file: temporary)
            throw BatchVideoError(
                .unwritable, "cannot write to \(folder); free space or choose another folder",
                cause: error)
        }
        try leftovers.publish([(temporary, path(key))])
    }

    private func path(_ key: String) -> String { "\(folder)/\(key).segment" }

    private func removeAbandoned() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasSuffix(".partial") {
            let owner = name.split(separator: ".").dropFirst(2).first.flatMap { pid_t($0) }
            if let owner, owner != getpid(), kill(owner, 0) != 0, errno == ESRCH {
                unlink("\(folder)/\(name)")
            }
        }
    }
}

/// The bytes of an encoded track: little-endian words, packets, checksum.
enum SegmentFile {
    private static let magic: UInt64 = 0x3254_4E45_4D47_4553  // "SEGMENT2"

    static func encode(_ track: EncodedTrack) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(track.packets.reduce(4096) { $0 + $1.bytes.count + 32 })
        func add(_ word: Int) {
            withUnsafeBytes(of: Int64(word).littleEndian) { bytes.append(contentsOf: $0) }
        }
        withUnsafeBytes(of: magic.littleEndian) { bytes.append(contentsOf: $0) }
        add(track.padding)
        add(track.header.count)
        bytes += track.header
        add(track.packets.count)
        for packet in track.packets {
            add(packet.presentation)
            add(packet.duration)
            add(packet.isKey ? 1 : 0)
            add(packet.bytes.count)
            bytes += packet.bytes
        }
        return bytes + (try bytes.withUnsafeBytes { try Checksum.murmur($0) })
    }

    /// Throws `.media` when the checksum or the structure is wrong.
    static func decode(_ bytes: UnsafeRawBufferPointer) throws -> EncodedTrack {
        let damaged = BatchVideoError(.media, "a segment file is damaged")
        let end = bytes.count - Checksum.size
        guard end > 0 else { throw damaged }
        let body = UnsafeRawBufferPointer(rebasing: bytes[..<end])
        guard try Checksum.murmur(body).elementsEqual(bytes[end...]) else { throw damaged }
        var reader = Reader(bytes: body)
        guard try reader.word() == Int(magic) else { throw damaged }
        let padding = try reader.word()
        let header = try reader.bytes(reader.word())
        let count = try reader.word()
        var packets: [EncodedPacket] = []
        for _ in 0..<count {
            packets.append(
                EncodedPacket(
                    presentation: try reader.word(), duration: try reader.word(),
                    isKey: try reader.word() == 1, bytes: try reader.bytes(reader.word())))
        }
        return EncodedTrack(header: header, padding: padding, packets: packets)
    }

    private struct Reader {
        var bytes: UnsafeRawBufferPointer
        var offset = 0

        mutating func word() throws -> Int {
            let value = try take(8).loadUnaligned(as: Int64.self)
            return Int(Int64(littleEndian: value))
        }

        mutating func bytes(_ count: Int) throws -> [UInt8] { Array(try take(count)) }

        private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
            guard count >= 0, count <= bytes.count - offset else {
                throw BatchVideoError(.media, "a segment file is damaged")
            }
            defer { offset += count }
            return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        }
    }
}
