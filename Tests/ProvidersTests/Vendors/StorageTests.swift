import BatchVideo
import Crypto
import Foundation
import TestKit
import Testing

@testable import Providers

/// How storages behave when things go wrong; who checks signatures is in `StorageJudgeTests`.
@Suite("Storages")
struct StorageTests {
    static let vendors = ["s3", "aliyun-oss"]

    private struct Scene {
        let bench: Workbench
        let server: VendorServer
        let double: StorageDouble
        let storage: any ObjectStorage

        func file(bytes: Int) throws -> URL {
            let file = bench.file("film.bin")
            try Data((0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }).write(to: file)
            return file
        }

        func put(bytes: Int = 1000) async throws {
            try await storage.put(try file(bytes: bytes), as: "a/film.mp4", type: "video/mp4")
        }

        var target: URL { bench.file("back.bin") }
        var leavesNothing: Bool { bench.folder.files.allSatisfy { $0 == "film.bin" } }
        func methods() -> [String] { server.requests.map(\.method) }
    }

    private func run(
        _ vendor: String, more: [String: JSONValue] = [:], _ body: (Scene) async throws -> Void
    ) async throws {
        try await Workbench.run { bench in
            let double = StorageDouble()
            try await VendorServer.run({ double.answer($0) }) { server in
                let settings: [String: JSONValue] = [
                    "vendor": .string(vendor), "url": .string(server.url.absoluteString),
                    "region": "cn-hangzhou",
                    "key": "access:secret-of-the-tests", "bucket": "films", "style": "path", "partMiB": 5,
                ]
                let storage = try #require(try bench.parts(settings.merging(more) { $1 }).storage)
                try await body(Scene(bench: bench, server: server, double: double, storage: storage))
            }
        }
    }

    @Test("a small file goes in one request with its type, a large one in parts", arguments: vendors)
    func puts(_ vendor: String) async throws {
        try await run(vendor) { scene in
            try await scene.put()
            #expect(scene.double.bytes("/films/a/film.mp4")?.count == 1000)
            #expect(scene.double.type("/films/a/film.mp4") == "video/mp4")
            #expect(scene.methods() == ["PUT"])

            try await scene.put(bytes: (10 << 20) + 5)
            let sent = try Data(contentsOf: scene.bench.file("film.bin"))
            #expect(scene.double.bytes("/films/a/film.mp4").map { Data($0) } == sent)
            #expect(scene.methods().sorted() == ["POST", "POST", "PUT", "PUT", "PUT", "PUT"])
            #expect(scene.server.requests.allSatisfy { $0.body.count <= 5 << 20 })
            #expect(scene.double.openUploads == 0)
        }
    }

    @Test(
        "it waits when told, tries again after faults and lost answers, and bears slowness",
        arguments: vendors)
    func patience(_ vendor: String) async throws {
        try await run(vendor, more: ["tries": 5]) { scene in
            scene.server.fail(
                .status(429, headers: [("Retry-After", "7")]), .status(500), .droppedAfterWork,
                .slow(.milliseconds(20)))
            try await scene.put()
            #expect(scene.bench.elapsed >= .seconds(7))
            #expect(scene.double.bytes("/films/a/film.mp4")?.count == 1000)
            scene.server.fail(.status(503), .slow(.milliseconds(5)), .truncated, .status(500))
            try await scene.storage.get("a/film.mp4", to: scene.target)
            #expect(try Data(contentsOf: scene.target).count == 1000)
        }
    }

    @Test("an upload in parts that fails is given up at the storage too", arguments: vendors)
    func abort(_ vendor: String) async throws {
        try await run(vendor, more: ["tries": 1]) { scene in
            scene.server.fail(.slow(.zero), .status(403, body: "no more room"))
            let error = await failure { try await scene.put(bytes: 11 << 20) }
            #expect(error?.message.contains("no more room") == true)
            #expect(scene.double.openUploads == 0)
            #expect(scene.methods().contains("DELETE"))
            #expect(scene.double.bytes("/films/a/film.mp4") == nil)
        }
    }

