internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// What an upload is for, which decides what it may be.
enum UploadPurpose: String, Sendable, CaseIterable {
    case logo, cover, voice, music, media, human

    func accepts(_ kind: SniffedKind) -> Bool {
        switch self {
        case .logo, .cover: kind.isPicture
        case .voice, .music: kind.isSound
        case .media: kind.isPicture || kind.isVideo
        case .human: kind.isVideo
        }
    }

    var words: String {
        switch self {
        case .logo, .cover: "a JPEG, PNG, GIF or WebP picture"
        case .voice, .music: "a WAV, MP3, M4A or FLAC sound"
        case .media: "a JPEG, PNG, GIF or WebP picture or an MP4, MOV, AVI or MKV video"
        case .human: "an MP4, MOV, AVI or MKV video"
        }
    }

    func limit(_ kind: SniffedKind, _ settings: WebSettings) -> Int {
        kind.isPicture
            ? settings.pictureLimitBytes
            : kind.isSound ? settings.soundLimitBytes : settings.videoLimitBytes
    }
}

/// Receives one file of a multipart upload: to a temporary file as it arrives, told by its content, hashed,
/// synced and moved to its key.
struct Uploads: Sendable {
    let parts: ServerParts

    private static let longestField = 8_192
    /// What a crash left of uploads may go after this.
    private static let leftoverAge: TimeInterval = 86_400

    /// A file on its way in.
    private struct Arriving {
        let file: OpenFile
        let name: String
        var size = 0
        var hash = SHA256()
        var kind: SniffedKind?
        var head: [UInt8] = []
    }

    func receive(_ call: Call, _ purpose: UploadPurpose) async throws -> UploadedFile {
        try await receiveWithFields(call, purpose).file
    }

    func receiveWithFields(_ call: Call, _ purpose: UploadPurpose)
        async throws -> (file: UploadedFile, fields: [String: String])
    {
        try RequestReading.expect(call.request, ["multipart/form-data"])
        try await refuseEarly(call)
        guard let boundary = Self.boundary(call.request) else {
            throw Refusal(.badRequest, "malformed", "the boundary of the upload is missing")
        }
        var multipart = Multipart(call.request.body, boundary: boundary)
        var fields: [String: String] = [:]
        var stored: UploadedFile?
        do {
            while let event = try await multipart.next() {
                guard case .part(let header) = event else { continue }
                if header.filename == nil {
                    fields[header.name] = try await Self.field(&multipart)
                } else if stored == nil, header.name == "file" {
                    stored = try await file(&multipart, header.filename ?? "", purpose, call)
                } else {
                    throw Refusal.invalid(header.name, "only one file, named \"file\", can be sent")
                }
            }
        } catch {
            if let stored { try await discard(stored, call) }
            throw error
        }
        guard let stored else { throw Refusal.invalid("file", "is missing") }
        return (stored, fields)
    }

    /// What cannot end well is refused before it is read.
    private func refuseEarly(_ call: Call) async throws {
        guard case .multipart(_, let limit) = call.endpoint.body else { return }
        let announced = call.request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= limit + 65_536 else { throw RequestReading.tooLarge(limit) }
        let used = try await parts.ports.stores.files.usedBytes(owner: call.user.owner)
        guard used + announced <= parts.settings.quotaBytes + 65_536 else { throw overQuota }
    }

    private var overQuota: Refusal {
        Refusal(
            .tooManyRequests, "limited",
            "your files would take more than \(parts.settings.quotaBytes) bytes; delete some first")
    }

    private static func boundary(_ request: Request) -> String? {
        let header = request.headers[.contentType] ?? ""
        let found = PartHeader.parameters(header).first { $0.0 == "boundary" }?.1
        guard let found, (1...200).contains(found.utf8.count) else { return nil }
        return found
    }

