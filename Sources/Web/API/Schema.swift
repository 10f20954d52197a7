internal import BatchVideo

/// The shape of a JSON value: it checks requests and is written into the OpenAPI document, so the two cannot differ.
struct Schema: Sendable {
    indirect enum Kind: Sendable {
        case any
        case boolean
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        /// Lengths are counted in Unicode scalars, as JSON Schema does.
        case string(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        case array(of: Schema, ClosedRange<Int>)
        /// Unknown members are let through: clients of the specification send whole rows back.
        case object([Field])
        /// One of these shapes.
        case either([Schema])
        /// Members of any name with values of one shape.
        case map(of: Schema)
    }

    struct Field: Sendable {
        var name: String
        var schema: Schema
        var isRequired: Bool
        /// Written into the document and put in when the member is missing.
        var fallback: JSON?
    }

    var kind: Kind
    var isNullable = false
    /// Named schemas are written once, under `components`.
    var name: String?
    /// JSON Schema's `format`.
    var format: String?
    /// A pattern for the document and the check that goes with it.
    var pattern: TextPattern?
    var note: String?
    var isWriteOnly = false
    var maximumMembers = 64

    init(_ kind: Kind) { self.kind = kind }
}

/// A set of texts that JSON Schema can say as a regular expression and we check by hand.
struct TextPattern: Sendable {
    var expression: String
    var matches: @Sendable (String) -> Bool
}

extension Schema {
    static let any = Schema(.any)
    static let boolean = Schema(.boolean)
    static func integer(_ range: ClosedRange<Int> = Schema.safeIntegers) -> Schema {
        Schema(.integer(range))
    }
    static func number(_ range: ClosedRange<Double>) -> Schema { Schema(.number(range)) }
    static func string(_ length: ClosedRange<Int> = 0...255) -> Schema { Schema(.string(length)) }
    static func choice(_ words: [String]) -> Schema { Schema(.choice(words)) }
    static func array(_ element: Schema, _ count: ClosedRange<Int> = 0...1_000) -> Schema {
        Schema(.array(of: element, count))
    }
    static func object(_ fields: [Field]) -> Schema { Schema(.object(fields)) }
    static func map(_ element: Schema) -> Schema { Schema(.map(of: element)) }
    static func named(_ name: String, _ fields: [Field]) -> Schema {
        var schema = Schema(.object(fields))
        schema.name = name
        return schema
    }

    /// Whole numbers that every JSON reader keeps exactly.
    static let safeIntegers = -9_007_199_254_740_991...9_007_199_254_740_991
    /// A row's number.
    static let id = Schema.integer(1...9_007_199_254_740_991)
    /// Asia/Shanghai without offset, as the specification's examples have it (ruling 15).
    static let time = Schema.string(19...19).matching(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"
    ) { $0.utf8.count == 19 }

    var nullable: Schema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    var writeOnly: Schema {
        var schema = self
        schema.isWriteOnly = true
        return schema
    }

    func noted(_ note: String) -> Schema {
        var schema = self
        schema.note = note
        return schema
    }

    func formatted(_ format: String) -> Schema {
        var schema = self
        schema.format = format
        return schema
    }

    func matching(
        _ expression: String, _ matches: @escaping @Sendable (String) -> Bool
    ) -> Schema {
        var schema = self
        schema.pattern = TextPattern(expression: expression, matches: matches)
        return schema
    }

    /// The same object with every field optional and without fallbacks: the body of a partial update.
    var partial: Schema {
        guard case .object(let fields) = kind else { return self }
        var schema = self
        schema.name = name.map { "\($0)Changes" }
        schema.kind = .object(
            fields.map { Field(name: $0.name, schema: $0.schema, isRequired: false) })
        return schema
    }

    /// The same object with more fields.
    func adding(_ more: [Field], named name: String? = nil) -> Schema {
        guard case .object(let fields) = kind else { return self }
        var schema = self
        schema.kind = .object(fields + more)
        schema.name = name ?? self.name
        return schema
    }
}

extension Schema.Field {
    static func required(_ name: String, _ schema: Schema) -> Schema.Field {
        Schema.Field(name: name, schema: schema, isRequired: true)
    }
    static func optional(_ name: String, _ schema: Schema, _ fallback: JSON? = nil)
        -> Schema.Field
    {
        Schema.Field(name: name, schema: schema, isRequired: false, fallback: fallback)
    }
}
