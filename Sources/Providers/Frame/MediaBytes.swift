import BatchVideo
import Foundation

/// The bytes of a file that goes to a vendor.
struct MediaBytes {
    let data: Data
    let type: String
    /// Extension without dot.
    let suffix: String

    /// Throws `.notFound` when it cannot be read, `.invalid` when it is larger than `maxBytes`.
    init(_ path: String, maxBytes: Int = 64 << 20) throws {
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw BatchVideoError(.notFound, "cannot read \(path)", cause: error)
        }
        guard data.count <= maxBytes else {
            throw BatchVideoError(
                .invalid,
                "\(URL(filePath: path).lastPathComponent) is larger than the \(maxBytes >> 20) MiB that the vendor "
                    + "takes"
            )
        }
        (type, suffix) = Self.kind(of: data)
    }

    var base64: String { data.base64EncodedString() }
    var dataURI: String { "data:\(type);base64,\(base64)" }

    /// By content, not by name.
    static func kind(of data: Data) -> (type: String, suffix: String) {
        let head = Array(data.prefix(16))
        func begins(_ text: String, at place: Int = 0) -> Bool {
            head.count >= place + text.utf8.count && Array(head[place..<place + text.utf8.count]) == Array(text.utf8)
        }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return ("image/png", "png") }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return ("image/jpeg", "jpg") }
        if begins("RIFF"), begins("WEBP", at: 8) { return ("image/webp", "webp") }
        if begins("RIFF"), begins("WAVE", at: 8) { return ("audio/wav", "wav") }
        if begins("ID3") || head.count > 1 && head[0] == 0xFF && head[1] & 0xE0 == 0xE0 { return ("audio/mpeg", "mp3") }
        if begins("fLaC") { return ("audio/flac", "flac") }
        if begins("OggS") { return ("audio/ogg", "ogg") }
        if begins("ftyp", at: 4) { return ("video/mp4", "mp4") }
        return ("application/octet-stream", "bin")
    }
}

extension PixelSize {
    /// Of the sizes that a vendor makes, the one nearest in shape, and of those the one nearest in area.
    func nearest(among sizes: [PixelSize]) -> PixelSize {
        func distance(_ size: PixelSize) -> Double {
            let (own, other) = (
                Double(width) / Double(height), Double(size.width) / Double(size.height)
            )
            let areas = Double(size.width * size.height) / Double(width * height)
            return abs(log(own / other)) * 10 + abs(log(areas))
        }
        return sizes.min { distance($0) < distance($1) } ?? self
    }

    /// "16:9", "9:16" or "1:1", whichever is nearest.
    var ratioText: String {
        let shape = nearest(among: [
            .init(width: 16, height: 9), .init(width: 9, height: 16), .init(width: 1, height: 1),
        ])
        return "\(shape.width):\(shape.height)"
    }

    /// Both sides a multiple of `step`, rounded to the nearest, not less than one step.
    func rounded(to step: Int) -> PixelSize {
        PixelSize(
            width: max(step, (width + step / 2) / step * step),
            height: max(step, (height + step / 2) / step * step))
    }
}

extension JSONValue {
    init(_ number: Int) { self = .number(Double(number)) }
    init(_ seed: UInt64, below limit: UInt64) { self = .number(Double(seed % limit)) }
}
