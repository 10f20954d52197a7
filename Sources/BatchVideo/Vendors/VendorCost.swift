/// What a call costs, or may cost.
package struct VendorCost: Hashable, Sendable, Codable {
    /// Millionths of `currency`.
    package var micros: Int
    /// ISO 4217.
    package var currency: String

    package init(micros: Int, currency: String) {
        self.micros = micros
        self.currency = currency
    }

    package static let free = VendorCost(micros: 0, currency: "USD")

    package var isFree: Bool { micros == 0 }

    /// "0.25 USD".
    package var text: String {
        let (whole, part) = micros.quotientAndRemainder(dividingBy: 1_000_000)
        var digits = String(String(1_000_000 + abs(part)).dropFirst())
        while digits.count > 2, digits.last == "0" { digits.removeLast() }
        return "\(micros < 0 && whole == 0 ? "-" : "")\(whole).\(digits) \(currency)"
    }
}

/// The most that may be spent, in millionths of `currency`; nil: no cap. Costs in other currencies
/// do not count.
package struct SpendCaps: Hashable, Sendable, Codable {
    package var currency: String
    package var perJob: Int?
    package var perBatch: Int?
    /// Of one user, in a day of UTC.
    package var perUserDay: Int?

    package init(
        currency: String = "USD", perJob: Int? = nil, perBatch: Int? = nil, perUserDay: Int? = nil
    ) {
        self.currency = currency
        self.perJob = perJob
        self.perBatch = perBatch
        self.perUserDay = perUserDay
    }

    package static let none = SpendCaps()
}
