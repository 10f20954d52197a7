package import BatchVideo
package import Foundation

/// The platform's ledger of clips as one run of a job sees it.
package struct RunFootage: FootageBook {
    private let ledger: any FootageLedger
    private let lease: Lease
    private let now: @Sendable () -> Date

    package init(
        _ ledger: any FootageLedger, lease: Lease, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.ledger = ledger
        self.lease = lease
        self.now = now
    }

    package func claim(_ wish: FootageWish) async throws -> [FootagePick] {
        try await ledger.claim(wish, lease: lease, now: now())
    }

    package func settle(_ shown: Set<String>) async throws {
        try await ledger.settle(shown, lease: lease, now: now())
    }
}

/// For a film that is made without a database: it knows of no other.
struct LoneFootage: FootageBook {
    func claim(_ wish: FootageWish) -> [FootagePick] { wish.picks(after: []) }
    func settle(_ shown: Set<String>) {}
}
