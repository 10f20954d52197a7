package import Foundation

/// Small real media that test servers give.
package enum SampleMedia {
    /// A WAV of a tone, mono.
    package static func wave(seconds: Double, rate: Int = 24_000, hertz: Double = 220) -> Data {
        let count = Int(seconds * Double(rate))
        var data = Data("RIFF".utf8)
        func add(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
        }
        add(UInt32(36 + count * 2))
        data.append(contentsOf: "WAVEfmt ".utf8)
        add(UInt32(16))
        add(UInt16(1))
        add(UInt16(1))
        add(UInt32(rate))
        add(UInt32(rate * 2))
        add(UInt16(2))
        add(UInt16(16))
        data.append(contentsOf: "data".utf8)
        add(UInt32(count * 2))
        for index in 0..<count {
            add(Int16(8000 * sin(2 * .pi * hertz * Double(index) / Double(rate))))
        }
        return data
    }

    /// A picture in plain PNG, one colour (stored blocks, no compression).
    package static func png(width: Int, height: Int, grey: UInt8 = 128) -> Data {
        var rows = Data()
        for row in 0..<height {
            rows.append(0)
            rows.append(contentsOf: [UInt8](repeating: grey &+ UInt8(row & 63), count: width))
        }
        var data = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        var header = Data()
        for value in [UInt32(width), UInt32(height)] {
            withUnsafeBytes(of: value.bigEndian) { header.append(contentsOf: $0) }
        }
        header.append(contentsOf: [8, 0, 0, 0, 0])
        chunk("IHDR", header, &data)
        chunk("IDAT", stored(rows), &data)
        chunk("IEND", Data(), &data)
        return data
    }

    private static func stored(_ raw: Data) -> Data {
        var out = Data([0x78, 0x01])
        var rest = raw[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            out.append(rest.isEmpty ? 1 : 0)
            let size = UInt16(block.count)
            for value in [size, ~size] { withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) } }
            out.append(block)
        } while !rest.isEmpty
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in raw {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        withUnsafeBytes(of: (b << 16 | a).bigEndian) { out.append(contentsOf: $0) }
        return out
    }

    private static func chunk(_ name: String, _ body: Data, _ data: inout Data) {
        withUnsafeBytes(of: UInt32(body.count).bigEndian) { data.append(contentsOf: $0) }
        let content = Data(name.utf8) + body
        data.append(content)
        var crc = UInt32.max
        for byte in content {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        withUnsafeBytes(of: (~crc).bigEndian) { data.append(contentsOf: $0) }
    }
}
