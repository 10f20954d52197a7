import BatchVideo
import Foundation

/// Resident memory of a process, as the kernel counts it, in units of 1,000,000 bytes.
enum ResidentSet {
    /// Throws `.unavailable` when the process is gone.
    static func megabytes(of pid: pid_t) throws -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { throw BatchVideoError(.unavailable, "the memory of process \(pid) cannot be read: it has ended") }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
    }

    /// How much the second half of evenly spaced samples grew: a percentile of its second half over that
    /// of its first, minus 1. Nil when there are too few.
    static func growth(_ samples: [Double], at share: Double) -> Double? {
        let half = samples[(samples.count / 2)...]
        let middle = half.startIndex + half.count / 2
        guard let early = half[..<middle].percentile(share), let late = half[middle...].percentile(share),
            early > 0
        else { return nil }
        return late / early - 1
    }
}
