import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@Suite("A worker that was stopped past its lease and goes on")
struct StaleWriteTests {
    /// What became of the execution while the worker stood still.
    private enum Meanwhile: CaseIterable { case anotherHolds, sameNameHolds, anotherFinished, sameNameFinished }

    private static let rounds = 10

    @Test("may write nothing: 100 of 100 late writes are refused", .timeLimit(.minutes(20)))
    func stale() async throws {
        let folder = try TemporaryFolder("stale")
        let stores = try await SQLStore(
            migrating: SQLiteDatabase(file: folder.file("drill.sqlite")), now: Date()).stores
        for round in 0..<Self.rounds {
            _ = try await stores.jobs.create(
                JobDraft(title: "stale \(round)", content: "text"), seed: 1, owner: .everyone, now: Date())
        }
        let holder = try HolderProcess(folder.url, name: "holder")
        var refused = 0
        for round in 0..<Self.rounds {
            let words = try await holder.line().split(separator: " ")
            let job = try #require(words.dropFirst().first.flatMap { Int($0) })
            holder.signal(SIGSTOP)
            let lease = try await takeOver(stores, Meanwhile.allCases[round % Meanwhile.allCases.count])
            #expect(lease.jobID == job)
            let before = try await Books(stores, job)

            holder.signal(SIGCONT)
            holder.goOn()
            let told = try await holder.line()

            #expect(told == "refused 10 of 10")
            refused += Int(told.split(separator: " ").dropFirst().first ?? "") ?? 0
            #expect(try await Books(stores, job) == before)
            // Those that hold it still may go on.
            if before.execution.state == .running {
                _ = try await stores.queue.finish(.succeeded(resultKeys: [:]), lease: lease, now: Date())
            }
        }
        #expect(refused == 100)
        #expect(try await stores.executions.counts(owner: .everyone) == [.succeeded: Self.rounds])
    }

    /// Waits until the lease has passed, and does what other workers do then.
    private func takeOver(_ stores: Stores, _ meanwhile: Meanwhile) async throws -> Lease {
        while try await stores.queue.rescue(maxRetries: 3, owner: .everyone, now: Date()) == 0 {
            try await Task.sleep(for: .milliseconds(20))
        }
        let isSame = meanwhile == .sameNameHolds || meanwhile == .sameNameFinished
        let claim = try await stores.queue.claim(
            worker: isSame ? "holder" : "other", lease: .seconds(600), now: Date())
        let lease = try #require(claim).lease
        if meanwhile == .anotherFinished || meanwhile == .sameNameFinished {
            _ = try await stores.queue.finish(
                .succeeded(resultKeys: ["audio_oss_key": "jobs/\(lease.jobID)/a.mp3"]), lease: lease, now: Date())
        }
        return lease
    }
}

/// All that a worker may change.
private struct Books: Equatable {
    var execution: Execution
    var checkpoints: [CheckpointRow]
    var artifacts: [ArtifactRow]
    var calls: [VendorCall]

    init(_ stores: Stores, _ job: Int) async throws {
        execution = try await stores.jobs.find(job, owner: .everyone).latest
        checkpoints = try await stores.checkpoints.checkpoints(of: job)
        artifacts = try await stores.checkpoints.artifacts(of: job, owner: .everyone)
        calls = try await stores.vendorCalls.calls(of: job, owner: .everyone)
    }
}

/// The program that claims, waits and then writes late.
private final class HolderProcess: Sendable {
    private let process: Process
    private let output = Pipe()
    private let input = Pipe()

    init(_ data: URL, name: String) throws {
        process = Process()
        process.executableURL = DrillProgram.file
        process.arguments = ["holder", "--data", data.path, "--name", name, "--lease-ms", "200"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit { kill(process.processIdentifier, SIGKILL) }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }
    func goOn() { try? input.fileHandleForWriting.write(contentsOf: Data("go\n".utf8)) }

    /// The next line it tells.
    func line() async throws -> String {
        let output = output
        return try await withCheckedThrowingContinuation { done in
            // It blocks: not on the cooperative pool.
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        var line = Data()
                        while let byte = try output.fileHandleForReading.read(upToCount: 1),
                            let value = byte.first, value != 10
                        {
                            line.append(value)
                        }
                        return String(decoding: line, as: UTF8.self)
                    })
            }
        }
    }
}
