import BatchVideo
import Foundation

/// How a setting's value is written, and which are allowed.
struct SettingForm<Value: Sendable>: Sendable {
    /// Follows "it is": "a whole number, 0 to 65535".
    var allowed: String
    var isList = false
    /// Nil for what is not allowed. Several texts for a list only.
    var read: @Sendable ([String]) -> Value?
    /// Nil: not set.
    var json: @Sendable (Value) -> JSONValue?

    /// The same for a value that may be absent.
    var optional: SettingForm<Value?> {
        SettingForm<Value?>(
            allowed: allowed, isList: isList, read: { [read] in read($0).map(Optional.some) },
            json: { [json] in $0.flatMap(json) })
    }
}

extension SettingForm where Value == Int {
    static func whole(_ range: ClosedRange<Int>) -> Self { scaled(range, by: 1) }
    static func megabytes(_ range: ClosedRange<Int>) -> Self { scaled(range, by: 1 << 20) }
    static func gigabytes(_ range: ClosedRange<Int>) -> Self { scaled(range, by: 1 << 30) }

    private static func scaled(_ range: ClosedRange<Int>, by unit: Int) -> Self {
        SettingForm(
            allowed: "a whole number, \(range.lowerBound) to \(range.upperBound)",
            read: { texts in Int(texts[0]).flatMap { range.contains($0) ? $0 * unit : nil } },
            json: { .number(Double($0 / unit)) })
    }
}

extension SettingForm where Value == Int {
    /// Millionths; written with at most six decimals.
    static var money: Self {
        SettingForm(
            allowed: "an amount such as 2.50",
            read: { texts in
                guard texts[0].wholeMatch(of: /[0-9]{1,9}(\.[0-9]{1,6})?/) != nil else { return nil }
                return Double(texts[0]).map { Int(($0 * 1_000_000).rounded()) }
            },
            json: { .number(Double($0) / 1_000_000) })
    }
}

extension SettingForm where Value == Duration {
    static func seconds(_ range: ClosedRange<Int>) -> Self { scaled(range, "seconds", 1000) }
    static func milliseconds(_ range: ClosedRange<Int>) -> Self { scaled(range, "milliseconds", 1) }

    private static func scaled(_ range: ClosedRange<Int>, _ name: String, _ unit: Int) -> Self {
        SettingForm(
            allowed: "a whole number of \(name), \(range.lowerBound) to \(range.upperBound)",
            read: { texts in
                Int(texts[0]).flatMap { range.contains($0) ? .milliseconds($0 * unit) : nil }
            },
            json: { .number(Double($0.wholeMilliseconds / unit)) })
    }
}

extension SettingForm where Value == [Duration] {
    /// Seconds, a whole number each.
    static func seconds(_ range: ClosedRange<Int>, atMost count: Int) -> Self {
        SettingForm(
            allowed: "at most \(count) whole numbers of seconds, \(range.lowerBound) to \(range.upperBound)",
            isList: true,
            read: { texts in
                let numbers = texts.compactMap(Int.init).filter(range.contains)
                guard numbers.count == texts.count, numbers.count <= count else { return nil }
                return numbers.map { .seconds($0) }
            },
            json: { .array($0.map { .number(Double($0.wholeMilliseconds / 1000)) }) })
    }
}

extension SettingForm where Value == Bool {
    static var flag: Self {
        SettingForm(
            allowed: "true or false",
            read: { texts in
                switch texts[0].lowercased() {
                case "true", "yes", "on", "1": true
                case "false", "no", "off", "0": false
                default: nil
                }
            },
            json: { .bool($0) })
    }
}

extension SettingForm where Value == String {
    static func text(
        _ allowed: String, _ isAllowed: @escaping @Sendable (String) -> Bool
    ) -> Self {
        SettingForm(
            allowed: allowed, read: { isAllowed($0[0]) ? $0[0] : nil },
            json: { $0.isEmpty ? nil : .string($0) })
    }
}

extension SettingForm where Value == [String] {
    static func texts(
        _ allowed: String, _ isAllowed: @escaping @Sendable (String) -> Bool
    ) -> Self {
        SettingForm(
            allowed: allowed, isList: true, read: { $0.allSatisfy(isAllowed) ? $0 : nil },
            json: { .array($0.map { .string($0) }) })
    }
}

extension SettingForm where Value == LogLevel {
    static var level: Self {
        SettingForm(
            allowed: "one of " + LogLevel.allCases.map(\.rawValue).joined(separator: ", "),
            read: { LogLevel(rawValue: $0[0]) }, json: { .string($0.rawValue) })
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
