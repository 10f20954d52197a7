import BatchVideo
import Foundation

/// What `batchvideo top` shows: the answers of `/admin/queue` and `/vendors` as lines of text.
struct TopScreen {
    let queue: JSONValue
    let vendors: JSONValue
    let now: Date
    /// Cells of a line; what is longer is cut.
    let columns: Int

    private static let states = ["PENDING", "RUNNING", "SUCCESS", "FAILED", "CANCELLED"]
    private static let barCells = 20

    var lines: [String] {
        var lines = [header, ""]
        let running = queue["running"]?.array ?? []
        lines += running.isEmpty ? ["no worker has a job in its hands"] : running.flatMap(job)
        let vendors = self.vendors.items
        if !vendors.isEmpty {
            lines.append("")
            lines += vendors.map { vendor in
                let kinds = (vendor["kinds"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
                return "\(vendor.text("name").padded(20)) \(kinds) by \(vendor.text("title"))"
            }
        }
        return lines.map(cut)
    }

    private var header: String {
        let counts = Self.states.map { "\($0.lowercased()) \(queue["counts"]?[$0]?.int ?? 0)" }
        let waits: String
        if let due = date(queue.text("next_due")), due < now {
            waits = "the first waits since \(Self.span(now.timeIntervalSince(due)))"
        } else {
            waits = "nothing waits"
        }
        return (counts + [waits]).joined(separator: "   ")
    }

    private func job(_ job: JSONValue) -> [String] {
        let percent = min(max(job["progress"]?.int ?? 0, 0), 100)
        let full = percent * Self.barCells / 100
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: Self.barCells - full)
        let since = date(job.text("started_at")).map { Self.span(now.timeIntervalSince($0)) } ?? ""
        let isLost = date(job.text("lease_until")).map { $0 < now } ?? false
        let worker = isLost ? "its worker \(job.text("worker")) is gone, another takes it over" : job.text("worker")
        return [
            ["#\(job.text("job_id"))".padded(8), bar, "\(percent) %".padded(6), since.padded(8), job.text("title")]
                .joined(separator: " "),
            String(repeating: " ", count: 9) + "\(job.text("detail"))  \(worker)",
        ]
    }

    /// The API's times are Shanghai's (ruling of the specification), without a zone.
    private func date(_ text: String) -> Date? {
        try? Date(text + "+08:00", strategy: .iso8601)
    }

    static func span(_ seconds: TimeInterval) -> String {
        let whole = max(0, Int(seconds))
        if whole < 60 { return "\(whole) s" }
        if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3_600) h \(whole / 60 % 60) min"
    }

    private func cut(_ line: String) -> String {
        var (cells, text) = (0, "")
        // Titles are what people typed: nothing in them may steer the terminal.
        for character in line where !character.isControl {
            cells += TextWidth.columns(character, ideographic: true)
            if cells > columns { break }
            text.append(character)
        }
        return text
    }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
