/// A grey picture of 8 bits a pixel.
struct GreyPicture: Equatable {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    /// Strength and reach of the evened-out contrast.
    private static let gain: Float = 48
    private static let floor: Float = 12
    private static let sigma = 18.0

    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// A binary PGM ("P5") of 8 bits; nil for anything else.
    init?(pgm bytes: [UInt8]) {
        var fields: [Int] = []
        var place = 2
        guard bytes.starts(with: Array("P5".utf8)) else { return nil }
        while fields.count < 3, place < bytes.count {
            if (0x30...0x39).contains(bytes[place]) {
                var number = 0
                while place < bytes.count, (0x30...0x39).contains(bytes[place]), number < 1 << 20 {
                    number = number * 10 + Int(bytes[place] - 0x30)
                    place += 1
                }
                fields.append(number)
            } else {
                place += 1
            }
        }
        place += 1
        guard fields.count == 3, fields[2] == 255, fields[0] > 0, fields[1] > 0,
            bytes.count >= place, bytes.count - place == fields[0] * fields[1]
        else { return nil }
        self.init(width: fields[0], height: fields[1], pixels: Array(bytes[place...]))
    }

    var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }

    func inverted() -> GreyPicture {
        GreyPicture(width: width, height: height, pixels: pixels.map { 255 - $0 })
    }

    /// Each pixel by how far it stands out from its surroundings: 128 + 48 (g - mean) / (deviation + 12),
    /// mean and deviation weighted by a Gaussian of 18 pixels.
    func contrasted() -> GreyPicture {
        let grey = pixels.map(Float.init)
        let mean = blurred(grey)
        var apart = grey
        for index in apart.indices { apart[index] -= mean[index] }
        let spread = blurred(apart.map { $0 * $0 })
        let even = apart.indices.map { index -> UInt8 in
            let value = 128 + Self.gain * apart[index] / (max(0, spread[index]).squareRoot() + Self.floor)
            return UInt8(min(255, max(0, value)))
        }
        return GreyPicture(width: width, height: height, pixels: even)
    }

    /// Three box filters in a row come close to a Gaussian (W. Wells, 1986).
    private func blurred(_ values: [Float]) -> [Float] {
        let radius = Int(((12 * Self.sigma * Self.sigma / 3 + 1).squareRoot() / 2).rounded(.down))
        var values = values
        for _ in 0..<3 {
            for row in 0..<height { Self.box(&values, from: row * width, by: 1, count: width, radius) }
            for column in 0..<width { Self.box(&values, from: column, by: width, count: height, radius) }
        }
        return values
    }

    /// The mean of what lies within `radius`, at the edges of what is there.
    private static func box(_ values: inout [Float], from start: Int, by step: Int, count: Int, _ radius: Int)
    {
        let line = (0..<count).map { values[start + $0 * step] }
        var sum: Float = 0
        for index in 0..<min(radius, count) { sum += line[index] }
        for index in 0..<count {
            if index + radius < count { sum += line[index + radius] }
            if index - radius - 1 >= 0 { sum -= line[index - radius - 1] }
            let width = min(count - 1, index + radius) - max(0, index - radius) + 1
            values[start + index * step] = sum / Float(width)
        }
    }
}
