import BatchVideo
import Foundation

/// The bytes of an encoded track: little-endian words, packets, checksum.
enum SegmentFile {
    private static let magic: UInt64 = 0x3254_4E45_4D47_4553  // "SEGMENT2"

    /// Written in blocks: a film's sound is as long as the film, and is in memory once already.
    private static let blockBytes = 256 << 10

    static func encode(_ track: EncodedTrack, write: (Data) throws -> Void) throws {
        let checksum = try Checksum.Murmur()
        var block: [UInt8] = []
        block.reserveCapacity(2 * blockBytes)
        func flush(over limit: Int) throws {
            guard block.count > limit else { return }
            block.withUnsafeBytes { checksum.add($0) }
            try write(Data(block))
            block.removeAll(keepingCapacity: true)
        }
        func add(_ word: Int) {
            withUnsafeBytes(of: Int64(word).littleEndian) { block.append(contentsOf: $0) }
        }
        withUnsafeBytes(of: magic.littleEndian) { block.append(contentsOf: $0) }
        add(track.padding)
        add(track.header.count)
        block += track.header
        add(track.packets.count)
        for packet in track.packets {
            add(packet.presentation)
            add(packet.duration)
            add(packet.isKey ? 1 : 0)
            add(packet.bytes.count)
            block += packet.bytes
            try flush(over: blockBytes)
        }
        try flush(over: 0)
        try write(Data(checksum.finish()))
    }

    /// Throws `.media` when the checksum or the structure is wrong.
    static func decode(_ bytes: UnsafeRawBufferPointer) throws -> EncodedTrack {
        let damaged = BatchVideoError(.media, "a segment file is damaged")
        let end = bytes.count - Checksum.size
        guard end > 0 else { throw damaged }
        let body = UnsafeRawBufferPointer(rebasing: bytes[..<end])
        let checksum = try Checksum.Murmur()
        checksum.add(body)
        guard checksum.finish().elementsEqual(bytes[end...]) else { throw damaged }
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
