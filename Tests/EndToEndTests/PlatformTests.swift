import BatchVideo
import Foundation
import FoundationNetworking
import TestKit
import Testing

/// The real server with its workers, used as a person's script would use it.
@Suite("Platform", .timeLimit(.minutes(20)))
struct PlatformTests {
    private static let text = """
        The tower stands above the sea. The lamp is lit at dusk and the keeper climbs the steps.

        Snow falls on the hills and the village sleeps. A boat comes home before sunrise.

        The children wait at the pier. They wave until the boat is close.
        """

    @Test("a filed text becomes a film; one changed shot encodes one shot; a killed server goes on")
    func film() async throws {
        let folder = try TemporaryFolder("platform")
        try await addUser(in: folder)
        var server = try await RunningServer(in: folder)
        let id = try await server.file(Self.text)

        // Killed while it works: another start finishes the job and speaks nothing twice.
        try await server.wait(for: id) { ($0["progress"]?.int ?? 0) >= 30 }
        kill(server.pid, SIGKILL)
        _ = try await server.run.outcome()
        let spoken = try spokenFiles(folder, id)
        server = try await RunningServer(in: folder)
        let done = try await server.wait(for: id) { $0["execution_status"]?.string == "SUCCESS" }
        #expect(try spokenFiles(folder, id) == spoken)
        #expect(done["status"]?.string == "已完成")

        let link = try #require(done["logoed_video_url"]?.string)
        let (whole, _) = try await server.get(link)
        let (part, answer) = try await server.get(link, ["Range": "bytes=4-11"])
        #expect(answer.statusCode == 206 && part == whole[4..<12])
        #expect(String(decoding: whole[4..<8], as: UTF8.self) == "ftyp")

        // One shot anew.
        let before = try files(folder, id)
        let segments = try segmentNames(folder, id)
        _ = try await server.ask(
            "POST", "/jobs/\(id)/splits/1/regenerate", #"{"prompt":"a ship in a storm"}"#)
        _ = try await server.ask("POST", "/jobs/\(id)/render", "{}")
        try await server.wait(for: id) { $0["execution_status"]?.string == "SUCCESS" }
        let after = try files(folder, id)
        for (name, digest) in before where !name.hasSuffix(".mp4") && !name.hasSuffix(".json") {
            #expect(after[name] == digest, "\(name)")
        }
        #expect(after["video_logoed.mp4"] != before["video_logoed.mp4"])
        // Shot 1 with its entrance, and the entrance of shot 2; each for two films.
        let made = try segmentNames(folder, id).subtracting(segments)
        #expect((2...6).contains(made.count), "\(made.count)")

        // The end: in order, nothing running is lost.
        let next = try await server.file(Self.text)
        try await server.wait(for: next) { $0["execution_status"]?.string == "RUNNING" }
        kill(server.pid, SIGTERM)
        let outcome = try await server.run.outcome()
        #expect(outcome.status == 0 || outcome.status == 130, "\(outcome.errors)")
        let shown = try await Program.run(["jobs", "show", "\(next)", "--data", "data"], in: folder)
        #expect(shown.output.contains("PENDING"), "\(shown.output)\(shown.errors)")
    }

    @Test("one word of a film of twenty shots: one sentence is spoken, one shot and an entrance encoded")
    func rewrittenShot() async throws {
        let folder = try TemporaryFolder("platform")
        try await addUser(in: folder)
        let server = try await RunningServer(in: folder)
        let id = try await server.file(
            Self.longText, extra: ["mix": .number(0), "resolution": .string("320x200")])
        try await server.wait(for: id) { $0["execution_status"]?.string == "SUCCESS" }
        let before = try await server.shots(of: id)
        #expect(before.count >= 20)
        // A shot of whole sentences, and one after it.
        let index = try #require(
            before.indices.first { at in
                at >= before.count / 2
                    && [at - 1, at].allSatisfy { before[$0]["text"]?.string?.hasSuffix(".") == true }
                    && before[at]["text"]?.string?.contains(" the ") == true
            })
        let words = try #require(before[index]["text"]?.string)
        let new = words.replacing(" the ", with: " the remarkable ", maxReplacements: 1)
        let (spoken, segments) = (try spokenFiles(folder, id), try segmentNames(folder, id))

        let path = "/jobs/\(id)/splits/\(index)"
        await #expect(throws: BatchVideoError.self) {
            _ = try await server.ask("PUT", path, #"{"text":"..."}"#)
        }
        _ = try await server.ask("PUT", path, JSONValue.object(["text": .string(new)]).text)
        _ = try await server.ask("POST", "/jobs/\(id)/render", "{}")
        let done = try await server.wait(for: id) { $0["execution_status"]?.string == "SUCCESS" }

        #expect(try Set(spokenFiles(folder, id).keys).subtracting(spoken.keys).count == 1)
        // The shot with its entrance and the entrance of the next, each for two films; and the sound.
        let made = try segmentNames(folder, id).subtracting(segments)
        #expect((3...7).contains(made.count), "\(made.count) of \(segments.count)")
        let after = try await server.shots(of: id)
        #expect(after.count == before.count && after[index]["text"]?.string == new)
        let longer = (after[index]["end"]?.int ?? 0) - (before[index]["end"]?.int ?? 0)
        #expect(longer > 0)
        for place in before.indices {
            #expect(after[place]["selected"] == before[place]["selected"])
            let moved = (after[place]["start"]?.int ?? 0) - (before[place]["start"]?.int ?? 0)
            #expect(moved == (place > index ? longer : 0), "\(place)")
        }
        let link = try #require(done["files"]?["srt_oss_key"]?.string)
        let (subtitle, _) = try await server.get(link)
        #expect(String(decoding: subtitle, as: UTF8.self).contains("remarkable"))
        #expect(done["content"]?.string == Self.longText)
        kill(server.pid, SIGTERM)
        _ = try await server.run.outcome()
    }

