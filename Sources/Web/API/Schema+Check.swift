internal import BatchVideo

/// A value that breaks a rule, with the member that holds it.
struct FieldFault: Error, Sendable {
    /// "title", "extra.logo.width", "jobs.3.content", "page".
    var field: String
    var message: String
}

extension Schema {
    /// The value with fallbacks put in.
    /// - Throws: `FieldFault` for the first member that breaks a rule.
    func check(_ value: JSON, at field: String) throws(FieldFault) -> JSON {
        if isNullable && value.isNull { return value }
        func fault(_ message: String) -> FieldFault { FieldFault(field: field, message: message) }
        switch kind {
        case .any: return value
        case .boolean:
            guard value.bool != nil else { throw fault("must be true or false") }
            return value
        case .integer(let range):
            guard let number = value.int else { throw fault("must be a whole number") }
            guard range.contains(number) else { throw fault("must be \(Self.words(range))") }
            return .int(number)
        case .number(let range):
            guard let number = value.double else { throw fault("must be a number") }
            guard range.contains(number) else {
                throw fault("must be \(range.lowerBound)...\(range.upperBound)")
            }
            return value
        case .string(let length):
            guard let text = value.string else { throw fault("must be a text") }
            if let message = Self.lengthFault(text, length) { throw fault(message) }
            if let pattern, !pattern.matches(text) {
                throw fault(note ?? "must match \(pattern.expression)")
            }
            return value
        case .choice(let words):
            guard let text = value.string, words.contains(text) else {
                throw fault("must be one of \(words.joined(separator: ", "))")
            }
            return value
        case .array(let element, let count):
            return try elements(value, element, count, at: field)
        case .object(let fields): return try members(value, fields, at: field)
        case .either(let shapes):
            for shape in shapes {
                if let checked = try? shape.check(value, at: field) { return checked }
            }
            throw fault(note ?? "has a shape or value that is not known")
        case .map(let element): return try entries(value, element, at: field)
        }
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.upperBound >= safeIntegers.upperBound
            ? "\(range.lowerBound) or more" : "\(range.lowerBound)...\(range.upperBound)"
    }

    private static func lengthFault(_ text: String, _ length: ClosedRange<Int>) -> String? {
        let count = text.unicodeScalars.count
        if length.contains(count) { return nil }
        if count == 0 { return "must not be empty" }
        return count < length.lowerBound
            ? "must have at least \(length.lowerBound) characters"
            : "must have at most \(length.upperBound) characters, not \(count)"
    }

    private func elements(
        _ value: JSON, _ element: Schema, _ count: ClosedRange<Int>, at field: String
    ) throws(FieldFault) -> JSON {
        guard let array = value.array else {
            throw FieldFault(field: field, message: "must be a list")
        }
        guard count.contains(array.count) else {
            let message = "must have \(count.lowerBound)...\(count.upperBound) entries"
            throw FieldFault(field: field, message: message)
        }
        var checked: [JSON] = []
        for (index, item) in array.enumerated() {
            checked.append(try element.check(item, at: "\(field).\(index)"))
        }
        return .array(checked)
    }

    private func members(_ value: JSON, _ fields: [Field], at field: String)
        throws(FieldFault) -> JSON
    {
        guard var object = value.object else {
            throw FieldFault(field: field, message: "must be an object")
        }
        for member in fields {
            let name = field.isEmpty ? member.name : "\(field).\(member.name)"
            if let given = object[member.name] {
                object[member.name] = try member.schema.check(given, at: name)
            } else if let fallback = member.fallback {
                object[member.name] = fallback
            } else if member.isRequired {
                throw FieldFault(field: name, message: "is missing")
            }
        }
        return .object(object)
    }

    private func entries(_ value: JSON, _ element: Schema, at field: String)
        throws(FieldFault) -> JSON
    {
        guard let object = value.object else {
            throw FieldFault(field: field, message: "must be an object")
        }
        guard object.members.count <= maximumMembers else {
            let message = "must have at most \(maximumMembers) members"
            throw FieldFault(field: field, message: message)
        }
        var checked = JSONObject()
        for member in object.members {
            checked[member.key] = try element.check(
                member.value, at: field.isEmpty ? member.key : "\(field).\(member.key)")
        }
        return .object(checked)
    }
}
