import BatchVideo
import Foundation

/// Kills a random process again and again and starts it anew; now and then it stops a worker past its lease instead and
/// lets it go on.
struct Storm: Sendable {
    /// When the next blow falls.
    enum Pace: Sendable {
        /// Milliseconds between blows.
        case time(ClosedRange<Int>)
        /// A blow for so many jobs that ended: bounded by the work, however slow the machine is.
        case work(every: Int)
    }

    let server: Child
    let workers: [Child]
    let serverPort: Int
    let flight: Flight
    let lease: Duration
    let pace: Pace
    let seed: UInt64

    struct Blows: Sendable {
        var serverKills = 0
        var workerKills = 0
        var stops = 0
    }

    /// - Parameters:
    ///   - ended: how many jobs are over.
    ///   - isCalm: whether there is nothing left to disturb.
    func rage(
        ended: @Sendable () async throws -> Int, isCalm: @Sendable () async throws -> Bool
    ) async throws -> Blows {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let blows = try await rage(in: &group, ended: ended, isCalm: isCalm)
            try await group.waitForAll()
            return blows
        }
    }

    private func rage(
        in group: inout ThrowingTaskGroup<Void, any Error>, ended: @Sendable () async throws -> Int,
        isCalm: @Sendable () async throws -> Bool
    ) async throws -> Blows {
        var random = SeededRandom(seed: seed, "storm")
        var blows = Blows()
        var next = 0
        while true {
            switch pace {
            case .time(let range):
                let wait = range.lowerBound + random.index(range.count)
                try await Task.sleep(for: .milliseconds(wait))
            case .work(let every):
                next += every
                while try await ended() < next, try await !isCalm() {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            if try await isCalm() { return blows }
            try await strike(&random, &blows, &group)
        }
    }

    private func strike(
        _ random: inout SeededRandom, _ blows: inout Blows,
        _ group: inout ThrowingTaskGroup<Void, any Error>
    ) async throws {
        let place = random.index(workers.count + 1)
        if place == workers.count {
            try await flight.takesOff()
            try await Task.sleep(for: .milliseconds(random.index(8)))
            await server.kill9()
            try await server.start(more: ["--port", "\(serverPort)"])
            blows.serverKills += 1
        } else if random.index(6) == 0 {
            let worker = workers[place]
            blows.stops += 1
            await worker.signal(SIGSTOP)
            group.addTask {
                try await Task.sleep(for: lease * 1.5)
                await worker.signal(SIGCONT)
            }
        } else {
            await workers[place].kill9()
            try await workers[place].start()
            blows.workerKills += 1
        }
    }
}
