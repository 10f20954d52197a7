internal import Crypto
internal import Foundation
internal import Synchronization

/// One-use tickets for connections that cannot send a header: EventSource and WebSocket of browsers.
/// They live in memory for half a minute; a token never stands in an address.
final class Tickets: Sendable {
    static let lifetime: TimeInterval = 30
    private static let maximumTickets = 10_000

    private struct Ticket {
        var userID: String
        var expiresAt: Date
    }

    private let tickets = Mutex<[String: Ticket]>([:])

    func issue(to userID: String, now: Date) -> String {
        let ticket = Data(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }).base64URL
        tickets.withLock { tickets in
            if tickets.count >= Self.maximumTickets {
                tickets = tickets.filter { $0.value.expiresAt > now }
            }
            if tickets.count < Self.maximumTickets {
                tickets[ticket] = Ticket(
                    userID: userID, expiresAt: now.addingTimeInterval(Self.lifetime))
            }
        }
        return ticket
    }

    /// The user it was issued to; nil for unknown, used and expired ones.
    func redeem(_ ticket: String, now: Date) -> String? {
        guard let found = tickets.withLock({ $0.removeValue(forKey: ticket) }),
            found.expiresAt > now
        else { return nil }
        return found.userID
    }
}
