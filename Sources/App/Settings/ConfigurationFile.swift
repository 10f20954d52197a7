import BatchVideo
import Foundation
import Yams

/// A batchvideo.yaml: its settings with their lines, and the section of vendors as it stands.
struct ConfigurationFile: Sendable {
    /// What stands at a key that has no keys below it.
    struct Entry: Sendable {
        var key: String
        var texts: [String]
        var line: Int
    }

    let path: String
    private(set) var entries: [Entry] = []
    /// `providers:` with `${NAME}` unresolved; empty when there is none.
    private(set) var vendors: [String: JSONValue] = [:]
    private(set) var faults: [String] = []

    static let name = "batchvideo.yaml"
    private static let mostBytes = 1 << 20

    /// - Throws: `.notFound` for no file, `.invalid` when it is not YAML with keys.
    init(_ file: URL) throws {
        path = file.path
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: Self.mostBytes + 1) ?? Data()
        else {
            throw BatchVideoError(.notFound, "cannot read \(path); give a file with --config that is there")
        }
        guard data.count <= Self.mostBytes, let text = String(data: data, encoding: .utf8) else {
            throw BatchVideoError(.invalid, "\(path) is no text in UTF-8 of at most 1 MB")
        }
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw BatchVideoError(.invalid, "\(path) is not valid YAML: \(Self.told(error))", cause: error)
        }
        guard let root, !root.isNothing else { return }
        guard let mapping = root.mapping else {
            throw BatchVideoError(
                .invalid, "\(path) holds no settings; see: batchvideo config --example")
        }
        for (key, value) in mapping { read(value, at: [key.scalar?.string ?? ""], key.mark?.line ?? 0) }
    }

    private mutating func read(_ node: Node, at keys: [String], _ line: Int) {
        if keys == [SettingCatalog.vendorsRoom] { return readVendors(node, line) }
        let key = keys.joined(separator: ".")
        switch node {
        case .mapping(let mapping):
            for (name, value) in mapping {
                read(value, at: keys + [name.scalar?.string ?? ""], name.mark?.line ?? line)
            }
        case .sequence(let items):
            let texts = items.compactMap { $0.scalar?.string }
            guard texts.count == items.count else {
                faults.append("\(key) in \(path), line \(line), is a list of plain values, not of lists or keys")
                return
            }
            entries.append(Entry(key: key, texts: texts, line: line))
        case .scalar(let scalar):
            // A key whose values are all commented out.
            if node.isNothing { return }
            entries.append(Entry(key: key, texts: [scalar.string], line: line))
        case .alias:
            faults.append("\(key) in \(path), line \(line), refers to an anchor that is not there")
        }
    }

    private mutating func readVendors(_ node: Node, _ line: Int) {
        if node.isNothing { return }
        guard let members = node.json.object else {
            faults.append("providers in \(path), line \(line), is a map of vendors' names")
            return
        }
        vendors = members
    }

    private static func told(_ error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            "line \(mark.line): \(problem)"
        case .duplicatedKeysInMapping(let keys, _):
            "\(keys.joined(separator: ", ")) stands there twice"
        default: "check its indentation"
        }
    }
}

extension Node {
    fileprivate var isNothing: Bool {
        guard let scalar, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// Numbers only when they are written as JSON would: "007" and long keys of digits stay text.
    fileprivate var json: JSONValue {
        switch self {
        case .mapping(let mapping):
            .object(
                Dictionary(
                    mapping.map { ($0.key.scalar?.string ?? "", $0.value.json) },
                    uniquingKeysWith: { $1 }))
        case .sequence(let items): .array(items.map(\.json))
        case .alias: .null
        case .scalar(let scalar): isNothing ? .null : Self.value(scalar)
        }
    }

    private static func value(_ scalar: Scalar) -> JSONValue {
        guard scalar.style == .plain else { return .string(scalar.string) }
        switch scalar.string {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: break
        }
        let isNumber =
            scalar.string.wholeMatch(of: /-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?/) != nil
        return isNumber ? Double(scalar.string).map { .number($0) } ?? .string(scalar.string) : .string(scalar.string)
    }
}
