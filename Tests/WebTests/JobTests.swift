import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@testable import Web

@Suite("Jobs", .timeLimit(.minutes(20)))
struct JobTests {
    private static let results = [
        "audio_oss_key": "jobs/1/audio.mp3", "srt_oss_key": "jobs/1/subtitle.srt",
        "combined_video_oss_key": "jobs/1/video_combined.mp4",
        "logoed_video_oss_key": "jobs/1/video_logoed.mp4", "cover_oss_key": "jobs/1/cover.jpg",
    ]

    private static func finishedJob(_ user: TestUser, _ server: TestServer) async throws -> Int {
        let job = try await server.job(user)
        for (role, key) in results {
            try server.place(Array("content of \(role)".utf8), at: key)
        }
        try server.place([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], at: "jobs/1/cover.jpg")
        try await server.finish(results)
        return job
    }

    @Test("A finished job shows the union of the specification's shapes, its links and its cover")
    func detail() async throws {
        try await TestServer.run { server in
            let user = try await server.user("owner")
            let job = try await Self.finishedJob(user, server)
            let detail = try await server.send("GET", "/api/jobs/\(job)", as: user)

            #expect(detail["status"] == "已完成")
            #expect(detail["execution_status"] == "SUCCESS")
            #expect(detail["cover_base64"] == "data:image/jpeg;base64,/9j/4AECAw==")
            #expect(detail["speech_speed"].double == 0.9)
            #expect(detail["created_at"] == "2025-11-25T00:00:00")
            #expect(detail["language"] == .null)
            let video = try await server.send("GET", detail["video_url"].string ?? "")
            #expect(video.text == "content of combined_video_oss_key")
            #expect(detail["job_result_key"].string?.contains("jobs/1/video_logoed.mp4") == true)
        }
    }

