import BatchVideo
import Foundation
import Pipeline
import Synchronization
import TestKit
import Testing

@Suite("Retention of workspaces", .timeLimit(.minutes(20)))
struct WorkspaceRetentionTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)
    private static let day = 86_400.0

    /// A job whose run ended `days` before now, with a workspace of so many MB.
    private func finished(_ desk: WorkDesk, daysAgo days: Double, megabytes: Int = 1) async throws -> Int {
        let id = try await desk.file("job")
        let end = Self.now.addingTimeInterval(-days * Self.day)
        let claim = try #require(
            try await desk.stores.queue.claim(worker: "w", lease: .seconds(15), now: end))
        _ = try await desk.stores.queue.finish(
            .succeeded(resultKeys: [:]), lease: claim.lease, now: end)
        try fill(desk, id, megabytes: megabytes)
        return id
    }

    private func fill(_ desk: WorkDesk, _ id: Int, megabytes: Int = 1) throws {
        let workspace = try Workspace(folder(desk, id))
        for name in ["segments/a.mp4", "speech/a.wav", "stages/script-1.json", "shots.json"] {
            try Data(name.utf8).write(to: workspace.root.appending(path: name))
        }
        try Data(repeating: 1, count: megabytes << 20)
            .write(to: workspace.root.appending(path: "visuals/big.png"))
    }

    private func folder(_ desk: WorkDesk, _ id: Int) -> URL {
        FilmRun.folder(of: id, in: desk.folder.file("work"))
    }

    private func has(_ desk: WorkDesk, _ id: Int, _ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder(desk, id).appending(path: name).path)
    }

    private func sweep(_ desk: WorkDesk, days: Int = 7, bytes: Int? = 1 << 40) async throws
        -> WorkspaceRetention.Swept
    {
        try await WorkspaceRetention(desk.folder.file("work"), stores: desk.stores)
            .sweep(days: days, bytes: bytes, now: Self.now)
    }

    @Test("old ones lose what is large, and keep what was spoken, the plans and people's choices")
    func age() async throws {
        let desk = try await WorkDesk()
        let old = try await finished(desk, daysAgo: 7.1)
        let new = try await finished(desk, daysAgo: 6.9)

        let swept = try await sweep(desk)

        #expect(swept.cleared == [old] && swept.freedBytes >= 1 << 20 && swept.leftBytes >= 1 << 20)
        #expect(!has(desk, old, "visuals/big.png") && !has(desk, old, "segments/a.mp4"))
        for name in ["speech/a.wav", "stages/script-1.json", "shots.json"] { #expect(has(desk, old, name)) }
        #expect(has(desk, new, "visuals/big.png"))
        #expect(!desk.folder.files.contains { $0.hasPrefix("work/removed/") })
        #expect(try await sweep(desk).cleared.isEmpty)
    }

    @Test("beyond the size, the jobs that ended first go first, and no more than is needed")
    func size() async throws {
        let desk = try await WorkDesk()
        let third = try await finished(desk, daysAgo: 1, megabytes: 2)
        let first = try await finished(desk, daysAgo: 3, megabytes: 2)
        let second = try await finished(desk, daysAgo: 2, megabytes: 2)

        let swept = try await sweep(desk, bytes: 3 << 20)

        #expect(swept.cleared == [first, second] && swept.leftBytes <= 3 << 20)
        #expect(has(desk, third, "visuals/big.png"))
        // A fifth of a disk holds the rest.
        #expect(try await sweep(desk, bytes: nil).cleared.isEmpty)
    }

    @Test("one that is held, or whose job waits or runs, is left alone, however old or large")
    func inUse() async throws {
        let desk = try await WorkDesk()
        let held = try await finished(desk, daysAgo: 100)
        let running = try await finished(desk, daysAgo: 100)
        _ = try await desk.stores.executions.rerun(running, from: nil, owner: .everyone, now: Self.now)
        let claim = try await desk.stores.queue.claim(worker: "w", lease: .seconds(15), now: Self.now)
        #expect(claim?.job.id == running)
        let waiting = try await finished(desk, daysAgo: 100)
        _ = try await desk.stores.executions.rerun(waiting, from: nil, owner: .everyone, now: Self.now)

        var lock: Workspace? = try Workspace(folder(desk, held))
        #expect(try await sweep(desk, days: 0, bytes: 0).cleared.isEmpty)
        for id in [held, running, waiting] { #expect(has(desk, id, "visuals/big.png")) }

        _ = lock
        lock = nil
        #expect(try await sweep(desk, days: 0, bytes: 0).cleared == [held])
        #expect(!has(desk, held, "visuals/big.png"))
    }

    @Test("nothing is left of a deleted job, unless its run still holds the folder")
    func deleted() async throws {
        let desk = try await WorkDesk()
        let id = try await finished(desk, daysAgo: 1)
        try await desk.stores.jobs.delete(id, owner: .everyone, now: Self.now)
        let retention = WorkspaceRetention(desk.folder.file("work"), stores: desk.stores)

        var lock: Workspace? = try Workspace(folder(desk, id))
        retention.forget(id)
        #expect(try await sweep(desk).cleared.isEmpty && has(desk, id, "shots.json"))

        _ = lock
        lock = nil
        #expect(try await sweep(desk).cleared == [id])
        #expect(!FileManager.default.fileExists(atPath: folder(desk, id).path))
    }

    @Test("the nightly maintenance sweeps once for all processes")
    func nightly() async throws {
        let desk = try await WorkDesk()
        let first = try await finished(desk, daysAgo: 8)
        let second = try await finished(desk, daysAgo: 7.5)
        func maintenance(_ time: Date) -> Maintenance {
            Maintenance(
                stores: desk.stores, maxRetries: 3, bell: WorkBell(), sweep: { _ in },
                workspaces: WorkspaceRetention(desk.folder.file("work"), stores: desk.stores),
                logger: desk.logger, now: { time })
        }

        await maintenance(Self.now).tick()
        #expect(!has(desk, first, "visuals/big.png") && !has(desk, second, "visuals/big.png"))

        try fill(desk, first)
        await maintenance(Self.now.addingTimeInterval(60)).tick()
        #expect(has(desk, first, "visuals/big.png"))

        await maintenance(Self.now.addingTimeInterval(Self.day)).tick()
        #expect(!has(desk, first, "visuals/big.png"))
    }
}
