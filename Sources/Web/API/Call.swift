internal import BatchVideo
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// What a handler gets: everything in it has passed its schema.
struct Call: Sendable {
    var request: Request
    var context: WebContext
    var endpoint: Endpoint
    /// Nil for public routes called without credentials.
    var caller: Caller?
    var path: JSONObject = JSONObject()
    var query: JSONObject = JSONObject()
    var body: JSON = .null

    /// The caller of a route that needs one.
    var user: Caller {
        get throws {
            guard let caller else { throw Refusal.unauthorized }
            return caller
        }
    }

    var requestID: String { context.requestID }

    /// A number in the path.
    func id(_ name: String = "id") throws -> Int {
        guard let id = path[name]?.int else { throw Refusal.notFound }
        return id
    }

    /// A text in the path.
    func word(_ name: String) throws -> String {
        guard let word = path[name]?.string else { throw Refusal.notFound }
        return word
    }

    var page: Int { query["page"]?.int ?? 1 }
    var pageSize: Int { query["page_size"]?.int ?? 10 }
    var offset: Int { (page - 1) * pageSize }
}

/// Path captures: what they look like, by name.
enum Capture {
    static func schema(_ name: String) -> Schema {
        switch name {
        case "id", "job_id", "batch_id", "delivery_id": .id
        case "index": .integer(0...100_000)
        default: .string(1...255)
        }
    }
}
