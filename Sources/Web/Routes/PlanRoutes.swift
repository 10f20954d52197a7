internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// What a film will be like, before it is filed, paid or rendered: its shots, its first picture, its voice.
struct PlanRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "plans"

    private static let plan = Schema.named(
        "FilmPlan",
        [
            .required("characters", .integer(0...1_000_000)), .required("language", .string(1...64)),
            .required("estimated_ms", .integer(0...1_000_000_000)),
            .required("costs", .map(.number(0...1e9)).noted("Of vendors, by currency")),
            .required(
                "shots",
                .array(
                    .named(
                        "PlannedShot",
                        [
                            .required("index", .integer(0...100_000)),
                            .required("start", .integer(0...1_000_000_000).noted("Milliseconds")),
                            .required("end", .integer(0...1_000_000_000)),
                            .required("text", .string(0...10_000)), .required("is_moving", .boolean),
                        ]), 0...100_000)),
        ])

    private static let speech = Schema.named(
        "SpeakRequest",
        [
            .required("text", JobSchemas.visible(1...300)),
            .optional("voice", .string(0...255).noted("A voice of the catalog; empty: one for the language"), ""),
            .optional(
                "language",
                Schema.string(0...35).matching("^([A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*)?$") {
                    $0.isEmpty || $0.wholeMatch(of: /[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*/) != nil
                }.noted("BCP 47; empty: the text says"), ""),
            .optional("speed", .number(0.5...2), 1),
        ])

    var endpoints: [Endpoint] {
        let draft = Schema.named("PlanRequest", JobSchemas.fields(parts.settings.limits))
        return [
            Endpoint(
                .post, "/jobs/plan", .user, Self.tag, "How a text would be cut into shots; files and pays nothing",
                body: .json(draft), answer: .json(Self.plan), faults: [404, 503], run: plan),
            Endpoint(
                .post, "/jobs/plan/picture", .user, Self.tag,
                "The first shot as the embedded painter shows it", body: .json(draft),
                answer: .content("image/png", "The picture"), faults: [404, 503]
            ) { call in
                guard let paint = parts.ports.tools.planPicture else { throw Self.unavailable }
                let picture = try await paint(accepted(call), call.user.owner)
                return Self.bytes(picture, "image/png")
            },
            Endpoint(
                .post, "/utils/speak", .user, "utils", "A sentence as an embedded voice says it",
                body: .json(Self.speech), answer: .content("audio/wav", "The sound"), faults: [503]
            ) { call in
                guard let speak = parts.ports.tools.speak else {
                    throw Refusal.unavailable("nothing speaks here: this server has no voices")
                }
                let sound = try await speak(
                    SpeechWish(
                        text: call.body.cleaned("text") ?? "", voice: call.body["voice"]?.string ?? "",
                        language: call.body["language"]?.string ?? "", speed: call.body["speed"]?.double ?? 1))
                return Self.bytes(sound, "audio/wav")
            },
        ]
    }

    private static let unavailable = Refusal.unavailable("films cannot be planned here: this server makes none")

    private static func bytes(_ data: Data, _ type: String) -> Reply {
        Reply(content: .bytes(Array(data), type: type)).header(.cacheControl, "no-store")
    }

    private func accepted(_ call: Call) async throws -> JobDraft {
        let draft = try JobDraft(call.body).accepted(within: parts.settings.limits)
        try await parts.require(draft, call)
        return draft
    }

    private func plan(_ call: Call) async throws -> Reply {
        guard let make = parts.ports.tools.plan else { throw Self.unavailable }
        let draft = try await accepted(call)
        let plan = try await make(draft, call.user.owner)
        let owner = try call.user.owner
        let estimate = await parts.ports.tools.estimate?(draft, owner)
        let costs = (estimate?.costs ?? []).map { ($0.currency, JSON.double(Double($0.micros) / 1e6)) }
        let shots = plan.shots.enumerated().map { index, shot -> JSON in
            [
                "index": .int(index), "start": .int(shot.span.start.ms), "end": .int(shot.span.end.ms),
                "text": .string(shot.text), "is_moving": .bool(shot.isMoving),
            ]
        }
        return .json([
            "characters": .int(draft.content.count { !$0.isWhitespace }), "language": .string(plan.language.tag),
            "estimated_ms": .int(plan.length.ms), "costs": .object(JSONObject(costs)), "shots": .array(shots),
        ])
    }
}
