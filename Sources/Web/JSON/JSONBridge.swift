internal import BatchVideo

extension JSON {
    /// A free-form value of the subject matter; whole numbers stay whole.
    init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let flag): .bool(flag)
            case .number(let number): Int(exactly: number).map { .int($0) } ?? .double(number)
            case .string(let text): .string(text)
            case .array(let items): .array(items.map { JSON($0) })
            case .object(let members):
                .object(
                    JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) }))
            }
    }

    var value: JSONValue {
        switch self {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .int(let number): .number(Double(number))
        case .double(let number): .number(number)
        case .string(let text): .string(text)
        case .array(let items): .array(items.map(\.value))
        case .object(let object):
            .object(
                Dictionary(object.members.map { ($0.key, $0.value.value) }) { _, last in last })
        }
    }
}
