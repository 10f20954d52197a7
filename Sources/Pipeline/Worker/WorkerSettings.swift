package import BatchVideo

/// How a worker works. The defaults are the specification's and the rulings'.
package struct WorkerSettings: Sendable {
    /// Who it is in the database; another name for every process.
    package var name: String
    /// Executions at once. Those that wait for a vendor cost nothing, so more than there are cores.
    package var slots: Int
    package var lease = Duration.seconds(15)
    /// How long it waits for work when nobody wakes it.
    package var poll = Duration.seconds(1)
    /// After it, an execution fails with "timeout".
    package var softLimit = Duration.seconds(3300)
    /// After it, a runner that did not end is given up.
    package var hardLimit = Duration.seconds(3600)
    package var retries = RetryPolicy.standard
    /// How long a runner that was cancelled may take to end.
    package var grace = Duration.seconds(20)

    package init(name: String, slots: Int) {
        self.name = name
        self.slots = max(1, slots)
    }

    /// Short, because a person who cancels is told of it no later.
    var heartbeat: Duration { min(lease / 3, .seconds(2)) }
}
