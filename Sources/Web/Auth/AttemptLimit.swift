internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Synchronization

/// How often one key (an address, a user name) may try something within a window.
final class AttemptLimit: Sendable {
    private let limit: Int
    private let window: TimeInterval
    /// Times of the attempts within the window, by key.
    private let attempts = Mutex<[String: [Date]]>([:])
    /// Keys kept at most; then those that rest longest are forgotten.
    private static let maximumKeys = 20_000

    init(_ limit: Int, per window: Duration) {
        self.limit = limit
        self.window = TimeInterval(window.components.seconds)
    }

    /// - Throws: 429 with the seconds to wait when there were too many.
    func count(_ key: String, now: Date) throws {
        let wait = attempts.withLock { attempts -> TimeInterval? in
            let oldest = now.addingTimeInterval(-window)
            var recent = attempts[key, default: []].filter { $0 > oldest }
            if recent.count >= limit { return recent[0].timeIntervalSince(oldest) }
            recent.append(now)
            attempts[key] = recent
            if attempts.count > Self.maximumKeys {
                attempts = attempts.filter { ($0.value.last ?? .distantPast) > oldest }
                if attempts.count > Self.maximumKeys { attempts = [key: recent] }
            }
            return nil
        }
        guard let wait else { return }
        let seconds = max(1, Int(wait.rounded(.up)))
        throw Refusal(
            .tooManyRequests, "limited", "too many attempts; wait \(seconds) seconds",
            headers: [
                .retryAfter: String(seconds), .rateLimit: String(limit), .rateRemaining: "0",
            ])
    }

    /// A success ends the count.
    func forget(_ key: String) { attempts.withLock { $0[key] = nil } }
}
