import BatchVideo
import Crypto
import Foundation
import TestKit
import Testing

@testable import Providers

/// Against servers of others that check signatures: OpenStack Swift's s3api, and one that lets Alibaba's
/// own oss2 sign the same requests.
@Suite("Storages that check signatures", .serialized, .timeLimit(.minutes(20)))
struct StorageJudgeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct Scene {
        let bench: Workbench
        let judge: JudgeProgram
        let settings: [String: JSONValue]

        func storage(_ more: [String: JSONValue] = [:]) throws -> any ObjectStorage {
            let name = "store"
            var tools = bench.tools
            tools.date = { Date() }
            let all = try ConfiguredVendors([name: .object(settings.merging(more) { $1 })], tools: tools)
            return try #require(all.parts(name)?.storage)
        }

        func file(_ name: String, bytes: Int) throws -> URL {
            var random = SeededRandom(seed: UInt64(bytes))
            var data = Data(capacity: bytes + 8)
            while data.count < bytes { withUnsafeBytes(of: random.next()) { data.append(contentsOf: $0) } }
            let file = bench.file(name)
            try data.prefix(bytes).write(to: file)
            return file
        }

        /// As anybody with the link would.
        func open(_ link: URL) async throws -> HTTPAnswer {
            try await bench.transport.send(HTTPOrder("GET", link), timeout: .seconds(60))
        }
    }

    private func withS3(_ body: (Scene) async throws -> Void) async throws {
        try await Workbench.run { bench in
            let folder = bench.file("judge")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let judge = try await JudgeProgram.start(
                Self.root.appending(path: "scripts/s3_judge.py").path, [folder.path])
            defer { judge.stop() }
            let signature = SignatureV4(
                accessKey: "test:tester", secret: "testing", token: nil, region: "us-east-1")
            var order = HTTPOrder("PUT", judge.url.at("/films"))
            signature.sign(&order, now: Date())
            let made = try await bench.transport.send(order, timeout: .seconds(60))
            try #require(made.status == 200, "\(made.words)")
            try await body(
                Scene(
                    bench: bench, judge: judge,
                    settings: [
                        "vendor": "s3", "url": .string(judge.url.absoluteString),
                        "key": "test:tester:testing",
                        "bucket": "films", "partMiB": 5, "tries": 2,
                    ]))
        }
    }

    private func withOSS(_ body: (Scene) async throws -> Void) async throws {
        try await Workbench.run { bench in
            let judge = try await JudgeProgram.start(
                Self.root.appending(path: "scripts/oss_judge.py").path,
                packages: Self.root.appending(path: ".build/oss").path)
            defer { judge.stop() }
            try await body(
                Scene(
                    bench: bench, judge: judge,
                    settings: [
                        "vendor": "aliyun-oss", "url": .string(judge.url.absoluteString),
                        "region": "cn-hangzhou",
                        "key": "LTAItester:oss-testing-secret", "bucket": "films", "style": "path",
                        "partMiB": 5, "tries": 2,
                    ]))
        }
    }

    private static let keys = ["jobs/123/视频 a.mp4", "a+b&c=d%20e~.txt", "plain"]

    /// Puts, asks, gets, links and deletes, small and in parts.
    private func keepsFiles(_ scene: Scene, _ storage: any ObjectStorage) async throws {
        for key in Self.keys {
            let file = try scene.file("small.bin", bytes: 1000)
            try await storage.put(file, as: key, type: "video/mp4")
            #expect(try await storage.size(of: key) == 1000)
            let back = scene.bench.file("back.bin")
            try await storage.get(key, to: back)
            #expect(try Data(contentsOf: back) == Data(contentsOf: file))

            let link = try storage.url(of: key, for: .seconds(600), name: "我的 film.mp4", now: Date())
            let fetched = try await scene.open(link)
            #expect(fetched.status == 200, "\(fetched.words)")
            #expect(fetched.body == (try Data(contentsOf: file)))
            #expect(fetched.type == "video/mp4")
            #expect(fetched.headers["content-disposition"]?.contains("%E6%88%91%E7%9A%84%20film.mp4") == true)

            try await storage.delete(key)
            #expect(try await storage.size(of: key) == nil)
            try await storage.delete(key)
        }
        let large = try scene.file("large.bin", bytes: 11 << 20)
        try await storage.put(large, as: "films/large.mp4", type: "video/mp4")
        let back = scene.bench.file("large.back")
        try await storage.get("films/large.mp4", to: back)
        #expect(try Data(contentsOf: back) == Data(contentsOf: large))
        let missing = await failure { try await storage.get("films/none.mp4", to: scene.bench.file("none")) }
        #expect(missing?.code == .notFound)
        #expect(!FileManager.default.fileExists(atPath: scene.bench.file("none").path))
    }

    /// Wrong secrets, changed and expired links are refused, with the storage's words and no secret.
    private func refusesStrangers(_ scene: Scene, key: String) async throws {
        let storage = try scene.storage()
        let file = try scene.file("small.bin", bytes: 1000)
        try await storage.put(file, as: "a.mp4", type: "video/mp4")
        let stranger = try scene.storage(["key": .string(key)])
        let error = await failure { try await stranger.put(file, as: "b.mp4", type: "video/mp4") }
        #expect(error?.kind == .misuse)
        #expect(error?.message.contains("SignatureDoesNotMatch") == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("wrong-secret") == false)
        #expect(try await storage.size(of: "b.mp4") == nil)
        let unread = await failure { try await stranger.get("a.mp4", to: scene.bench.file("x")) }
        #expect(unread?.kind == .misuse)

        let link = try storage.url(of: "a.mp4", for: .seconds(60), name: nil, now: Date())
        let other = try #require(URL(string: link.absoluteString.replacing("a.mp4", with: "b.mp4")))
        #expect(try await scene.open(other).status == 403)
        let old = try storage.url(of: "a.mp4", for: .seconds(60), name: nil, now: Date() - 3600)
        #expect(try await scene.open(old).status == 403)
        #expect(try await scene.open(link).status == 200)
    }

    @Test("Swift's S3 keeps files, with signed payloads and without")
    func s3() async throws {
        try await withS3 { scene in
            try await keepsFiles(scene, try scene.storage())
            try await keepsFiles(scene, try scene.storage(["payload": "unsigned"]))
            try await refusesStrangers(scene, key: "test:tester:wrong-secret")
        }
    }

    @Test("oss2 signs as we do, in version 4 and version 1")
    func oss() async throws {
        try await withOSS { scene in
            try await keepsFiles(scene, try scene.storage())
            try await keepsFiles(scene, try scene.storage(["signature": "v1"]))
            try await refusesStrangers(scene, key: "LTAItester:wrong-secret")
        }
    }

    @Test("a file that changes while it is sent is not kept as something else")
    func changed() async throws {
        try await withS3 { scene in
            let storage = try #require(try scene.storage() as? BucketStorage)
            let slice = try FileSlice(try scene.file("small.bin", bytes: 1000))
            let error = await failure {
                _ = try await storage.caller.send(
                    HTTPOrder(
                        "PUT", storage.place("a.mp4"),
                        headers: [
                            ("x-amz-content-sha256", SHA256.hash(data: Data("other".utf8)).hexadecimal),
                            ("Content-Type", "video/mp4"),
                        ],
                        body: .file(slice, type: "video/mp4")))
            }
            #expect(error?.kind == .misuse)
            #expect(try await storage.size(of: "a.mp4") == nil)
        }
    }
}
