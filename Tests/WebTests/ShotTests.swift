import BatchVideo
import Foundation
import Store
import Testing

@testable import Web

@Suite("Shots", .timeLimit(.minutes(20)))
struct ShotTests {
    /// A finished job with three shots of five seconds.
    private static func job(_ user: TestUser, _ server: TestServer) async throws -> Int {
        let job = try await server.job(user)
        let now = server.clock.now
        let queue = server.store.stores.queue
        let claim = try #require(try await queue.claim(worker: "w", lease: .seconds(60), now: now))
        let texts = ["雾从河面升起。", "鸟叫了一声，飞走了。", "太阳出来了。"]
        let rows = texts.enumerated().map { index, text in
            ShotRow(
                jobID: job, index: index, startMs: index * 5_000, endMs: index * 5_000 + 5_000, text: text,
                images: [ShotCandidate(key: "jobs/\(job)/shot\(index).png", source: "painted")],
                createdAt: now, updatedAt: now)
        }
        try await server.store.stores.shots.put(rows, over: [], lease: claim.lease, now: now)
        _ = try await queue.finish(.succeeded(resultKeys: [:]), lease: claim.lease, now: now)
        return job
    }

    @Test("Text, prompt, choice and lock can be edited, guarded by the shot's version")
    func edit() async throws {
        try await TestServer.run { server in
            let user = try await server.user("cutter")
            let job = try await Self.job(user, server)
            let list = try await server.send("GET", "/api/job_splits/\(job)", as: user)
            let path = "/api/jobs/\(job)/splits/1"
            let edited = try await server.send(
                "PUT", path, as: user, ["prompt": "一只鸟", "locked": true, "version": 1])
            let stale = try await server.send("PUT", path, as: user, ["prompt": "两只鸟", "version": 1])
            let strange = try await server.send("PUT", path, as: user, ["selected": "stored/other.png"])

            #expect(list["total"] == 3)
            #expect(list["items"].array?[2]["start"] == 10_000)
            #expect(list["items"].array?[0]["images"] == [.string("jobs/\(job)/shot0.png")])
            #expect(edited["prompt"] == "一只鸟" && edited["locked"] == true)
            #expect(stale.status == 409 && stale["facts"]["present"]?["prompt"] == "一只鸟")
            #expect(strange.status == 422 && strange["field"] == "selected")
            #expect(try await server.send("PUT", "/api/jobs/\(job)/splits/9", as: user, ["prompt": "x"]).status == 404)
        }
    }

    @Test("A shot's words can be changed, but not taken away or grow without end")
    func words() async throws {
        try await TestServer.run { server in
            let user = try await server.user("writer")
            let job = try await Self.job(user, server)
            let path = "/api/jobs/\(job)/splits/1"
            let changed = try await server.send("PUT", path, as: user, ["text": "  狗叫了一声。 "])
            let empty = try await server.send("PUT", path, as: user, ["text": ""])
            let silent = try await server.send("PUT", path, as: user, ["text": "……！"])
            let long = try await server.send(
                "PUT", path, as: user, ["text": .string(String(repeating: "字", count: 2_001))])

            #expect(changed["text"] == "狗叫了一声。" && changed["version"] == 2)
            for refused in [empty, silent, long] {
                #expect(refused.status == 422 && refused["field"] == "text", "\(refused.text)")
            }
        }
    }

    @Test("Making one shot anew marks it and files a run; a render files one by itself")
    func regenerate() async throws {
        try await TestServer.run { server in
            let user = try await server.user("painter")
            let job = try await Self.job(user, server)
            let answer = try await server.send(
                "POST", "/api/jobs/\(job)/splits/2/regenerate", as: user,
                ["prompt": "日出", "count": 2, "seed": 7])
            let rows = try await server.store.stores.shots.shots(of: job, owner: .user(user.id))
            let waiting = try await server.send("GET", "/api/jobs/\(job)", as: user)
            let render = try await server.send("POST", "/api/jobs/\(job)/render", as: user)
            _ = try await server.send("POST", "/api/jobs/\(job)/cancel", as: user)
            let second = try await server.send("POST", "/api/jobs/\(job)/render", as: user)

            #expect(answer.status == 202 && answer["wanted"] == 2)
            #expect(rows[2].images.filter(\.isWanted).map(\.seed) == [7, 8])
            #expect(rows[2].prompt == "日出" && rows[2].selected == nil)
            #expect(rows[1].images.count == 1)
            #expect(waiting["execution_status"] == "PENDING")
            #expect(render.status == 409)
            #expect(second.status == 202)
        }
    }

    @Test("Shots are cut and joined, and show own files")
    func structure() async throws {
        try await TestServer.run { server in
            let user = try await server.user("builder")
            let job = try await Self.job(user, server)
            let path = "/api/jobs/\(job)/splits/1"
            let cut = try await server.send("POST", path + "/split", as: user, ["at": 7_000])
            let items = cut["items"].array ?? []
            let joined = try await server.send("POST", path + "/merge", as: user)
            let outside = try await server.send("POST", path + "/split", as: user, ["at": 5_100])
            let last = try await server.send("POST", "/api/jobs/\(job)/splits/2/merge", as: user)
            let shown = try await server.upload(
                Samples.mp4, "clip.mp4", as: user, path: path + "/upload")

            #expect(items.map { $0["index"]?.int } == [0, 1, 2, 3])
            #expect(items[1]["text"] == "鸟叫了一声，" && items[2]["text"] == "飞走了。")
            #expect(items[1]["end"] == 7_000 && items[2]["start"] == 7_000 && items[2]["end"] == 10_000)
            #expect(joined["total"] == 3)
            #expect(joined["items"].array?[1]["text"] == "鸟叫了一声，飞走了。")
            #expect(outside.status == 422 && outside["field"] == "at")
            #expect(last.status == 409)
            #expect(shown.status == 200, "\(shown.text)")
            #expect(shown["video"] == shown["selected"] && shown["video"].string?.hasPrefix("stored/media_") == true)
        }
    }
}
