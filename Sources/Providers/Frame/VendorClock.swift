/// Time as vendors' limits need it; tests bring one that does not wait.
package struct VendorClock: Sendable {
    /// Since some fixed moment; never goes back.
    package var now: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    package static let continuous: VendorClock = {
        let start = ContinuousClock.now
        return VendorClock(
            now: { ContinuousClock.now - start }, sleep: { try await Task.sleep(for: $0) })
    }()
}
