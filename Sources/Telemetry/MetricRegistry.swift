package import CoreMetrics
import Synchronization

/// Every metric of this process: what swift-metrics hands its numbers to, and what a scrape reads.
///
/// A metric of one name and one set of labels is one instrument for good; recording takes no lock that a scrape holds
/// for longer than a copy, and allocates nothing. A family takes at most `seriesLimit` sets of labels: what comes
/// after is dropped and counted, so that no caller can fill the memory with names.
package final class MetricRegistry: MetricsFactory {
    package static let seriesLimit = 2_000

    /// Families by their names.
    private struct Shelf {
        var families: [String: Family] = [:]
    }

    struct Family {
        var definition: MetricDefinition
        var series: [[Label]: any Instrument] = [:]
    }

    struct Label: Hashable, Comparable {
        var name: String
        var value: String

        static func < (a: Label, b: Label) -> Bool { (a.name, a.value) < (b.name, b.value) }
    }

    private let shelf = Mutex(Shelf())
    private let collectors = Mutex<[@Sendable () async -> [MetricSample]]>([])
    private let definitions: [String: MetricDefinition]
    private let dropped = CounterCell()

    /// - Parameter definitions: what metrics are; one that is not among them has no help and counts in seconds or
    ///   bytes by
    ///   its name.
    package init(_ definitions: [MetricDefinition] = MetricDefinition.all) {
        self.definitions = Dictionary(definitions.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Asks for numbers that are read rather than counted, at every scrape.
    package func collect(_ collector: @escaping @Sendable () async -> [MetricSample]) {
        collectors.withLock { $0.append(collector) }
    }

    /// All that there is to tell now.
    func snapshot() async -> [MetricFamily] {
        var samples: [MetricSample] = []
        for collector in collectors.withLock({ $0 }) { samples += await collector() }
        if dropped.value > 0 {
            samples.append(MetricSample("metrics_series_dropped_total", value: dropped.value))
        }
        var families = shelf.withLock { shelf in
            shelf.families.values.map { family in
                MetricFamily(
                    definition: family.definition,
                    series: family.series.map { MetricSeries(labels: $0.key, value: $0.value.read()) })
            }
        }
        for (name, group) in Dictionary(grouping: samples, by: \.name) {
            families.append(
                MetricFamily(
                    definition: definition(of: name, kind: name.hasSuffix("_total") ? .counter : .gauge),
                    series: group.map { sample in
                        MetricSeries(
                            labels: sample.labels.map { Label(name: $0.0, value: $0.1) }.sorted(),
                            value: .number(sample.value))
                    }))
        }
        return families.map(\.sorted).sorted { $0.definition.name < $1.definition.name }
    }

    private func definition(of name: String, kind: MetricDefinition.Kind) -> MetricDefinition {
        definitions[name] ?? MetricDefinition(name, kind, "")
    }

    private func instrument<Cell: Instrument>(
        _ name: String, _ dimensions: [(String, String)], _ kind: MetricDefinition.Kind,
        _ make: (MetricDefinition) -> Cell
    ) -> Cell {
        let labels = dimensions.map { Label(name: $0.0, value: $0.1) }.sorted()
        return shelf.withLock { shelf in
            var family = shelf.families[name] ?? Family(definition: definition(of: name, kind: kind))
            if let known = family.series[labels] as? Cell { return known }
            let cell = make(family.definition)
            guard family.series.count < Self.seriesLimit, family.series[labels] == nil else {
                dropped.add(1)
                return cell
            }
            family.series[labels] = cell
            shelf.families[name] = family
            return cell
        }
    }
}

extension MetricRegistry {
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        instrument(label, dimensions, .counter) { _ in CounterCell() }
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        instrument(label, dimensions, .counter) { _ in CounterCell() }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        instrument(label, dimensions, .gauge) { _ in GaugeCell() }
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        aggregate
            ? instrument(label, dimensions, .histogram) { HistogramCell($0.buckets) }
            : instrument(label, dimensions, .gauge) { _ in GaugeCell() }
    }

    /// Timers count seconds, whatever swift-metrics hands over.
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        instrument(label, dimensions, .histogram) { HistogramCell($0.buckets) }
    }

    // Instruments live as long as the process: a series that vanished would look like a counter that was reset.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
}

/// A number that is read at the moment of a scrape.
package struct MetricSample: Sendable {
    package var name: String
    package var labels: [(String, String)]
    package var value: Double

    package init(_ name: String, _ labels: [(String, String)] = [], value: Double) {
        self.name = name
        self.labels = labels
        self.value = value
    }
}

struct MetricSeries {
    var labels: [MetricRegistry.Label]
    var value: Reading
}

struct MetricFamily {
    var definition: MetricDefinition
    var series: [MetricSeries]

    var sorted: MetricFamily {
        var copy = self
        copy.series.sort { $0.labels.lexicographicallyPrecedes($1.labels) }
        return copy
    }
}