    @Test("an upload is given up when its task is cancelled")
    func cancelled() async throws {
        try await run("s3") { scene in
            let file = try scene.file(bytes: 11 << 20)
            scene.server.fail(.slow(.zero), .silent, .silent, .silent)
            // unstructured: it is cancelled from outside
            let task = Task { [storage = scene.storage] in
                try await storage.put(file, as: "a/film.mp4", type: "video/mp4")
            }
            while scene.server.requests.count < 4 { try await Task.sleep(for: .milliseconds(5)) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(scene.double.openUploads == 0)
        }
    }

    @Test("an error with status 200 at the end of an upload is none that succeeded", arguments: vendors)
    func errorInside(_ vendor: String) async throws {
        let inside = VendorReply(
            headers: [("Content-Type", "application/xml")],
            body: StorageDouble.error(500, "InternalError", "We encountered an internal error.").body)
        try await run(vendor) { scene in
            // Three parts are sent; the fifth request puts them together, and its answer is another.
            let ok = VendorServer.Fault.slow(.zero)
            scene.server.fail(ok, ok, ok, ok, .instead(inside))
            try await scene.put(bytes: 11 << 20)
            #expect(scene.double.bytes("/films/a/film.mp4")?.count == 11 << 20)
        }
        try await run(vendor) { scene in
            let ok = VendorServer.Fault.slow(.zero)
            scene.server.fail(
                ok, ok, ok, ok, .status(200, body: "<Error><Code>InternalError</Code></Error>"),
                .status(200, body: "<Error><Code>InternalError</Code></Error>"),
                .status(200, body: "<Error><Code>InternalError</Code></Error>"))
            let error = await failure { try await scene.put(bytes: 11 << 20) }
            #expect(error?.kind == .outage)
            #expect(error?.message.contains("InternalError") == true)
            #expect(scene.double.openUploads == 0)
        }
    }

    @Test("parts whose joining answer was lost are seen to be joined", arguments: vendors)
    func lostEnd(_ vendor: String) async throws {
        try await run(vendor) { scene in
            let ok = VendorServer.Fault.slow(.zero)
            scene.server.fail(ok, ok, ok, ok, .droppedAfterWork)
            try await scene.put(bytes: 11 << 20)
            #expect(scene.double.bytes("/films/a/film.mp4")?.count == 11 << 20)
            #expect(scene.methods().suffix(2) == ["POST", "HEAD"])
        }
    }

    @Test("what is not there is told; a truncated answer leaves nothing", arguments: vendors)
    func missing(_ vendor: String) async throws {
        try await run(vendor, more: ["tries": 1]) { scene in
            let none = await failure { try await scene.storage.get("none.mp4", to: scene.target) }
            #expect(none?.code == .notFound)
            #expect(try await scene.storage.size(of: "none.mp4") == nil)
            try await scene.storage.delete("none.mp4")
            try await scene.put()
            scene.server.fail(.slow(.zero), .truncated)
            let cut = await failure { try await scene.storage.get("a/film.mp4", to: scene.target) }
            #expect(cut?.kind == .outage)
            #expect(scene.leavesNothing)
        }
    }

    @Test(
        "a bucket that is not there, a wrong key and a storage out of order are told in its words",
        arguments: vendors)
    func words(_ vendor: String) async throws {
        try await run(vendor, more: ["tries": 1]) { scene in
            let answers: [(VendorReply, VendorFailure.Kind, String)] = [
                (
                    StorageDouble.error(404, "NoSuchBucket", "The specified bucket does not exist"), .misuse,
                    "NoSuchBucket"
                ),
                (
                    StorageDouble.error(403, "SignatureDoesNotMatch", "Check your key"), .misuse,
                    "SignatureDoesNotMatch: Check your key"
                ),
                (StorageDouble.error(401, "AccessDenied", "Who are you"), .misuse, "Who are you"),
                (StorageDouble.error(503, "SlowDown", "Reduce your request rate"), .outage, "SlowDown"),
            ]
            for (reply, kind, words) in answers {
                scene.server.fail(.instead(reply))
                let error = await failure { try await scene.put() }
                #expect(error?.kind == kind)
                #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
                #expect(error?.message.contains("secret-of-the-tests") != true)
            }
            scene.server.fail(
                .instead(StorageDouble.error(404, "NoSuchBucket", "The specified bucket does not exist")))
            let deleted = await failure { try await scene.storage.delete("a") }
            #expect(deleted?.kind == .misuse)
        }
    }

    @Test(
        "keys that lead elsewhere are refused",
        arguments: ["", "/a", "a/../b", "a//b", "a/.", "a\nb", String(repeating: "长", count: 400)])
    func keys(_ key: String) async throws {
        try await run("s3") { scene in
            let error = await failure {
                try await scene.storage.put(try scene.file(bytes: 10), as: key, type: "x/y")
            }
            #expect(error?.code == .invalid)
            #expect(scene.server.requests.isEmpty)
        }
    }

    @Test("a file that is not there or becomes shorter is told; links last a day at most")
    func files() async throws {
        try await run("s3") { scene in
            let none = await failure {
                try await scene.storage.put(scene.bench.file("none"), as: "a", type: "x/y")
            }
            #expect(none?.code == .notFound)
            let file = try scene.file(bytes: 4000)
            let slice = try FileSlice(file)
            try Data(count: 100).write(to: file)
            let short = await failure { for try await _ in slice {} }
            #expect(short?.message.contains("became shorter") == true)
            for time in [Duration.seconds(0), .seconds(90_000)] {
                #expect(throws: BatchVideoError.self) {
                    try scene.storage.url(of: "a", for: time, name: nil, now: Workbench.start)
                }
            }
        }
    }

    @Test("stretches of a file are the file")
    func slices() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("x")
        let data = Data((0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 >> 3) })
        try data.write(to: file)
        let parts = try FileSlice(file).parts(of: 1_200_000)
        #expect(parts.map(\.count) == [1_200_000, 1_200_000, 100_000])
        for part in parts {
            let own = SHA256.hash(data: data[part.offset..<part.offset + part.count])
            #expect(try part.digest(SHA256.self) == own)
        }
    }
}
