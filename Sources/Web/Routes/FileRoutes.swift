internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// Uploads and downloads (F1-F5).
struct FileRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "files"
    private static let binary = Schema.string(0...Schema.safeIntegers.upperBound).formatted("binary")
    private static let key = Schema.string(1...512)
    private static let uploaded = Schema.named(
        "Upload",
        [
            .required("uploadkey", key), .required("url", .string(1...4_000).noted("Good for an hour")),
            .required("name", .string(0...255)), .required("typ", .string(1...32)),
            .required("size", .integer(0...Schema.safeIntegers.upperBound)),
            .required("content_type", .string(1...128)), .required("sha256", .string(64...64)),
            .required("created_at", .time),
        ])

    var endpoints: [Endpoint] {
        let kinds = Schema.choice(UploadPurpose.allCases.map(\.rawValue))
        return [
            Endpoint(
                .post, "/utils/upload", .user, Self.tag, "Bring a picture, sound or video",
                query: [Parameter("typ", kinds, "What it is for", fallback: "cover")],
                body: .multipart(
                    [.required("file", Self.binary)], limit: parts.settings.videoLimitBytes),
                answer: .json(Self.uploaded), faults: [429]
            ) { call in
                let word = call.query["typ"]?.string ?? "cover"
                let purpose = UploadPurpose(rawValue: word) ?? .cover
                let file = try await Uploads(parts: parts).receive(call, purpose)
                return .json(json(file, try call.user))
            },
            Endpoint(
                .post, "/utils/upload_human_video", .user, Self.tag,
                "The video of an account's presenter",
                body: .multipart(
                    [.required("account_name", .string(1...255)), .required("file", Self.binary)],
                    limit: parts.settings.videoLimitBytes),
                answer: .json(Self.uploaded), faults: [404, 429], run: uploadPresenter),
            Endpoint(
                .get, "/utils/preview_human_video", .user, Self.tag,
                "The video of an account's presenter, also in parts",
                query: [Parameter("account_name", .string(1...255), "Name of the account", isRequired: true)],
                answer: .content("video/mp4", "The video"), faults: [404, 416], run: previewPresenter),
            Endpoint(
                .get, "/utils/files", .user, Self.tag, "A link to an own file, good for an hour",
                query: [Parameter("uploadkey", Self.key, "Key of the file", isRequired: true)],
                answer: .json(.object([.required("url", .string(1...4_000))])), faults: [404]
            ) { call in
                let key = call.query["uploadkey"]?.string ?? ""
                try await requireOwn(key, call.user.userID)
                return .json(["url": .string(link(key, try call.user))])
            },
            Endpoint(
                .get, "/files", .user, Self.tag, "My uploads, newest first",
                query: [.page, .pageSize(10), Parameter("typ", kinds, "What they are for")],
                answer: .json(.named("UploadList", .list(of: Self.uploaded)))
            ) { call in
                let caller = try call.user
                let rows = try await parts.ports.stores.files.list(
                    kind: call.query["typ"]?.string, Page(call.page, size: call.pageSize),
                    owner: caller.owner)
                return .json(.list(rows.items.map { json($0, caller) }, total: rows.total))
            },
            Endpoint(
                .get, "/footage", .user, Self.tag, "My own clips, newest first, and how often shots show them",
                query: [.page, .pageSize(10), Parameter("q", .string(0...100), "Part of the name")],
                answer: .json(.named("FootageList", .list(of: Self.clip)))
            ) { call in
                let caller = try call.user
                let rows = try await parts.ports.stores.files.clips(
                    call.query["q"]?.string, Page(call.page, size: call.pageSize), owner: caller.owner)
                let items = rows.items.map { clip -> JSON in
                    [
                        "key": .string(clip.file.key), "url": .string(link(clip.file.key, caller)),
                        "name": .string(clip.file.name), "size": .int(clip.file.sizeBytes),
                        "created_at": .time(clip.file.createdAt),
                        "used": .int(clip.used), "last_used_at": .time(clip.lastUsedAt),
                    ]
                }
                return .json(.list(items, total: rows.total))
            },
            Endpoint(
                .delete, "/files", .user, Self.tag, "Delete an own upload",
                query: [Parameter("uploadkey", Self.key, "Key of the file", isRequired: true)],
                answer: .json(.object([.required("uploadkey", Self.key)])), faults: [404]
            ) { call in
                let key = call.query["uploadkey"]?.string ?? ""
                _ = try await parts.ports.stores.files.delete(key, owner: call.user.owner)
                let path = try parts.objects.url(of: key).path
                // The row is gone; a file that cannot be removed is found by the nightly cleaning.
                _ = try await FileSender.blocking { unlink(path) }
                return .json(["uploadkey": .string(key)])
            },
            Endpoint(
                .get, "/files/content", .signature, Self.tag,
                "A file by its signed link, also in parts", query: Self.signature,
                answer: .content("application/octet-stream", "The file"), faults: [404, 416],
                run: content),
        ]
    }

    private static let clip = Schema.named(
        "Clip",
        [
            .required("key", key), .required("url", .string(1...4_000)), .required("name", .string(0...255)),
            .required("size", .integer(0...Schema.safeIntegers.upperBound)), .required("created_at", .time),
            .required("used", .integer(0...1_000_000)), .required("last_used_at", .time.nullable),
        ])

    private static let signature = [
        Parameter("key", key, "Key of the file", isRequired: true),
        Parameter("user", .string(1...64), "Whose link it is", isRequired: true),
        Parameter("expires", .integer(0...Schema.safeIntegers.upperBound), "Unix seconds", isRequired: true),
        Parameter("signature", .string(1...128), "HMAC of the three", isRequired: true),
        Parameter("download", .boolean, "Save it instead of showing it", fallback: false),
    ]

    private func link(_ key: String, _ caller: Caller) -> String {
        parts.signer.link(to: key, user: caller.userID, now: parts.ports.now())
    }

    private func json(_ file: UploadedFile, _ caller: Caller) -> JSON {
        [
            "uploadkey": .string(file.key), "url": .string(link(file.key, caller)),
            "name": .string(file.name), "typ": .string(file.kind), "size": .int(file.sizeBytes),
            "content_type": .string(file.type), "sha256": .string(file.sha256),
            "created_at": .time(file.createdAt),
        ]
    }

    /// - Throws: 404 unless the key is of an upload or a job of that user.
    private func requireOwn(_ key: String, _ user: String) async throws {
        guard ObjectFolder.isKey(key) else { throw Refusal.notFound }
        if let job = ObjectKey.job(of: key) {
            _ = try await parts.ports.stores.jobs.find(job, owner: .user(user))
        } else {
            _ = try await parts.ports.stores.files.find(key, owner: .user(user))
        }
    }

    private func content(_ call: Call) async throws -> Reply {
        let query = call.query
        let key = query["key"]?.string ?? ""
        let user = query["user"]?.string ?? ""
        guard
            parts.signer.isValid(
                key, user: user, expiry: query["expires"]?.int ?? 0,
                signature: query["signature"]?.string ?? "", now: parts.ports.now())
        else {
            throw Refusal(.forbidden, "forbidden", "the link is not valid or has expired; ask for a new one")
        }
        if let subject = Export.subject(of: key) {
            let isHead = call.request.method == .head
            return .response(try await Export(parts: parts).response(subject, user: user, head: isHead))
        }
        // What was deleted since is gone, whatever links are about.
        try await requireOwn(key, user)
        let name = query["download"]?.bool == true ? key.split(separator: "/").last.map(String.init) : nil
        return try await send(key, call, name: name)
    }

    private func send(_ key: String, _ call: Call, name: String?) async throws -> Reply {
        let url = try parts.objects.url(of: key)
        guard let prefix = parts.settings.accelPrefix else {
            return .response(try await FileSender.send(url, for: call.request, name: name))
        }
        guard parts.objects.exists(key) else { throw Refusal.notFound }
        var headers: HTTPFields = [
            .accelRedirect: prefix + "/"
                + (key.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""),
            .contentType: MediaTypes.type(of: url.pathExtension), .cacheControl: "private, no-cache",
        ]
        if let name { headers[.contentDisposition] = FileSender.disposition(name) }
        return .response(Response(status: .ok, headers: headers))
    }
}

