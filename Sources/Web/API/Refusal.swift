internal import BatchVideo
internal import HTTPTypes
internal import Hummingbird

/// The one shape of errors: `{code, message, detail, field?, request_id}` (H6). `detail` repeats the message for
/// clients of the specification's API.
struct Refusal: Error, Sendable {
    var status: HTTPResponse.Status
    /// A stable word for programs: "invalid", "not_found".
    var code: String
    /// One line for people.
    var message: String
    /// The member or parameter that breaks a rule.
    var field: String?
    /// More facts: all faults of an import, both versions in a conflict.
    var facts: JSON?
    var headers = HTTPFields()

    init(
        _ status: HTTPResponse.Status, _ code: String, _ message: String, field: String? = nil,
        facts: JSON? = nil, headers: HTTPFields = HTTPFields()
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.field = field
        self.facts = facts
        self.headers = headers
    }

    static let notFound = Refusal(.notFound, "not_found", "there is no such thing")
    static let unauthorized = Refusal(
        .unauthorized, "unauthorized", "log in, or send a valid token or API key",
        headers: [.wwwAuthenticate: "Bearer"])
    static let forbidden = Refusal(.forbidden, "forbidden", "only administrators may do this")

    static func invalid(_ field: String, _ message: String) -> Refusal {
        Refusal(.unprocessableContent, "invalid", "\(field): \(message)", field: field)
    }
    static func conflict(_ message: String, facts: JSON? = nil) -> Refusal {
        Refusal(.conflict, "conflict", message, facts: facts)
    }
    static func unavailable(_ message: String) -> Refusal {
        Refusal(.serviceUnavailable, "unavailable", message)
    }

    func body(requestID: String) -> JSON {
        var body = JSONObject([
            ("code", .string(code)), ("message", .string(message)), ("detail", .string(message)),
            ("request_id", .string(requestID)),
        ])
        if let field { body["field"] = .string(field) }
        if let facts { body["facts"] = facts }
        return .object(body)
    }

    static let schema = Schema.named(
        "Error",
        [
            .required("code", .string(1...64)),
            .required("message", .string(0...4_000)),
            .required("detail", .string(0...4_000).noted("The message again")),
            .required("request_id", .string(1...64)),
            .optional("field", .string(0...500).noted("The member or parameter at fault")),
            .optional("facts", .any),
        ])
}

extension Refusal {
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let fault as FieldFault:
            self = .invalid(fault.field.isEmpty ? "body" : fault.field, fault.message)
        case let error as BatchVideoError: self = Refusal(error)
        case let error as HTTPError:
            self = Refusal(error.status, "refused", error.body ?? error.status.reasonPhrase)
        default: self = Refusal(.internalServerError, "internal", Self.internalMessage)
        }
    }

    private static let internalMessage =
        "something went wrong here; try again, and give the request id when you report it"

    private init(_ error: BatchVideoError) {
        let message = error.message
        self =
            switch error.code {
            case .invalid, .rejected: Refusal(.unprocessableContent, error.code.rawValue, message)
            case .unauthorized: .unauthorized
            case .forbidden: Refusal(.forbidden, "forbidden", message)
            case .notFound: .notFound
            case .conflict: .conflict(message)
            case .limited: Refusal(.tooManyRequests, "limited", message)
            case .unavailable, .cancelled: .unavailable(message)
            case .timeout: Refusal(.gatewayTimeout, "timeout", message)
            case .media, .unwritable, .internal:
                Refusal(.internalServerError, "internal", Self.internalMessage)
            }
        field = error.field
        if case .after(let wait) = error.retry {
            headers[.retryAfter] = String(max(1, wait.components.seconds))
        }
    }
}
