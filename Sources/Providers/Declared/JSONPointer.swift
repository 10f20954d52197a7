import BatchVideo

/// A place in a JSON value (RFC 6901): "/data/items/0/url"; "" is the whole.
struct JSONPointer: Hashable, Sendable {
    let text: String
    private let steps: [String]

    /// Nil when the text is no pointer.
    init?(_ text: String) {
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        var steps: [String] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard !part.replacing("~0", with: "").replacing("~1", with: "").contains("~") else { return nil }
            steps.append(String(part).replacing("~1", with: "/").replacing("~0", with: "~"))
        }
        self.text = text
        self.steps = steps
    }

    /// Nil when nothing is there, or null.
    func value(in json: JSONValue) -> JSONValue? {
        var here = json
        for step in steps {
            switch here {
            case .object(let members):
                guard let next = members[step] else { return nil }
                here = next
            case .array(let items):
                guard let index = Int(step), String(index) == step, items.indices.contains(index) else { return nil }
                here = items[index]
            default: return nil
            }
        }
        return here == .null ? nil : here
    }
}
