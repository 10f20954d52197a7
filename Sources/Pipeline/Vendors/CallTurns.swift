import BatchVideo

/// Lets one caller at a time make the same call; those behind it find what it gave.
actor CallTurns {
    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<Bool, Never>
    }

    /// Those that wait, by the call that is being made.
    private var waiting: [String: [Waiter]] = [:]
    private var nextID = 0

    /// Throws `CancellationError` when cancelled while it waits.
    func take(_ call: String) async throws {
        try Task.checkCancellation()
        guard waiting[call] != nil else {
            waiting[call] = []
            return
        }
        nextID += 1
        let id = nextID
        let isGranted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiting[call, default: []].append(Waiter(id: id, continuation: continuation))
                if Task.isCancelled { abandon(call, id) }
            }
        } onCancel: {
            Task { await self.abandon(call, id) }  // unstructured: a handler cannot wait for an actor
        }
        guard isGranted else { throw CancellationError() }
    }

    /// The next one's turn.
    func give(_ call: String) {
        guard var queue = waiting[call], !queue.isEmpty else {
            waiting[call] = nil
            return
        }
        let next = queue.removeFirst()
        waiting[call] = queue
        next.continuation.resume(returning: true)
    }

    private func abandon(_ call: String, _ id: Int) {
        guard let place = waiting[call]?.firstIndex(where: { $0.id == id }) else { return }
        waiting[call]?.remove(at: place).continuation.resume(returning: false)
    }
}
