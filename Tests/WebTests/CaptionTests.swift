import BatchVideo
import Foundation
import Store
import Testing

@testable import Web

@Suite("Captions and plans over the API", .timeLimit(.minutes(20)))
struct CaptionTests {
    private static func job(_ user: TestUser, _ server: TestServer) async throws -> Int {
        let job = try await server.job(user)
        let now = server.clock.now
        let queue = server.store.stores.queue
        let claim = try #require(try await queue.claim(worker: "w", lease: .seconds(60), now: now))
        let entries = ["雾从河面升起", "鸟叫了一声", "太阳出来了"].enumerated().map { index, text in
            JobCaptions.Entry(
                made: CaptionChange.Caption(
                    span: TimeSpan(startMs: index * 2_000, endMs: index * 2_000 + 1_500), text: text))
        }
        try await server.store.stores.captions.put(
            entries, lead: MediaTime(ms: 3_000), over: nil, lease: claim.lease, now: now)
        _ = try await server.store.stores.events.append(
            StoredEvent(
                userID: user.id, jobID: job, executionID: claim.lease.executionID, kind: .log,
                data: ["line": "render: done"], at: now))
        _ = try await queue.finish(
            .succeeded(resultKeys: ["audio_oss_key": "jobs/\(job)/audio.mp3"]), lease: claim.lease, now: now)
        try server.place(Samples.wav, at: "jobs/\(job)/audio.mp3")
        return job
    }

    private static func cues(_ answer: WireAnswer) -> [JSON] { answer["cues"].array ?? [] }

    @Test("Captions are read in the film's times, changed, guarded by their version and taken back")
    func edit() async throws {
        try await TestServer.run { server in
            let user = try await server.user("editor")
            let job = try await Self.job(user, server)
            let path = "/api/jobs/\(job)/captions"
            let first = try await server.send("GET", path, as: user)
            #expect(Self.cues(first)[1]["start"] == 5_000, "after the intro of three seconds")
            #expect(first["is_edited"] == false && first.headers["etag"] == "\"v1\"")

            var wanted = Self.cues(first).map { cue -> JSON in
                ["start": cue["start"] ?? .null, "end": cue["end"] ?? .null, "text": cue["text"] ?? .null]
            }
            wanted[1] = ["start": 4_900, "end": 6_400, "text": " 鸟儿 \n叫了 "]
            let edited = try await server.send(
                "PUT", path, as: user, ["cues": .array(wanted)], headers: [("If-Match", "\"v1\"")])
            #expect(edited["is_edited"] == true && edited["version"] == 2)
            #expect(Self.cues(edited)[1]["text"] == "鸟儿\n叫了" && Self.cues(edited)[1]["start"] == 4_900)
            #expect(Self.cues(edited)[1]["made"] == "鸟叫了一声" && Self.cues(edited)[0]["made"] == .null)

            let stale = try await server.send(
                "PUT", path, as: user, ["cues": .array(wanted)], headers: [("If-Match", "\"v1\"")])
            #expect(stale.status == 409 && stale["facts"]["present"]?["version"] == 2)

            let back = try await server.send("DELETE", path, as: user)
            #expect(back["is_edited"] == false && Self.cues(back)[1]["text"] == "鸟叫了一声")
        }
    }

    @Test("Captions that cannot be are refused by the field, and other people's are not there")
    func refused() async throws {
        try await TestServer.run { server in
            let user = try await server.user("editor")
            let job = try await Self.job(user, server)
            let path = "/api/jobs/\(job)/captions"
            func field(_ change: (inout [JSON]) -> Void) async throws -> JSON {
                var cues: [JSON] = (0..<3).map {
                    ["start": .int(3_000 + $0 * 2_000), "end": .int(4_500 + $0 * 2_000), "text": "字"]
                }
                change(&cues)
                let answer = try await server.send("PUT", path, as: user, ["cues": .array(cues)])
                #expect(answer.status == 422, "\(answer.text)")
                return answer["field"]
            }
            #expect(try await field { $0.removeLast() } == "cues")
            #expect(try await field { $0[1] = ["start": 5_000, "end": 5_100, "text": "字"] } == "cues.1.end")
            #expect(try await field { $0[1] = ["start": 4_000, "end": 5_100, "text": "字"] } == "cues.1.start")
            #expect(try await field { $0[2] = ["start": 7_000, "end": 8_000, "text": "  "] } == "cues.2.text")

            let other = try await server.user("stranger")
            #expect(try await server.send("GET", path, as: other).status == 404)
            let fresh = try await server.job(user)
            #expect(try await server.send("GET", "/api/jobs/\(fresh)/captions", as: user).status == 404)
        }
    }