    private static func field(_ multipart: inout Multipart<RequestBody>) async throws -> String {
        var bytes: [UInt8] = []
        while let event = try await multipart.next(), case .bytes(let buffer) = event {
            bytes.append(contentsOf: buffer.readableBytesView)
            guard bytes.count <= longestField else { throw RequestReading.tooLarge(longestField) }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.badRequest, "malformed", "a field of the form is not UTF-8")
        }
        return text
    }

    private func file(
        _ multipart: inout Multipart<RequestBody>, _ name: String, _ purpose: UploadPurpose, _ call: Call
    ) async throws -> UploadedFile {
        let incoming = parts.objects.root.appending(path: ".incoming", directoryHint: .isDirectory)
        let path = incoming.appending(path: UUID().uuidString).path
        let file = try await FileSender.blocking {
            try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
            return try OpenFile(creating: path)
        }
        var arriving = Arriving(file: file, name: name)
        do {
            while let event = try await multipart.next(), case .bytes(let buffer) = event {
                if arriving.head.count < SniffedKind.needed {
                    arriving.head += buffer.readableBytesView.prefix(SniffedKind.needed)
                }
                arriving.size += buffer.readableBytes
                buffer.withUnsafeReadableBytes { arriving.hash.update(bufferPointer: $0) }
                try check(&arriving, purpose, isWhole: false)
                try await FileSender.blocking { try file.write(buffer) }
            }
            try check(&arriving, purpose, isWhole: true)
            return try await keep(arriving, purpose, call)
        } catch {
            unlink(path)
            throw error
        }
    }

    private func check(_ arriving: inout Arriving, _ purpose: UploadPurpose, isWhole: Bool) throws {
        if arriving.kind == nil, isWhole || arriving.head.count >= SniffedKind.needed {
            guard let kind = SniffedKind(arriving.head), purpose.accepts(kind) else {
                throw Refusal(
                    .unsupportedMediaType, "unsupported", "file: send \(purpose.words)", field: "file")
            }
            arriving.kind = kind
        }
        guard let kind = arriving.kind else { return }
        let limit = purpose.limit(kind, parts.settings)
        guard arriving.size <= limit else { throw RequestReading.tooLarge(limit) }
    }

    private func keep(_ arriving: Arriving, _ purpose: UploadPurpose, _ call: Call)
        async throws -> UploadedFile
    {
        guard let kind = arriving.kind else { throw Refusal.invalid("file", "is empty") }
        if let inspect = parts.ports.tools.inspectUpload {
            try await inspect(URL(filePath: arriving.file.path), purpose.rawValue)
        }
        let random = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }.hex
        let stored = UploadedFile(
            key: "stored/\(purpose.rawValue)_\(random).\(kind.suffix)", userID: try call.user.userID,
            kind: purpose.rawValue, name: String(TextIntake.clean(arriving.name).prefix(255)),
            sizeBytes: arriving.size, type: kind.type, sha256: arriving.hash.finalize().hex,
            createdAt: parts.ports.now())
        let target = try parts.objects.url(of: stored.key)
        let file = arriving.file
        try await FileSender.blocking {
            try file.sync()
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            guard rename(file.path, target.path) == 0 else { throw OpenFile.unwritable }
        }
        do {
            try await parts.ports.stores.files.add(stored, quotaBytes: parts.settings.quotaBytes)
        } catch {
            unlink(target.path)
            throw error
        }
        return stored
    }

    /// Removes what earlier processes did not receive to the end.
    static func removeLeftovers(below root: URL, now: Date) {
        let folder = root.appending(path: ".incoming")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names {
            let path = folder.appending(path: name).path
            guard let facts = FileFacts(path), facts.modified.addingTimeInterval(leftoverAge) < now else {
                continue
            }
            unlink(path)
        }
    }

    private func discard(_ file: UploadedFile, _ call: Call) async throws {
        _ = try await parts.ports.stores.files.delete(file.key, owner: call.user.owner)
        unlink(try parts.objects.url(of: file.key).path)
    }
}
