import BatchVideo
import Foundation

/// Files orders through the API until each is accepted, whatever happens to the server: every request names its
/// idempotency key and is sent again, word for word, when its answer was lost.
struct Filing: Sendable {
    let client: DrillClient
    let orders: [Order]
    /// Share of requests whose answer is thrown away although the server gave it.
    let lossPerCent: Int
    let seed: UInt64
    let flight: Flight
    /// How many jobs wait or run: no more are filed while there are many, so that filing goes on through the storm.
    let backlog: @Sendable () async throws -> Int

    private static let longestBacklog = 40
    private static let desks = 4

    /// A request: one job, or several in a batch.
    struct Order: Sendable {
        var key: String
        var titles: [String]
    }

    struct Accepted: Sendable {
        /// By the title, which is the order's own.
        var ids: [String: Int] = [:]
        var requests = 0
        var lost = 0

        mutating func add(_ other: Accepted) {
            ids.merge(other.ids) { first, _ in first }
            requests += other.requests
            lost += other.lost
        }
    }

    private struct JobRequest: Encodable {
        var title: String
        var content = "The lamp is lit. The ship comes home. The keeper sleeps."
    }

    private struct BatchRequest: Encodable {
        var name: String
        var jobs: [JobRequest]
    }

    private struct One: Decodable { var id: Int }
    private struct Many: Decodable { var ids: [Int] }

    /// `jobs` jobs in orders of one and of up to twelve.
    static func orders(_ jobs: Int, seed: UInt64) -> [Order] {
        var random = SeededRandom(seed: seed, "orders")
        var orders: [Order] = []
        var filed = 0
        while filed < jobs {
            let size = random.index(3) > 0 ? 1 : min(jobs - filed, 2 + random.index(11))
            let titles = (0..<size).map { "drill-\(filed + $0)" }
            orders.append(Order(key: "order-\(orders.count)", titles: titles))
            filed += size
        }
        return orders
    }

    func run() async throws -> Accepted {
        try await withThrowingTaskGroup(of: Accepted.self) { group in
            for desk in 0..<Self.desks { group.addTask { try await file(at: desk) } }
            var all = Accepted()
            for try await part in group { all.add(part) }
            return all
        }
    }

    private func file(at desk: Int) async throws -> Accepted {
        var random = SeededRandom(seed: seed, "losses", desk)
        var all = Accepted()
        for place in stride(from: desk, to: orders.count, by: Self.desks) {
            while try await backlog() > Self.longestBacklog { try await Task.sleep(for: .milliseconds(50)) }
            let accepted = try await file(orders[place], &random)
            for (title, id) in zip(orders[place].titles, accepted.ids) { all.ids[title] = id }
            all.requests += accepted.requests
            all.lost += accepted.requests - 1
        }
        return all
    }

    private func file(
        _ order: Order, _ random: inout SeededRandom
    ) async throws -> (ids: [Int], requests: Int) {
        var requests = 0
        while true {
            requests += 1
            do {
                let isLost = random.index(100) < lossPerCent
                let answer = try await flight.carry { try await send(order, hangsUp: isLost) }
                switch answer.status {
                case 200, 201:
                    let ids =
                        order.titles.count == 1
                        ? [try answer.body.decode(One.self).id] : try answer.body.decode(Many.self).ids
                    return (ids, requests)
                case 409, 429, 503: break  // in work, or too much at once: ask again
                default:
                    let text = String(decoding: answer.body.data, as: UTF8.self)
                    throw BatchVideoError(.internal, "the API answers \(answer.status): \(text.prefix(300))")
                }
            } catch is Loopback.Lost {
                // The server is dead, or the answer was: it is sent again.
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func send(_ order: Order, hangsUp: Bool) async throws -> DrillClient.Answer {
        let jobs = order.titles.map { JobRequest(title: $0) }
        if jobs.count == 1 {
            return try await client.post("/api/jobs", jobs[0], key: order.key, hangsUp: hangsUp)
        }
        let batch = BatchRequest(name: order.key, jobs: jobs)
        return try await client.post("/api/jobs/batch", batch, key: order.key, hangsUp: hangsUp)
    }
}
