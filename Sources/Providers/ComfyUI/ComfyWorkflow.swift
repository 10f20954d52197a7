import BatchVideo
import Foundation

/// A workflow of ComfyUI in API format, with places that are filled for each request.
///
/// A place is a text that is, or holds, `%prompt%`, `%negative%`, `%seed%`, `%width%`, `%height%`,
/// `%image%`, `%frames%` or `%fps%`. A text that is nothing but a number's place becomes the number.
struct ComfyWorkflow: Sendable {
    private let graph: [String: JSONValue]

    /// - Throws: `.invalid` with what is wrong: ComfyUI's other format, no nodes, links to nodes that
    ///   are not there, no output.
    init(_ value: JSONValue, fault: (String) -> BatchVideoError) throws {
        guard let nodes = value.object, !nodes.isEmpty else { throw fault("must be a workflow as JSON") }
        if nodes["nodes"] != nil, nodes["links"] != nil {
            throw fault("is in ComfyUI's own format; export it with \"Export (API)\"")
        }
        for (id, node) in nodes {
            guard let kind = node["class_type"]?.string, let inputs = node["inputs"]?.object else {
                throw fault("has a node \(id) without class_type and inputs; export it with \"Export (API)\"")
            }
            for (name, input) in inputs {
                guard let link = input.array, link.count == 2, let source = link[0].string,
                    link[1].int != nil
                else { continue }
                if nodes[source] == nil {
                    throw fault("has a node \(id) (\(kind)) whose \(name) leads to node \(source), which is not there")
                }
            }
        }
        let outputs = ["Save", "Preview", "VHS_VideoCombine"]
        guard nodes.values.contains(where: { node in
            outputs.contains { node["class_type"]?.string?.hasPrefix($0) == true }
        }) else { throw fault("has no node that saves a picture or a video") }
        graph = nodes
    }

    /// Which places it has.
    func has(_ place: String) -> Bool {
        JSONValue.object(graph).text.contains("%\(place)%")
    }

    func filled(_ values: [String: JSONValue]) -> JSONValue { Self.fill(.object(graph), values) }

    private static func fill(_ value: JSONValue, _ values: [String: JSONValue]) -> JSONValue {
        switch value {
        case .string(let text):
            for (name, replacement) in values where text == "%\(name)%" { return replacement }
            // One pass over the template: what comes in is not read as a template again.
            var filled = ""
            var rest = text[...]
            while let start = rest.firstIndex(of: "%") {
                filled += rest[..<start]
                let after = rest[rest.index(after: start)...]
                if let end = after.firstIndex(of: "%"), let found = values[String(after[..<end])] {
                    filled += found.string ?? found.text
                    rest = after[after.index(after: end)...]
                } else {
                    filled += "%"
                    rest = after
                }
            }
            return .string(filled + rest)
        case .array(let items): return .array(items.map { fill($0, values) })
        case .object(let members): return .object(members.mapValues { fill($0, values) })
        default: return value
        }
    }
}
