import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@Suite("A database whose writers are killed")
struct StoreCrashTests {
    @Test("is whole, and holds everything that was committed", .timeLimit(.minutes(20)))
    func killed() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("crash.sqlite")
        var random = SeededRandom(seed: 4)
        var told: [String] = []
        // The first round also dies in the middle of the migrations, more often than not.
        for round in 0..<6 {
            let lines = round == 0 ? 0 : Int.random(in: 1...400, using: &random)
            async let first = WrittenLines.untilKilled(file, "a\(round)", lines: lines)
            async let second = WrittenLines.untilKilled(file, "b\(round)", lines: lines / 2)
            told += try await first + second
        }

        let database = try SQLiteDatabase(file: file)
        let stores = try await SQLStore(migrating: database, now: Date()).stores
        let report = try await SQLiteKeeper().check(database)
        #expect(report.faults.isEmpty)
        #expect(report.rows["jobs"] == report.rows["job_executions"])
        func ids(_ word: String) -> [Int] {
            told.filter { $0.hasPrefix(word) }.compactMap { Int($0.dropFirst(word.count + 1)) }
        }
        #expect(ids("finished").count > 100)
        #expect(Set(ids("claimed")).count == ids("claimed").count)
        for job in ids("filed") { _ = try await stores.jobs.find(job, owner: .everyone) }
        for job in ids("kept") {
            #expect(try await stores.checkpoints.checkpoints(of: job).count == 1)
        }
        let finished = Set(ids("finished"))
        let jobs = try await allJobs(stores)
        for job in jobs where finished.contains(job.latest.id) {
            #expect(job.latest.state == .succeeded)
            #expect(job.latest.resultKeys["cover_oss_key"] == "jobs/\(job.id)/cover.jpg")
        }

        // What the dead held goes on.
        let dead = jobs.count { $0.latest.state == .running }
        let later = Date().addingTimeInterval(3600)
        #expect(try await stores.queue.rescue(maxRetries: 3, owner: .everyone, now: later) == dead)
        while let claim = try await stores.queue.claim(worker: "heir", lease: .seconds(60), now: later) {
            _ = try await stores.queue.finish(.succeeded(resultKeys: [:]), lease: claim.lease, now: later)
        }
        #expect(try await stores.executions.counts(owner: .everyone) == [.succeeded: jobs.count])
    }

    private func allJobs(_ stores: Stores) async throws -> [Job] {
        var jobs: [Job] = []
        for page in 1... {
            let items = try await stores.jobs.list(JobFilter(), Page(page, size: 100), owner: .everyone).items
            if items.isEmpty { break }
            jobs += items
        }
        return jobs
    }
}

private enum WrittenLines {
    /// Runs the writer, kills it with SIGKILL once it has told that many lines, and gives all it told.
    static func untilKilled(_ database: URL, _ name: String, lines wanted: Int) async throws -> [String] {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<[String], any Error>) in
            Thread.detachNewThread {
                done.resume(with: Result { try run(database, name, lines: wanted) })
            }
        }
    }

    private static func run(_ database: URL, _ name: String, lines wanted: Int) throws -> [String] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "StoreWriter")
        process.arguments = [database.path, name]
        process.standardOutput = output
        try process.run()
        var told = Data()
        while told.count(where: { $0 == 10 }) < wanted {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            told += more
        }
        kill(process.processIdentifier, SIGKILL)
        told += output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        // The last line may be cut in the middle.
        let text = String(decoding: told, as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
