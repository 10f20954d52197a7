import BatchVideo
import CAV

/// SHA-256 (FIPS 180-4) for names, MurmurHash3 to tell damaged files; both by libavutil.
enum Checksum {
    /// Bytes of a `murmur`.
    static let size = 16

    /// Finds damage, not malice: whoever can change a file can change its checksum too. It takes
    /// a twentieth of the time of SHA-256, which was 1 % of a render.
    final class Murmur {
        private let context: OpaquePointer

        init() throws {
            context = try allocated(av_murmur3_alloc(), "a checksum")
            av_murmur3_init(context)
        }

        deinit { av_free(UnsafeMutableRawPointer(context)) }

        func add(_ bytes: UnsafeRawBufferPointer) {
            guard let start = bytes.baseAddress else { return }
            av_murmur3_update(context, start.assumingMemoryBound(to: UInt8.self), bytes.count)
        }

        func finish() -> [UInt8] {
            var digest = [UInt8](repeating: 0, count: size)
            av_murmur3_final(context, &digest)
            return digest
        }
    }

    static func sha256(_ bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
        let context = try allocated(av_sha_alloc(), "a checksum")
        defer { av_free(UnsafeMutableRawPointer(context)) }
        try check(av_sha_init(context, 256), "make a checksum")
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        if let start { av_sha_update(context, start, bytes.count) }
        var digest = [UInt8](repeating: 0, count: 32)
        av_sha_final(context, &digest)
        return digest
    }

    static func hexadecimal(_ bytes: [UInt8]) throws -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = try bytes.withUnsafeBytes { try sha256($0) }
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
