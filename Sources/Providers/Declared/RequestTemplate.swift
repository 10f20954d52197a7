import BatchVideo
import Foundation

/// JSON with places that are filled for each request: `%prompt%`, `%seed%` and so on; `%%` is a
/// percent sign.
///
/// A text that is nothing but a place becomes the value itself (a number stays a number); a member or
/// item whose value is not there is left out. What comes in is never read as a template again.
struct RequestTemplate: Sendable {
    let template: JSONValue

    /// The places of a text, and what stands between them.
    private enum Piece {
        case words(String)
        case place(String)
    }

    /// - Parameter fault: makes the error for the key below the template at which it lies.
    ///
    /// Throws for a place that is none of `known`, and for a percent sign that stands alone.
    init(_ template: JSONValue, known: Set<String>, fault: (_ below: String, String) -> BatchVideoError) throws {
        self.template = template
        try Self.check(template, known, "", fault)
    }

    var places: Set<String> { Self.places(template) }

    func filled(_ values: [String: JSONValue]) -> JSONValue { Self.fill(template, values) ?? .null }

    /// For paths: what comes in is escaped.
    func path(_ values: [String: JSONValue]) -> String {
        guard let text = template.string, let pieces = Self.pieces(text) else { return "" }
        return pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .place(let name): HTTPOrder.escaped(values[name].map { $0.string ?? $0.text } ?? "")
            }
        }.joined()
    }

    private static func check(
        _ value: JSONValue, _ known: Set<String>, _ below: String, _ fault: (String, String) -> BatchVideoError
    ) throws {
        switch value {
        case .string(let text):
            guard let pieces = pieces(text) else {
                throw fault(below, "holds a percent sign that begins no place; write %% for the sign itself")
            }
            for case .place(let name) in pieces where !known.contains(name) {
                let all = known.sorted().map { "%\($0)%" }.joined(separator: ", ")
                throw fault(below, "holds %\(name)%, which is none of \(all)")
            }
        case .array(let items):
            for (index, item) in items.enumerated() { try check(item, known, "\(below)[\(index)]", fault) }
        case .object(let members):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                try check(member, known, "\(below).\(name)", fault)
            }
        default: break
        }
    }

    private static func places(_ value: JSONValue) -> Set<String> {
        switch value {
        case .string(let text):
            Set((pieces(text) ?? []).compactMap { if case .place(let name) = $0 { name } else { nil } })
        case .array(let items): items.reduce(into: []) { $0.formUnion(places($1)) }
        case .object(let members): members.values.reduce(into: []) { $0.formUnion(places($1)) }
        default: []
        }
    }

    /// Nil for a text with a percent sign that begins nothing.
    private static func pieces(_ text: String) -> [Piece]? {
        var pieces: [Piece] = []
        var words = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "%") {
            words += rest[..<start]
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: "%") else { return nil }
            let name = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            if name.isEmpty {
                words += "%"
                continue
            }
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }) else {
                return nil
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = ""
            pieces.append(.place(name))
        }
        words += rest
        return pieces + (words.isEmpty ? [] : [.words(words)])
    }

    /// Nil: it is left out.
    private static func fill(_ value: JSONValue, _ values: [String: JSONValue]) -> JSONValue? {
        switch value {
        case .string(let text):
            let pieces = pieces(text) ?? []
            if pieces.count == 1, case .place(let name) = pieces[0] { return values[name] }
            return .string(
                pieces.map { piece in
                    switch piece {
                    case .words(let words): words
                    case .place(let name): values[name].map { $0.string ?? $0.text } ?? ""
                    }
                }.joined())
        case .array(let items): return .array(items.compactMap { fill($0, values) })
        case .object(let members): return .object(members.compactMapValues { fill($0, values) })
        default: return value
        }
    }
}
