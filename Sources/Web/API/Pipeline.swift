internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging

/// Puts errors into their one shape, and the request id and the guarding headers on every response.
struct EdgeMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let settings: WebSettings
    let observe: (@Sendable (RequestMeasurement) -> Void)?

    func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let given = request.headers[.requestID], Self.isRequestID(given) {
            context.requestID = given
        }
        if settings.trustsProxy, let forwarded = request.headers[.forwardedFor] {
            context.peer = forwarded.split(separator: ",").last.map { $0.trimming(" ") }
        }
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = refused(error, request, context)
        }
        response.headers[.requestID] = context.requestID
        for (name, value) in Self.guards where response.headers[name] == nil {
            response.headers[name] = value
        }
        observe?(
            RequestMeasurement(
                method: request.method.rawValue, endpoint: context.endpointPath,
                status: response.status.code, duration: ContinuousClock.now - start,
                requestBytes: request.headers[.contentLength].flatMap { Int($0) } ?? 0,
                responseBytes: response.body.contentLength))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func refused(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let refusal = Refusal(error)
        // A refusal of ours was meant; what came from below was not.
        if refusal.status.code >= 500, !(error is Refusal) {
            context.logger.error(
                "request failed",
                metadata: [
                    "request.id": "\(context.requestID)", "error": "\(error)",
                    "method": "\(request.method)", "path": "\(request.uri.path.prefix(200))",
                ])
        }
        var headers = refusal.headers
        // A long body that nobody wants is not read to its end.
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        if announced > Self.readAnyway || request.headers[.transferEncoding] != nil {
            headers[.connection] = "close"
        }
        let body = refusal.body(requestID: context.requestID)
        return Reply(status: refusal.status, headers: headers, content: .json(body)).response
    }

    private static let readAnyway = 65_536

    private static func isRequestID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                Character(Unicode.Scalar($0)).isASCIIWord || $0 == 0x2E || $0 == 0x2D
            }
    }

    private static let guards: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"),
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'; sandbox"),
        (.referrerPolicy, "no-referrer"),
        (.crossOriginResourcePolicy, "same-site"),
    ]
}

/// Finds the route, lets in who may come in, checks what was sent and runs the handler.
struct RoutingMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let table: RouteTable
    let gate: Gate
    let idempotency: Idempotency
    /// Answers paths that are no route; nil: there are no pages.
    let app: WebApp?

    func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        switch table.find(request.method, request.uri.path) {
        case .found(let match):
            return try await run(match, request, context)
        case .otherMethod(let methods):
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            if request.method == .options {
                return Response(status: .noContent, headers: [.allow: allowed])
            }
            throw Refusal(
                .methodNotAllowed, "method_not_allowed", "this address takes \(allowed)",
                headers: [.allow: allowed])
        case .unknown:
            if request.method == .get || request.method == .head,
                let page = try await app?.response(to: request)
            {
                return page
            }
            throw Refusal(.notFound, "not_found", "there is no such address")
        }
    }

    private func run(_ match: RouteTable.Match, _ request: Request, _ context: WebContext)
        async throws -> Response
    {
        let endpoint = match.endpoint
        context.coreContext.endpointPath.value = endpoint.path
        var call = Call(request: request, context: context, endpoint: endpoint)
        call.caller = try await gate.caller(of: request, endpoint.access, from: context.peer)
        call.path = try RequestReading.path(match.captures)
        call.query = try RequestReading.query(request.uri.query, endpoint.query)
        try RequestReading.headers(request.headers, endpoint.headers)
        call.body = try await RequestReading.body(request, endpoint.body)
        let reply = try await idempotency.run(call) { try await endpoint.run($0) }
        return reply.response
    }
}

extension Character {
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber || self == "_") }
}
