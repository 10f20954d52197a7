internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// The captions of a job's film: read, edit, take edits back; and the shape of its sound to edit them by.
struct CaptionRoutes: Sendable {
    let parts: ServerParts

    private var store: any CaptionStore { parts.ports.stores.captions }
    private static let tag = "captions"
    private static let time = Schema.integer(0...100_000_000).noted("Milliseconds of the film")

    private static let cue = Schema.named(
        "Caption",
        [
            .required("start", time), .required("end", time),
            .required("text", .string(0...2_000).noted("Lines with a line break between them")),
            .required("made", Schema.string(0...2_000).nullable.noted("What it was made as, when it was changed")),
        ])

    private static let track = Schema.named(
        "JobCaptions",
        [
            .required("version", .integer(1...Schema.safeIntegers.upperBound)), .required("is_edited", .boolean),
            .required("cues", .array(cue, 0...100_000)), .required("updated_at", .time),
        ])

    private static let changes = Schema.named(
        "UpdateCaptionsRequest",
        [
            .required(
                "cues",
                .array(
                    .named(
                        "CaptionChange",
                        [
                            .required("start", time), .required("end", time),
                            .required("text", JobSchemas.visible(1...500)),
                        ]), 0...100_000)),
            .optional("version", .integer(1...Schema.safeIntegers.upperBound)),
        ])

    private static let ifMatch = [Parameter("If-Match", ETags.schema, "The version that is to be changed")]

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/jobs/{id}/captions", .owner, Self.tag, "The captions of the film, as people want them",
                answer: .json(Self.track)
            ) { call in
                guard let track = try await store.captions(of: call.id(), owner: call.user.owner) else {
                    throw Refusal(.notFound, "not_found", "the job has no captions yet; run it first")
                }
                return reply(track)
            },
            Endpoint(
                .put, "/jobs/{id}/captions", .owner, Self.tag,
                "Change times and words of captions; a render shows them", headers: Self.ifMatch,
                body: .json(Self.changes, limit: 16 << 20), answer: .json(Self.track), faults: [409], run: change),
            Endpoint(
                .delete, "/jobs/{id}/captions", .owner, Self.tag, "Take all changes of captions back",
                headers: Self.ifMatch, answer: .json(Self.track), faults: [409]
            ) { call in
                try await edit(call) { track in
                    for place in track.entries.indices { track.entries[place].wanted = nil }
                }
            },
            Endpoint(
                .get, "/jobs/{id}/waveform", .owner, Self.tag, "The shape of the film's sound",
                query: [Parameter("points", .integer(10...10_000), "Stretches to tell apart", fallback: 1_200)],
                answer: .json(
                    .named(
                        "Waveform",
                        [
                            .required("duration", Self.time),
                            .required("peaks", .array(.integer(0...100), 0...10_000)),
                        ])), faults: [503], run: waveform),
        ]
    }

    private func change(_ call: Call) async throws -> Reply {
        let rows = call.body["cues"]?.array ?? []
        let wanted = rows.map { row in
            (start: row["start"]?.int ?? 0, end: row["end"]?.int ?? 0, text: row["text"]?.string ?? "")
        }
        return try await edit(call) { track in
            try track.want(
                wanted.map { row in
                    let lines = row.text.split(separator: "\n").map { TextIntake.clean(String($0)) }
                    return CaptionChange.Caption(
                        span: TimeSpan(
                            startMs: max(0, row.start - track.lead.ms), endMs: max(0, row.end - track.lead.ms)),
                        text: lines.filter { !$0.isEmpty }.joined(separator: "\n"))
                })
        }
    }

    private func edit(
        _ call: Call, _ change: @escaping @Sendable (inout JobCaptions) throws -> Void
    ) async throws -> Reply {
        let id = try call.id()
        let owner = try call.user.owner
        do {
            let track = try await store.edit(
                id, ifVersion: try ETags.version(call), owner: owner, now: parts.ports.now(), change)
            return reply(track)
        } catch let error as BatchVideoError where error.code == .conflict {
            guard let present = try await store.captions(of: id, owner: owner) else { throw error }
            throw Refusal.conflict(error.message, facts: ["present": Self.json(present), "wanted": call.body])
        }
    }

    private func reply(_ track: JobCaptions) -> Reply {
        Reply.json(Self.json(track)).header(.eTag, ETags.tag(track.version))
    }

    private static func json(_ track: JobCaptions) -> JSON {
        let lead = track.lead.ms
        let cues = track.entries.map { entry -> JSON in
            [
                "start": .int(entry.shown.span.start.ms + lead), "end": .int(entry.shown.span.end.ms + lead),
                "text": .string(entry.shown.text),
                "made": entry.wanted == nil ? .null : .string(entry.made.text),
            ]
        }
        return [
            "version": .int(track.version), "is_edited": .bool(track.isEdited), "cues": .array(cues),
            "updated_at": .time(track.updatedAt),
        ]
    }

    private func waveform(_ call: Call) async throws -> Reply {
        let job = try await parts.ports.stores.jobs.find(call.id(), owner: call.user.owner)
        guard let key = job.latest.resultKeys["audio_oss_key"], parts.objects.exists(key) else {
            throw Refusal(.notFound, "not_found", "the job has no sound yet; run it first")
        }
        guard let measure = parts.ports.tools.waveform else {
            throw Refusal.unavailable("sound cannot be read here: this server has no ffmpeg")
        }
        let shape = try await measure(parts.objects.url(of: key), call.query["points"]?.int ?? 1_200)
        return .json([
            "duration": .int(shape.length.ms), "peaks": .array(shape.peaks.map { .int($0) }),
        ])
    }
}
