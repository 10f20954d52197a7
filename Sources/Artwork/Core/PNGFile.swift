import BatchVideo
import CCairo
import Foundation

/// Writes pictures as PNG (ISO/IEC 15948), quickly: 8 bits, rows filtered with "Up" or "Sub",
/// deflate tuned for run lengths (a grainy picture has no repeats worth looking for).
enum PNGFile {
    /// Opaque `pixels` are ARGB words, rows without padding. Complete at `file` or not there at all.
    static func write(_ pixels: UnsafeBufferPointer<UInt32>, _ size: PixelSize, to file: URL) throws
    {
        try write(filtered(pixels, size), colourType: 2, size, to: file)
    }

    /// `pixels` are premultiplied ARGB words, as cairo keeps them.
    static func writeTransparent(
        _ pixels: UnsafeBufferPointer<UInt32>, _ size: PixelSize, to file: URL
    ) throws {
        var rows: [UInt8] = []
        rows.reserveCapacity(size.height * (size.width * 4 + 1))
        for y in 0..<size.height {
            rows.append(0)
            for word in pixels[y * size.width..<(y + 1) * size.width] {
                let alpha = word >> 24
                func straight(_ shift: UInt32) -> UInt8 {
                    guard alpha > 0 else { return 0 }
                    return UInt8(min(255, ((word >> shift & 255) * 255 + alpha / 2) / alpha))
                }
                rows += [straight(16), straight(8), straight(0), UInt8(alpha)]
            }
        }
        try write(rows, colourType: 6, size, to: file)
    }

    private static func write(
        _ rows: [UInt8], colourType: UInt8, _ size: PixelSize, to file: URL
    ) throws {
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        var header = bigEndian(UInt32(size.width)) + bigEndian(UInt32(size.height))
        header += [8, colourType, 0, 0, 0]
        append("IHDR", header, to: &png)
        append("sRGB", [0], to: &png)
        append("IDAT", try deflated(rows), to: &png)
        append("IEND", [], to: &png)
        try AtomicFile.write(png, to: file)
    }

    /// Each row minus the one above, the first minus its left neighbour.
    private static func filtered(_ pixels: UnsafeBufferPointer<UInt32>, _ size: PixelSize)
        -> [UInt8]
    {
        let (w, h) = (size.width, size.height)
        return [UInt8](unsafeUninitializedCapacity: h * (w * 3 + 1)) { bytes, count in
            var at = 0
            for y in 0..<h {
                bytes[at] = y == 0 ? 1 : 2
                at += 1
                let row = y * w
                for x in 0..<w {
                    let word = pixels[row + x]
                    let before = y > 0 ? pixels[row - w + x] : x > 0 ? pixels[row + x - 1] : 0
                    bytes[at] = UInt8(truncatingIfNeeded: (word >> 16) &- (before >> 16))
                    bytes[at + 1] = UInt8(truncatingIfNeeded: (word >> 8) &- (before >> 8))
                    bytes[at + 2] = UInt8(truncatingIfNeeded: word &- before)
                    at += 3
                }
            }
            count = at
        }
    }

    private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let opened = deflateInit2_(
            &stream, 6, Z_DEFLATED, 15, 9, Z_RLE, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { throw BatchVideoError(.internal, "zlib cannot start") }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        return try [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            let result = input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH)
            }
            guard result == Z_STREAM_END else {
                throw BatchVideoError(.internal, "the picture cannot be compressed")
            }
            count = Int(stream.total_out)
        }
    }

    private static func append(_ type: String, _ data: [UInt8], to png: inout [UInt8]) {
        let body = Array(type.utf8) + data
        png += bigEndian(UInt32(data.count))
        png += body
        png += bigEndian(UInt32(crc32(0, body, UInt32(body.count))))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