    @Test("The shape of the sound, and what a run wrote")
    func soundAndLog() async throws {
        var tools = WebTools()
        tools.waveform = { _, points in
            Waveform(MonoSound(sampleRate: 1_000, samples: [0, 0.25, -0.5, 0.1]), points: min(points, 2))
        }
        try await TestServer.run(tools: tools) { server in
            let user = try await server.user("listener")
            let job = try await Self.job(user, server)
            let shape = try await server.send("GET", "/api/jobs/\(job)/waveform?points=10", as: user)
            #expect(shape["peaks"] == [50, 100] && shape["duration"] == 4)

            let log = try await server.send("GET", "/api/jobs/\(job)/log", as: user)
            #expect(log["items"].array?.first?["line"] == "render: done")
            let other = try await server.send("GET", "/api/jobs/\(job)/log?execution_id=99", as: user)
            #expect(other["total"] == 0)
        }
    }

    @Test("A text is planned, painted and spoken without being filed")
    func plan() async throws {
        var tools = WebTools()
        tools.plan = { draft, _ in
            FilmPlan(
                language: Language("zh-CN"), length: MediaTime(ms: 4_000),
                shots: [.init(span: TimeSpan(startMs: 0, endMs: 4_000), text: draft.content, isMoving: true)])
        }
        tools.planPicture = { _, _ in Data(Samples.png) }
        tools.speak = { wish in
            guard wish.voice != "nobody" else {
                throw BatchVideoError(.invalid, "there is no such voice", field: "voice")
            }
            return Data(Samples.wav)
        }
        tools.estimate = { _, _ in
            FilmEstimate(filmSeconds: 4, workSeconds: 2, costs: [VendorCost(micros: 250_000, currency: "CNY")])
        }
        try await TestServer.run(tools: tools) { server in
            let user = try await server.user("planner")
            let draft: JSON = ["title": "茶", "content": "喝一杯茶。"]
            let plan = try await server.send("POST", "/api/jobs/plan", as: user, draft)
            #expect(plan["shots"].array?.first?["text"] == "喝一杯茶。" && plan["characters"] == 5)
            #expect(plan["costs"]["CNY"] == 0.25 && plan["estimated_ms"] == 4_000)

            let picture = try await server.send("POST", "/api/jobs/plan/picture", as: user, draft)
            #expect(picture.headers["content-type"] == "image/png")
            let sound = try await server.send("POST", "/api/utils/speak", as: user, ["text": "你好"])
            #expect(sound.headers["content-type"] == "audio/wav")
            let nobody = try await server.send("POST", "/api/utils/speak", as: user, ["text": "你好", "voice": "nobody"])
            #expect(nobody.status == 422 && nobody["field"] == "voice")
            #expect(
                try await server.send("POST", "/api/jobs/plan", as: user, ["title": "x", "content": " "]).status == 422)
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 0)
        }
    }

    @Test("Pages learn who is logged in without an error when nobody is")
    func session() async throws {
        try await TestServer.run { server in
            let user = try await server.user("visitor")
            #expect(try await server.send("GET", "/api/auth/session")["user"] == .null)
            #expect(try await server.send("GET", "/api/auth/session", as: user)["user"]["username"] == "visitor")
            let cookie = [("Cookie", "bv_session=\(user.token)")]
            #expect(try await server.send("GET", "/api/auth/session", headers: cookie)["user"]["username"] == "visitor")
        }
    }
}
