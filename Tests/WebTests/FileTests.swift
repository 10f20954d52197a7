import Foundation
import NIOCore
import TestKit
import Testing

@testable import Web

@Suite("Files", .timeLimit(.minutes(20)))
struct FileTests {
    @Test("Ranges are read as RFC 9110 has them")
    func ranges() {
        let table: [(String?, Int, ByteRange)] = [
            (nil, 1_000, .whole), ("bytes=0-99", 1_000, .part(0...99)),
            ("bytes=900-", 1_000, .part(900...999)), ("bytes=-500", 1_000, .part(500...999)),
            ("bytes=-5000", 1_000, .part(0...999)), ("bytes=990-5000", 1_000, .part(990...999)),
            ("bytes=999-999", 1_000, .part(999...999)), ("bytes=1000-", 1_000, .unsatisfiable),
            ("bytes=2000-3000", 1_000, .unsatisfiable), ("bytes=-0", 1_000, .unsatisfiable),
            ("bytes=0-", 0, .unsatisfiable), ("bytes=5-2", 1_000, .whole), ("bytes=-", 1_000, .whole),
            ("bytes=abc", 1_000, .whole), ("bytes=0-10,20-30", 1_000, .whole),
            ("items=0-10", 1_000, .whole), ("bytes=--5", 1_000, .whole),
            ("Bytes=0-0", 1_000, .part(0...0)),
            ("bytes=99999999999999999999-", 1_000, .whole),
        ]
        for (header, size, expected) in table {
            #expect(ByteRange(header, size: size) == expected, "\(header ?? "nil")")
        }
    }

