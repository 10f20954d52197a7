import Foundation
import Synchronization

/// The machine's and this process's load, read from /proc at each scrape.
package final class SystemReadings: Sendable {
    private struct Ticks {
        var busy: UInt64 = 0
        var all: UInt64 = 0
    }

    private let before: Mutex<Ticks>
    private let disks: [String]
    private let started = Date().timeIntervalSince1970

    /// - Parameter disks: paths whose file systems are told of.
    package init(disks: [String]) {
        self.disks = disks
        before = Mutex(Self.ticks())
    }

    package func samples() -> [MetricSample] {
        var samples = [
            MetricSample("system_cpu_usage_percent", value: cpuUsage()),
            MetricSample("process_start_time_seconds", value: started),
        ]
        if let usage = Self.memoryUsage() { samples.append(.init("system_memory_usage_percent", value: usage)) }
        for path in disks {
            if let usage = Self.diskUsage(path) {
                samples.append(.init("system_disk_usage_percent", [("path", path)], value: usage))
            }
        }
        if let bytes = Self.residentBytes() { samples.append(.init("process_resident_memory_bytes", value: bytes)) }
        samples.append(.init("process_cpu_seconds_total", value: Self.processorSeconds()))
        return samples
    }

    /// Since it was asked last; 0 when nothing has passed.
    private func cpuUsage() -> Double {
        let now = Self.ticks()
        return before.withLock { before in
            defer { before = now }
            guard now.all > before.all, now.busy >= before.busy else { return 0 }
            return Double(now.busy - before.busy) / Double(now.all - before.all) * 100
        }
    }

    /// The first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal (proc(5)).
    private static func ticks() -> Ticks {
        guard let line = text("/proc/stat")?.split(separator: "\n").first else { return Ticks() }
        let fields = line.split(separator: " ").dropFirst().prefix(8).compactMap { UInt64($0) }
        guard fields.count == 8 else { return Ticks() }
        let all = fields.reduce(0, +)
        return Ticks(busy: all - fields[3] - fields[4], all: all)
    }

    private static func memoryUsage() -> Double? {
        guard let lines = text("/proc/meminfo")?.split(separator: "\n") else { return nil }
        func kilobytes(_ name: String) -> Double? {
            lines.first { $0.hasPrefix(name) }?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        }
        guard let total = kilobytes("MemTotal:"), let free = kilobytes("MemAvailable:"), total > 0 else { return nil }
        return (total - free) / total * 100
    }

    private static func diskUsage(_ path: String) -> Double? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0, facts.f_blocks > 0 else { return nil }
        // What only root may use counts as used, as df says it.
        let used = Double(facts.f_blocks - facts.f_bfree)
        return used / (used + Double(facts.f_bavail)) * 100
    }

    private static func residentBytes() -> Double? {
        text("/proc/self/statm")?.split(separator: " ").dropFirst().first
            .flatMap { Double($0) }.map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
    }

    private static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}
