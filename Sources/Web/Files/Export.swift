internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// Everything jobs made as one zip, packed while it is sent.
struct Export: Sendable {
    let parts: ServerParts

    /// One batch is packed at most up to this many jobs.
    private static let maximumJobs = 1_000

    /// The job or batch behind "exports/jobs/12.zip" and "exports/batches/3.zip".
    static func subject(of key: String) -> (isBatch: Bool, id: Int)? {
        let fields = key.split(separator: "/")
        guard fields.count == 3, fields[0] == "exports", fields[2].hasSuffix(".zip"),
            let id = Int(fields[2].dropLast(4)), ["jobs", "batches"].contains(fields[1])
        else { return nil }
        return (fields[1] == "batches", id)
    }

    func response(_ subject: (isBatch: Bool, id: Int), user: String, head: Bool) async throws -> Response {
        let owner = Owner.user(user)
        var entries: [ZipEntry] = []
        let name: String
        if subject.isBatch {
            let batch = try await parts.ports.stores.batches.find(subject.id, owner: owner)
            name = ZipEntry.safe(batch.name.isEmpty ? "batch-\(batch.id)" : batch.name)
            for job in try await jobs(of: subject.id, owner) {
                let folder = "\(job.id)-\(ZipEntry.safe(job.draft.title, longest: 60))/"
                entries += try await self.entries(job, owner, folder: folder)
            }
        } else {
            let job = try await parts.ports.stores.jobs.find(subject.id, owner: owner)
            name = "\(job.id)-\(ZipEntry.safe(job.draft.title))"
            entries = try await self.entries(job, owner, folder: "")
        }
        return response(ZipWriter(entries: entries), name: name + ".zip", head: head)
    }

    private func response(_ zip: ZipWriter, name: String, head: Bool) -> Response {
        let headers: HTTPFields = [
            .contentType: "application/zip", .contentDisposition: FileSender.disposition(name),
            .cacheControl: "private, no-store", .contentLength: String(zip.length),
        ]
        if head { return Response(status: .ok, headers: headers) }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: zip.length) { writer in
                var parts = zip.makeParts()
                while let part = try await parts.next() {
                    try await writer.write(ByteBuffer(bytes: part))
                }
                try await writer.finish(nil)
            })
    }

    private func jobs(of batch: Int, _ owner: Owner) async throws -> [Job] {
        var found: [Job] = []
        var page = 1
        while found.count < Self.maximumJobs {
            let rows = try await parts.ports.stores.jobs.list(
                JobFilter(state: .succeeded, batchID: batch), Page(page, size: 100), owner: owner)
            for job in rows.items {
                found.append(try await parts.ports.stores.jobs.find(job.id, owner: owner))
            }
            if rows.items.count < 100 { break }
            page += 1
        }
        return found
    }

    private static let names = [
        "logoed_video_oss_key": "video", "combined_video_oss_key": "video_clean",
        "h2v_video_oss_key": "video_vertical", "audio_oss_key": "audio", "srt_oss_key": "subtitle",
        "cover_oss_key": "cover", "project_oss_key": "project",
    ]

    private func entries(_ job: Job, _ owner: Owner, folder: String) async throws -> [ZipEntry] {
        let when = job.latest.finishedAt ?? job.updatedAt
        var entries: [ZipEntry] = []
        for (role, key) in job.latest.resultKeys.sorted(by: { $0.key < $1.key }) {
            let url = try parts.objects.url(of: key)
            guard let facts = FileFacts(url.path) else { continue }
            let stem = Self.names[role] ?? ZipEntry.safe(role)
            entries.append(
                ZipEntry(
                    name: folder + stem + "." + url.pathExtension,
                    source: .file(url.path, size: facts.size), modified: when))
        }
        let shots = try await parts.ports.stores.shots.shots(of: job.id, owner: owner)
        entries.append(
            ZipEntry(
                name: folder + "description.txt",
                source: .bytes(Array(Self.description(job).utf8)), modified: when))
        entries.append(
            ZipEntry(
                name: folder + "shots.json", source: .bytes(Self.list(shots).utf8), modified: when))
        return entries
    }

    private static func description(_ job: Job) -> String {
        let heading = job.draft.publishTitle.isEmpty ? job.draft.title : job.draft.publishTitle
        return [heading, job.draft.description, job.draft.content].filter { !$0.isEmpty }
            .joined(separator: "\n\n") + "\n"
    }

    private static func list(_ shots: [ShotRow]) -> JSON {
        .array(
            shots.map { shot in
                [
                    "index": .int(shot.index), "start": .int(shot.startMs), "end": .int(shot.endMs),
                    "text": .string(shot.text), "prompt": .text(shot.prompt),
                    "selected": .text(shot.selected), "video": .text(shot.video),
                ]
            })
    }
}
