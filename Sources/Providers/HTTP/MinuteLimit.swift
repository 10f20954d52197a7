/// How many calls may begin in any minute (a sliding window).
actor MinuteLimit {
    private let perMinute: Int
    private let clock: VendorClock
    /// When the calls of the last minute began, or are going to begin.
    private var starts: [Duration] = []

    init(_ perMinute: Int, clock: VendorClock) {
        self.perMinute = max(1, perMinute)
        self.clock = clock
    }

    /// Returns when a call may begin, in the order of asking; throws `CancellationError`.
    func pass() async throws {
        let now = clock.now()
        starts.removeAll { now - $0 >= .seconds(60) }
        let begin = starts.count < perMinute ? now : starts[starts.count - perMinute] + .seconds(60)
        starts.append(begin)
        if begin > now { try await clock.sleep(begin - now) }
    }
}
