internal import BatchVideo
internal import HTTPTypes

/// The contract itself, as JSON and as a page.
struct DocumentRoutes {
    let others: [Endpoint]
    let version: String

    var endpoints: [Endpoint] {
        var routes = [
            Endpoint(
                .get, "/openapi.json", .public, "documents", "This contract, OpenAPI 3.1",
                answer: .json(.object([]), "The document"), isAtRoot: true
            ) { _ in .nothing() },
            Endpoint(
                .get, "/docs", .public, "documents", "This contract as a page",
                answer: .content("text/html", "A page"), isAtRoot: true
            ) { _ in .nothing() },
        ]
        let document = OpenAPIDocument.make(others + routes, version: version).utf8
        let page = DocsPage.make(others + routes, version: version)
        routes[0].run = { _ in Reply(content: .bytes(document, type: "application/json")) }
        routes[1].run = { _ in
            Reply.text(page, type: "text/html; charset=utf-8")
                .header(.contentSecurityPolicy, DocsPage.policy)
        }
        return routes
    }
}
