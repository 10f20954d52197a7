/// Unpacks DEFLATE data (RFC 1951). Output is bounded: packed bombs end with an error.
struct Inflate {
    private let input: [UInt8]
    private let limit: Int
    private var at: Int
    private var bits: UInt32 = 0
    private var bitCount = 0
    private var output: [UInt8] = []

    /// - Throws: `.invalid` for damaged data and for more than `limit` bytes.
    static func unpack(_ input: [UInt8], from start: Int, limit: Int) throws -> [UInt8] {
        var inflate = Inflate(input: input, limit: limit, at: start)
        try inflate.run()
        return inflate.output
    }

    private init(input: [UInt8], limit: Int, at: Int) {
        self.input = input
        self.limit = limit
        self.at = at
    }

    private static let damaged = BatchVideoError(
        .invalid, "the file is damaged or too large to unpack; save it again")

    private mutating func take(_ count: Int) throws -> Int {
        while bitCount < count {
            guard at < input.count else { throw Self.damaged }
            bits |= UInt32(input[at]) << UInt32(bitCount)
            at += 1
            bitCount += 8
        }
        let value = Int(bits & ((1 << UInt32(count)) - 1))
        bits >>= UInt32(count)
        bitCount -= count
        return value
    }

    private mutating func run() throws {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try stored()
            case 1: try compressed(Self.fixedLengths, Self.fixedDistances)
            case 2:
                let (lengths, distances) = try tables()
                try compressed(lengths, distances)
            default: throw Self.damaged
            }
        }
    }

    private mutating func stored() throws {
        bits = 0
        bitCount = 0
        guard at + 4 <= input.count else { throw Self.damaged }
        let count = Int(input[at]) | Int(input[at + 1]) << 8
        at += 4
        guard at + count <= input.count, output.count + count <= limit else { throw Self.damaged }
        output += input[at..<(at + count)]
        at += count
    }

    /// A canonical Huffman code: how many codes there are of each length, and their symbols in order.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int]

        init(_ lengths: some Collection<Int>) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            var offsets = [Int](repeating: 0, count: 16)
            for length in 1..<15 { offsets[length + 1] = offsets[length] + counts[length] }
            symbols = [Int](repeating: 0, count: lengths.count)
            for (symbol, length) in lengths.enumerated() where length > 0 {
                symbols[offsets[length]] = symbol
                offsets[length] += 1
            }
        }
    }

    private mutating func symbol(_ code: Code) throws -> Int {
        var value = 0
        var first = 0
        var index = 0
        for length in 1..<16 {
            value |= try take(1)
            let count = code.counts[length]
            if value - count < first { return code.symbols[index + value - first] }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        throw Self.damaged
    }

    private static let fixedLengths = Code(
        (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = Code([Int](repeating: 5, count: 30))
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private mutating func tables() throws -> (Code, Code) {
        let lengthCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let codeCount = try take(4) + 4
        guard lengthCount <= 286, distanceCount <= 30 else { throw Self.damaged }
        var codeLengths = [Int](repeating: 0, count: 19)
        for place in Self.order.prefix(codeCount) { codeLengths[place] = try take(3) }
        let code = Code(codeLengths)
        var lengths: [Int] = []
        while lengths.count < lengthCount + distanceCount {
            switch try symbol(code) {
            case let length where length < 16: lengths.append(length)
            case 16:
                guard let last = lengths.last else { throw Self.damaged }
                lengths += [Int](repeating: last, count: try take(2) + 3)
            case 17: lengths += [Int](repeating: 0, count: try take(3) + 3)
            default: lengths += [Int](repeating: 0, count: try take(7) + 11)
            }
        }
        guard lengths.count == lengthCount + distanceCount else { throw Self.damaged }
        return (Code(lengths[..<lengthCount]), Code(lengths[lengthCount...]))
    }

    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
        163, 195, 227, 258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
        2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ]

    private mutating func compressed(_ lengths: Code, _ distances: Code) throws {
        while true {
            let symbol = try symbol(lengths)
            if symbol == 256 { return }
            if symbol < 256 {
                guard output.count < limit else { throw Self.damaged }
                output.append(UInt8(symbol))
                continue
            }
            let row = symbol - 257
            guard row < Self.lengthBases.count else { throw Self.damaged }
            let length = Self.lengthBases[row] + (try take(Self.lengthBits[row]))
            let place = try self.symbol(distances)
            guard place < Self.distanceBases.count else { throw Self.damaged }
            let distance = Self.distanceBases[place] + (try take(max(0, place / 2 - 1)))
            guard distance <= output.count, output.count + length <= limit else { throw Self.damaged }
            let start = output.count - distance
            for offset in 0..<length { output.append(output[start + offset]) }
        }
    }
}
