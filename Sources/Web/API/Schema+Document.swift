internal import BatchVideo

extension Schema {
    /// The schema as JSON Schema 2020-12; named ones are references.
    var document: JSON { name.map { reference($0) } ?? definition }

    private func reference(_ name: String) -> JSON {
        let target: JSON = ["$ref": .string("#/components/schemas/\(name)")]
        return isNullable ? ["anyOf": [target, ["type": "null"]]] : target
    }

    /// The schema written out, whatever its name.
    var definition: JSON {
        var members = shape
        if isNullable && name == nil, let shapes = members["anyOf"]?.array {
            members["anyOf"] = .array(shapes + [["type": "null"]])
        }
        if isNullable && name == nil, let type = members["type"] {
            members["type"] = [type, "null"]
            if let words = members["enum"]?.array { members["enum"] = .array(words + [.null]) }
        }
        if let format { members["format"] = .string(format) }
        if let pattern { members["pattern"] = .string(pattern.expression) }
        if let note { members["description"] = .string(note) }
        if isWriteOnly { members["writeOnly"] = true }
        return .object(members)
    }

    private var shape: JSONObject {
        switch kind {
        case .any: JSONObject()
        case .boolean: JSONObject([("type", "boolean")])
        case .integer(let range):
            JSONObject([
                ("type", "integer"), ("minimum", .int(range.lowerBound)),
                ("maximum", .int(range.upperBound)),
            ])
        case .number(let range):
            JSONObject([
                ("type", "number"), ("minimum", .double(range.lowerBound)),
                ("maximum", .double(range.upperBound)),
            ])
        case .string(let length):
            JSONObject([
                ("type", "string"), ("minLength", .int(length.lowerBound)),
                ("maxLength", .int(length.upperBound)),
            ])
        case .choice(let words):
            JSONObject([("type", "string"), ("enum", .array(words.map { .string($0) }))])
        case .array(let element, let count):
            JSONObject([
                ("type", "array"), ("items", element.document),
                ("minItems", .int(count.lowerBound)), ("maxItems", .int(count.upperBound)),
            ])
        case .object(let fields): Self.shape(of: fields)
        case .either(let shapes): JSONObject([("anyOf", .array(shapes.map(\.document)))])
        case .map(let element):
            JSONObject([
                ("type", "object"), ("additionalProperties", element.document),
                ("maxProperties", .int(maximumMembers)),
            ])
        }
    }

    private static func shape(of fields: [Field]) -> JSONObject {
        var properties = JSONObject()
        for field in fields {
            guard let fallback = field.fallback, field.schema.name == nil,
                case .object(var written) = field.schema.document
            else {
                properties[field.name] = field.schema.document
                continue
            }
            written["default"] = fallback
            properties[field.name] = .object(written)
        }
        var shape = JSONObject([("type", "object"), ("properties", .object(properties))])
        let required = fields.filter(\.isRequired).map { JSON.string($0.name) }
        if !required.isEmpty { shape["required"] = .array(required) }
        return shape
    }

    /// The named schemas in this one, itself included.
    func collectNamed(into found: inout [String: JSON]) {
        if let name {
            guard found[name] == nil else { return }
            found[name] = definition
        }
        switch kind {
        case .array(let element, _), .map(let element): element.collectNamed(into: &found)
        case .either(let shapes): for shape in shapes { shape.collectNamed(into: &found) }
        case .object(let fields): for field in fields { field.schema.collectNamed(into: &found) }
        case .any, .boolean, .integer, .number, .string, .choice: break
        }
    }
}
