import BatchVideo

/// Colours of broad leaves in the course of the year.
enum Foliage {
    /// From shadow to light; summer's where no season is named.
    static func leaves(_ season: Season?) -> [Colour] {
        let codes: [UInt32] =
            switch season {
            case .spring: [0x8A5A6E, 0xC98AA0, 0xEEB6C4, 0xFFE4EA]
            case .autumn: [0x7A3A1A, 0xC06A26, 0xE89A38, 0xFFD070]
            case .winter: [0x8A98A8, 0xB8C4D0, 0xDCE4EC, 0xFFFFFF]
            case .summer, nil: [0x2C5A34, 0x4F8A44, 0x86B65A, 0xC8DE88]
            }
        return codes.map { Colour($0) }
    }
}
