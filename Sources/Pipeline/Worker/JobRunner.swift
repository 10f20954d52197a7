package import BatchVideo

/// Port: does the work of a claimed execution.
///
/// Cancelled when the lease is lost, a person asks for the end, a limit passes or the program shuts
/// down: it must end within seconds then, and may leave anything unfinished in its workspace.
package protocol JobRunner: Sendable {
    /// - Returns: `audio_oss_key` and its like to object keys.
    func run(_ claim: Claim, _ desk: RunDesk) async throws -> [String: String]
}

/// What a runner tells while it works.
package struct RunDesk: Sendable {
    package let lease: Lease
    /// Writes at most twice a second; the latest report wins. Never fails: a lost lease is the
    /// worker's business.
    package let report: @Sendable (ExecutionReport) -> Void

    package init(lease: Lease, report: @escaping @Sendable (ExecutionReport) -> Void) {
        self.lease = lease
        self.report = report
    }
}
