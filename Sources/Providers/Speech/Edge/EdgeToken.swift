import Crypto
import Foundation

/// `Sec-MS-GEC`: what the read-aloud service of Edge wants with each request, made of the time.
enum EdgeToken: String, CaseIterable, Sendable {
    case v1, v2

    /// What every installation of Edge sends; no secret.
    static let client = "6A5AA1D4EAFF4E9FB37E23D68491D6F4"

    /// Before the browser's version in `Sec-MS-GEC-Version`.
    var prefix: String { self == .v1 ? "1-" : "2-" }

    /// - Parameter time: seconds since 1970, as the service's clock has it.
    func value(at time: Int) -> String {
        let text = Self.stamp(time)
        return switch self {
        case .v1: Self.hex(SHA256.hash(data: Data(text.utf8)))
        case .v2: Self.second(text)
        }
    }

    /// Five minutes long the same: hundreds of nanoseconds since 1601, then the client's name.
    private static func stamp(_ time: Int) -> String {
        let seconds = time + 11_644_473_600
        return "\((seconds - seconds % 300) * 10_000_000)" + client
    }

    private static func second(_ text: String) -> String {
        let digest = EdgeDigest.sha(Array(text.utf8))
        return hex(EdgeDigest.mix(Array(text.utf8), digest: digest)) + "-" + hex(digest)
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}

/// The two halves of the second kind of token.
enum EdgeDigest {
    /// SHA-256 (FIPS 180-4) of a text behind 57 bytes that are known only by what the first 14 rounds make
    /// of them; the first 13 words of their block only by what the schedule takes from them.
    static func sha(_ text: [UInt8]) -> [UInt8] {
        var words = [UInt32](repeating: 0, count: 64)
        words[14] = 0x2E00_0000 | big(text[0..<3])
        words[15] = big(text[3..<7])
        for t in 16..<64 {
            var word = (t < 30 ? known[t - 16] : words[t - 16]) &+ small1(words[t - 2])
            if t >= 21 { word &+= words[t - 7] }
            if t >= 29 { word &+= small0(words[t - 15]) }
            words[t] = word
        }
        var state = rounds(14, words, midway)
        state = zip(state, start).map { $0 &+ $1 }
        let rest = Array(text[7...])
        return finish(state, rest, total: 57 + text.count)
    }

