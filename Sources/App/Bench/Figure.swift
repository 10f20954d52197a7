import Foundation

/// A measured figure beside what it should be.
struct Figure: Hashable, Sendable {
    var name: String
    /// Nil when it could not be measured; `note` says why.
    var value: Double?
    var unit: String
    var target: Target?
    var note: String?

    init(
        _ name: String, _ value: Double?, _ unit: String = "", target: Target? = nil,
        note: String? = nil
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.target = target
        self.note = note
    }

    /// Nil when there is no target, or nothing was measured.
    var isMet: Bool? {
        guard let target, let value else { return nil }
        return target.holds(for: value)
    }
}

enum Target: Hashable, Sendable {
    case atMost(Double)
    case atLeast(Double)
    case within(ClosedRange<Double>)
    case exactly(Double)

    func holds(for value: Double) -> Bool {
        switch self {
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        case .within(let range): range.contains(value)
        case .exactly(let wanted): value == wanted
        }
    }

    var text: String {
        switch self {
        case .atMost(let limit): "<= \(limit.short)"
        case .atLeast(let limit): ">= \(limit.short)"
        case .within(let range): "\(range.lowerBound.short) to \(range.upperBound.short)"
        case .exactly(let wanted): wanted.short
        }
    }
}

extension Double {
    /// Three digits that count, and no zeros after them: "0.0418", "1.08", "15", "1730".
    var short: String {
        guard isFinite, self != 0 else { return isFinite ? "0" : "\(self)" }
        let size = abs(self)
        let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4
        var text = String(format: "%.\(places)f", self)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        return text.last == "." ? String(text.dropLast()) : text
    }
}

extension Collection<Double> {
    /// The middle value, or the mean of the two in the middle; nil when empty.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The least value that at least `share` (0 to 1) of all do not exceed (nearest rank); nil when empty.
    func percentile(_ share: Double) -> Double? {
        guard !isEmpty else { return nil }
        let rank = Int((share * Double(count)).rounded(.up))
        return sorted()[Swift.min(Swift.max(rank, 1), count) - 1]
    }
}

/// What `--json` writes of a figure.
extension Figure: Encodable {
    private enum CodingKeys: String, CodingKey { case name, value, unit, target, met, note }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
        try container.encode(target?.text, forKey: .target)
        try container.encode(isMet, forKey: .met)
        try container.encodeIfPresent(note, forKey: .note)
    }
}
