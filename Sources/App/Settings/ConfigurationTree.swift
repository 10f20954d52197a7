import BatchVideo

/// The files batchvideo.yaml in order of precedence, and the variables that `${NAME}` in them means.
struct ConfigurationTree: Sendable {
    var files: [ConfigurationFile] = []
    /// The environment over `.env`.
    var variables: [String: String] = [:]

    /// The section `providers:`, a vendor's name to its settings, with `${NAME}` replaced by the
    /// variable of that name (`$${` stands for `${`). Of two files the first says all about a vendor.
    ///
    /// Its keys are not checked here, and its values may be secrets: they are not to be shown.
    ///
    /// - Throws: `.invalid` naming every variable that is not set and where it is wanted.
    func providers() throws -> [String: JSONValue] {
        var faults: [String] = []
        var found: [String: JSONValue] = [:]
        for file in files {
            for (name, value) in file.vendors where found[name] == nil {
                let key = "\(SettingCatalog.vendorsRoom).\(name)"
                found[name] = value == .null ? .emptyObject : resolved(value, key, file.path, &faults)
            }
        }
        guard faults.isEmpty else { throw SettingFaults(faults.sorted()).error }
        return found
    }

    private func resolved(
        _ value: JSONValue, _ key: String, _ path: String, _ faults: inout [String]
    ) -> JSONValue {
        switch value {
        case .object(let members):
            var made: [String: JSONValue] = [:]
            for (name, member) in members { made[name] = resolved(member, "\(key).\(name)", path, &faults) }
            return .object(made)
        case .array(let items):
            return .array(
                items.enumerated().map { resolved($0.element, "\(key)[\($0.offset)]", path, &faults) })
        case .string(let text):
            let (whole, missing) = Self.expanded(text, variables)
            faults += missing.map { Self.fault(key, $0, path) }
            return .string(whole)
        case .null, .bool, .number: return value
        }
    }

    static func fault(_ key: String, _ variable: String, _ place: String) -> String {
        "\(key) in \(place) wants the variable \(variable), which is not set; set it in the environment or in .env"
    }

    /// The text with its variables, and those that are not set.
    static func expanded(_ text: String, _ variables: [String: String]) -> (String, missing: [String]) {
        var missing: [String] = []
        let whole = text.replacing(/\$?\$\{([A-Za-z_][A-Za-z0-9_]*)\}/) { match -> String in
            if match.0.hasPrefix("$$") { return String(match.0.dropFirst()) }
            guard let value = variables[String(match.1)], !value.isEmpty else {
                missing.append(String(match.1))
                return ""
            }
            return value
        }
        return (whole, missing)
    }
}
