/// The atoms of an MP4 file at its top level, in order (ISO/IEC 14496-12, 4.2).
struct MP4Atoms: Hashable, Sendable {
    let names: [String]

    /// Fragmented files may have thousands; ours has four.
    static let maximumAtoms = 64

    init(_ file: OpenFile) {
        var names: [String] = []
        var offset = 0
        while names.count < Self.maximumAtoms, offset < file.sizeBytes {
            let head = file.bytes(at: offset, count: 16)
            guard head.count >= 8 else { break }
            names.append(String(decoding: head[4..<8], as: UTF8.self))
            var size = Self.number(head[0..<4])
            if size == 1, head.count == 16 { size = Self.number(head[8..<16]) }
            guard size >= 8, size <= file.sizeBytes - offset else { break }
            offset += size
        }
        self.names = names
    }

    /// Playable while it is still arriving: the index stands before the samples.
    var isFastStart: Bool {
        guard let index = names.firstIndex(of: "moov"), let samples = names.firstIndex(of: "mdat") else {
            return false
        }
        return index < samples
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        Int(truncatingIfNeeded: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & UInt64(Int.max))
    }
}
