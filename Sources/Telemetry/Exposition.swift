/// What a scrape reads, in either format.
///
/// Sources: Prometheus text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats) and OpenMetrics 1.0.
package enum Exposition: Sendable {
    case prometheus, openMetrics

    /// The format that an `Accept` header asks for.
    package init(accept: String?) {
        self = accept?.contains("application/openmetrics-text") == true ? .openMetrics : .prometheus
    }

    package var contentType: String {
        switch self {
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }

    package func text(of registry: MetricRegistry) async -> String {
        var text = ""
        for family in await registry.snapshot() { write(family, to: &text) }
        if self == .openMetrics { text += "# EOF\n" }
        return text
    }

    private func write(_ family: MetricFamily, to text: inout String) {
        let definition = family.definition
        let name = self.name(of: definition)
        text += "# HELP \(name) \(Self.escaped(definition.help, quotes: self == .openMetrics))\n"
        text += "# TYPE \(name) \(definition.kind.rawValue)\n"
        if self == .openMetrics, let unit = Self.unit(of: name) { text += "# UNIT \(name) \(unit)\n" }
        for series in family.series {
            switch series.value {
            case .number(let value):
                text += "\(definition.name)\(Self.labels(series.labels)) \(Self.number(value))\n"
            case .histogram(let bounds, let counts, let sum):
                write(name, series.labels, bounds, counts, sum, to: &text)
            }
        }
    }

    private func write(
        _ name: String, _ labels: [MetricRegistry.Label], _ bounds: [Double], _ counts: [UInt64], _ sum: Double,
        to text: inout String
    ) {
        var total: UInt64 = 0
        for (place, count) in counts.enumerated() {
            total += count
            let bound = place < bounds.count ? self.bound(bounds[place]) : "+Inf"
            let all = labels + [MetricRegistry.Label(name: "le", value: bound)]
            text += "\(name)_bucket\(Self.labels(all)) \(total)\n"
        }
        text += "\(name)_sum\(Self.labels(labels)) \(Self.number(sum))\n"
        text += "\(name)_count\(Self.labels(labels)) \(total)\n"
    }

    /// OpenMetrics names a family of counters without the ending of its samples.
    private func name(of definition: MetricDefinition) -> String {
        guard self == .openMetrics, definition.kind == .counter, definition.name.hasSuffix("_total") else {
            return definition.name
        }
        return String(definition.name.dropLast("_total".count))
    }

    private static func unit(of name: String) -> String? {
        ["seconds", "bytes"].first { name.hasSuffix("_\($0)") }
    }

    /// OpenMetrics wants bounds as floating-point numbers: "1.0".
    private func bound(_ value: Double) -> String {
        self == .openMetrics ? "\(value)" : Self.number(value)
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    private static func labels(_ labels: [MetricRegistry.Label]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\\\"
            case "\n", "\r\n", "\r": out += "\\n"
            case "\"" where quotes: out += "\\\""
            default: out.append(character)
            }
        }
        return out
    }
}