extension FileRoutes {
    private func account(_ name: String, _ call: Call) async throws -> Account {
        do {
            return try await parts.ports.stores.accounts.find(named: name, owner: call.user.owner)
        } catch let error as BatchVideoError where error.code == .notFound {
            throw Refusal(
                .notFound, "not_found", "account_name: you have no account of that name",
                field: "account_name")
        }
    }

    private func uploadPresenter(_ call: Call) async throws -> Reply {
        let caller = try call.user
        let (file, fields) = try await Uploads(parts: parts).receiveWithFields(call, .human)
        do {
            let name = try Schema.string(1...255).check(
                .string(fields["account_name"] ?? ""), at: "account_name")
            let account = try await account(name.string ?? "", call)
            _ = try await parts.ports.stores.accounts.update(
                account.id, ifVersion: nil, owner: caller.owner, now: parts.ports.now()
            ) { $0.extra.presenter.show(file.key) }
        } catch {
            _ = try await parts.ports.stores.files.delete(file.key, owner: caller.owner)
            let path = try parts.objects.url(of: file.key).path
            _ = try await FileSender.blocking { unlink(path) }
            throw error
        }
        return .json(json(file, caller))
    }

    private func previewPresenter(_ call: Call) async throws -> Reply {
        let account = try await account(call.query["account_name"]?.string ?? "", call)
        guard let key = account.fields.extra.presenter.path else { throw Refusal.notFound }
        try await requireOwn(key, call.user.userID)
        return try await send(key, call, name: nil)
    }
}