    private static func finish(_ state: [UInt32], _ rest: [UInt8], total: Int) -> [UInt8] {
        var state = state
        var bytes = rest + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: (total * 8) >> (56 - $0 * 8)) }
        for block in stride(from: 0, to: bytes.count, by: 64) {
            var words = (0..<16).map { big(bytes[(block + $0 * 4)..<(block + $0 * 4 + 4)]) }
            for t in 16..<64 {
                words.append(words[t - 16] &+ small0(words[t - 15]) &+ words[t - 7] &+ small1(words[t - 2]))
            }
            state = zip(state, rounds(0, words, state)).map { $0 &+ $1 }
        }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - $0 * 8)) } }
    }

    private static func rounds(_ first: Int, _ words: [UInt32], _ state: [UInt32]) -> [UInt32] {
        var v = state
        for t in first..<64 {
            let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
            let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
            let (a, e) = (
                turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22),
                turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)
            )
            let one = v[7] &+ e &+ choice &+ constants[t] &+ words[t]
            let two = a &+ majority
            v = [one &+ two, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
        }
        return v
    }

    /// A checksum of 64 bits over fixed pairs and the words of the text, keyed by the digest.
    static func mix(_ text: [UInt8], digest: [UInt8]) -> [UInt8] {
        let (a, b) = (little(digest, 0) | 1, little(digest, 4) | 1)
        let (fa, fb) = (a &* 0x8289_3933, b &* 0x8289_3933)
        var pairs = fixed.enumerated().map { index, pair in
            (t: pair.0 &* (index % 2 == 0 ? fa : fb), o: pair.1)
        }
        var bytes = [UInt8(ascii: ".")] + text
        while bytes.count % 8 != 0 { bytes.append(0) }
        for j in 0..<bytes.count / 4 {
            let word = little(bytes, j * 4)
            pairs.append(
                (t: word &* (j % 2 == 0 ? a : b), o: swap(word) &* (j % 2 == 0 ? 0xEF05_69FB : 0xC317_13DB)))
        }
        var (st, acc, sw, last): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        for i in stride(from: 0, to: pairs.count, by: 2) {
            var q = swap(pairs[i].o &+ pairs[i].t) &* 0x76F5_0F34
            sw &+= swap(q) &* 0xC3EF_EA97 &+ q
            q = swap(pairs[i + 1].o &+ pairs[i + 1].t) &* 0x1881_CE3C
            last = swap(q) &* 0x35BD_1EC9 &+ q
            sw &+= last
            st = st &* a &+ pairs[i].t
            for factor in factors.0 { st = swap(st) &* factor }
            acc &+= st
            st = st &* b &+ pairs[i + 1].t
            for factor in factors.1 { st = swap(st) &* factor }
            acc &+= st
        }
        return [last ^ st, sw ^ acc].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
    }

    private static func big(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
    private static func little(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
    }
    private static func turn(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }
    private static func swap(_ word: UInt32) -> UInt32 { turn(word, 16) }
    private static func small0(_ word: UInt32) -> UInt32 { turn(word, 7) ^ turn(word, 18) ^ word >> 3 }
    private static func small1(_ word: UInt32) -> UInt32 { turn(word, 17) ^ turn(word, 19) ^ word >> 10 }

    private static let midway: [UInt32] = [
        0xFD9F_BEA2, 0x9124_3CE7, 0xBE49_9094, 0xCD2E_1E0A, 0x6C00_6F49, 0x04BD_35AB, 0xFEB0_A7E4,
        0x03EF_FBD2,
    ]
    private static let known: [UInt32] = [
        0xEB24_BF9E, 0x1558_691F, 0xA0C0_9EE2, 0x0CFA_32BA, 0xA622_EE8C, 0xA3DD_9491, 0xC0DD_25A0,
        0xF9E7_0AB6,
        0xF0C3_1573, 0x7058_CE4E, 0x7188_E606, 0x00E5_AB33, 0xD258_B060, 0x7276_6564,
    ]
    private static let fixed: [(UInt32, UInt32)] = [
        (0xE82E_91B1, 0xB327_00D0), (0x44DE_24C6, 0x88DF_F51D), (0x3BEB_65BC, 0x2951_4038),
        (0xC89C_5933, 0xB328_CBDF),
        (0x8D1E_C211, 0xD405_B4D5), (0x314E_F5D5, 0x26E5_5F3C), (0xE924_91B1, 0x6078_01C6),
        (0xF0A5_B9D5, 0x82B2_C1FB),
        (0x0606_4CF3, 0xFA51_A3DA), (0xDA79_FA60, 0x207C_C464), (0xBED2_0560, 0x3C3C_74F3),
        (0x89F9_C9F8, 0xD2D1_4B61),
        (0x35FA_38C6, 0xBB04_A2C1), (0xCB49_E3C6, 0xC562_6167),
    ]
    private static let factors: ([UInt32], [UInt32]) = (
        [0xCF98_B111, 0x8708_5B9F, 0x12CE_B96D, 0x257E_1D83],
        [0xA274_16F5, 0xD383_96FF, 0x7C93_2B89, 0xBFA4_9F69]
    )

    // First 32 bits of the fractional parts of the square and cube roots of the first primes (FIPS 180-4).
    private static let start: [UInt32] = primes(8).map { fraction(Double($0).squareRoot()) }
    private static let constants: [UInt32] = primes(64).map { cubeFraction($0) }

    private static func fraction(_ root: Double) -> UInt32 {
        UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }

    /// Exact: the integer cube root of prime * 2^96, its low 32 bits.
    private static func cubeFraction(_ prime: Int) -> UInt32 {
        var root: UInt64 = 0
        for bit in stride(from: 34, through: 0, by: -1) {
            let next = root | 1 << UInt64(bit)
            if cube(next) <= UInt128(prime) << 96 { root = next }
        }
        return UInt32(truncatingIfNeeded: root)
    }

    private static func cube(_ value: UInt64) -> UInt128 { UInt128(value) * UInt128(value) * UInt128(value) }

    private static func primes(_ count: Int) -> [Int] {
        var found: [Int] = []
        var next = 2
        while found.count < count {
            if found.allSatisfy({ next % $0 != 0 }) { found.append(next) }
            next += 1
        }
        return found
    }
}
