internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// Lets the pages of listed origins use the API, with credentials. Nobody else, and never "*" (H9).
struct CORS: RouterMiddleware {
    typealias Context = WebContext

    let origins: Set<String>

    func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin], origins.contains(origin) else {
            return try await next(request, context)
        }
        let isPreflight =
            request.method == .options && request.headers[.accessControlRequestMethod] != nil
        var response =
            isPreflight ? Response(status: .noContent) : try await next(request, context)
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlAllowCredentials] = "true"
        response.headers[.vary] = "Origin"
        if isPreflight {
            response.headers[.accessControlAllowMethods] = "GET, HEAD, POST, PUT, PATCH, DELETE"
            response.headers[.accessControlAllowHeaders] =
                "Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, X-Request-ID"
            response.headers[.accessControlMaxAge] = "600"
        } else {
            response.headers[.accessControlExposeHeaders] = "ETag, Retry-After, X-Request-ID"
        }
        return response
    }
}