    @Test("An upload comes back whole, in parts, conditionally, and not at all without its signature")
    func download() async throws {
        try await TestServer.run { server in
            let user = try await server.user("bringer")
            let bytes = Samples.png + (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
            let upload = try await server.upload(bytes, "大图.png", as: user)
            let url = try #require(upload["url"].string)
            #expect(upload["name"] == "大图.png")
            #expect(upload["content_type"] == "image/png")

            let whole = try await server.send("GET", url)
            let tag = try #require(whole.headers["etag"])
            func get(_ headers: [(String, String)]) async throws -> WireAnswer {
                try await server.send("GET", url, headers: headers)
            }
            let suffix = try await get([("Range", "bytes=-500")])
            let beyond = try await get([("Range", "bytes=2000000-")])
            let same = try await get([("Range", "bytes=0-9"), ("If-Range", tag)])
            let other = try await get([("Range", "bytes=0-9"), ("If-Range", "\"old\"")])
            let known = try await get([("If-None-Match", tag)])
            let head = try await server.send("HEAD", url)

            #expect(whole.status == 200 && whole.body == bytes)
            #expect(whole.headers["accept-ranges"] == "bytes")
            #expect(suffix.status == 206 && suffix.body == Array(bytes.suffix(500)))
            #expect(suffix.headers["content-range"] == "bytes \(bytes.count - 500)-\(bytes.count - 1)/\(bytes.count)")
            #expect(beyond.status == 416)
            #expect(beyond.headers["content-range"] == "bytes */\(bytes.count)")
            #expect(same.status == 206 && same.body.count == 10)
            #expect(other.status == 200 && other.body.count == bytes.count)
            #expect(known.status == 304)
            #expect(head.status == 200 && head.headers["content-length"] == String(bytes.count))
        }
    }

    @Test("A signed link holds for its key, user and time only")
    func signature() async throws {
        try await TestServer.run { server in
            let user = try await server.user("signer")
            let other = try await server.user("stranger")
            let upload = try await server.upload(Samples.png, "a.png", as: user)
            let key = try #require(upload["uploadkey"].string)
            let second = try await server.upload(Samples.png, "b.png", as: user)["uploadkey"].string ?? ""
            let url = try #require(upload["url"].string)
            let tampered = [
                url.replacing(key, with: second), url.replacing(user.id, with: other.id),
                url.replacing("expires=1", with: "expires=2"), url + "x",
                url.replacing("signature=", with: "signature=A"),
            ]

            #expect(try await server.send("GET", url).status == 200)
            for link in tampered { #expect(try await server.send("GET", link).status == 403, "\(link)") }
            #expect(try await server.send("GET", "/api/utils/files?uploadkey=\(key)", as: user).status == 200)
            #expect(try await server.send("GET", "/api/utils/files?uploadkey=\(key)", as: other).status == 404)
            #expect(try await server.send("GET", "/api/utils/files?uploadkey=../data.sqlite", as: user).status == 404)
            server.clock.advance(3_601)
            #expect(try await server.send("GET", url).status == 403)
            server.clock.advance(-3_601)
            #expect(try await server.send("DELETE", "/api/files?uploadkey=\(key)", as: user).status == 200)
            #expect(try await server.send("GET", url).status == 404)
        }
    }

    @Test("What is not what it must be, or too large, or over the quota is refused and leaves nothing")
    func refused() async throws {
        try await TestServer.run({
            $0.pictureLimitBytes = 10_000
            $0.quotaBytes = 20_000
        }) { server in
            let user = try await server.user("pusher")
            let large = Samples.png + [UInt8](repeating: 0, count: 12_000)
            let good = Samples.png + [UInt8](repeating: 0, count: 9_000)

            #expect(try await server.upload(Array("<svg/>".utf8), "a.png", as: user).status == 415)
            #expect(try await server.upload(Samples.mp4, "a.png", as: user).status == 415)
            #expect(try await server.upload(Samples.png, "a.wav", as: user, typ: "voice").status == 415)
            #expect(try await server.upload([], "a.png", as: user).status == 415)
            #expect(try await server.upload(Samples.png, "a.png", as: user, typ: "../x").status == 422)
            #expect(try await server.upload(large, "a.png", as: user).status == 413)
            #expect(try await server.upload(Samples.png, "a.png", as: nil).status == 401)
            #expect(try await server.upload(good, "a.png", as: user).status == 200)
            #expect(try await server.upload(good, "a.png", as: user).status == 200)
            #expect(try await server.upload(good, "a.png", as: user).status == 429)
            let stored = server.folder.files.filter { $0.hasPrefix("objects/") }
            #expect(stored.count == 2, "\(stored)")
        }
    }

    @Test("A large upload in small pieces arrives whole")
    func streamed() async throws {
        try await TestServer.run { server in
            let user = try await server.user("streamer")
            let size = 64 << 20
            let boundary = "edge"
            let open = Array("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.mp4\"\r\n\r\n".utf8)
            let close = Array("\r\n--edge--\r\n".utf8)
            let answer = try await server.client.withConnection { connection in
                try await connection.write(
                    WireClient.head(
                        "POST", "/api/utils/upload?typ=media",
                        [
                            ("Authorization", "Bearer \(user.token)"), ("Connection", "close"),
                            ("Content-Type", "multipart/form-data; boundary=\(boundary)"),
                        ], length: open.count + size + close.count) + open + Samples.mp4)
                var sent = Samples.mp4.count
                let block = [UInt8](repeating: 0x0D, count: 65_536)
                while sent < size {
                    let part = min(block.count, size - sent)
                    try await connection.write(Array(block[..<part]))
                    sent += part
                }
                try await connection.write(close)
                return try await connection.answer()
            }

            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer["size"].int == size)
        }
    }

    @Test("A presenter's video belongs to an own account and can be watched in parts")
    func presenter() async throws {
        try await TestServer.run { server in
            let user = try await server.user("host")
            _ = try await server.send("POST", "/api/accounts", as: user, ["username": "频道"])
            let path = "/api/utils/upload_human_video"
            let good = try await server.upload(
                Samples.mp4, "me.mov", as: user, path: path, fields: [("account_name", "频道")])
            let unknown = try await server.upload(
                Samples.mp4, "me.mov", as: user, path: path, fields: [("account_name", "别人")])
            let preview = "/api/utils/preview_human_video?account_name=%E9%A2%91%E9%81%93"

            #expect(good.status == 200, "\(good.text)")
            #expect(unknown.status == 404)
            let part = try await server.send("GET", preview, as: user, headers: [("Range", "bytes=4-7")])
            #expect(part.status == 206)
            #expect(part.text == "ftyp")
            #expect(try await server.send("GET", preview).status == 401)
        }
    }

    @Test("With a proxy in front the file itself is left to it")
    func accel() async throws {
        try await TestServer.run({ $0.accelPrefix = "/inside" }) { server in
            let user = try await server.user("proxied")
            let upload = try await server.upload(Samples.png, "a.png", as: user)
            let answer = try await server.send("GET", upload["url"].string ?? "")

            #expect(answer.headers["x-accel-redirect"] == "/inside/" + (upload["uploadkey"].string ?? ""))
            #expect(answer.body.isEmpty)
        }
    }

    @Test("A multipart body cut anywhere gives the same parts, and a broken one an error")
    func multipart() async throws {
        let text =
            "preamble\r\n--B \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--2\r\n--B\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"x\\\"y.png\"; filename*=UTF-8''%E5%A4%A7.png\r\n"
            + "Content-Type: image/png\r\n\r\n\r\n--b\r\n--B\r\n\r\nbare\r\n--B--\r\nepilogue"
        let bytes = Array(text.utf8)
        for size in [1, 2, 3, 7, 64, bytes.count] {
            let parts = try await Self.parts(bytes, size)
            #expect(parts.map(\.0) == ["a", "file", ""], "\(size)")
            #expect(parts.map(\.1) == ["1\r\n--2", "\r\n--b", "bare"], "\(size)")
            #expect(parts[1].2 == "大.png")
        }
        await #expect(throws: Refusal.self) { try await Self.parts(Array(bytes.dropLast(20)), 5) }
        await #expect(throws: Refusal.self) { try await Self.parts(Array("nothing".utf8), 5) }
    }

    private static func parts(_ bytes: [UInt8], _ size: Int) async throws -> [(String, String, String?)] {
        let chunks = stride(from: 0, to: bytes.count, by: size).map {
            Samples.buffer(Array(bytes[$0..<min(bytes.count, $0 + size)]))
        }
        let stream = AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
        var multipart = Multipart(stream, boundary: "B")
        var parts: [(String, String, String?)] = []
        while let event = try await multipart.next() {
            switch event {
            case .part(let header): parts.append((header.name, "", header.filename))
            case .bytes(let buffer):
                parts[parts.count - 1].1 += String(decoding: buffer.readableBytesView, as: UTF8.self)
            case .end: break
            }
        }
        return parts
    }
}
