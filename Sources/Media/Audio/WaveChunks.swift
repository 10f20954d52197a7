import BatchVideo

/// The chunks of a RIFF WAVE file that matter: where `fmt ` and `data` lie.
struct WaveChunks {
    struct Format {
        var sampleRate: Int
        var channels: Int
        var encoding: WaveReader.Encoding?
    }

    struct Extent {
        var offset: Int
        var count: Int
    }

    /// More chunks than any honest file has before its samples.
    static let maximumChunks = 64

    let data: Extent
    private let formatBytes: [UInt8]
    private let name: String

    init(_ file: OpenFile) throws {
        let head = file.bytes(at: 0, count: 12)
        guard head.count == 12, head[0..<4].elementsEqual("RIFF".utf8),
            head[8..<12].elementsEqual("WAVE".utf8)
        else {
            throw BatchVideoError(.media, "\(file.name) is not a WAV file")
        }
        var offset = 12
        var found: (format: [UInt8]?, data: Extent?) = (nil, nil)
        for _ in 0..<Self.maximumChunks where found.format == nil || found.data == nil {
            let header = file.bytes(at: offset, count: 8)
            guard header.count == 8 else { break }
            let count = Int(header.uint32(4))
            let rest = file.sizeBytes - offset - 8
            if header[0..<4].elementsEqual("fmt ".utf8) {
                found.format = file.bytes(at: offset + 8, count: min(count, 64))
            } else if header[0..<4].elementsEqual("data".utf8) {
                found.data = Extent(offset: offset + 8, count: max(0, min(count, rest)))
            }
            offset += 8 + count + count % 2
        }
        guard let format = found.format, format.count >= 16, let data = found.data else {
            throw BatchVideoError(.media, "\(file.name) is a WAV without samples")
        }
        self.data = data
        formatBytes = format
        name = file.name
    }

    func format() throws -> Format {
        var tag = formatBytes.uint16(0)
        let bits = formatBytes.uint16(14)
        if tag == 0xFFFE, formatBytes.count >= 26 { tag = formatBytes.uint16(24) }
        let encoding: WaveReader.Encoding? =
            switch (tag, bits) {
            case (1, 16): .pcm16
            case (1, 24): .pcm24
            case (1, 32): .pcm32
            case (3, 32): .float32
            default: nil
            }
        return Format(
            sampleRate: Int(formatBytes.uint32(4)), channels: Int(formatBytes.uint16(2)),
            encoding: encoding)
    }
}

extension [UInt8] {
    /// Little-endian; the caller has checked the bounds.
    func uint16(_ offset: Int) -> UInt16 { UInt16(self[offset]) | UInt16(self[offset + 1]) << 8 }

    func uint32(_ offset: Int) -> UInt32 {
        UInt32(uint16(offset)) | UInt32(uint16(offset + 2)) << 16
    }
}
