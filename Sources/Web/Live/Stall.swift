internal import NIOCore
internal import Synchronization

/// Cuts a connection whose other side no longer takes what it asked for: a write that waits this long, or a
/// silence as long, means that nobody is there.
struct Stall: Sendable {
    static let patience = Duration.seconds(60)
    private static let look = Duration.seconds(5)

    private final class Since: Sendable {
        let time = Mutex<ContinuousClock.Instant?>(nil)
    }

    private let since = Since()
    private let channel: any Channel
    private let patience: Duration

    init(of channel: any Channel, patience: Duration = Stall.patience) {
        self.channel = channel
        self.patience = patience
    }

    /// Something is waited for from now on; a wait that goes on keeps its beginning.
    func begin() { since.time.withLock { $0 = $0 ?? .now } }

    func end() { since.time.withLock { $0 = nil } }

    /// Looks until it is cancelled. Closing lets the write that waits fail.
    func watch() async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: min(Self.look, patience / 4)) } catch { return }
            let start = since.time.withLock { $0 }
            guard let start, ContinuousClock.now - start >= patience else { continue }
            return channel.close(promise: nil)
        }
    }
}
