internal import BatchVideo
internal import HTTPTypes

/// One route: what it is called, who may call it, what goes in and what comes out. The router, the OpenAPI
/// document and the matrix test are made from these values and from nothing else.
struct Endpoint: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Reply

    var method: HTTPRequest.Method
    /// Below `/api` and `/api/v1`, captures in braces: "/jobs/{id}".
    var path: String
    var access: Access
    /// The section of the document.
    var tag: String
    var summary: String
    var query: [Parameter] = []
    var headers: [Parameter] = []
    var body = BodyRule.none
    var answer: Answer
    /// Statuses beyond those that follow from access, path and body.
    var faults: Set<Int> = []
    /// Also at the root, without `/api`: health checks and the documents.
    var isAtRoot = false
    var run: Handler

    init(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ tag: String,
        _ summary: String, query: [Parameter] = [], headers: [Parameter] = [],
        body: BodyRule = .none, answer: Answer, faults: Set<Int> = [], isAtRoot: Bool = false,
        run: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.tag = tag
        self.summary = summary
        self.query = query
        self.headers = headers
        self.body = body
        self.answer = answer
        self.faults = faults
        self.isAtRoot = isAtRoot
        self.run = run
    }
}

/// A value in the query or in a header: one text, checked by its schema.
struct Parameter: Sendable {
    var name: String
    var schema: Schema
    var note: String
    var isRequired = false
    var fallback: JSON?

    init(
        _ name: String, _ schema: Schema, _ note: String, isRequired: Bool = false,
        fallback: JSON? = nil
    ) {
        self.name = name
        self.schema = schema
        self.note = note
        self.isRequired = isRequired
        self.fallback = fallback
    }

    static let page = Parameter("page", .integer(1...1_000), "Page, from 1", fallback: 1)
    static func pageSize(_ fallback: Int = 10) -> Parameter {
        Parameter(
            "page_size", .integer(1...100), "Rows on a page", fallback: .int(fallback))
    }
}

/// What a route takes as its body, and how much of it.
enum BodyRule: Sendable {
    case none
    /// `application/json`.
    case json(Schema, limit: Int = BodyRule.jsonLimit)
    /// `application/json` or `application/x-www-form-urlencoded`.
    case jsonOrForm(Schema)
    /// `application/json`, or nothing at all: then the fallbacks hold.
    case optionalJSON(Schema)
    /// Parts of `multipart/form-data`, read by the handler as they arrive.
    case multipart([Schema.Field], limit: Int)
    /// Whole files of these types, read by the handler.
    case file([String], limit: Int)

    static let jsonLimit = 1 << 20
}

/// What a route says when all is well.
struct Answer: Sendable {
    var status: Int
    /// Nil: no body.
    var contentType: String?
    var schema: Schema?
    var note: String
    /// Other statuses with the same content: a health check that says no.
    var also: Set<Int> = []

    static func json(_ schema: Schema, status: Int = 200, _ note: String = "Done") -> Answer {
        Answer(status: status, contentType: "application/json", schema: schema, note: note)
    }
    func also(_ statuses: Set<Int>) -> Answer {
        var answer = self
        answer.also = statuses
        return answer
    }
    static func created(_ schema: Schema) -> Answer { .json(schema, status: 201, "Created") }
    static func content(_ type: String, _ note: String) -> Answer {
        Answer(status: 200, contentType: type, schema: nil, note: note)
    }
    static func nothing(_ status: Int, _ note: String) -> Answer {
        Answer(status: status, contentType: nil, schema: nil, note: note)
    }
}
