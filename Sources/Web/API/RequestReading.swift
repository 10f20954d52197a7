internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// Turns paths, queries, headers and bodies into values that have passed their schemas.
enum RequestReading {
    static func path(_ captures: [String: String]) throws -> JSONObject {
        var values = JSONObject()
        for (name, text) in captures {
            let schema = Capture.schema(name)
            values[name] = try schema.check(value(text, schema, at: name), at: name)
        }
        return values
    }

    /// Empty values count as absent (H5); a parameter given twice is refused.
    static func query(_ text: String?, _ parameters: [Parameter]) throws -> JSONObject {
        let given = try pairs(text ?? "")
        var values = JSONObject()
        for parameter in parameters {
            let texts = given.filter { $0.0 == parameter.name }.map(\.1)
            guard texts.count <= 1 else { throw Refusal.invalid(parameter.name, "is given twice") }
            values[parameter.name] = try value(texts.first, parameter)
        }
        return values
    }

    static func headers(_ fields: HTTPFields, _ parameters: [Parameter]) throws {
        for parameter in parameters {
            // An empty header is a mistake, where an empty query value is a habit of forms.
            guard let name = HTTPField.Name(parameter.name), let text = fields[name] else { continue }
            let value = try value(text, parameter.schema, at: parameter.name)
            _ = try parameter.schema.check(value, at: parameter.name)
        }
    }

    private static func value(_ text: String?, _ parameter: Parameter) throws -> JSON? {
        guard let text, !text.isEmpty else {
            if parameter.isRequired { throw Refusal.invalid(parameter.name, "is missing") }
            return parameter.fallback
        }
        let value = try value(text, parameter.schema, at: parameter.name)
        return try parameter.schema.check(value, at: parameter.name)
    }

    private static func value(_ text: String, _ schema: Schema, at name: String) throws -> JSON {
        switch schema.kind {
        case .integer:
            let digits = text.drop { $0 == "-" }
            guard digits.utf8.count >= text.utf8.count - 1, !digits.isEmpty,
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text)
            else { throw Refusal.invalid(name, "must be a whole number") }
            return .int(number)
        case .number:
            guard let number = Double(text), number.isFinite else {
                throw Refusal.invalid(name, "must be a number")
            }
            return .double(number)
        case .boolean:
            switch text.lowercased() {
            case "true", "1": return true
            case "false", "0": return false
            default: throw Refusal.invalid(name, "must be true or false")
            }
        case .any, .string, .choice, .array, .object, .map, .either: return .string(text)
        }
    }

    /// The pairs of a query or a form.
    static func pairs(_ text: String) throws -> [(String, String)] {
        try text.split(separator: "&").prefix(200).map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = halves.map {
                $0.replacing("+", with: " ").removingPercentEncoding
            }
            guard let name = decoded[0], let value = decoded.count > 1 ? decoded[1] : "" else {
                throw Refusal(.badRequest, "malformed", "the query is not percent-encoded UTF-8")
            }
            return (name, value)
        }
    }
}

extension RequestReading {
    static func body(_ request: Request, _ rule: BodyRule) async throws -> JSON {
        switch rule {
        case .none, .multipart, .file: return .null
        case .json(let schema, let limit):
            try expect(request, ["application/json"])
            return try schema.check(parse(await bytes(request, limit)), at: "")
        case .optionalJSON(let schema):
            let bytes = try await bytes(request, BodyRule.jsonLimit)
            if bytes.isEmpty { return try schema.check(.object(JSONObject()), at: "") }
            try expect(request, ["application/json"])
            return try schema.check(parse(bytes), at: "")
        case .jsonOrForm(let schema):
            let form = "application/x-www-form-urlencoded"
            try expect(request, ["application/json", form])
            let bytes = try await bytes(request, BodyRule.jsonLimit)
            guard mediaType(request) == form else { return try schema.check(parse(bytes), at: "") }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Refusal(.badRequest, "malformed", "the form is not UTF-8")
            }
            let members = try pairs(text).map { ($0, JSON.string($1)) }
            return try schema.check(.object(JSONObject(members)), at: "")
        }
    }

    /// The media type without parameters, in lower case.
    static func mediaType(_ request: Request) -> String {
        let value = request.headers[.contentType] ?? ""
        return value.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    }

    static func expect(_ request: Request, _ types: [String]) throws {
        guard types.contains(mediaType(request)) else {
            throw Refusal(
                .unsupportedMediaType, "unsupported",
                "send the body as \(types.joined(separator: " or "))")
        }
    }

    private static func parse(_ bytes: [UInt8]) throws -> JSON {
        do {
            return try JSONReader.read(bytes)
        } catch let error as BatchVideoError {
            throw Refusal(.badRequest, "malformed", error.message)
        }
    }

    /// The whole body, refused as soon as it is known to be too large.
    static func bytes(_ request: Request, _ limit: Int) async throws -> [UInt8] {
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= limit else { throw tooLarge(limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(announced)
        for try await chunk in request.body {
            guard bytes.count + chunk.readableBytes <= limit else { throw tooLarge(limit) }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }

    static func tooLarge(_ limit: Int) -> Refusal {
        Refusal(
            .contentTooLarge, "too_large", "send at most \(limit) bytes at once",
            headers: [.connection: "close"])
    }
}
