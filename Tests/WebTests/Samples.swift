import Foundation
import NIOCore

@testable import Web

/// Small files that are what they say.
enum Samples {
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 100)
    static let wav: [UInt8] =
        Array("RIFF".utf8) + [36, 0, 0, 0] + Array("WAVEfmt ".utf8) + [UInt8](repeating: 0, count: 64)
    static func buffer(_ bytes: [UInt8]) -> ByteBuffer { ByteBuffer(bytes: bytes) }
    static let mp4: [UInt8] = [0, 0, 0, 24] + Array("ftypisom".utf8) + [UInt8](repeating: 1, count: 200)
}

extension TestServer {
    func upload(
        _ bytes: [UInt8], _ name: String, as user: TestUser?, typ: String = "cover",
        path: String? = nil, fields: [(String, String)] = []
    ) async throws -> WireAnswer {
        let boundary = "----test-boundary"
        var body: [UInt8] = []
        for (key, value) in fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .utf8)
        body += bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await send(
            "POST", path ?? "/api/utils/upload?typ=\(typ)", as: user,
            headers: [("Content-Type", "multipart/form-data; boundary=\(boundary)")], raw: body)
    }
}
