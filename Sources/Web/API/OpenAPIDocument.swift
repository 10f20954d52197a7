internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// The OpenAPI 3.1 document, made from the routes.
enum OpenAPIDocument {
    static func make(_ endpoints: [Endpoint], version: String) -> JSON {
        var paths = JSONObject()
        for endpoint in endpoints {
            var item = paths[endpoint.path]?.object ?? JSONObject()
            item[endpoint.method.rawValue.lowercased()] = operation(endpoint)
            paths[endpoint.path] = .object(item)
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "BatchVideo", "version": .string(version.isEmpty ? "0" : version),
                "summary": "Texts in, narrated films out",
            ],
            "servers": [["url": "/api"], ["url": "/api/v1"]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas(endpoints)), "securitySchemes": securitySchemes,
            ],
        ]
    }

    private static func schemas(_ endpoints: [Endpoint]) -> JSONObject {
        var found: [String: JSON] = [:]
        Refusal.schema.collectNamed(into: &found)
        for endpoint in endpoints {
            endpoint.answer.schema?.collectNamed(into: &found)
            endpoint.body.schema?.collectNamed(into: &found)
        }
        return JSONObject(found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private static let securitySchemes: JSON = [
        "bearer": [
            "type": "http", "scheme": "bearer",
            "description": "A token from /auth/login or an API key (bv_...)",
        ],
        "session": ["type": "apiKey", "in": "cookie", "name": .string(Gate.cookieName)],
        "ticket": ["type": "apiKey", "in": "query", "name": "ticket"],
        "service": ["type": "http", "scheme": "bearer"],
    ]

    private static func operation(_ endpoint: Endpoint) -> JSON {
        var operation = JSONObject([
            ("operationId", .string(endpoint.operationID)), ("tags", [.string(endpoint.tag)]),
            ("summary", .string(endpoint.summary)),
            ("x-owner-rule", .string(endpoint.access.rawValue)),
            ("security", security(endpoint.access)),
        ])
        let parameters = parameters(endpoint)
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if let body = endpoint.body.document { operation["requestBody"] = body }
        operation["responses"] = .object(responses(endpoint))
        return .object(operation)
    }

    private static func security(_ access: Access) -> JSON {
        switch access {
        case .public, .signature: []
        case .user, .owner, .shared, .admin: [["bearer": []], ["session": []]]
        case .listener: [["bearer": []], ["session": []], ["ticket": []]]
        case .service: [["service": []]]
        }
    }

    private static func parameters(_ endpoint: Endpoint) -> [JSON] {
        let captures = endpoint.captures.map { name in
            parameter(name, "path", Capture.schema(name).document, "", isRequired: true)
        }
        let query = endpoint.query.map {
            parameter(
                $0.name, "query", $0.isRequired ? $0.schema.document : orEmpty($0), $0.note,
                isRequired: $0.isRequired)
        }
        var headers = endpoint.headers
        if endpoint.takesIdempotencyKey { headers.append(Idempotency.parameter) }
        let fields = headers.map {
            parameter($0.name, "header", $0.schema.document, $0.note, isRequired: $0.isRequired)
        }
        return captures + query + fields
    }

    /// Empty values of the query are the same as none (H5).
    private static func orEmpty(_ parameter: Parameter) -> JSON {
        var members = JSONObject([
            ("anyOf", [parameter.schema.document, ["type": "string", "maxLength": 0]])
        ])
        if let fallback = parameter.fallback { members["default"] = fallback }
        return .object(members)
    }

    private static func parameter(
        _ name: String, _ place: String, _ schema: JSON, _ note: String, isRequired: Bool
    ) -> JSON {
        [
            "name": .string(name), "in": .string(place), "required": .bool(isRequired),
            "description": .string(note), "schema": schema,
        ]
    }

    private static func responses(_ endpoint: Endpoint) -> JSONObject {
        var responses = JSONObject()
        let answer = endpoint.answer
        var good = JSONObject([("description", .string(answer.note))])
        if let type = answer.contentType {
            let schema = answer.schema?.document ?? plain(type)
            good["content"] = .object(JSONObject([(type, ["schema": schema])]))
        }
        for status in [answer.status] + answer.also.sorted() {
            responses[String(status)] = .object(good)
        }
        for status in endpoint.statuses.sorted() {
            let error: JSON = ["application/json": ["schema": Refusal.schema.document]]
            responses[String(status)] = [
                "description": .string(HTTPResponse.Status(code: status).reasonPhrase),
                "content": error,
            ]
        }
        return responses
    }

    /// What is not JSON: a text, or for a stream what each of its events is.
    private static func plain(_ type: String) -> JSON {
        guard type == "text/event-stream" else { return ["type": "string"] }
        return [
            "type": "object",
            "properties": [
                "id": ["type": "string"], "event": ["type": "string"], "retry": ["type": "integer"],
                "data": ["type": "string", "contentMediaType": "application/json"],
            ],
        ]
    }
}

extension Endpoint {
    /// "getJobsIdSplits".
    var operationID: String {
        let words = path.split { !$0.isLetter && !$0.isNumber }.map { $0.capitalized }
        return method.rawValue.lowercased() + words.joined()
    }

    var captures: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }
            .map { String($0.dropFirst().dropLast()) }
    }

    var takesIdempotencyKey: Bool { method == .post && access.needsUser }

    /// All statuses of errors that this route may give.
    var statuses: Set<Int> {
        var statuses = faults
        switch access {
        case .user, .owner, .shared, .listener: statuses.formUnion([401, 403])
        case .service: statuses.insert(401)
        case .admin: statuses.formUnion([401, 403])
        case .signature: statuses.insert(403)
        case .public: break
        }
        if !captures.isEmpty { statuses.formUnion([404, 422]) }
        if !query.isEmpty || !headers.isEmpty { statuses.formUnion([400, 422]) }
        if takesIdempotencyKey { statuses.formUnion([409, 422]) }
        switch body {
        case .none: break
        case .json, .jsonOrForm, .optionalJSON, .multipart, .file:
            statuses.formUnion([400, 413, 415, 422])
        }
        return statuses
    }
}

extension BodyRule {
    var schema: Schema? {
        switch self {
        case .none, .file: nil
        case .json(let schema, _), .jsonOrForm(let schema), .optionalJSON(let schema): schema
        case .multipart(let fields, _): .object(fields)
        }
    }

    var document: JSON? {
        let types: [String]
        switch self {
        case .none: return nil
        case .json, .optionalJSON: types = ["application/json"]
        case .jsonOrForm: types = ["application/json", "application/x-www-form-urlencoded"]
        case .multipart: types = ["multipart/form-data"]
        case .file(let accepted, _): types = accepted
        }
        let schema = schema?.document ?? ["type": "string"]
        let content = types.map { ($0, JSON.object(JSONObject([("schema", schema)]))) }
        var body = JSONObject([("content", .object(JSONObject(content)))])
        if case .optionalJSON = self {} else { body["required"] = true }
        return .object(body)
    }
}