    private static let longText: String = {
        let who = ["keeper", "captain", "child", "baker", "teacher", "painter", "doctor"]
        let what = [
            "opens the old wooden gate", "carries the lamp across the yard", "waits beside the quiet harbour",
            "looks at the ships far away", "counts the stars above the hills",
        ]
        let when = ["before the morning bell rings", "while the rain keeps falling", "until everybody is asleep"]
        return (0..<44).map { "The \(who[$0 % 7]) \(what[$0 % 5]) \(when[$0 % 3])." }.joined(separator: " ")
    }()

    @Test("commands without a user, with a wrong job or password say what to do")
    func mistakes() async throws {
        let folder = try TemporaryFolder("platform")
        let list = try await Program.run(["jobs", "list", "--data", "data"], in: folder)
        #expect(list.status != 0 && list.errors.contains("batchvideo user add"))
        let short = try await Program.run(
            ["user", "add", "anna", "--data", "data"], input: Data("short\n".utf8), in: folder)
        #expect(short.status != 0 && short.errors.contains("10 to 128"))
        try await addUser(in: folder)
        let twice = try await Program.run(
            ["user", "add", "anna", "--data", "data"], input: Data("another long one\n".utf8), in: folder)
        #expect(twice.status != 0 && twice.errorLines.count == 1)
        let missing = try await Program.run(["jobs", "show", "77", "--data", "data"], in: folder)
        #expect(missing.status != 0 && missing.errorLines.count == 1)
        let added = try await Program.run(
            ["jobs", "add", "-", "--data", "data"], input: Data(Self.text.utf8), in: folder)
        #expect(added.status == 0 && added.output.contains("filed job 1"), "\(added.errors)")
        try folder.write("title,content,speech_speed\nOne,First text.,1\nTwo,Second text.,9\n", to: "t.csv")
        let table = ["jobs", "import", "t.csv", "--data", "data"]
        let dry = try await Program.run(table + ["--dry-run"], in: folder)
        #expect(dry.output.contains("row 3\tspeech_speed") && dry.output.contains("nothing filed"), "\(dry)")
        let imported = try await Program.run(table, in: folder)
        #expect(imported.output.contains("2 rows, 1 good, 1 bad"), "\(imported)")
        #expect(imported.output.contains("filed 1 films"), "\(imported)")
        let again = try await Program.run(table, in: folder)
        #expect(again.output.contains("nothing new"), "\(again)")
        let found = try await Program.run(
            ["jobs", "list", "--search", "One", "--status", "PENDING", "--data", "data"], in: folder)
        #expect(found.output.contains("1 in all"), "\(found)")
        let batches = try await Program.run(["batches", "list", "--data", "data"], in: folder)
        #expect(batches.output.contains("1 jobs") && batches.output.contains("PENDING 1"), "\(batches)")
        for (words, answer) in [
            (["jobs", "cancel", "1"], "cancelling"), (["jobs", "retry", "1", "--from", "visuals"], "again"),
            (["jobs", "reset-stuck"], "0 jobs"), (["batches", "cancel", "1"], "cancelling"),
            (["batches", "retry", "1"], "retrying"), (["batches", "show", "1"], "1 jobs"),
        ] {
            let said = try await Program.run(words + ["--data", "data"], in: folder)
            #expect(said.status == 0 && said.output.contains(answer), "\(words): \(said)")
        }
        let check = try await Program.run(["db", "check", "--data", "data"], in: folder)
        #expect(check.status == 0 && check.output.contains("no faults"), "\(check.errors)")
    }

    private func addUser(in folder: TemporaryFolder) async throws {
        let made = try await Program.run(
            ["user", "add", "anna", "--admin", "--data", "data"],
            input: Data("correct horse battery\n".utf8), in: folder)
        #expect(made.status == 0, "\(made.errors)")
    }