    @Test("The description block is exactly the specification's, each link by its own key")
    func description() async throws {
        let now = Date(timeIntervalSince1970: 0)
        let run = Execution(
            id: 1, jobID: 1, state: .succeeded, metadata: ExecutionMetadata(seed: 1), createdAt: now, updatedAt: now)
        let job = Job(
            id: 1, userID: "u", batchID: nil,
            draft: JobDraft(title: "t", content: "c", description: "说明"), latest: run, version: 1,
            createdAt: now, updatedAt: now)
        let all = [
            "logoed_video_oss_key": "L", "combined_video_oss_key": "C", "srt_oss_key": "S",
            "audio_oss_key": "A",
        ]

        let text = DescriptionBlock.text(job, all)
        #expect(
            text
                == "#@#\n完整视频地址：L\n\n不带Logo和字幕的视频地址：C\n\n视频字幕文件：S\n\n视频音频文件：A\n#@#\n说明")
        #expect(DescriptionBlock.text(job, ["audio_oss_key": "A"]) == "#@#\n视频音频文件：A\n#@#\n说明")
        #expect(DescriptionBlock.text(job, [:]) == "说明")
        #expect(TextIntake.clean(text) == "说明")
    }

    @Test("Lengths and ranges outside are 422 naming the field; texts are cleaned, never cut")
    func intake() async throws {
        try await TestServer.run { server in
            let user = try await server.user("writer")
            func post(_ members: [(String, JSON)]) async throws -> WireAnswer {
                let base: [(String, JSON)] = [("title", "题"), ("content", "文")]
                return try await server.send(
                    "POST", "/api/jobs", as: user, .object(JSONObject(base + members)))
            }
            let bad: [(String, JSON)] = [
                ("title", ""), ("title", .string(String(repeating: "长", count: 256))),
                ("title", "#@#x#@#"), ("title", " \u{3000} "), ("content", ""), ("content", 5),
                ("content", .string(String(repeating: "长", count: 10_001))),
                ("speech_speed", 0.49), ("speech_speed", 2.01), ("speech_speed", "1"),
                ("publish_title", .string(String(repeating: "x", count: 201))),
                ("is_horizontal", "yes"), ("runorder", 1.5), ("language_id", -1), ("extra", []),
            ]
            for (field, value) in bad {
                let answer = try await post([(field, value)])
                #expect(answer.status == 422, "\(field) \(value.text.prefix(40)): \(answer.text)")
                #expect(answer["field"].string == field)
            }
            let extras: [(JSON, String)] = [
                (["resolution": "1080x1921"], "extra.resolution"), (["mix": 101], "extra.mix"),
                (["transitions": "spin"], "extra.transitions"), (["captions": "loud"], "extra.captions"),
                (["title_text": "a\nb"], "extra.title_text"), (["logo": ["width": 1]], "extra.logo.width"),
            ]
            for (extra, field) in extras {
                let answer = try await post([("extra", extra)])
                #expect(answer.status == 422 && answer["field"].string == field, "\(answer.text)")
            }
            let foreign = try await post([("extra", ["footage": ["/etc/passwd"]])])
            #expect(foreign.status == 404 && foreign["field"] == "extra.footage")
            let choices = try await post([
                ("extra", ["resolution": "1080x1920", "transitions": ["fade", "百叶窗"], "captions": "", "own": [1]])
            ])
            #expect(choices.status == 201, "\(choices.text)")
            for field in ["language_id", "voice_id", "topic_id", "account_id"] {
                let answer = try await post([(field, 4_711)])
                #expect(answer.status == 404)
                #expect(answer["field"].string == field)
            }
            let long = String(repeating: "长", count: 10_000)
            let kept = try await post([
                ("title", "  a\u{0}b\u{202E}c\u{FEFF} "), ("content", .string(long)), ("language_id", 0),
                ("speech_speed", 2),
            ])
            let job = try await server.send("GET", "/api/jobs/\(kept["id"].int ?? 0)", as: user)
            #expect(job["title"] == "abc")
            #expect(job["content"].string == long)
            #expect(job["language_id"] == .null)
        }
    }

    @Test("Changes are partial, versions guard them, 409 shows both, 待处理 runs it again")
    func update() async throws {
        try await TestServer.run { server in
            let user = try await server.user("editor")
            let job = try await Self.finishedJob(user, server)
            let path = "/api/jobs/\(job)"
            let before = try await server.send("GET", path, as: user)
            let tag = try #require(before.headers["etag"])
            let changed = try await server.send(
                "PUT", path, as: user, ["id": .int(job), "title": "更新后的标题", "extra": ["h2v": true]],
                headers: [("If-Match", tag)])
            let stale = try await server.send(
                "PUT", path, as: user, ["title": "另一个"], headers: [("If-Match", tag)])
            let again = try await server.send("PUT", path, as: user, ["status": "待处理"])
            let runs = try await server.send("GET", path + "/executions", as: user)

            #expect(changed["title"] == "更新后的标题")
            #expect(changed["content"] == before["content"])
            #expect(changed["extra"]["h2v"] == true)
            #expect(stale.status == 409)
            #expect(stale["facts"]["present"]?["title"] == "更新后的标题")
            #expect(stale["facts"]["wanted"]?["title"] == "另一个")
            #expect(again["status"] == "待处理")
            #expect(runs["total"] == 2)
        }
    }

    @Test("A running job cannot be edited; it can be cancelled, and retried from a step")
    func steering() async throws {
        try await TestServer.run { server in
            let user = try await server.user("driver")
            let job = try await server.job(user)
            let path = "/api/jobs/\(job)"
            let claim = try await server.store.stores.queue.claim(
                worker: "w", lease: .seconds(15), now: server.clock.now)
            #expect(claim != nil)

            #expect(try await server.send("PUT", path, as: user, ["title": "x"]).status == 409)
            #expect(try await server.send("POST", path + "/cancel", as: user)["cancel_requested"] == true)
            server.clock.advance(60)
            let reset = try await server.send("POST", "/api/jobs/reset-stuck", as: user)
            #expect(reset["reset_count"] == 1)
            #expect(try await server.send("GET", path, as: user)["execution_status"] == "CANCELLED")
            let retry = try await server.send(
                "POST", path + "/retry", as: user, ["from": "ImageGeneration"])
            #expect(retry.status == 201)
            let run = try await server.store.stores.executions.executions(of: job, owner: .user(user.id))
            #expect(run[0].metadata.fromStage == "visuals")
            #expect(try await server.send("POST", path + "/retry", as: user).status == 409)
            let raised = try await server.send("POST", path + "/increase_priority", as: user)
            #expect(raised["code"] == 200 && raised["message"] == "success")
            #expect(try await server.send("DELETE", path, as: user)["id"].int == job)
            #expect(try await server.send("DELETE", path, as: user).status == 404)
        }
    }

    @Test("An export is a zip that other programs read, with names in UTF-8")
    func export() async throws {
        try await TestServer.run { server in
            let user = try await server.user("packer")
            let early = try await server.job(user)
            #expect(try await server.send("POST", "/api/jobs/export/\(early)", as: user).status == 409)
            _ = try await server.send("DELETE", "/api/jobs/\(early)", as: user)
            let job = try await Self.finishedJob(user, server)
            let export = try await server.send("POST", "/api/jobs/export/\(job)", as: user)
            let zip = try await server.send("GET", export["export_url"].string ?? "")
            let file = server.folder.file("export.zip")
            try Data(zip.body).write(to: file)

            #expect(export["expires_at"] == "2025-11-25T01:00:00")
            #expect(zip.headers["content-length"] == String(zip.body.count))
            #expect(zip.headers["content-disposition"]?.contains("filename*=UTF-8''") == true)
            let listing = try Self.python(
                "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print('\\n'.join(sorted(i.filename+' '+str(i.file_size) for i in z.infolist())))",
                file.path)
            #expect(listing.contains("video.mp4 31"), "\(listing)")
            #expect(listing.contains("subtitle.srt"))
            #expect(listing.contains("shots.json"))
            #expect(listing.contains("description.txt"))
        }
    }

    /// Another program's view of a file: Python's zipfile.
    private static func python(_ code: String, _ argument: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", code, argument]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test("The same POST with the same key is done once; the key with another request is refused")
    func idempotency() async throws {
        try await TestServer.run { server in
            let user = try await server.user("repeater")
            let key = [("Idempotency-Key", "one-1")]
            let body: JSON = ["title": "a", "content": "b"]
            let first = try await server.send("POST", "/api/jobs", as: user, body, headers: key)
            let second = try await server.send("POST", "/api/jobs", as: user, body, headers: key)
            let other = try await server.send(
                "POST", "/api/jobs", as: user, ["title": "c", "content": "d"], headers: key)
            let faulty = try await server.send(
                "POST", "/api/jobs", as: user, ["title": "c", "content": "d", "voice_id": 99],
                headers: [("Idempotency-Key", "two")])
            let corrected = try await server.send(
                "POST", "/api/jobs", as: user, ["title": "c", "content": "d"],
                headers: [("Idempotency-Key", "two")])

            #expect(first.status == 201)
            #expect(second.body == first.body)
            #expect(second.headers["idempotency-replayed"] == "true")
            #expect(other.status == 409)
            #expect(faulty.status == 404)
            #expect(corrected.status == 201)
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 2)
        }
    }

    @Test("A catalogue row keeps what is not sent, is guarded by its version and by the jobs that use it")
    func catalogue() async throws {
        try await TestServer.run { server in
            let user = try await server.user("keeper")
            let made = try await server.send(
                "POST", "/api/accounts", as: user,
                ["username": "频道", "area": "华东", "extra": ["enable_transition": true, "own": [1, 2]]])
            let path = "/api/accounts/\(made["id"].int ?? 0)"
            let changed = try await server.send(
                "PUT", path, as: user, ["extra": ["subtitle_background": "#000000"]],
                headers: [("If-Match", made.headers["etag"] ?? "")])
            let stale = try await server.send(
                "PUT", path, as: user, ["area": "x"], headers: [("If-Match", made.headers["etag"] ?? "")])
            let twice = try await server.send("POST", "/api/accounts", as: user, ["username": "频道"])
            let foreign = try await server.send("PUT", path, as: user, ["logo": "/etc/passwd"])
            _ = try await server.send(
                "POST", "/api/jobs", as: user,
                ["title": "a", "content": "b", "account_id": made["id"]])

            #expect(made.status == 201)
            #expect(made["platform"] == "youtube")
            #expect(changed["area"] == "华东")
            #expect(changed["extra"]["enable_transition"] == true)
            #expect(changed["extra"]["own"] == [1, 2])
            #expect(changed["extra"]["subtitle_background"] == "#000000")
            #expect(stale.status == 409)
            #expect(stale["facts"]["present"]?["area"] == "华东")
            #expect(twice.status == 409)
            #expect(foreign.status == 404 && foreign["field"] == "logo")
            #expect(try await server.send("DELETE", path, as: user).status == 409)
        }
    }

    @Test("A batch is filed whole or not at all, and its faults are named; failed jobs run again together")
    func batch() async throws {
        try await TestServer.run { server in
            let user = try await server.user("batcher")
            func post(_ jobs: [JSON]) async throws -> WireAnswer {
                try await server.send(
                    "POST", "/api/jobs/batch", as: user, ["name": "一批", "jobs": .array(jobs)],
                    headers: [("Idempotency-Key", "b-\(jobs.count)")])
            }
            let good: JSON = ["title": "a", "content": "b"]
            let faulty = try await post([good, ["title": "a", "content": "b", "speech_speed": 9]])
            let foreign = try await post([good, good, ["title": "a", "content": "b", "voice_id": 77]])
            #expect(faulty.status == 422 && faulty["field"] == "jobs.1.speech_speed")
            #expect(foreign.status == 404 && foreign["field"] == "jobs.2.voice_id", "\(foreign.text)")
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 0)

            let filed = try await post([good, good, good, good])
            let again = try await post([good, good, good, good])
            let path = "/api/batches/\(filed["batch"]["id"]?.int ?? 0)"
            let cancelled = try await server.send("POST", path + "/cancel", as: user)
            let over = try await server.send("GET", path, as: user)
            let retried = try await server.send("POST", path + "/retry", as: user)

            #expect(filed.status == 201 && filed["ids"].array?.count == 4)
            #expect(again.headers["idempotency-replayed"] == "true" && again.body == filed.body)
            #expect(cancelled["count"] == 4)
            #expect(over["is_over"] == true && over["done"] == 4 && over["progress"] == 100)
            #expect(retried["count"] == 4)
            #expect(try await server.send("POST", path + "/export", as: user).status == 409)
        }
    }

    @Test("A language on a platform that nobody speaks here is refused when the job is filed")
    func platform() async throws {
        var tools = WebTools()
        tools.platforms = ["embedded"]
        tools.voices = [
            Voice(id: "zh-female", name: "中文女声", language: .mandarin, gender: .female, provider: "embedded")
        ]
        try await TestServer.run(tools: tools) { server in
            let user = try await server.user("speaker")
            for (platform, status) in [("embedded", 201), ("azure", 422)] {
                let language = try await server.send(
                    "POST", "/api/languages", as: user,
                    ["name": .string("zh-\(platform)"), "platform": .string(platform)])
                let answer = try await server.send(
                    "POST", "/api/jobs", as: user, ["title": "a", "content": "b", "language_id": language["id"]])
                #expect(answer.status == status)
            }
            let catalog = try await server.send("GET", "/api/languages/catalog", as: user)
            #expect(catalog["items"].array?[0]["platform"] == "embedded")
        }
    }

    @Test("A template fills in what the request leaves out")
    func template() async throws {
        try await TestServer.run { server in
            let user = try await server.user("planner")
            let template = try await server.send(
                "POST", "/api/templates", as: user,
                [
                    "name": "日更",
                    "values": ["speech_speed": 1.5, "is_horizontal": false, "extra": ["h2v": true, "mix": 40]],
                ])
            let job = try await server.send(
                "POST", "/api/jobs", as: user,
                ["title": "a", "content": "b", "template_id": template["id"], "extra": ["mix": 70]])
            let detail = try await server.send("GET", "/api/jobs/\(job["id"].int ?? 0)", as: user)

            #expect(detail["speech_speed"].double == 1.5)
            #expect(detail["is_horizontal"] == false)
            #expect(detail["extra"]["h2v"] == true)
            #expect(detail["extra"]["mix"] == 70)
        }
    }

    @Test("What no vendor is configured for says so; a webhook's secret is shown once")
    func tools() async throws {
        try await TestServer.run { server in
            let user = try await server.user("user")
            let flux = try await server.send("POST", "/api/utils/flux", as: user, ["prompt": "山"])
            let hook = try await server.send(
                "POST", "/api/webhooks", as: user, ["url": "https://example.com/h", "kinds": ["job.created"]])
            let list = try await server.send("GET", "/api/webhooks", as: user)
            let job = try await server.job(user)
            let deliveries = try await server.send(
                "GET", "/api/webhooks/\(hook["id"].int ?? 0)/deliveries", as: user)
            let delivery = deliveries["items"].array?.first?["id"]?.int ?? 0
            let replay = try await server.send(
                "POST", "/api/webhooks/deliveries/\(delivery)/replay", as: user)

            #expect(flux.status == 503 && flux["code"] == "unavailable")
            #expect(hook["secret"].string?.hasPrefix("whsec_") == true)
            #expect(!list.text.contains("whsec_"))
            #expect(job > 0 && deliveries["total"] == 1)
            #expect(replay.status == 202)
            for url in ["ftp://example.com", "https://u:p@example.com/", "https://", "javascript:alert(1)"] {
                #expect(
                    try await server.send("POST", "/api/webhooks", as: user, ["url": .string(url)]).status == 422,
                    "\(url)")
            }
        }
    }
}
