internal import BatchVideo
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// What a handler answers.
struct Reply: Sendable {
    enum Content: Sendable {
        case json(JSON)
        case bytes([UInt8], type: String)
        case response(Response)
        case nothing
    }

    var status: HTTPResponse.Status = .ok
    var headers = HTTPFields()
    var content: Content

    static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, content: .json(value))
    }
    static func created(_ value: JSON) -> Reply { .json(value, status: .created) }
    static func text(_ text: String, type: String) -> Reply {
        Reply(content: .bytes(Array(text.utf8), type: type))
    }
    static func response(_ response: Response) -> Reply { Reply(content: .response(response)) }
    static func nothing(_ status: HTTPResponse.Status = .noContent) -> Reply {
        Reply(status: status, content: .nothing)
    }

    func header(_ name: HTTPField.Name, _ value: String) -> Reply {
        var reply = self
        reply.headers[name] = value
        return reply
    }

    var response: Response {
        switch content {
        case .json(let value):
            Self.response(status, headers, value.utf8, type: "application/json; charset=utf-8")
        case .bytes(let bytes, let type): Self.response(status, headers, bytes, type: type)
        case .response(let response): response
        case .nothing: Response(status: status, headers: headers)
        }
    }

    private static func response(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ bytes: [UInt8], type: String
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
