import Synchronization

/// A vendor's keys, taking turns; one that is used up rests, one that is refused is set aside.
final class KeyPool: Sendable {
    private struct Key {
        var secret: String
        var restsUntil = Duration.zero
        var isRefused = false
    }

    private struct Ring {
        var keys: [Key]
        var next = 0
    }

    private let ring: Mutex<Ring>
    let count: Int

    init(_ secrets: [String]) {
        count = secrets.count
        ring = Mutex(Ring(keys: secrets.map { Key(secret: $0) }))
    }

    enum Taken: Equatable {
        /// The vendor needs none.
        case none
        case key(String)
        /// All rest; how long the first one does.
        case resting(Duration)
        case allRefused
    }

    func take(at now: Duration) -> Taken {
        ring.withLock { ring in
            guard !ring.keys.isEmpty else { return .none }
            for step in ring.keys.indices {
                let place = (ring.next + step) % ring.keys.count
                guard !ring.keys[place].isRefused, ring.keys[place].restsUntil <= now else { continue }
                ring.next = (place + 1) % ring.keys.count
                return .key(ring.keys[place].secret)
            }
            let rests = ring.keys.filter { !$0.isRefused }.map { $0.restsUntil - now }
            return rests.min().map { .resting($0) } ?? .allRefused
        }
    }

    /// A key that could be taken now.
    func hasReady(at now: Duration) -> Bool {
        ring.withLock { $0.keys.contains { !$0.isRefused && $0.restsUntil <= now } }
    }

    func rest(_ secret: String, until: Duration) {
        change(secret) { $0.restsUntil = max($0.restsUntil, until) }
    }

    /// True when another key is left to try.
    func refuse(_ secret: String) -> Bool {
        change(secret) { $0.isRefused = true }
        return ring.withLock { $0.keys.contains { !$0.isRefused } }
    }

    private func change(_ secret: String, _ body: (inout Key) -> Void) {
        ring.withLock { ring in
            guard let place = ring.keys.firstIndex(where: { $0.secret == secret }) else { return }
            body(&ring.keys[place])
        }
    }

    /// The text without any of the keys in it.
    func redacting(_ text: String) -> String {
        ring.withLock { $0.keys.map(\.secret) }.filter { $0.count >= 4 }.reduce(text) {
            $0.replacing($1, with: "[key]")
        }
    }
}
