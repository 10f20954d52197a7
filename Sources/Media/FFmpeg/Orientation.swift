/// How a camera held a picture: EXIF tag 0x0112 (Exif 2.32, 4.6.4).
enum Orientation: Int, CaseIterable, Sendable {
    case upright = 1, mirrored, upsideDown, flipped
    case transposed, turnedLeft, transversed, turnedRight

    /// Width and height change places.
    var swapsSides: Bool { rawValue >= 5 }

    /// ffmpeg filters that set the picture upright.
    var filters: [String] {
        switch self {
        case .upright: []
        case .mirrored: ["hflip"]
        case .upsideDown: ["hflip", "vflip"]
        case .flipped: ["vflip"]
        case .transposed: ["transpose=0"]
        case .turnedLeft: ["transpose=1"]
        case .transversed: ["transpose=3"]
        case .turnedRight: ["transpose=2"]
        }
    }
}

extension Orientation {
    /// Reads it from JPEG, PNG, WebP and TIFF; upright when there is none or the metadata is broken.
    init(of file: OpenFile, _ kind: MediaKind) {
        let tiff: Int? =
            switch kind {
            case .jpeg: Self.tiffInJPEG(file)
            case .png: Self.tiffInChunks(file, from: 8, named: "eXIf", isPNG: true)
            case .webp: Self.tiffInChunks(file, from: 12, named: "EXIF", isPNG: false)
            case .tiff: 0
            default: nil
            }
        self = tiff.flatMap { Self(file, tiffAt: $0) } ?? .upright
    }

    /// Parts of a file that are looked at before giving up.
    private static let maximumParts = 512

    /// Where the TIFF structure of the APP1 segment begins.
    private static func tiffInJPEG(_ file: OpenFile) -> Int? {
        var offset = 2
        for _ in 0..<maximumParts {
            let head = file.bytes(at: offset, count: 10)
            guard head.count >= 4, head[0] == 0xFF else { return nil }
            if head[1] == 0xFF {  // a fill byte
                offset += 1
                continue
            }
            if head[1] == 0xDA || head[1] == 0xD9 { return nil }
            if head[1] == 0xE1, head.count == 10, head[4..<8].elementsEqual("Exif".utf8) {
                return offset + 10
            }
            offset += 2 + (Int(head[2]) << 8 | Int(head[3]))
        }
        return nil
    }

    /// PNG and RIFF chunks differ in the order of name and length, in byte order and padding.
    private static func tiffInChunks(
        _ file: OpenFile, from start: Int, named name: String, isPNG: Bool
    ) -> Int? {
        var offset = start
        for _ in 0..<maximumParts {
            let head = file.bytes(at: offset, count: 8)
            guard head.count == 8 else { return nil }
            let label = isPNG ? head[4..<8] : head[0..<4]
            let length = isPNG ? head.bigUInt32(0) : head.littleUInt32(4)
            if label.elementsEqual(name.utf8) {
                let prefix = file.bytes(at: offset + 8, count: 6)
                return offset + 8 + (prefix.elementsEqual("Exif\0\0".utf8) ? 6 : 0)
            }
            offset += 8 + length + (isPNG ? 4 : length % 2)
        }
        return nil
    }

    /// Looks the tag up in the first directory of the TIFF structure at `start`.
    private init?(_ file: OpenFile, tiffAt start: Int) {
        let head = file.bytes(at: start, count: 8)
        guard head.count == 8, head[0] == head[1], head[0] == 0x49 || head[0] == 0x4D else { return nil }
        let isLittle = head[0] == 0x49
        func number(_ bytes: [UInt8], _ at: Int) -> Int {
            isLittle ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : Int(bytes[at]) << 8 | Int(bytes[at + 1])
        }
        let directory = start + (isLittle ? head.littleUInt32(4) : head.bigUInt32(4))
        let size = file.bytes(at: directory, count: 2)
        guard size.count == 2 else { return nil }
        for index in 0..<min(number(size, 0), Self.maximumParts) {
            let entry = file.bytes(at: directory + 2 + index * 12, count: 12)
            guard entry.count == 12 else { return nil }
            guard number(entry, 0) == 0x0112, number(entry, 2) == 3 else { continue }
            self.init(rawValue: number(entry, 8))
            return
        }
        return nil
    }
}

extension [UInt8] {
    /// Four bytes from `at`; the caller has checked the bounds.
    fileprivate func littleUInt32(_ at: Int) -> Int {
        Int(self[at]) | Int(self[at + 1]) << 8 | Int(self[at + 2]) << 16 | Int(self[at + 3]) << 24
    }

    fileprivate func bigUInt32(_ at: Int) -> Int {
        Int(self[at]) << 24 | Int(self[at + 1]) << 16 | Int(self[at + 2]) << 8 | Int(self[at + 3])
    }
}
