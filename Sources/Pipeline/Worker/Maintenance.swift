package import BatchVideo
package import Foundation
package import Logging
import ServiceLifecycle

/// Work by the clock, once for all processes: the specification's schedule.
package struct Maintenance: Service {
    package struct Settings: Sendable {
        /// Deleted jobs, superseded runs and events are kept so long.
        package var keptDays = 30
        /// A finished job's workspace is kept so long after its last run.
        package var workspaceDays = 7
        /// What workspaces may take together; nil: a fifth of the disk. The oldest go first.
        package var workspaceBytes: Int?
        /// How often leases that ended are looked for; the hourly task is the same, told in the log.
        package var rescueInterval = Duration.seconds(5)

        package init() {}
    }

    private let stores: Stores
    private let settings: Settings
    private let maxRetries: Int
    private let bell: WorkBell
    /// Removes what a job left on the disk.
    private let sweep: @Sendable ([Int]) async -> Void
    private let workspaces: WorkspaceRetention?
    private let logger: Logger
    private let now: @Sendable () -> Date

    package init(
        stores: Stores, settings: Settings = Settings(), maxRetries: Int, bell: WorkBell,
        sweep: @escaping @Sendable ([Int]) async -> Void, workspaces: WorkspaceRetention? = nil,
        logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.stores = stores
        self.settings = settings
        self.maxRetries = maxRetries
        self.bell = bell
        self.sweep = sweep
        self.workspaces = workspaces
        self.logger = logger
        self.now = now
    }

    /// What takes long, clearing folders at night, does not hold up the look for silent workers.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            async let nights: Void = loop(Self.nightInterval) { await night() }
            await loop(settings.rescueInterval) { await rounds() }
            await nights
        }
    }

    private func loop(_ interval: Duration, _ body: @Sendable () async -> Void) async {
        while !Task.isCancelled {
            await body()
            try? await Task.sleep(for: interval)  // cancelled at shutdown
        }
    }

    /// How often it is asked whether the night has come.
    private static let nightInterval = Duration.seconds(30)

    /// Everything that is due.
    package func tick() async {
        await rounds()
        await night()
    }

    private func rounds() async {
        let time = now()
        await attempt("rescue") {
            let rescued = try await stores.queue.rescue(
                maxRetries: maxRetries, owner: .everyone, now: time)
            guard rescued > 0 else { return }
            bell.ring()
            logger.warning("executions were taken from silent workers", metadata: ["count": "\(rescued)"])
        }
        await turn("reset-stuck", Schedule.hour(time)) {
            logger.info("hourly look for stuck executions is done")
        }
        await turn("check-health", Schedule.fiveMinutes(time)) {
            let counts = try await stores.executions.counts(owner: .everyone)
            var facts: Logger.Metadata = [:]
            for (state, count) in counts { facts[state.rawValue] = "\(count)" }
            logger.info("jobs by state", metadata: facts)
        }
    }

    private func night() async {
        let time = now()
        await turn("clean-up", Schedule.nightly(time)) {
            let before = time.addingTimeInterval(-Double(settings.keptDays) * 86_400)
            let pruned = try await stores.housekeeping.prune(before: before, now: time)
            await sweep(pruned.jobIDs)
            logger.info(
                "old jobs are removed",
                metadata: [
                    "jobs": "\(pruned.jobIDs.count)", "executions": "\(pruned.executions)",
                    "events": "\(pruned.events)",
                ])
        }
        guard let workspaces else { return }
        await turn("workspaces", Schedule.nightly(time)) {
            let swept = try await workspaces.sweep(
                days: settings.workspaceDays, bytes: settings.workspaceBytes, now: time)
            logger.info(
                "old workspaces are cleared",
                metadata: [
                    "workspaces": "\(swept.cleared.count)", "freed.bytes": "\(swept.freedBytes)",
                    "left.bytes": "\(swept.leftBytes)",
                ])
        }
    }

    private func turn(_ name: String, _ slot: Date, _ body: () async throws -> Void) async {
        await attempt(name) {
            guard try await stores.housekeeping.takeTurn(name, slot: slot) else { return }
            try await body()
        }
    }

    private func attempt(_ name: String, _ body: () async throws -> Void) async {
        do {
            try await body()
        } catch {
            logger.error("scheduled work failed", metadata: ["name": "\(name)", "error": "\(error)"])
        }
    }
}

/// When scheduled work was last due. Times of day are those of Shanghai, which has no summer time.
enum Schedule {
    private static let shanghai = 8.0 * 3600
    private static let nightlyHour = 2.0 * 3600

    static func hour(_ time: Date) -> Date { floor(time, 3600, 0) }
    static func fiveMinutes(_ time: Date) -> Date { floor(time, 300, 0) }
    static func nightly(_ time: Date) -> Date { floor(time, 86_400, shanghai - nightlyHour) }

    private static func floor(_ time: Date, _ period: Double, _ shift: Double) -> Date {
        let seconds = time.timeIntervalSince1970 + shift
        return Date(timeIntervalSince1970: (seconds / period).rounded(.down) * period - shift)
    }
}