    private func spokenFiles(_ folder: TemporaryFolder, _ job: Int) throws -> [String: Date] {
        let place = folder.file("data/work/jobs/\(job)/speech")
        var dates: [String: Date] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path)
        where name.hasSuffix(".wav") && !name.hasPrefix(".") {
            let facts = try FileManager.default.attributesOfItem(
                atPath: place.appending(path: name).path)
            dates[name] = facts[.modificationDate] as? Date
        }
        return dates
    }

    private func segmentNames(_ folder: TemporaryFolder, _ job: Int) throws -> Set<String> {
        Set(
            try FileManager.default.contentsOfDirectory(
                atPath: folder.file("data/work/jobs/\(job)/segments").path))
    }

    /// The job's objects by name, with their contents' hash.
    private func files(_ folder: TemporaryFolder, _ job: Int) throws -> [String: Int] {
        let place = folder.file("data/objects/jobs/\(job)")
        var digests: [String: Int] = [:]
        let names = FileManager.default.enumerator(atPath: place.path)
        while let name = names?.nextObject() as? String {
            let data = try? Data(contentsOf: place.appending(path: name))
            if let data { digests[name] = data.hashValue }
        }
        return digests
    }
}

/// `batchvideo serve` on a port of its own, and a user who is logged in.
struct RunningServer: Sendable {
    let run: Run
    private let base: URL
    private let token: String

    var pid: Int32 { run.pid }

    init(in folder: TemporaryFolder) async throws {
        let run = try Run(["serve", "--data", "data", "--port", "0"], in: folder)
        self.run = run
        var address: String?
        while address == nil {
            try await Task.sleep(for: .milliseconds(50))
            address = run.outputSoFar.split(separator: " ").last
                .map { $0.trimmingCharacters(in: .newlines) }
                .flatMap { $0.hasPrefix("http://") ? $0 : nil }
        }
        base = try #require(address.flatMap { URL(string: $0) })
        let login = try await Self.send(
            "POST", base.appending(path: "api/auth/login"), nil,
            #"{"username":"anna","password":"correct horse battery"}"#)
        token = try #require(login["access_token"]?.string)
    }

    func shots(of job: Int) async throws -> [JSONValue] {
        try await ask("GET", "/jobs/\(job)/splits", nil)["items"]?.array ?? []
    }

    func file(_ text: String, extra: [String: JSONValue] = ["mix": .number(0)]) async throws -> Int {
        let body = JSONValue.object([
            "title": .string("The tower"), "content": .string(text), "speech_speed": .number(1.2),
            "extra": .object(extra.merging(["quality": .string("draft")]) { given, _ in given }),
        ])
        return try #require(try await ask("POST", "/jobs", body.text)["id"]?.int)
    }

    /// Brings a file; its key.
    func upload(_ file: Data, named name: String, for purpose: String) async throws -> String {
        let edge = UUID().uuidString
        var form = Data("--\(edge)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        form += file + Data("\r\n--\(edge)--\r\n".utf8)
        let place = base.appending(path: "api/v1/utils/upload").appending(queryItems: [
            .init(name: "typ", value: purpose)
        ])
        let answer = try await Self.send(
            "POST", place, token, form, type: "multipart/form-data; boundary=\(edge)")
        return try #require(answer["uploadkey"]?.string)
    }

    func ask(_ method: String, _ path: String, _ body: String?) async throws -> JSONValue {
        try await Self.send(method, base.appending(path: "api/v1" + path), token, body)
    }

    func get(_ link: String, _ headers: [String: String] = [:]) async throws -> (Data, HTTPURLResponse) {
        var request = URLRequest(url: try #require(URL(string: link, relativeTo: base)))
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        return (data, try #require(response as? HTTPURLResponse))
    }

    @discardableResult
    func wait(for job: Int, until isSo: (JSONValue) -> Bool) async throws -> JSONValue {
        while true {
            let found = try await ask("GET", "/jobs/\(job)", nil)
            if isSo(found) { return found }
            if found["execution_status"]?.string == "FAILED" {
                throw BatchVideoError(.internal, found["status_detail"]?.string ?? "failed")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private static func send(
        _ method: String, _ url: URL, _ token: String?, _ body: String?
    ) async throws -> JSONValue {
        try await send(method, url, token, body.map { Data($0.utf8) }, type: "application/json")
    }

    private static func send(
        _ method: String, _ url: URL, _ token: String?, _ body: Data?, type: String
    ) async throws -> JSONValue {
        var request = URLRequest(url: url)
        request.httpMethod = method
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        if let body {
            request.setValue(type, forHTTPHeaderField: "Content-Type")
            request.httpBody = body
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        let text = String(decoding: data, as: UTF8.self)
        guard (200..<300).contains(status) else {
            throw BatchVideoError(.internal, "\(method) \(url.path): \(status) \(text)")
        }
        return try JSONValue(parsing: text)
    }
}
