internal import BatchVideo
internal import Crypto
package import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
package import ServiceLifecycle

/// The REST API: routes, live events and files over HTTP/1. TLS is the proxy's work.
package struct Server: Sendable {
    let settings: WebSettings
    let ports: WebPorts
    let parts: ServerParts
    let table: RouteTable

    /// - Throws: `.invalid` when the settings are not safe.
    package init(_ settings: WebSettings, _ ports: WebPorts) throws {
        self.settings = settings
        self.ports = ports
        parts = try ServerParts(settings, ports)
        table = RouteTable(parts.endpoints)
        Uploads.removeLeftovers(below: settings.objects, now: ports.now())
    }

    /// The OpenAPI 3.1 document as JSON.
    package var openAPI: Data {
        Data(OpenAPIDocument.make(table.endpoints, version: settings.version).utf8)
    }

    /// The server as a service: runs until its group shuts down.
    /// - Parameters:
    ///   - app: the web application; nil: only the API.
    ///   - onPort: hears the port once the server listens.
    package func service(
        logger: Logger, app: WebApp? = nil,
        onPort: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> any Service {
        let responder = responder(app)
        return Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [WebSocketBridge()],
                    idleTimeout: .seconds(90))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil),
            services: [parts.live],
            onServerRunning: { channel in onPort(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    func responder(_ app: WebApp?) -> RouterResponder<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: CORS(origins: Set(settings.corsOrigins)))
        router.add(middleware: EdgeMiddleware(settings: settings, observe: ports.tools.observe))
        router.add(
            middleware: RoutingMiddleware(
                table: table, gate: parts.gate,
                idempotency: Idempotency(ports: ports, staleAfter: settings.idempotencyStaleAfter),
                app: app))
        return router.buildResponder()
    }
}

/// What the routes are made of, built once.
struct ServerParts: Sendable {
    let settings: WebSettings
    let ports: WebPorts
    let tokens: Tokens
    let tickets = Tickets()
    let passwords: Passwords
    let gate: Gate
    let signer: LinkSigner
    let objects: ObjectFolder
    let live: LiveFeed

    init(_ settings: WebSettings, _ ports: WebPorts) throws {
        guard !settings.corsOrigins.contains("*") else {
            throw BatchVideoError(
                .invalid, "list the origins that may use the API; \"*\" would let every page act for its visitor")
        }
        self.settings = settings
        self.ports = ports
        tokens = try Tokens(secret: settings.tokenSecret, lifetime: settings.tokenLifetime)
        passwords = Passwords(cost: settings.passwordCost)
        if let token = settings.serviceToken, token.utf8.count < Tokens.shortestSecret {
            throw BatchVideoError(
                .invalid, "the service token must have at least \(Tokens.shortestSecret) characters")
        }
        gate = Gate(
            ports: ports, tokens: tokens, tickets: tickets,
            serviceTokenHash: settings.serviceToken.map { SHA256.hash(data: Data($0.utf8)) },
            origins: Set(settings.corsOrigins + [settings.publicURL]))
        signer = LinkSigner(key: tokens.derivedKey("links"), publicURL: settings.publicURL)
        objects = ObjectFolder(root: settings.objects)
        live = LiveFeed(
            events: ports.stores.events, changes: ports.stores.changes, poll: settings.eventPoll)
    }

    /// Every route there is.
    var endpoints: [Endpoint] {
        var routes = AuthRoutes(parts: self).endpoints + KeyRoutes(parts: self).endpoints
            + SessionRoutes(parts: self).endpoints
        routes += accounts.endpoints + languages.endpoints + topics.endpoints + voices.endpoints
        routes += templates.endpoints + JobRoutes(parts: self).endpoints
        routes += RunRoutes(parts: self).endpoints + ShotRoutes(parts: self).endpoints
        routes += BatchRoutes(parts: self).endpoints + ImportRoutes(parts: self).endpoints
        routes += FileRoutes(parts: self).endpoints + UtilRoutes(parts: self).endpoints
        routes += CaptionRoutes(parts: self).endpoints + PlanRoutes(parts: self).endpoints
        routes += VendorRoutes(parts: self).endpoints + ScriptRoutes(parts: self).endpoints
        routes += LiveRoutes(parts: self).endpoints + WebhookRoutes(parts: self).endpoints
        routes += AdminRoutes(parts: self).endpoints + HealthRoutes(parts: self).endpoints
        return routes + DocumentRoutes(others: routes, version: settings.version).endpoints
    }
}
