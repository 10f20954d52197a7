package import BatchVideo
package import Foundation

/// The settings of one configured vendor; every fault names its key.
package struct VendorSettings: Sendable {
    /// The entry's name.
    package let name: String
    package let values: [String: JSONValue]

    package init(name: String, values: [String: JSONValue]) {
        self.name = name
        self.values = values
    }

    package func fault(_ key: String, _ what: String) -> BatchVideoError {
        BatchVideoError(.invalid, "providers.\(name).\(key) \(what)", field: "providers.\(name).\(key)")
    }

    package func has(_ key: String) -> Bool { present(key) != nil }

    private func present(_ key: String) -> JSONValue? {
        guard let value = values[key], value != .null else { return nil }
        return value
    }

    package func optionalText(_ key: String) throws -> String? {
        guard let value = present(key) else { return nil }
        if let text = value.string {
            let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return trimmed.isEmpty ? nil : trimmed
        }
        if case .number = value { return value.text }
        throw fault(key, "must be text")
    }

    package func text(_ key: String, or other: String? = nil) throws -> String {
        if let text = try optionalText(key) ?? other { return text }
        throw fault(key, "is missing")
    }

    /// One of a few words.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, or other: Choice
    ) throws -> Choice where Choice.RawValue == String {
        guard let text = try optionalText(key) else { return other }
        if let choice = Choice(rawValue: text) { return choice }
        let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault(key, "must be one of \(all), not \"\(text)\"")
    }

    package func optionalNumber(_ key: String, in range: ClosedRange<Double>) throws -> Double? {
        guard let value = present(key) else { return nil }
        guard let number = value.number ?? value.string.flatMap(Double.init), range.contains(number) else {
            throw fault(key, "must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    package func number(_ key: String, in range: ClosedRange<Double>, or other: Double) throws -> Double {
        try optionalNumber(key, in: range) ?? other
    }

    package func optionalInt(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let value = present(key) else { return nil }
        guard let number = value.int ?? value.string.flatMap({ Int($0) }), range.contains(number) else {
            throw fault(key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    package func int(_ key: String, in range: ClosedRange<Int>, or other: Int) throws -> Int {
        try optionalInt(key, in: range) ?? other
    }

    package func flag(_ key: String, or other: Bool) throws -> Bool {
        guard let value = present(key) else { return other }
        if let flag = value.bool { return flag }
        switch value.string?.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: throw fault(key, "must be true or false")
        }
    }

    /// A list, or one text as a list of one.
    package func texts(_ key: String) throws -> [String] {
        guard let value = present(key) else { return [] }
        if let text = value.string { return text.isEmpty ? [] : [text] }
        guard let items = value.array else { throw fault(key, "must be a text or a list of texts") }
        return try items.map { item in
            guard let text = item.string else { throw fault(key, "must be a list of texts") }
            return text
        }
    }

    /// A map of texts.
    package func map(_ key: String) throws -> [String: String] {
        guard let value = present(key) else { return [:] }
        guard let members = value.object else { throw fault(key, "must be a map") }
        return try members.mapValues { member in
            guard let text = member.string else { throw fault(key, "must be a map of texts") }
            return text
        }
    }

    package func json(_ key: String) -> JSONValue? { present(key) }

    /// An http, https, ws or wss address without a slash at the end.
    package func url(_ key: String = "url", or other: String? = nil) throws -> URL {
        var text = try text(key, or: other)
        while text.hasSuffix("/") { text.removeLast() }
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty,
            ["http", "https", "ws", "wss"].contains(url.scheme?.lowercased() ?? "")
        else { throw fault(key, "must be an address such as http://127.0.0.1:8009") }
        guard url.user() == nil else { throw fault(key, "must not hold a password; use key") }
        return url
    }

    /// Cost of one unit.
    func price(_ key: String = "price") throws -> VendorCost {
        let price = try number(key, in: 0...10_000, or: 0)
        let currency = try text("currency", or: "USD").uppercased()
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw fault("currency", "must be three letters such as USD or CNY")
        }
        return VendorCost(micros: Int((price * 1_000_000).rounded()), currency: currency)
    }

    /// What its parts' results depend on besides the request: everything but secrets and limits.
    func fingerprint(leaving out: Set<String>) -> String {
        var hash = StableHash()
        for (key, value) in values.sorted(by: { $0.key < $1.key }) where !out.contains(key) {
            hash.add(key)
            hash.add(value.text)
        }
        return String(hash.value, radix: 16)
    }
}
