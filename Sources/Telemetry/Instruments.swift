import CoreMetrics
import Synchronization

/// What an instrument stands at.
enum Reading {
    case number(Double)
    /// Counts up to and with each bound, and above all of them; `sum` of what was recorded.
    case histogram(bounds: [Double], counts: [UInt64], sum: Double)
}

protocol Instrument: AnyObject, Sendable {
    func read() -> Reading
}

/// Only grows.
final class CounterCell: Instrument, CounterHandler, FloatingPointCounterHandler {
    private let bits = Atomic<UInt64>(0)

    var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func add(_ amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        bits.add(amount)
    }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func reset() { bits.store(0, ordering: .relaxed) }
    func read() -> Reading { .number(value) }
}

/// Goes up and down.
final class GaugeCell: Instrument, RecorderHandler, MeterHandler {
    private let bits = Atomic<UInt64>(0)

    private func put(_ value: Double) {
        guard value.isFinite else { return }
        bits.store(value.bitPattern, ordering: .relaxed)
    }

    func record(_ value: Int64) { put(Double(value)) }
    func record(_ value: Double) { put(value) }
    func set(_ value: Int64) { put(Double(value)) }
    func set(_ value: Double) { put(value) }
    func increment(by amount: Double) { bits.add(amount) }
    func decrement(by amount: Double) { bits.add(-amount) }
    func read() -> Reading { .number(Double(bitPattern: bits.load(ordering: .relaxed))) }
}

/// How often values fell into buckets. Count and sum are read a moment apart, which a scrape's rates do not notice;
/// the count is the buckets' sum and so never contradicts them.
final class HistogramCell: Instrument, RecorderHandler, TimerHandler {
    private let bounds: [Double]
    private let counts: [Cell]
    private let sum = Atomic<UInt64>(0)

    /// One counter each: an array of atomics cannot be.
    private final class Cell: Sendable {
        let count = Atomic<UInt64>(0)
    }

    /// - Parameter bounds: in ascending order.
    init(_ bounds: [Double]) {
        self.bounds = bounds
        counts = (0...bounds.count).map { _ in Cell() }
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        counts[place(of: value)].count.wrappingAdd(1, ordering: .relaxed)
        sum.add(value)
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    /// The first bound that is not below the value.
    private func place(of value: Double) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func read() -> Reading {
        .histogram(
            bounds: bounds, counts: counts.map { $0.count.load(ordering: .relaxed) },
            sum: Double(bitPattern: sum.load(ordering: .relaxed)))
    }
}

extension Atomic where Value == UInt64 {
    /// Adds to the floating-point number whose bits these are.
    func add(_ amount: Double) {
        var known = load(ordering: .relaxed)
        while true {
            let wanted = (Double(bitPattern: known) + amount).bitPattern
            let (isDone, found) = weakCompareExchange(expected: known, desired: wanted, ordering: .relaxed)
            if isDone { return }
            known = found
        }
    }
}
