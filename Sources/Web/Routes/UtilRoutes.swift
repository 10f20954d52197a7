internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// Single pictures (F6-F9). What makes them is given by the program; without it these say so.
struct UtilRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "utils"
    private static let limit = 24 << 20
    private static let picture = Schema.string(4...16_000_000).formatted("byte").matching(
        "^(data:[a-z]+/[a-z0-9.+-]+;base64,)?([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
    ) { UtilRoutes.data($0) != nil }.noted("must be a picture in base 64")
    private static let side = Schema.integer(64...4_096)
    private static let prompt = JobSchemas.visible(1...4_000)

    private static let drawing = Schema.named(
        "DrawTextRequest",
        [
            .required(
                "texts",
                .array(
                    .object([
                        .required("text", .string(0...500)),
                        .optional("color", .array(.integer(0...255), 3...3), [255, 255, 255]),
                        .optional("size", .integer(4...1_000), 60),
                    ]), 1...20)),
            .required("input_image", picture),
            .optional("language", .string(0...255), ""),
            .optional("usetraditional", .boolean, false),
        ])

    private static let flux = Schema.named(
        "FluxRequest",
        [
            .required("prompt", prompt), .optional("width", side, 1_360), .optional("height", side, 768),
            .optional("loraname", .string(0...255), ""), .optional("lorastep", .integer(1...100), 28),
        ])

    private static let wish = Schema.named(
        "AIImageRequest",
        [
            .optional("model", .string(0...64), "flux"), .required("prompt", prompt),
            .optional("width", side, 1_360), .optional("height", side, 768),
            .optional("loraname", .string(0...255), ""), .optional("loraweight", .integer(0...200), 100),
            .optional("subject_image", picture.nullable),
            .optional("subject_scale", .number(0...1), 0.6),
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/utils/drawtext", .user, Self.tag, "Lines of text over a picture",
                body: .json(Self.drawing, limit: Self.limit),
                answer: .json(.object([.required("output_image", .string(1...64_000_000))])),
                faults: [503], run: drawText),
            Endpoint(
                .get, "/languages/catalog", .user, "languages", "Voices that a language may name",
                answer: .json(.named("VoiceCatalog", .list(of: Self.voice)))
            ) { _ in
                let voices = parts.ports.tools.voices
                return .json(.list(voices.map(Self.json), total: voices.count))
            },
            Endpoint(
                .get, "/utils/loras", .user, Self.tag, "LoRAs that can be chosen",
                answer: .json(.array(.string(1...255), 0...1_000))
            ) { _ in .json(.array(parts.ports.tools.loras.map { .string($0) })) },
            Endpoint(
                .post, "/utils/flux", .user, Self.tag, "A picture from a prompt",
                body: .json(Self.flux),
                answer: .json(.object([.required("outputimage", .string(1...64_000_000))])),
                faults: [429, 503, 504]
            ) { call in
                .json(["outputimage": .string(try await generate(call))])
            },
            Endpoint(
                .post, "/utils/aiimage", .user, Self.tag, "A picture from a prompt and a subject",
                body: .json(Self.wish, limit: Self.limit),
                answer: .json(
                    .object([
                        .required("code", .integer(200...200)),
                        .required("outputimage", .string(1...64_000_000)),
                    ])), faults: [429, 503, 504]
            ) { call in
                .json(["code": 200, "outputimage": .string(try await generate(call))])
            },
        ]
    }

    private static let voice = Schema.named(
        "CatalogVoice",
        [
            .required("id", .string(1...255)), .required("name", .string(0...255)),
            .required("language", .string(0...64)), .required("gender", .string(1...32)),
            .required("platform", .string(0...64)),
        ])

    private static func json(_ voice: Voice) -> JSON {
        [
            "id": .string(voice.id), "name": .string(voice.name),
            "language": .string(voice.language.tag), "gender": .string(voice.gender.rawValue),
            "platform": .string(voice.provider),
        ]
    }

    static func data(_ text: String) -> Data? {
        let plain = text.hasPrefix("data:") ? text.drop { $0 != "," }.dropFirst() : text[...]
        return Data(base64Encoded: String(plain))
    }

    private func drawText(_ call: Call) async throws -> Reply {
        guard let draw = parts.ports.tools.drawText else {
            throw Refusal.unavailable("text cannot be drawn here: this server has no painter")
        }
        let body = call.body
        let picture = Self.data(body["input_image"]?.string ?? "") ?? Data()
        guard let kind = SniffedKind(picture), kind == .png || kind == .jpeg else {
            throw Refusal.invalid("input_image", "must be a PNG or JPEG picture")
        }
        let lines = (body["texts"]?.array ?? []).map { line in
            let color = line["color"]?.array?.compactMap(\.int) ?? [255, 255, 255]
            return TextDrawing.Line(
                text: line.cleaned("text") ?? "", red: color[0], green: color[1], blue: color[2],
                size: line["size"]?.int ?? 60)
        }
        let drawn = try await draw(
            TextDrawing(
                lines: lines, picture: picture, language: body["language"]?.string ?? "",
                usesTraditional: body["usetraditional"]?.bool ?? false))
        return .json(["output_image": .string(drawn.base64EncodedString())])
    }

    private func generate(_ call: Call) async throws -> String {
        guard let generate = parts.ports.tools.generateImage else {
            throw Refusal.unavailable(
                "no vendor of pictures is configured; set one up to use this address")
        }
        let body = call.body
        let picture = try await generate(
            ImageWish(
                model: body["model"]?.string ?? "flux", prompt: body.cleaned("prompt") ?? "",
                width: body["width"]?.int ?? 1_360, height: body["height"]?.int ?? 768,
                loraName: body["loraname"]?.string ?? "", loraWeight: body["loraweight"]?.int ?? 100,
                steps: body["lorastep"]?.int ?? 28,
                subject: body["subject_image"]?.string.flatMap(Self.data),
                subjectScale: body["subject_scale"]?.double ?? 0.6))
        return picture.base64EncodedString()
    }
}
