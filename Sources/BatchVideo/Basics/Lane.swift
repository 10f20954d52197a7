/// A bounded resource that work waits for in order: processor cores, a vendor's calls at once.
package actor Lane {
    private struct Waiter {
        var id: Int
        var permits: Int
        var continuation: CheckedContinuation<Bool, Never>
    }

    private let capacity: Int
    private var free: Int
    private var waiting: [Waiter] = []
    private var nextID = 0

    package init(capacity: Int) {
        self.capacity = max(1, capacity)
        free = max(1, capacity)
    }

    /// Runs `body` holding `permits` (at most all there are). Who came first goes first.
    ///
    /// Throws `CancellationError` when cancelled while it waits.
    package func use<Output: Sendable>(
        _ permits: Int = 1, _ body: @Sendable () async throws -> Output
    ) async throws -> Output {
        let wanted = min(max(1, permits), capacity)
        try await take(wanted)
        defer { give(wanted) }
        try Task.checkCancellation()
        return try await body()
    }

    private func take(_ permits: Int) async throws {
        try Task.checkCancellation()
        if waiting.isEmpty, free >= permits {
            free -= permits
            return
        }
        nextID += 1
        let id = nextID
        let isGranted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiting.append(Waiter(id: id, permits: permits, continuation: continuation))
                if Task.isCancelled { abandon(id) }
            }
        } onCancel: {
            Task { await self.abandon(id) }  // unstructured: a handler cannot wait for an actor
        }
        guard isGranted else { throw CancellationError() }
    }

    private func abandon(_ id: Int) {
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: place).continuation.resume(returning: false)
        admit()
    }

    private func give(_ permits: Int) {
        free += permits
        admit()
    }

    private func admit() {
        while let first = waiting.first, free >= first.permits {
            free -= first.permits
            waiting.removeFirst()
            first.continuation.resume(returning: true)
        }
    }
}
