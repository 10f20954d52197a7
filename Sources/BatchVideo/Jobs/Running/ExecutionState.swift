/// Where a run stands. Raw values are the specification's `execution_status`.
package enum ExecutionState: String, Sendable, Codable, CaseIterable {
    case waiting = "PENDING"
    case running = "RUNNING"
    case succeeded = "SUCCESS"
    case failed = "FAILED"
    case cancelled = "CANCELLED"
    /// Not run, because another run of the same job was going on.
    case skipped = "SKIPPED"

    package var isOver: Bool { self != .waiting && self != .running }

    /// The specification's `status`.
    package var word: String {
        switch self {
        case .waiting: "待处理"
        case .running: "处理中"
        case .succeeded: "已完成"
        case .failed: "失败"
        case .cancelled: "已取消"
        case .skipped: "已跳过"
        }
    }

    /// Reads both languages: "待处理" and "PENDING" (in any case).
    package init?(word: String) {
        let found = Self.allCases.first { $0.word == word || $0.rawValue == word.uppercased() }
        guard let found else { return nil }
        self = found
    }
}
