package import BatchVideo
package import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOEmbedded

/// A request to the API without a network.
package struct LocalCall: Sendable {
    package var method: String
    /// With the query, percent-encoded.
    package var path: String
    package var headers: [String: String]
    package var body: Data

    package init(method: String, path: String, headers: [String: String] = [:], body: Data = Data()) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}

package struct LocalAnswer: Sendable {
    package var status: Int
    package var body: Data
}

/// The routes for programs on the same machine: `batchvideo jobs` asks what a page would ask.
extension Server {
    /// Answers as the API does, for somebody who needs no password here: whoever may read the
    /// database may be anybody in it.
    package func answer(_ call: LocalCall, as user: User) async throws -> LocalAnswer {
        var headers = HTTPFields()
        headers[.authorization] = "Bearer " + parts.tokens.issue(to: user, now: ports.now())
        for (name, value) in call.headers {
            if let field = HTTPField.Name(name) { headers[field] = value }
        }
        if !call.body.isEmpty { headers[.contentLength] = String(call.body.count) }
        let request = Request(
            head: HTTPRequest(
                method: .init(call.method) ?? .get, scheme: "http", authority: "localhost",
                path: call.path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: call.body)))
        let context = WebContext(
            source: ApplicationRequestContextSource(
                channel: EmbeddedChannel(), logger: Logger(label: "local") { _ in SwiftLogNoOpLogHandler() }))
        let response = try await responder(nil).respond(to: request, context: context)
        let collected = CollectedBody()
        try await response.body.write(collected)
        return LocalAnswer(status: response.status.code, body: await collected.data)
    }
}

private actor BodyBytes {
    private(set) var data = Data()

    func add(_ bytes: ByteBuffer) { data.append(contentsOf: bytes.readableBytesView) }
}

private struct CollectedBody: ResponseBodyWriter {
    private let bytes = BodyBytes()

    var data: Data { get async { await bytes.data } }

    func write(_ buffer: ByteBuffer) async throws { await bytes.add(buffer) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
