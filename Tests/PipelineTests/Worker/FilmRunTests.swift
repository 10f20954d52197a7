import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

@Suite("Film runs", .timeLimit(.minutes(20)))
struct FilmRunTests {
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

        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }

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
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
        let before = try await desk.stores.shots.shots(of: id, owner: .everyone)
        studio.log.clear()

        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) {
            try $0.regenerate(1, prompt: "A ship in a storm", seeds: [11, 12], isMoving: false)
        }
        _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }

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
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
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
            try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
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
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
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
            try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
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
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
        let before = try await desk.stores.shots.shots(of: id, owner: .everyone)

        let middle = (before[0].startMs + before[0].endMs) / 2
        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) {
            try $0.split(0, atMs: middle, texts: nil)
        }
        _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }

        let after = try await desk.stores.shots.shots(of: id, owner: .everyone)
        #expect(after.count == before.count + 1)
        #expect(after[0].endMs == middle && after[1].startMs == middle)
        #expect(after[0].selected == before[0].selected)
        let latest = try await desk.job(id).latest
        #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
    }

    @Test("other words in one shot: its sentences are spoken anew, nothing else is; all pictures stay")
    func rewrittenShot() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["mix": .number(0)]))
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
        let before = try await desk.stores.shots.shots(of: id, owner: .everyone)
        let index = try #require(before.indices.last { before[$0].text.hasSuffix(".") && $0 + 1 < before.count })
        func rendered(
            _ change: @escaping @Sendable (inout [ShotRow]) throws -> Void
        ) async throws -> [ShotRow] {
            studio.log.clear()
            _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date(), change)
            _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
            try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
            let latest = try await desk.job(id).latest
            #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
            return try await desk.stores.shots.shots(of: id, owner: .everyone)
        }
        func subtitle() throws -> String {
            try String(contentsOf: desk.folder.file("objects/jobs/\(id)/subtitle.srt"), encoding: .utf8)
                .replacing("\n", with: " ")
        }

        let words = before[index].text.dropLast() + " with seven quite unlikely words more."
        let after = try await rendered {
            try $0.rewrite(index, as: String(words))
            $0[index + 1].isLocked = true
        }

        #expect(studio.log.count("speak") == 1)
        // A card that shows the words is set anew; any other picture stays.
        let isCard = after[index].selected != before[index].selected
        #expect(studio.log.count("paint") == (isCard ? 1 : 0), "\(studio.log.all)")
        #expect(after.count == before.count && after[index].text == String(words))
        for place in after.indices where place != index {
            #expect(after[place].selected == before[place].selected)
        }
        #expect(after.map(\.prompt).enumerated().allSatisfy { $0 == index || $1 == before[$0].prompt })
        #expect(after[index + 1].isLocked)
        let longer = after[index].endMs - before[index].endMs
        #expect(longer > 1000 && longer % 100 == 0)
        for place in after.indices where place > index {
            #expect(after[place].startMs == before[place].startMs + longer)
        }
        #expect(try subtitle().contains("unlikely"))
        #expect(try await desk.job(id).draft.content == TestStudio.text)

        // The words stay in the next film, and can be taken back.
        let again = try await rendered { try $0.regenerate(0, prompt: "A ship", seeds: [3], isMoving: false) }
        #expect(studio.log.count("speak") == 0 && again[index].text == String(words))
        let back = try await rendered { try $0.rewrite(index, as: before[index].text) }
        #expect(studio.log.count("speak") == 0)
        #expect(back.map(\.startMs) == before.map(\.startMs) && back[index].text == before[index].text)
        #expect(try !subtitle().contains("unlikely"))

        // Another speed keeps them, another text starts anew.
        _ = try await rendered { try $0.rewrite(index, as: String(words)) }
        _ = try await desk.stores.jobs.update(id, ifVersion: nil, owner: .everyone, now: Date()) {
            $0.speechSpeed = 1.3
        }
        let quick = try await rendered { _ in }
        #expect(quick.contains { $0.text.contains("unlikely") })
        #expect(try subtitle().contains("unlikely"))
        _ = try await desk.stores.jobs.update(id, ifVersion: nil, owner: .everyone, now: Date()) {
            $0.content += " And that was all."
        }
        let filed = try await rendered { _ in }
        #expect(!filed.contains { $0.text.contains("unlikely") })
        #expect(try !subtitle().contains("unlikely"))
    }

    @Test("another speed and another text: the film is planned anew, a locked shot keeps its picture")
    func lockedShot() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["mix": .number(0)]))
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) {
            try $0.regenerate(1, prompt: "A ship in a storm", seeds: [11], isMoving: false)
        }
        func rendered(_ change: @escaping @Sendable (inout JobDraft) throws -> Void) async throws -> [ShotRow] {
            _ = try await desk.stores.jobs.update(id, ifVersion: nil, owner: .everyone, now: Date(), change)
            _ = try await desk.stores.executions.rerun(id, from: nil, owner: .everyone, now: Date())
            try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
            let latest = try await desk.job(id).latest
            #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
            return try await desk.stores.shots.shots(of: id, owner: .everyone)
        }
        let chosen = try await rendered { _ in }[1]
        _ = try await desk.stores.shots.edit(id, owner: .everyone, now: Date()) { $0[1].isLocked = true }

        let quick = try await rendered { $0.speechSpeed = 1.6 }
        let kept = try #require(quick.first { $0.isLocked })
        #expect(quick.filter(\.isLocked).count == 1)
        #expect(kept.selected == chosen.selected && kept.images.count == chosen.images.count)
        #expect(kept.prompt == "A ship in a storm")

        let first = "A sentence that was not there before, which stands in front of all the others now. "
        let longer = try await rendered { $0.content = first + $0.content }
        let moved = try #require(longer.first { $0.isLocked })
        #expect(moved.selected == chosen.selected)
        let words = chosen.text.split(separator: " ")
        #expect(moved.text.split(separator: " ").filter(words.contains).count >= 5)

        let other = try await rendered { $0.content = "Nothing of it is left. Quite another tale." }
        #expect(other.filter(\.isLocked).isEmpty)
    }

    @Test("a folder that another worker still holds is waited for, not given up")
    func heldFolder() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk)
        let held = try Workspace(FilmRun.folder(of: id, in: desk.folder.file("work")))
        try await desk.work(studio.filmRun(desk)) { try await desk.job(id).latest.retryCount == 1 }
        #expect(try await desk.job(id).latest.state == .waiting)
        withExtendedLifetime(held) {}
    }

    @Test("a choice that cannot be followed ends the job and names the field")
    func wrongChoice() async throws {
        let (desk, studio) = (try await WorkDesk(), try TestStudio())
        let id = try await file(desk, extra: .object(["transitions": .string("warp")]))
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(1) }
        let latest = try await desk.job(id).latest
        #expect(latest.state == .failed && latest.errorMessage?.contains("warp") == true)
    }
}
