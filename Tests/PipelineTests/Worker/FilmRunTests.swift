import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

@Suite("Film runs", .timeLimit(.minutes(15)))
struct FilmRunTests {
    private func run(_ desk: WorkDesk, _ studio: TestStudio) -> FilmRun {
        let shelf = ObjectShelf(desk.folder.file("objects"))
        let voice = Voice(
            id: "fake", name: "Fake", language: .english, gender: .neutral, provider: "fake")
        return FilmRun(
            FilmRun.Parts(
                pipeline: studio.pipeline, stores: desk.stores,
                briefing: JobBriefing(
                    stores: desk.stores,
                    voices: .init(
                        named: { $0 == "fake" ? voice : nil }, forLanguage: { _ in voice }),
                    file: { try shelf.url(of: $0) }),
                shelf: shelf, work: desk.folder.file("work")))
    }

    private func file(_ desk: WorkDesk, extra: JSONValue = .emptyObject) async throws -> Int {
        try await desk.stores.jobs.create(
            JobDraft(title: "The tower", content: TestStudio.text, extra: extra), seed: 7,
            owner: .everyone, now: Date()
        ).id
    }

    @Test("a film's files stand under the job's keys, its shots are rows with their pictures")
    func published() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["h2v": .bool(true), "mix": .number(0)]))

        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }

        let latest = try await desk.job(id).latest
        #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
        let names = [
            "audio_oss_key": "audio.mp3", "srt_oss_key": "subtitle.srt",
            "combined_video_oss_key": "video_combined.mp4",
            "logoed_video_oss_key": "video_logoed.mp4", "cover_oss_key": "cover.jpg",
            "h2v_video_oss_key": "video_h2v.mp4", "project_oss_key": "project.json",
        ]
        #expect(latest.resultKeys == names.mapValues { "jobs/\(id)/\($0)" })
        for key in latest.resultKeys.values { #expect(desk.folder.files.contains("objects/" + key)) }
        let artifacts = try await desk.stores.checkpoints.artifacts(of: id, owner: .everyone)
        #expect(artifacts.count == 7)
        let shots = try await desk.stores.shots.shots(of: id, owner: .everyone)
        #expect(shots.count >= 2 && shots.first?.startMs == 0)
        for shot in shots {
            let key = try #require(shot.selected)
            #expect(desk.folder.files.contains("objects/" + key))
        }
        let events = try await desk.stores.events.events(
            after: 0, jobID: id, limit: 500, owner: .everyone)
        let lines = events.filter { $0.kind == .log }.compactMap { $0.data["line"]?.string }
        #expect(lines.contains("render: begun") && lines.last?.hasPrefix("publish: done") == true)
        #expect(latest.metadata.steps.map(\.stage) == Stage.allCases.map(\.rawValue))
        #expect(latest.metadata.steps.allSatisfy { $0.state == .finished || $0.stage == "publish" })
    }

    @Test("one shot that a person wants anew is painted, and no other; nothing is spoken again")
    func editedShot() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["mix": .number(0)]))
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
        let before = try await desk.stores.shots.shots(of: id, owner: .everyone)
        studio.log.clear()

        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) {
            try $0.regenerate(1, prompt: "A ship in a storm", seeds: [11, 12], isMoving: false)
        }
        _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }

        let after = try await desk.stores.shots.shots(of: id, owner: .everyone)
        #expect(studio.log.count("paint") == 2 && studio.log.count("speak") == 0)
        #expect(after[1].images.count == before[1].images.count + 2)
        #expect(after[1].selected != before[1].selected)
        #expect(after[1].prompt == "A ship in a storm")
        for index in after.indices where index != 1 {
            #expect(after[index].selected == before[index].selected)
        }
    }

    @Test("a shot shows the footage or picture that a person put there, under that file's key")
    func replacedShot() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["mix": .number(0)]))
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
        let before = try await desk.stores.shots.shots(of: id, owner: .everyone)
        for name in ["clip.mp4", "still.png"] {
            let place = desk.folder.file("objects/stored/\(name)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(name.utf8).write(to: place)
        }
        func rendered(
            _ change: @escaping @Sendable (inout [ShotRow]) throws -> Void
        ) async throws -> ShotRow {
            _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date(), change)
            _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
            try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
            let latest = try await desk.job(id).latest
            #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
            return try await desk.stores.shots.shots(of: id, owner: .everyone)[1]
        }

        let filmed = try await rendered { $0[1].video = "stored/clip.mp4" }
        #expect(filmed.video == "stored/clip.mp4" && filmed.selected == "stored/clip.mp4")
        #expect(filmed.images.contains { $0.key == "stored/clip.mp4" && $0.isMoving })

        let pictured = try await rendered {
            try $0.add(ShotCandidate(key: "stored/still.png", source: "upload"), to: 1)
        }
        #expect(pictured.selected == "stored/still.png" && pictured.video == nil)

        let old = before[1].selected
        let back = try await rendered {
            $0[1].selected = old
            $0[1].video = nil
        }
        #expect(back.selected == old && back.video == nil && back.images.count == 3)
    }

    @Test("a cleared workspace loses nothing: the same pictures, edits and words in the next film")
    func clearedWorkspace() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["mix": .number(0)]))
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
        let place = desk.folder.file("objects/stored/still.png")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("still".utf8).write(to: place)
        let middle = try await desk.stores.shots.shots(of: id, owner: .everyone)[0].endMs / 2
        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) {
            try $0.split(0, atMs: middle, texts: nil)
            try $0.regenerate(0, prompt: "A ship in a storm", seeds: [11], isMoving: false)
            try $0.add(ShotCandidate(key: "stored/still.png", source: "upload"), to: 1)
        }
        func render() async throws -> [ShotRow] {
            _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
            try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
            let latest = try await desk.job(id).latest
            #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
            return try await desk.stores.shots.shots(of: id, owner: .everyone)
        }
        let before = try await render()
        let film = try timeline(desk, id)
        studio.log.clear()

        let swept = try await WorkspaceRetention(desk.folder.file("work"), stores: desk.stores)
            .sweep(days: 0, bytes: nil, now: Date().addingTimeInterval(60))
        #expect(swept.cleared == [id])
        let after = try await render()

        #expect(studio.log.count("speak") == 0)
        #expect(after.map(\.selected) == before.map(\.selected))
        #expect(after.map(\.prompt) == before.map(\.prompt))
        #expect(after.map(\.images) == before.map(\.images) && after[0].endMs == middle)
        #expect(try timeline(desk, id) == film)
    }

    /// What the fake renderer shows.
    private func timeline(_ desk: WorkDesk, _ job: Int) throws -> JSONValue {
        let file = desk.folder.file("objects/jobs/\(job)/video_logoed.mp4")
        return try JSONValue(parsing: String(contentsOf: file, encoding: .utf8))
    }

    @Test("shots that were split and joined stay so in the film")
    func splitShot() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["mix": .number(0)]))
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
        let before = try await desk.stores.shots.shots(of: id, owner: .everyone)

        let middle = (before[0].startMs + before[0].endMs) / 2
        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) {
            try $0.split(0, atMs: middle, texts: nil)
        }
        _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }

        let after = try await desk.stores.shots.shots(of: id, owner: .everyone)
        #expect(after.count == before.count + 1)
        #expect(after[0].endMs == middle && after[1].startMs == middle)
        #expect(after[0].selected == before[0].selected)
        let latest = try await desk.job(id).latest
        #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
    }

    @Test("a folder that another worker still holds is waited for, not given up")
    func heldFolder() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk)
        let held = try Workspace(FilmRun.folder(of: id, in: desk.folder.file("work")))
        try await desk.work(run(desk, studio)) { try await desk.job(id).latest.retryCount == 1 }
        #expect(try await desk.job(id).latest.state == .waiting)
        withExtendedLifetime(held) {}
    }

    @Test("a choice that cannot be followed ends the job and names the field")
    func wrongChoice() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["transitions": .string("warp")]))
        try await desk.work(run(desk, studio)) { try await desk.isOver(1) }
        let latest = try await desk.job(id).latest
        #expect(latest.state == .failed && latest.errorMessage?.contains("warp") == true)
    }
}
