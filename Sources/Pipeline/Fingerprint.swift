import BatchVideo
import Crypto
import Foundation

/// Identifies the input of a piece of work: the same fingerprint means the same result.
///
/// SHA-256 of the input's JSON with sorted keys, in hexadecimal.
struct Fingerprint: Hashable, Sendable, Codable {
    let hex: String

    init(of input: some Encodable, _ context: String...) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var hash = SHA256()
        for part in context {
            hash.update(data: Data(part.utf8))
            hash.update(data: [0])
        }
        hash.update(data: try encoder.encode(input))
        hex = hash.finalize().hexadecimal
    }

    /// Enough of it for a file name: 20 hexadecimal digits, 80 bits.
    var short: String { String(hex.prefix(20)) }

    init(from decoder: any Decoder) throws {
        hex = try decoder.singleValueContainer().decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}

extension Sequence<UInt8> {
    var hexadecimal: String {
        reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
