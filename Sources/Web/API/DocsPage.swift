internal import BatchVideo
internal import HTTPTypes

/// The documentation as one page of plain HTML: no script, nothing from elsewhere.
enum DocsPage {
    static let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

    static func make(_ endpoints: [Endpoint], version: String) -> String {
        var tags: [String] = []
        for endpoint in endpoints where !tags.contains(endpoint.tag) { tags.append(endpoint.tag) }
        let sections = tags.map { tag in
            let routes = endpoints.filter { $0.tag == tag }.map(route).joined()
            return "<section id=\"\(tag)\"><h2>\(escape(tag))</h2>\(routes)</section>"
        }
        let index = tags.map { "<a href=\"#\($0)\">\(escape($0))</a>" }.joined(separator: " ")
        return """
            <!doctype html><html lang="en"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width"><title>BatchVideo API</title>\
            <style>\(style)</style></head><body><main><h1>BatchVideo API \(escape(version))</h1>\
            <p>Every address lies under <code>/api</code> and <code>/api/v1</code>. The machine-readable \
            contract is <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). Send \
            <code>Authorization: Bearer</code> with a token from <code>/auth/login</code> or an API key.</p>\
            <nav>\(index)</nav>\(sections.joined())</main></body></html>
            """
    }

    private static func route(_ endpoint: Endpoint) -> String {
        var rows = (endpoint.query + endpoint.headers).map { parameter in
            row(parameter.name, words(parameter.schema), parameter.note)
        }
        if case .object(let fields) = endpoint.body.schema?.kind {
            rows += fields.map { field in
                let need = field.isRequired ? "required" : field.fallback.map { "default \($0.text)" }
                return row(
                    field.name, words(field.schema),
                    [need, field.schema.note].compactMap { $0 }.joined(separator: "; "))
            }
        }
        let table = rows.isEmpty ? "" : "<table>\(rows.joined())</table>"
        let answer = endpoint.answer.schema?.name ?? endpoint.answer.contentType ?? "nothing"
        return """
            <details><summary><b class="\(endpoint.method.rawValue)">\(endpoint.method.rawValue)</b> \
            <code>\(escape(endpoint.path))</code> \(escape(endpoint.summary)) \
            <i>\(endpoint.access.rawValue)</i></summary>\(table)\
            <p>\(endpoint.answer.status): \(escape(answer)). Errors: \
            \(endpoint.statuses.sorted().map(String.init).joined(separator: ", "))</p></details>
            """
    }

    private static func row(_ name: String, _ kind: String, _ note: String) -> String {
        "<tr><td><code>\(escape(name))</code></td><td>\(escape(kind))</td><td>\(escape(note))</td></tr>"
    }

    private static func words(_ schema: Schema) -> String {
        let kind =
            switch schema.kind {
            case .any: "anything"
            case .boolean: "true or false"
            case .integer(let range):
                range.upperBound == Schema.safeIntegers.upperBound
                    ? "whole number" : "\(range.lowerBound)...\(range.upperBound)"
            case .number(let range): "\(range.lowerBound)...\(range.upperBound)"
            case .string(let length): "text, \(length.lowerBound)-\(length.upperBound)"
            case .choice(let words): words.joined(separator: " | ")
            case .array(let element, _): "list of \(element.name ?? words(element))"
            case .object: schema.name ?? "object"
            case .either(let shapes): shapes.map(words).joined(separator: ", or ")
            case .map(let element): "map of \(words(element))"
            }
        return schema.isNullable ? kind + " or null" : kind
    }

    static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private static let style = """
        :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}\
        main{max-width:60rem;margin:auto;padding:1rem}nav a{margin-right:.75rem}\
        details{border-top:1px solid #8886;padding:.4rem 0}summary{cursor:pointer}\
        b{display:inline-block;min-width:4.5rem}i{opacity:.75}table{border-collapse:collapse}\
        td{padding:.15rem .75rem .15rem 0;vertical-align:top}code{font:.95em ui-monospace,monospace}
        """
}
