import BatchVideo
import Foundation

/// One request of a declared vendor: `submit`, `poll` or `fetch` in its settings.
struct DeclaredCall: Sendable {
    enum Body: Sendable {
        case none
        case json(RequestTemplate)
        case form(RequestTemplate)
        case multipart(RequestTemplate)
    }

    private enum Method: String, CaseIterable { case GET, POST, PUT }

    let settings: VendorSettings
    private let method: Method
    private let path: RequestTemplate
    private let query: RequestTemplate
    private let headers: RequestTemplate
    private let body: Body

    static let keys = ["method", "path", "query", "headers", "json", "form", "multipart"]

    /// - Parameters:
    ///   - known: places that may be used.
    ///   - more: keys of this section besides `keys`.
    init(_ settings: VendorSettings, known: Set<String>, more: [String]) throws {
        self.settings = settings
        try settings.expect(Self.keys + more)
        let bodies = ["json", "form", "multipart"].filter(settings.has)
        method = try settings.choice("method", or: bodies.isEmpty ? .GET : .POST)
        guard bodies.count < 2 else {
            throw settings.fault(bodies[1], "stands beside \(bodies[0]); a request has one body")
        }
        guard bodies.isEmpty || method != .GET else { throw settings.fault(bodies[0], "goes with method POST or PUT") }
        let place = try settings.text("path")
        guard place.hasPrefix("/") else { throw settings.fault("path", "must begin with / and goes behind url") }
        func template(_ key: String, _ value: JSONValue) throws -> RequestTemplate {
            try RequestTemplate(value, known: known) { settings.fault(key + $0, $1) }
        }
        path = try template("path", .string(place))
        query = try template("query", try settings.plainMap("query"))
        headers = try template("headers", try settings.plainMap("headers"))
        switch bodies.first {
        case "json": body = .json(try template("json", settings.json("json") ?? .null))
        case "form": body = .form(try template("form", try settings.plainMap("form")))
        case "multipart": body = .multipart(try template("multipart", try settings.plainMap("multipart")))
        default: body = .none
        }
    }

    /// Everything that the request makes use of.
    var places: Set<String> {
        let own = path.places.union(query.places).union(headers.places)
        return switch body {
        case .none: own
        case .json(let template), .form(let template), .multipart(let template): own.union(template.places)
        }
    }

    /// - Parameter files: what `%name%` in a multipart form sends as a file.
    func order(
        at url: URL, _ values: [String: JSONValue], files: [String: MediaBytes], isRepeatable: Bool?
    ) -> HTTPOrder {
        var order = HTTPOrder(
            method.rawValue, url.at(path.path(values)), query: Self.pairs(query.filled(values)),
            headers: Self.pairs(headers.filled(values)), isRepeatable: isRepeatable, maxBytes: 1 << 30)
        switch body {
        case .none: break
        case .json(let template): order.body = .json(template.filled(values))
        case .form(let template): order.body = .form(Self.pairs(template.filled(values)))
        case .multipart(let template): order.body = .multipart(form(template, values, files))
        }
        return order
    }

    private func form(
        _ template: RequestTemplate, _ values: [String: JSONValue], _ files: [String: MediaBytes]
    ) -> Multipart {
        var form = Multipart()
        for (field, value) in template.template.object?.sorted(by: { $0.key < $1.key }) ?? [] {
            if let name = value.string, let file = files[name.trimmingCharacters(in: ["%"])] {
                form.add(field, file: "\(field).\(file.suffix)", type: file.type, file.data)
            } else if let (_, text) = Self.pairs(
                RequestTemplate(filling: [field: value]).filled(values)
            ).first {
                form.add(field, text)
            }
        }
        return form
    }

    private static func pairs(_ value: JSONValue) -> [(String, String)] {
        (value.object ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.string ?? $0.value.text) }
    }
}

extension RequestTemplate {
    /// A part of a template that was checked as a whole.
    init(filling part: [String: JSONValue]) { template = .object(part) }
}

extension VendorSettings {
    /// A section of these settings as settings of its own; faults name the whole key.
    func section(_ key: String) throws -> VendorSettings? {
        guard let value = json(key) else { return nil }
        guard let members = value.object else { throw fault(key, "must be a map") }
        return VendorSettings(name: "\(name).\(key)", values: members)
    }

    /// Throws for a key that is none of `keys`.
    func expect(_ keys: [String]) throws {
        if let odd = values.keys.sorted().first(where: { !keys.contains($0) }) {
            throw fault(odd, "is no setting here; there are \(keys.joined(separator: ", "))")
        }
    }

    func pointer(_ key: String) throws -> JSONPointer? {
        guard let text = try optionalText(key) else { return nil }
        guard let pointer = JSONPointer(text) else { throw fault(key, "must be a JSON pointer such as /data/url") }
        return pointer
    }

    /// A map of plain values, empty when left out.
    fileprivate func plainMap(_ key: String) throws -> JSONValue {
        guard let value = json(key) else { return .emptyObject }
        guard let members = value.object else { throw fault(key, "must be a map") }
        for (name, member) in members where member.array != nil || member.object != nil {
            throw fault("\(key).\(name)", "must be a plain value")
        }
        return value
    }
}
